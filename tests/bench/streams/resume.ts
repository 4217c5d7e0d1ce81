import { createServer } from 'node:net';
import { atMost, rowOf, type Bench } from '../bench';
import { machineMs } from './answer-calls';
import type { RemoteProcess } from './remote-process';
import { Stage } from './stage';
import { ACROSS } from './stream-schema';

const ROUNDS = 3;
const SUBSCRIBERS = 5_000;
/**
 * 5,000 messages a second. Five times as many are more than two cores write and read at once: who comes back then has ever
 * more to catch up with, and never has.
 */
const EVENT_EVERY_MS = 1_000;
const RESUMED_WITHIN_MS = 5_000;
/** After the last kill, so that what comes late would be counted. */
const AFTERWARDS_MS = 2_000;

/** How they came back from one kill; milliseconds since it. */
interface Return {
  /** The new process answers. */
  restarted: number;
  p99: number;
  last: number;
  /** Processor time of the new process until then, its start included. */
  cpuMs: number;
}

/** The gateway killed without a word under thousands of subscribers, while events go on. */
export const resumeBench: Bench = {
  about:
    'The gateway killed and started again under 5,000 subscribers of one federated subscription, while events go on.',
  async run(say) {
    const stage = await Stage.open();
    let emitting: NodeJS.Timeout | undefined;
    try {
      const port = await fixedPort();
      let gateway = await stage.start('./sightline.process.ts', stage.gatewayInput(port));
      const clients = await stage.start('./resuming-clients.process.ts');
      await clients.call('connect', stage.tokens(SUBSCRIBERS), { port, query: ACROSS });
      say(`${SUBSCRIBERS} subscribers listen`);
      emitting = setInterval(() => void stage.subgraphs.call('emit').catch(() => undefined), EVENT_EVERY_MS);
      await pause(1_000);
      const returns: Return[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        const killed = await kill(stage, gateway, clients, port);
        gateway = killed.gateway;
        returns.push(killed.back);
        say(`round ${round} of ${ROUNDS}: all are back after ${Math.round(killed.back.last)} ms`);
        await pause(AFTERWARDS_MS);
      }
      const { gaps, repeats, heard } = await clients.call<{ gaps: number; repeats: number; heard: number }>('counts');
      const row = (metric: string, unit: string, of: (one: Return) => number) =>
        rowOf('sightline-apart', metric, unit, returns.map(of));
      const all = row('all have resumed', 'ms', ({ last }) => last);
      return {
        rows: [
          row('the gateway is there again', 'ms', ({ restarted }) => restarted),
          row('99 of 100 have resumed', 'ms', ({ p99 }) => p99),
          all,
          row('… after the gateway was there', 'ms', ({ last, restarted }) => last - restarted),
          row('CPU of the new gateway until then', 'ms', ({ cpuMs }) => cpuMs),
          rowOf('sightline-apart', 'messages heard', '', [heard]),
          rowOf('sightline-apart', 'gaps', '', [gaps]),
          rowOf('sightline-apart', 'repeats', '', [repeats]),
        ],
        targets: [
          atMost('gaps', gaps, 0),
          atMost('repeats', repeats, 0),
          atMost('all 5,000 resumed (the slowest of all kills), ms', all.max, RESUMED_WITHIN_MS),
        ],
        notes: [
          `${ROUNDS} kills (SIGKILL); an event every ${EVENT_EVERY_MS} ms before, during and after. Times count from the kill, the start of the new process included. Each subscriber has a socket and a principal of its own, comes back after 0.25 to 0.75 s, then after 0.5 to 1.5 s, and holds each message’s \`previousCursor\` against the cursor that it had. All of them are one process beside the gateway.`,
        ],
      };
    } finally {
      clearInterval(emitting);
      await stage.close();
    }
  },
};

async function kill(
  stage: Stage,
  former: RemoteProcess,
  clients: RemoteProcess,
  port: number,
): Promise<{ gateway: RemoteProcess; back: Return }> {
  await clients.call('expectLoss');
  const killedAt = machineMs();
  await former.kill();
  const resumed = clients.call<{ p99: number; last: number }>('resumed');
  const gateway = await stage.start('./sightline.process.ts', stage.gatewayInput(port));
  const restarted = machineMs() - killedAt;
  const { p99, last } = await resumed;
  const cpuMs = await gateway.call<number>('cpuMs');
  return { gateway, back: { restarted, p99: p99 - killedAt, last: last - killedAt, cpuMs } };
}

/**
 * A port that the system gives to nobody who connects: while the gateway is away, one of thousands who try would be given its
 * port sooner or later, connect to itself, and hold it.
 */
async function fixedPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
