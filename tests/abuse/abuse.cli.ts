/** `npm run test:abuse [-- A1 A33]`: every attack of the threat model on a running platform; the table goes to docs/reliability.md. */
import { join } from 'node:path';
import { machine } from '../bench/calibration';
import { writeSection } from '../bench/report';
import { lineInput, sendFacts, supplierInput } from '../testkit/facts';
import type { Abuse, Met } from './abuse';
import { bodies, SlowClients } from './cases/bodies';
import { documents } from './cases/documents';
import { identity } from './cases/identity';
import { sockets, SUPPLIERS_STREAMS } from './cases/sockets';
import { subgraphs } from './cases/subgraphs';
import { SUPPLIERS_OPERATIONS, tenancy } from './cases/tenancy';
import { asMarkdown, asText, type Row } from './report';
import { WITHOUT_SURFACE } from './without-surface';
import { World, type Held } from './world';

/** An attack is made so often, because the first one also pays for what is compiled once. */
const ANONYMOUS_TIMES = 5;

async function main(wanted: readonly string[]): Promise<number> {
  const world = await World.start([...SUPPLIERS_OPERATIONS, ...SUPPLIERS_STREAMS]);
  const slow = new SlowClients(world, 50);
  try {
    await seed(world);
    const all = [...documents, ...subgraphs, ...tenancy, ...identity, ...sockets, ...bodies(slow)];
    const chosen = all.filter(({ id }) => wanted.length === 0 || wanted.includes(id)).sort(byNumber);
    const rows: Row[] = [];
    for (const abuse of chosen) {
      const row = await attacked(world, abuse);
      rows.push(row);
      console.log(asText(row));
    }
    const section = asMarkdown(rows, WITHOUT_SURFACE, new Date().toISOString().slice(0, 10), machine());
    // Part of the rows is no table to publish.
    if (wanted.length === 0)
      await writeSection(join(__dirname, '..', '..', 'docs', 'reliability.md'), 'abuse', section);
    for (const { id, why } of WITHOUT_SURFACE) console.log(`${id.padEnd(4)} no surface yet: ${why}`);
    const failed = rows.filter(({ failure }) => failure !== null).length;
    const longest = Math.max(0, ...rows.flatMap(({ anonymousMs }) => anonymousMs ?? []));
    console.log(`The longest that a request without a token held the gateway: ${longest.toFixed(1)} ms.`);
    console.log(`${rows.length - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    slow.end();
    await world.stop();
  }
}

async function attacked(world: World, abuse: Abuse): Promise<Row> {
  let anonymousMs: number | null = null;
  let heldMs = 0;
  let calls: number | null = null;
  let met: Met | null = null;
  let failure: string | null = null;
  try {
    if (abuse.anonymous) {
      await world.held();
      for (let time = 0; time < ANONYMOUS_TIMES; time += 1) {
        await abuse.anonymous(world);
        anonymousMs = Math.max(anonymousMs ?? 0, longest(await world.held()));
      }
    }
    const before = await world.calls();
    await world.held();
    met = await abuse.run(world);
    heldMs = longest(await world.held());
    calls = abuse.before ? (await world.calls()) - before : null;
    if (abuse.before) world.is(calls, 0, 'calls to subgraphs');
  } catch (thrown) {
    failure = thrown instanceof Error ? thrown.message : String(thrown);
  }
  return { id: abuse.id, attack: abuse.attack, met, calls, heldMs, anonymousMs, failure };
}

/** Whoever else uses the machine can stop the process, but then it works nothing: it was held no longer than it worked. */
const longest = ({ longestMs, cpuMs }: Held): number => Math.min(longestMs, cpuMs);

async function seed({ platform }: World): Promise<void> {
  const now = new Date().toISOString();
  await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [
    supplierInput('ACME', now),
    supplierInput('RIVAL', now),
  ]);
  await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [
    lineInput('OURS', 'ACME', now),
    lineInput('SECRET', 'RIVAL', now),
  ]);
  const until = Date.now() + 30_000;
  for (;;) {
    const { purchaseOrderLines } = await platform.query<{ purchaseOrderLines: { totalCount: number } }>(
      '{ purchaseOrderLines(first: 1) { totalCount } }',
    );
    if (purchaseOrderLines.totalCount === 2) return;
    if (Date.now() > until) throw new Error('the facts to be attacked did not become visible');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** As the threat model counts; slow clients last, since they have to be waited for. */
const byNumber = (left: Abuse, right: Abuse): number => order(left) - order(right);
const order = ({ id, attack }: Abuse): number => (attack.includes('slowloris') ? 1_000 : Number(id.slice(1)));

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
