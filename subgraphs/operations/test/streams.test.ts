import { ask, reported, reports, startOperations, type OperationsUnderTest } from './operations-platform';

const HEALTH = `subscription ($after: Cursor) {
  syncHealthChanged(after: $after) { cursor previousCursor kind caughtUpTo health { flows { flow facts: backlog } } } }`;

interface Told {
  cursor: string;
  previousCursor: string | null;
  kind: string;
  health: { flows: { flow: string }[] } | null;
}

let operations: OperationsUnderTest;
beforeEach(async () => {
  operations = await startOperations();
});
afterEach(() => operations.end());

const read = async (stream: ReturnType<typeof operations.listen>): Promise<Told> => {
  const { data, errors } = await stream.next();
  expect(errors).toBeUndefined();
  return data!['syncHealthChanged'] as Told;
};

it('sync health comes at once, and again when a subgraph has moved on or a heartbeat has come', async () => {
  reports(operations, [reported('receipts')]);
  const stream = operations.listen('operations', 'planner', HEALTH);
  const first = await read(stream);
  expect(first).toMatchObject({ kind: 'SNAPSHOT', previousCursor: null, health: { flows: [{ flow: 'receipts' }] } });
  reports(operations, [reported('receipts'), reported('counts')], [], { projected: 11 });
  let told = await read(stream);
  while (told.kind === 'HEARTBEAT') told = await read(stream);
  expect(told.kind).toBe('UPDATED');
  expect(told.health!.flows).toHaveLength(2);
  await ask(
    operations,
    `mutation { reportHeartbeats(inputs: [{ sourceSystemId: "erp", flow: "receipts", completeThrough: "2026-03-14T09:29:59Z" }]) { applied } }`,
  );
  await operations.settle();
  do told = await read(stream);
  while (told.kind === 'HEARTBEAT');
  expect(told.kind).toBe('UPDATED');
  stream.leave();

  const resumed = operations.listen('operations', 'planner', HEALTH, { after: first.cursor });
  expect(await read(resumed)).toMatchObject({ kind: 'UPDATED', previousCursor: first.cursor });
  resumed.leave();
  const forged = await operations.listen('operations', 'planner', HEALTH, { after: 'forged' }).next();
  expect(forged.errors![0]!.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
}, 20_000);

it('sync health is not told to suppliers', async () => {
  const refused = await operations.listen('operations', 'supplier', HEALTH).next();
  expect(refused.errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
});
