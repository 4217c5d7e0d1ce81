import { goodsReceived } from './goods-received';
import { ERP, SupplierPlatform } from './supplier-platform';

const NOW = '2026-03-20T12:00:00.000Z';
const FIGURE = `value n reason excluded { code count }
  contributions(first: 3) { totalCount edges { node { label included rule occurredAt } } }`;
const BOOK = ['ordered', 'delivered', 'open', 'overdue', 'deliveredUnrecorded', 'falselyOverdue']
  .map((name) => `${name} { ${FIGURE} }`)
  .join('\n');

let told: SupplierPlatform;
beforeAll(async () => {
  told = await SupplierPlatform.start(NOW);
  await told.onboard('ACME');
  await told.lines(
    told.line('delivered', { sentOn: '2026-01-10', committedDate: '2026-02-05' }),
    told.line('late', { sentOn: '2026-01-10', committedDate: '2026-03-19' }),
    told.line('due-today', { sentOn: '2026-01-10', committedDate: '2026-03-20' }),
    told.line('undated', { committedDate: '2026-03-01', source: told.source('2026-01-10') }),
    told.line('given-up', { sentOn: '2026-01-10', committedDate: '2026-03-01' }),
  );
  await told.events({
    source: told.source('2026-02-01'),
    purchaseOrderLine: told.name('given-up'),
    milestone: 'CANCELLED',
    quantity: '10',
    by: 'SUPPLIER',
  });
  receive('delivered', '2026-02-06');
  await told.platform.settle();
});
afterAll(() => told.stop());

function receive(line: string, on: string): void {
  const receipt = goodsReceived({ sourceSystemId: ERP, line, on, quantity: '10', finalDelivery: true });
  told.platform.scripted('inventory').publish(receipt);
}

/** The basis PLATFORM is never answered from what is kept. */
const FOLDED = `asOf: "${NOW}", knownAt: "${NOW.replace('.000', '.001')}", knownBy: PLATFORM`;
const book = async (at = ''): Promise<Record<string, { value: number | null }>> =>
  (
    await told.query<{ orderBook: Record<string, { value: number | null }> }>(
      `{ orderBook${at && `(${at})`} { ${BOOK} } }`,
    )
  ).orderBook;

it('says of the present what folding every line says, row by row', async () => {
  const kept = await book();
  expect(kept).toEqual(await book(FOLDED));
  expect(kept).toMatchObject({
    ordered: { value: 3, excluded: [{ count: 1 }, { count: 1 }] },
    delivered: { value: 1 },
    open: { value: 2 },
    overdue: { value: 1 },
    deliveredUnrecorded: { value: 0 },
  });
});

it('counts at the end of the day what is due today as overdue only tomorrow', async () => {
  const endOf = (day: string): string => `asOf: "${day}T23:59:59.999Z", knownAt: "${day}T23:59:59.999Z"`;
  expect((await book(endOf('2026-03-20')))['overdue']!.value).toBe(1);
  expect((await book(endOf('2026-03-21')))['overdue']!.value).toBe(2);
});

it('asked from further west, where it is still the day before, counts nothing of which only the next day is known', async () => {
  receive('due-today', '2026-03-20');
  await told.platform.settle();
  const west = '2026-03-19T23:00:00-14:00';
  expect((await book())['delivered']!.value).toBe(2);
  expect((await book(`asOf: "${west}", knownAt: "${west}"`))['delivered']!.value).toBe(1);
});

it('leaves out what a source has dated beyond the instant that is asked about', async () => {
  receive('late', '2026-03-22');
  await told.platform.settle();
  const endOfToday = 'asOf: "2026-03-20T23:59:59.999Z", knownAt: "2026-03-20T23:59:59.999Z"';
  expect((await book(endOfToday))['open']!.value).toBe(1);
  // The present is everything that is visible, also what lies ahead.
  expect((await book())['open']!.value).toBe(0);
});
