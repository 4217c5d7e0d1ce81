import type { TestStream } from '@sightline/kit/testing/run-platform';
import { ProductionPlatform } from './production-platform';

const ORDERS = `subscription ($filter: WorkOrderFilter) {
  workOrderChanged(filter: $filter) { cursor previousCursor kind event workOrder { number status completedQuantity } } }`;

interface Change {
  cursor: string;
  previousCursor: string | null;
  kind: string;
  event: string | null;
  workOrder: { number: string; status: string; completedQuantity: string } | null;
}

let production: ProductionPlatform;
const open: TestStream[] = [];

beforeEach(async () => {
  production = await ProductionPlatform.start('2026-03-14T09:30:00.000Z');
});
afterEach(async () => {
  for (const stream of open.splice(0)) stream.leave();
  await production.stop();
});

function listen(variables = {}): TestStream {
  const stream = production.platform.listen('production', 'planner', ORDERS, variables);
  open.push(stream);
  return stream;
}

/** The next event that is no heartbeat. */
async function next(stream: TestStream): Promise<Change> {
  for (;;) {
    const { data, errors } = await stream.next();
    expect(errors).toBeUndefined();
    const told = data!['workOrderChanged'] as Change;
    if (told.kind !== 'HEARTBEAT') return told;
  }
}

it('an order is told with each report, and is among the unposted ones until ERP has it', async () => {
  const [all, unposted] = [listen(), listen({ filter: { unposted: true } })];
  const mark = await next(all);
  await next(unposted);
  await production.release(production.order('W1'), production.order('W2'));
  await production.platform.settle();
  const first = await next(all);
  expect(first).toMatchObject({
    kind: 'CREATED',
    event: 'production.workOrder.released',
    previousCursor: mark.cursor,
    workOrder: { number: 'W1', status: 'RELEASED' },
  });
  const second = await next(all);
  await production.record(production.event('W1', 'COMPLETED', '2026-03-10T12:00:00Z', { quantity: '100' }));
  await production.platform.settle();
  expect(await next(all)).toMatchObject({
    kind: 'UPDATED',
    previousCursor: second.cursor,
    workOrder: { number: 'W1', completedQuantity: '100' },
  });
  expect(await next(unposted)).toMatchObject({ workOrder: { number: 'W1' } });
  await production.record(production.event('W1', 'POSTED', '2026-03-10T13:00:00Z', { quantity: '100' }));
  await production.platform.settle();
  expect(await next(unposted)).toMatchObject({ kind: 'REMOVED', workOrder: { number: 'W1' } });
});
