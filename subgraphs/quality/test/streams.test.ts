import { supplierIdOf } from '@sightline/contracts/identities';
import { actorOf, type TestStream } from '@sightline/kit/testing/run-platform';
import { QualityPlatform } from './quality-platform';

const LOTS = `subscription ($filter: InspectionLotFilter) {
  inspectionLotChanged(filter: $filter) { cursor previousCursor kind event lot { status decision } } }`;
const FIGURES = `subscription { qualityPerformanceChanged { kind performance { defectRate { n } } } }`;

interface Change {
  cursor: string;
  previousCursor: string | null;
  kind: string;
  event: string | null;
  lot: { status: string; decision: string | null } | null;
}

let quality: QualityPlatform;
const open: TestStream[] = [];

beforeEach(async () => {
  quality = await QualityPlatform.start('2026-03-14T09:30:00.000Z');
  quality.lines('ACME', ['A']);
  await quality.settle();
});
afterEach(async () => {
  for (const stream of open.splice(0)) stream.leave();
  await quality.stop();
});

function listen(query: string, variables = {}, who: Parameters<typeof quality.platform.listen>[1] = 'quality') {
  const stream = quality.platform.listen('quality', who, query, variables);
  open.push(stream);
  return stream;
}

/** The next event that is no heartbeat. */
async function next<Told extends { kind: string }>(stream: TestStream, field: string): Promise<Told> {
  for (;;) {
    const { data, errors } = await stream.next();
    expect(errors).toBeUndefined();
    const told = data![field] as Told;
    if (told.kind !== 'HEARTBEAT') return told;
  }
}
const nextLot = (stream: TestStream): Promise<Change> => next<Change>(stream, 'inspectionLotChanged');

it('a lot is told as it is opened and decided, and leaves the list of undecided ones', async () => {
  const [all, undecided] = [listen(LOTS), listen(LOTS, { filter: { statuses: ['CREATED'] } })];
  let last = (await nextLot(all)).cursor;
  await nextLot(undecided);
  quality.receipts({ line: 'A', key: 'r1', quantity: '100' });
  await quality.settle();
  const opened = await nextLot(all);
  expect(opened).toMatchObject({
    event: 'quality.inspectionLot.opened',
    previousCursor: last,
    lot: { status: 'CREATED' },
  });
  expect((await nextLot(undecided)).lot).toEqual({ status: 'CREATED', decision: null });
  last = opened.cursor;
  await quality.inspect({ event: 'DECIDED', lot: 'L1', receipt: 'r1', decision: 'ACCEPTED' });
  await quality.settle();
  expect(await nextLot(all)).toMatchObject({ previousCursor: last, lot: { decision: 'ACCEPTED' } });
  expect(await nextLot(undecided)).toMatchObject({ kind: 'REMOVED', lot: { decision: 'ACCEPTED' } });
});

it('a supplier hears of its own lots alone', async () => {
  quality.lines('OTHER', ['B']);
  await quality.settle();
  const stream = listen(LOTS, {}, actorOf('supplier', [supplierIdOf('OTHER')]));
  await nextLot(stream);
  quality.receipts({ line: 'A', key: 'r1', quantity: '1' }, { line: 'B', key: 'r2', quantity: '2' });
  await quality.settle();
  expect((await nextLot(stream)).kind).toBe('CREATED');
  expect((await stream.next()).data!['inspectionLotChanged']).toMatchObject({ kind: 'HEARTBEAT' });
}, 15_000);

it('figures about defects are told anew when a lot is decided', async () => {
  const stream = listen(FIGURES);
  interface Told {
    kind: string;
    performance: { defectRate: { n: number } };
  }
  expect((await next<Told>(stream, 'qualityPerformanceChanged')).kind).toBe('SNAPSHOT');
  quality.receipts({ line: 'A', key: 'r1', quantity: '100' });
  await quality.settle();
  expect((await next<Told>(stream, 'qualityPerformanceChanged')).kind).toBe('UPDATED');
});
