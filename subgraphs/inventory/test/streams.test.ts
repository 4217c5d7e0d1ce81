import { itemIdOf, supplierIdOf } from '@sightline/contracts/identities';
import { actorOf, type TestStream } from '@sightline/kit/testing/run-platform';
import { lineSent, post, receipt, startInventory, type InventoryUnderTest } from './inventory-platform';
import { item, move, movement, register } from './stock-platform';

const STOCK = `subscription ($itemIds: [ID!], $after: Cursor) {
  stockChanged(itemIds: $itemIds, after: $after) { cursor previousCursor kind event position { status owner quantity item { sku } } } }`;

interface Change {
  cursor: string;
  previousCursor: string | null;
  kind: string;
  event: string | null;
  position: { status: string; owner: string; quantity: string; item: { sku: string } } | null;
}

let inventory: InventoryUnderTest;
const open: TestStream[] = [];

beforeEach(async () => {
  inventory = await startInventory();
  await register(inventory, item('NUT'), item('BOLT'));
  await inventory.settle();
});
afterEach(async () => {
  for (const stream of open.splice(0)) stream.leave();
  await inventory.end();
});

function listen(variables = {}, who: Parameters<typeof inventory.listen>[1] = 'planner'): TestStream {
  const stream = inventory.listen('inventory', who, STOCK, variables);
  open.push(stream);
  return stream;
}

/** The next event that is no heartbeat. */
async function next(stream: TestStream): Promise<Change> {
  for (;;) {
    const { data, errors } = await stream.next();
    expect(errors).toBeUndefined();
    const told = data!['stockChanged'] as Change;
    if (told.kind !== 'HEARTBEAT') return told;
  }
}

it('each position that a booking changes is told, of the items asked for', async () => {
  const [all, bolts] = [listen(), listen({ itemIds: [itemIdOf('BOLT')] })];
  const mark = await next(all);
  await next(bolts);
  await move(inventory, movement('OPENING', 'NUT', '10'), movement('OPENING', 'BOLT', '20'));
  await inventory.settle();
  const told = [await next(all), await next(all)];
  expect(told.map(({ previousCursor }) => previousCursor)).toEqual([mark.cursor, told[0]!.cursor]);
  expect(told.map(({ event }) => event)).toEqual(['inventory.stock.moved', 'inventory.stock.moved']);
  expect(told.map(({ position }) => `${position!.item.sku} ${position!.quantity}`).sort()).toEqual([
    'BOLT 20',
    'NUT 10',
  ]);
  expect((await next(bolts)).position).toMatchObject({ item: { sku: 'BOLT' } });
  // Cut between the two of one booking, the stream goes on with the second.
  expect(await next(listen({ after: told[0]!.cursor }))).toEqual(told[1]);

  await move(inventory, movement('STATUS_CHANGE', 'BOLT', '20', { fromStatus: 'RELEASED', toStatus: 'BLOCKED' }));
  await inventory.settle();
  const moved = [await next(bolts), await next(bolts)].map(
    ({ position }) => `${position!.status} ${position!.quantity}`,
  );
  expect(moved.sort()).toEqual(['BLOCKED 20', 'RELEASED 0']);
});

it('a supplier hears of its own consignment and of nothing else', async () => {
  inventory.scripted('suppliers').publish(lineSent('C/1', { supplier: 'OWNER', sku: 'NUT', plant: 'HAM' }));
  await inventory.settle();
  const stream = listen({}, actorOf('supplier', [supplierIdOf('OWNER')]));
  await next(stream);
  await move(inventory, movement('OPENING', 'BOLT', '20'));
  await post(inventory, [receipt('C/1', { consignment: true, lotNumber: 'L1' })]);
  await inventory.settle();
  expect((await next(stream)).position).toMatchObject({ owner: 'SUPPLIER', item: { sku: 'NUT' } });
  expect((await stream.next()).data!['stockChanged']).toMatchObject({ kind: 'HEARTBEAT', position: null });
}, 15_000);
