import { goodsReceived } from './goods-received';
import { ERP, SupplierPlatform } from './supplier-platform';

let told: SupplierPlatform;
beforeAll(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00Z');
  await told.onboard('ACME', 'IDLE');
});
afterAll(() => told.stop());

const receive = (line: string, on: string, quantity: string | null, rest: object = {}): void =>
  told.platform
    .scripted('inventory')
    .publish(goodsReceived({ sourceSystemId: ERP, line, on, quantity, finalDelivery: false, ...rest }));

interface Figure {
  value: number | null;
  reason: string | null;
  n: number;
  excluded: { code: string; count: number }[];
}

/** The figure of the lines of one item, so that the cases do not touch each other. */
async function figureOf(sku: string, figure: string, more = ''): Promise<Figure> {
  const item = await told.query<{ purchaseOrderLines: { edges: { node: { item: { id: string } } }[] } }>(
    `query { purchaseOrderLines(first: 200) { edges { node { item { id } orderNumber } } } }`,
  );
  expect(item.purchaseOrderLines.edges.length).toBeGreaterThan(0);
  const data = await told.query<{ supplierPerformance: Record<string, Figure> }>(
    `query ($scope: ScopeInput) { supplierPerformance(scope: $scope, window: { from: "2026-01-01", to: "2026-12-31" }${more}) {
       ${figure} { value reason n excluded { code count } } } }`,
    { scope: { itemIds: [await itemId(sku)] } },
  );
  return data.supplierPerformance[figure.split('(')[0]!]!;
}

async function itemId(sku: string): Promise<string> {
  const { itemIdOf } = await import('@sightline/contracts/identities');
  return itemIdOf(sku);
}

describe('cases that broke other systems', () => {
  it('1: counts two receipts of one day, 6 and 4 of 10, as on time and in full', async () => {
    await told.lines(told.line('R1', { sku: 'R1', committedDate: '2026-03-10' }));
    receive('R1', '2026-03-10', '6');
    receive('R1', '2026-03-10', '4');
    await told.platform.settle();
    expect(await figureOf('R1', 'otif')).toMatchObject({ value: 100, n: 1 });
    expect(await figureOf('R1', 'onTime')).toMatchObject({ value: 100, n: 1 });
  });

  it('2: judges a receipt on the due day by the date of the receiving site', async () => {
    await told.lines(told.line('R2', { sku: 'R2', committedDate: '2026-03-10' }));
    receive('R2', '2026-03-10', '10', { at: '2026-03-10T16:00:00+01:00' });
    await told.lines(told.line('R2b', { sku: 'R2b', committedDate: '2026-03-10' }));
    // One second into the next day at the site, while it is still the tenth in UTC.
    receive('R2b', '2026-03-11', '10', { at: '2026-03-11T00:00:01+01:00' });
    await told.platform.settle();
    expect((await figureOf('R2', 'onTime')).value).toBe(100);
    expect((await figureOf('R2b', 'onTime')).value).toBe(0);
  });

  it('3: never lets an over-delivery exceed 100 percent', async () => {
    await told.lines(told.line('R3', { sku: 'R3', committedDate: '2026-03-10' }));
    receive('R3', '2026-03-10', '20');
    await told.platform.settle();
    expect((await figureOf('R3', 'onTime')).value).toBe(100);
    expect((await figureOf('R3', 'otif')).value).toBe(0);
  });

  it('4: has no figure for a supplier with nothing due', async () => {
    const data = await told.query<{
      supplier: { onTime: Figure; otif: Figure; leadTime: { median: null; reason: string } };
    }>(`{ supplier(code: "IDLE") { onTime { value reason n } otif { value reason n } leadTime { median reason n } } }`);
    expect(data.supplier.onTime).toMatchObject({ value: null, reason: 'NO_DATA', n: 0 });
    expect(data.supplier.otif).toMatchObject({ value: null, reason: 'NO_DATA' });
    expect(data.supplier.leadTime).toMatchObject({ median: null, reason: 'NO_DATA' });
  });

  it('5: leaves out a line that the buyer set to zero', async () => {
    await told.lines(told.line('R5', { sku: 'R5', committedDate: '2026-03-10' }));
    await told.lines(told.line('R5', { sku: 'R5', committedDate: '2026-03-10', quantity: '0' }));
    await told.platform.settle();
    const figure = await figureOf('R5', 'otif');
    expect(figure).toMatchObject({ value: null, n: 0, excluded: [{ code: 'CANCELLED_BY_BUYER', count: 1 }] });
  });

  it('6: counts an undelivered line as a failure once its due date has passed, and not on the day', async () => {
    await told.lines(
      told.line('R6', { sku: 'R6', committedDate: '2026-03-19' }),
      told.line('R6b', { sku: 'R6', committedDate: '2026-03-20' }),
    );
    await told.platform.settle();
    expect(await figureOf('R6', 'onTime')).toMatchObject({ value: 0, n: 1 });
  });

  it('7: starts the lead time when the order is sent, and flags a delivery before that', async () => {
    await told.lines(
      told.line('R7', { sku: 'R7', createdOn: '2026-01-01', sentOn: '2026-01-11' }),
      told.line('R7b', { sku: 'R7', sentOn: '2026-02-11' }),
    );
    receive('R7', '2026-01-31', '10');
    receive('R7b', '2026-01-31', '10');
    await told.platform.settle();
    const data = await told.query<{
      supplierPerformance: { leadTime: { median: number; n: number; excluded: object[] } };
    }>(
      `query ($scope: ScopeInput) { supplierPerformance(scope: $scope, window: { from: "2026-01-01", to: "2026-12-31" }) {
         leadTime { n median excluded { code count } } } }`,
      { scope: { itemIds: [await itemId('R7')] } },
    );
    expect(data.supplierPerformance.leadTime).toEqual({
      n: 1,
      median: 20,
      excluded: [{ code: 'DELIVERED_BEFORE_PO_SENT', count: 1 }],
    });
  });

  it('8: keeps the original commitment when the supplier moves its promise', async () => {
    await told.lines(told.line('R8', { sku: 'R8', committedDate: '2026-03-10' }));
    await told.events({
      source: told.source('2026-03-09'),
      purchaseOrderLine: told.name('R8'),
      milestone: 'COMMITTED',
      date: '2026-03-17',
      by: 'SUPPLIER',
    });
    receive('R8', '2026-03-17', '10');
    await told.platform.settle();
    expect((await figureOf('R8', 'otif(definitionId: "otif.originalCommit@1")')).value).toBe(0);
    expect((await figureOf('R8', 'otif(definitionId: "otif.lastCommit@1")')).value).toBe(100);
    const { purchaseOrderLine } = await told.query<{ purchaseOrderLine: object }>(
      `query ($id: ExternalIdInput) { purchaseOrderLine(externalId: $id) { originalCommitDate currentCommitDate commits { date by } } }`,
      { id: told.name('R8') },
    );
    expect(purchaseOrderLine).toMatchObject({ originalCommitDate: '2026-03-10', currentCommitDate: '2026-03-17' });
  });

  it('9: counts one shipment once, however many receipts it came in', async () => {
    await told.lines(told.line('R9', { sku: 'R9', committedDate: '2026-03-10' }));
    receive('R9', '2026-03-10', '6', { shipmentNumber: 'ASN-9' });
    receive('R9', '2026-03-10', '4', { shipmentNumber: 'ASN-9' });
    await told.platform.settle();
    const data = await told.query<{ supplierPerformance: { volume: object } }>(
      `query ($scope: ScopeInput) { supplierPerformance(scope: $scope, window: { from: "2026-01-01", to: "2026-12-31" }) { volume { lines orders shipments } } }`,
      { scope: { itemIds: [await itemId('R9')] } },
    );
    expect(data.supplierPerformance.volume).toEqual({ lines: 1, orders: 1, shipments: 1 });
  });

  it('10: a receipt keyed a week late changes the figure as now, and not as it was published', async () => {
    await told.lines(told.line('R10', { sku: 'R10', committedDate: '2026-03-02' }));
    receive('R10', '2026-03-02', '10', { recordedOn: '2026-03-09' });
    await told.platform.settle();
    expect((await figureOf('R10', 'onTime')).value).toBe(100);
    const published = ', asOf: "2026-03-05T12:00:00Z", knownAt: "2026-03-05T12:00:00Z"';
    expect((await figureOf('R10', 'onTime', published)).value).toBe(0);
    const lag = await told.query<{ supplierPerformance: { recordedLag: { median: number } } }>(
      `query ($scope: ScopeInput) { supplierPerformance(scope: $scope, window: { from: "2026-01-01", to: "2026-12-31" }) { recordedLag { median } } }`,
      { scope: { itemIds: [await itemId('R10')] } },
    );
    expect(lag.supplierPerformance.recordedLag.median).toBe(7);
  });

  it('23: a receipt told ten times, out of order and before its order, has one effect', async () => {
    const receipt = goodsReceived({
      sourceSystemId: ERP,
      line: 'R23',
      on: '2026-03-03',
      quantity: '10',
      finalDelivery: true,
    });
    told.platform.scripted('inventory').publish(receipt);
    await told.platform.settle();
    await told.lines(told.line('R23', { sku: 'R23', committedDate: '2026-03-10' }));
    await told.platform.settle();
    const { purchaseOrderLine } = await told.query<{ purchaseOrderLine: object }>(
      `query ($id: ExternalIdInput) { purchaseOrderLine(externalId: $id) { receivedQuantity receivedOn status } }`,
      { id: told.name('R23') },
    );
    expect(purchaseOrderLine).toEqual({ receivedQuantity: '10', receivedOn: '2026-03-03', status: 'RECEIVED' });
  });
});

describe('the door', () => {
  it('answers a repetition alike and refuses the key for another fact', async () => {
    const line = told.line('D1', { sku: 'D1' });
    const first = await told.lines(line);
    const again = await told.lines(line, line);
    const other = await told.lines({ ...line, quantity: '11' });
    expect(first.results[0]).toMatchObject({ outcome: 'APPLIED' });
    expect(again).toMatchObject({ applied: 0, duplicates: 2 });
    expect(again.results[0]!.subjectId).toBe(first.results[0]!.subjectId);
    expect(other.results[0]).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });

  it('12: takes the good facts of a list and names what is wrong with the others', async () => {
    const payload = await told.lines(
      told.line('D2', { sku: 'D2' }),
      told.line('D3', { quantity: '-1' }),
      told.line('D4', { source: { ...told.source('2026-01-01'), recordedOn: undefined } }),
    );
    expect(payload).toMatchObject({ applied: 1, refused: 2 });
    expect(payload.results.map((result) => result.userErrors[0]?.code ?? null)).toEqual([
      null,
      'QUANTITY_INVALID',
      'TIME_AMBIGUOUS',
    ]);
  });

  it('parks a line until its supplier is onboarded', async () => {
    const parked = await told.lines(told.line('D5', { supplierCode: 'LATER', sku: 'D5' }));
    expect(parked.results[0]).toMatchObject({ outcome: 'PARKED', userErrors: [{ code: 'SUPPLIER_UNKNOWN' }] });
    await told.onboard('LATER');
    await told.platform.settle();
    const data = await told.query<{ supplier: { purchaseOrderLines: { totalCount: number } } }>(
      `{ supplier(code: "LATER") { purchaseOrderLines { totalCount } } }`,
    );
    expect(data.supplier.purchaseOrderLines.totalCount).toBe(1);
  });
});
