import { itemIdOf, supplierIdOf } from '@sightline/contracts/identities';
import { goodsReceived } from './goods-received';
import { ERP, SupplierPlatform } from './supplier-platform';

let told: SupplierPlatform;
beforeAll(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00Z');
  await told.onboard('DUE', 'RECEIVED', 'IDLE');
  await told.lines(
    told.line('G1', { supplierCode: 'DUE', sentOn: '2026-01-01', committedDate: '2026-03-10', sku: 'G1' }),
    told.line('G2', { supplierCode: 'DUE', sentOn: '2026-01-01', committedDate: '2026-03-11', sku: 'G2' }),
    // Promised last year and received now: it is due in no window of this year.
    told.line('G3', { supplierCode: 'RECEIVED', sentOn: '2025-11-01', committedDate: '2025-12-01' }),
  );
  for (const [line, on] of [
    ['G1', '2026-03-09'],
    ['G2', '2026-03-18'],
    ['G3', '2026-03-02'],
  ] as const)
    told.platform
      .scripted('inventory')
      .publish(goodsReceived({ sourceSystemId: ERP, line, on, quantity: '7', finalDelivery: true }));
  await told.platform.settle();
});
afterAll(() => told.stop());

const MARCH = 'window: { from: "2026-03-01", to: "2026-03-20" }';

it('suppliers with receipts in the window are listed beside those with lines due in it', async () => {
  const data = await told.query<{
    supplierPerformance: {
      bySupplier: { supplier: { code: string }; leadTime: { n: number }; onTime: { n: number } }[];
    };
  }>(
    `{ supplierPerformance(${MARCH}) { bySupplier(orderBy: NAME_ASC) { supplier { code } leadTime { n } onTime { n } } } }`,
  );
  expect(data.supplierPerformance.bySupplier).toEqual([
    { supplier: { code: 'DUE' }, leadTime: { n: 2 }, onTime: { n: 2 } },
    { supplier: { code: 'RECEIVED' }, leadTime: { n: 1 }, onTime: { n: 0 } },
  ]);
});

it.each(['bySupplier { supplier { code } }', 'breakdown(by: SUPPLIER) { edges { node { label } } }'])(
  'a database that fails is no list without suppliers: %s',
  async (field) => {
    await told.rows('ALTER TABLE supplier RENAME TO supplier_away');
    const answer = await told.platform.ask('suppliers', 'executive', `{ supplierPerformance(${MARCH}) { ${field} } }`);
    await told.rows('ALTER TABLE supplier_away RENAME TO supplier');
    expect(answer.errors).not.toEqual([]);
  },
);

it('a cursor into the differences of two definitions belongs to its scope and instant', async () => {
  const differences = (
    scope: object | null,
    after: string | null,
    asOf: string | null = null,
  ): ReturnType<typeof told.platform.ask<{ compareDefinitions: { differences: { edges: { cursor: string }[] } } }>> =>
    told.platform.ask(
      'suppliers',
      'executive',
      `query ($scope: ScopeInput, $after: Cursor, $asOf: DateTime) { compareDefinitions(${MARCH}, scope: $scope, asOf: $asOf,
         definitionIds: ["onTime.lastCommit@1", "otif.lastCommit@1"]) { differences(first: 1, after: $after) { edges { cursor } } } }`,
      { scope, after, asOf },
    );
  const first = await differences(null, null);
  expect(first.errors).toEqual([]);
  const cursor = first.data.compareDefinitions.differences.edges[0]!.cursor;
  expect((await differences(null, cursor)).errors).toEqual([]);
  for (const other of [
    differences({ itemIds: [itemIdOf('G1')] }, cursor),
    differences({ supplierIds: [supplierIdOf('DUE')] }, cursor),
    differences(null, cursor, '2026-03-15T00:00:00Z'),
  ])
    expect((await other).errors[0]).toMatchObject({ extensions: { code: 'CURSOR_INVALID' } });
});
