import { setTimeout as sleep } from 'node:timers/promises';
import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import { lineInput, sendFacts, supplierInput } from '../../testkit/facts';
import { Follower } from '../../testkit/follower';
import type { StoryPlatform } from '../../testkit/platform';
import { hold, type Fault } from '../fault';

const FOLLOWERS = 20;
const LINES = `subscription ($after: Cursor) { purchaseOrderLineChanged(after: $after) {
  cursor previousCursor kind line { orderNumber item { sku } } } }`;
const FIELD = 'purchaseOrderLineChanged';

const now = (): string => new Date().toISOString();

/** Orders that follow each other, and who hears of them. */
class Orders {
  private sent = 0;

  constructor(private readonly platform: StoryPlatform) {}

  async seed(): Promise<void> {
    await sendFacts(this.platform, 'onboardSuppliers', 'SupplierInput', [supplierInput('ACME', now())]);
    await this.send(1);
  }

  async send(count: number): Promise<void> {
    const inputs = Array.from({ length: count }, () => lineInput(`F${(this.sent += 1)}`, 'ACME', now()));
    await sendFacts(this.platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', inputs);
  }

  async follow(): Promise<Follower> {
    return new Follower(this.platform, { query: LINES, field: FIELD }).start();
  }
}

function holdGapless(followers: readonly Follower[], changes: number): void {
  for (const { breaks, changes: heard } of followers) {
    hold(breaks.length === 0, `a gap or a repeat: ${JSON.stringify(breaks)}`);
    hold(heard.length === changes, `${heard.length} changes heard instead of ${changes}`);
  }
}

/** Asks without a pause until it is told to end; counts what was not answered whole, and what broke. */
function load(platform: StoryPlatform): { end(): Promise<{ asked: number; partial: number; broken: string[] }> } {
  let isOver = false;
  const counts = { asked: 0, partial: 0, broken: [] as string[] };
  const running = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (!isOver) {
        counts.asked += 1;
        try {
          const answer = await platform.ask('executive', '{ purchaseOrderLines(first: 1) { edges { node { id } } } }');
          if (answer.status !== 200) counts.broken.push(`status ${answer.status}`);
          else if (answer.errors.length > 0) counts.partial += 1;
        } catch (thrown) {
          counts.broken.push(thrown instanceof Error ? thrown.message : String(thrown));
        }
        await sleep(5);
      }
    }),
  );
  return {
    async end() {
      isOver = true;
      await running;
      return counts;
    },
  };
}

async function untilWhole(platform: StoryPlatform, ms = 60_000): Promise<number> {
  const began = performance.now();
  for (;;) {
    const ready = await fetch(`${platform.url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return performance.now() - began;
    hold(performance.now() - began < ms, `the platform is not whole again after ${ms} ms`);
    await sleep(50);
  }
}

/** Faults of whole processes, on the platform as `npm run start:apart` starts it. */
export const processes = (platform: StoryPlatform): readonly Fault[] => {
  const orders = new Orders(platform);
  const seeded = orders.seed();
  return [
    {
      id: 'F3',
      fault: `the gateway is killed under ${FOLLOWERS} subscribers, three times`,
      wanted: 'everyone resumes: no gap, no repeat',
      async run() {
        await seeded;
        const followers = await Promise.all(Array.from({ length: FOLLOWERS }, () => orders.follow()));
        let worst = 0;
        for (let kill = 0; kill < 3; kill += 1) {
          await orders.send(5);
          const killed = performance.now();
          await platform.killGateway();
          await orders.send(5);
          const told = 10 * (kill + 1);
          await Promise.all(followers.map((one) => one.until(({ changes }) => changes.length >= told, 60_000)));
          worst = Math.max(worst, performance.now() - killed);
        }
        holdGapless(followers, 30);
        for (const follower of followers) await follower.leave();
        return `30 changes each, 0 gaps, 0 repeats; the slowest was up to date ${(worst / 1_000).toFixed(1)} s after the kill, restart included`;
      },
    },
    {
      id: 'F24',
      fault: 'the gateway stands still for 3 s',
      wanted: 'it lives on, and streams go on over the same sockets',
      async run() {
        await seeded;
        const followers = await Promise.all(Array.from({ length: FOLLOWERS }, () => orders.follow()));
        await platform.holdGateway(3_000);
        await untilWhole(platform);
        await orders.send(3);
        await Promise.all(followers.map((one) => one.until(({ changes }) => changes.length >= 3)));
        holdGapless(followers, 3);
        const reconnected = followers.filter(({ resumes }) => resumes > 0).length;
        for (const follower of followers) await follower.leave();
        hold(reconnected === 0, `${reconnected} of ${FOLLOWERS} sockets were lost`);
        return `0 of ${FOLLOWERS} sockets lost, 0 gaps`;
      },
    },
    {
      id: 'F25',
      fault: 'one subgraph is killed, as the system kills one that takes too much memory',
      wanted: 'it is restarted; the others answer meanwhile',
      async run() {
        await seeded;
        const others = load(platform);
        platform.killSubgraph('quality');
        const backMs = await untilWhole(platform);
        const { asked, partial, broken } = await others.end();
        hold(broken.length === 0 && partial === 0, `${partial} partial, broken: ${broken.slice(0, 3).join('; ')}`);
        return `back after ${(backMs / 1_000).toFixed(1)} s; ${asked} questions to others meanwhile, none failed`;
      },
    },
    {
      id: 'F34',
      fault: 'each subgraph is stopped and started in turn under load',
      wanted: 'no request fails; at most it lacks the part that is away',
      async run() {
        await seeded;
        const asking = load(platform);
        for (const name of SUBGRAPH_NAMES) {
          for (const verb of ['stop', 'start']) {
            const { code, output } = await platform.command('infra/subgraph.mjs', verb, name).done;
            hold(code === 0, output);
          }
        }
        await untilWhole(platform);
        const { asked, partial, broken } = await asking.end();
        hold(broken.length === 0, `${broken.length} of ${asked} broke: ${broken.slice(0, 3).join('; ')}`);
        return `${asked} requests, 0 failed, ${partial} without the part that was away (one replica of each)`;
      },
    },
    {
      id: '27',
      fault: '1,000 subscriptions begin and end',
      wanted: 'none is left at the gateway or a subgraph',
      async run() {
        await seeded;
        for (let turn = 0; turn < 1_000; turn += FOLLOWERS) {
          const followers = await Promise.all(Array.from({ length: FOLLOWERS }, () => orders.follow()));
          await Promise.all(followers.map((one) => one.leave()));
        }
        for (const name of ['streams_open', 'stream_groups_open', 'sockets_open']) {
          const left = await untilZero(platform, `sightline_gateway_${name}`);
          hold(left === 0, `${name} is ${left}`);
        }
        return '0 streams, 0 groups and 0 sockets left';
      },
    },
    {
      id: '28',
      fault: 'a client comes back with the cursor of its last event',
      wanted: 'no gap, no repeat',
      async run() {
        await seeded;
        const first = await orders.follow();
        await orders.send(2);
        await first.until(({ changes }) => changes.length === 2);
        const cursor = first.heard.at(-1)!.cursor;
        await first.leave();
        await orders.send(3);
        const again = await new Follower(platform, { query: LINES, field: FIELD, variables: {}, from: cursor }).start();
        await again.until(({ changes }) => changes.length === 3);
        hold(again.heard[0]!.previousCursor === cursor, 'the first event does not follow the last one heard');
        holdGapless([again], 3);
        await again.leave();
        return '3 changes that were missed, each once, behind the cursor';
      },
    },
  ];
};

async function untilZero(platform: StoryPlatform, name: string): Promise<number> {
  let left = Number.NaN;
  for (let time = 0; time < 200 && left !== 0; time += 1) {
    const text = await (await fetch(`${platform.url}/metrics`)).text();
    left = text
      .split('\n')
      .filter((line) => line.startsWith(name))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
    if (left !== 0) await sleep(50);
  }
  return left;
}
