import { supplierIdOf } from '@sightline/contracts/identities';
import { actorOf } from '@sightline/kit/testing/run-platform';
import { ERP, SupplierPlatform } from './supplier-platform';
import { goodsReceived } from './goods-received';

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { orderNumber: string; atStake: { amount: string; currency: string } | null; impactDays: number } }[];
}

const LINES = `query ($filter: PurchaseOrderLineFilter, $first: Int!, $after: Cursor) {
  purchaseOrderLines(filter: $filter, orderBy: IMPACT_DESC, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { orderNumber impactDays atStake { amount currency } } } } }`;

let told: SupplierPlatform;
const line = (id: string, committedDate: string, value: string | null, currency = 'EUR', rest: object = {}): object =>
  told.line(id, {
    sentOn: '2026-01-10',
    committedDate,
    ...(value === null ? {} : { value, currency }),
    ...rest,
  });

beforeAll(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00Z');
  await told.onboard('ACME', 'RIVAL');
  await told.lines(
    line('old', '2026-01-19', '10'),
    line('dear', '2026-03-19', '40000'),
    line('both', '2026-03-10', '5000.10'),
    line('half', '2026-03-10', '9000'),
    line('yen', '2026-03-01', '999999', 'JPY', { supplierCode: 'RIVAL' }),
    line('unpriced', '2026-03-01', null),
    line('unpriced-later', '2026-03-05', null),
    line('on-its-way', '2026-04-30', '70000'),
  );
  const half = goodsReceived({
    sourceSystemId: ERP,
    line: 'half',
    on: '2026-03-12',
    quantity: '5',
    finalDelivery: false,
  });
  told.platform.scripted('inventory').publish(half);
  await told.platform.settle();
});
afterAll(() => told.stop());

const page = async (filter: object, first: number, after: string | null = null): Promise<Page> =>
  (await told.query<{ purchaseOrderLines: Page }>(LINES, { filter, first, after })).purchaseOrderLines;
const names = (found: Page): string[] => found.edges.map(({ node }) => node.orderNumber.replace('PO-', ''));

/** All pages of one line each; `between` happens after the first of them. */
async function oneByOne(filter: object, between: () => Promise<void> = async () => {}): Promise<string[]> {
  let found = await page(filter, 1);
  const all = names(found);
  await between();
  while (found.pageInfo.hasNextPage) {
    found = await page(filter, 1, found.pageInfo.endCursor);
    all.push(...names(found));
  }
  return all;
}

const OVERDUE = ['both', 'half', 'dear', 'old', 'yen', 'unpriced', 'unpriced-later'];

it('ranks by value of what has not come times days, each currency by itself, without a value last', async () => {
  const found = await page({ overdue: true }, 50);
  expect(names(found)).toEqual(OVERDUE);
  expect(found).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: false } });
  expect(found.edges.map(({ node }) => [node.atStake?.amount ?? null, node.impactDays])).toEqual([
    ['5000.10', 10],
    ['4500', 10],
    ['40000', 1],
    ['10', 60],
    ['999999', 19],
    [null, 19],
    [null, 15],
  ]);
});

it('puts a line on its way behind every exception in its currency', async () => {
  expect(names(await page({}, 50))).toEqual([...OVERDUE.slice(0, 4), 'on-its-way', ...OVERDUE.slice(4)]);
});

it('gives page by page what it gives at once', async () => {
  expect(await oneByOne({ overdue: true })).toEqual(OVERDUE);
});

it('shows a supplier its own lines alone, and takes no cursor of another list', async () => {
  const rival = actorOf('supplier', [supplierIdOf('RIVAL')]);
  const answer = await told.platform.ask<{ purchaseOrderLines: Page }>('suppliers', rival, LINES, { first: 50 });
  expect(answer.errors).toEqual([]);
  expect(names(answer.data!.purchaseOrderLines)).toEqual(['yen']);
  const { pageInfo } = await page({ overdue: true }, 1);
  const other = await told.platform.ask('suppliers', 'executive', LINES, { first: 1, after: pageInfo.endCursor });
  expect(other.errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
});

it('weighs a slipped promise by the days it slipped', async () => {
  await told.events({
    source: told.source('2026-03-15'),
    purchaseOrderLine: told.name('on-its-way'),
    milestone: 'COMMITTED',
    date: '2026-05-10',
    by: 'SUPPLIER',
  });
  await told.platform.settle();
  expect(names(await page({}, 1))).toEqual(['on-its-way']);
});

it('goes on over midnight, and over another currency of most lines, in the order in which it began', async () => {
  const pages = await oneByOne({ overdue: true }, async () => {
    told.clock.set('2026-03-21T12:00:00Z');
    await told.lines(...[1, 2, 3, 4, 5].map((n) => line(`yen-${n}`, '2026-03-01', '7', 'JPY')));
    await told.platform.settle();
  });
  // A day later "dear" weighs twice as much and would stand first in its currency; "yen" first of all.
  expect(pages.filter((name) => !name.startsWith('yen-'))).toEqual(OVERDUE);
  expect(names(await page({ overdue: true }, 1))).toEqual(['yen']);
});
