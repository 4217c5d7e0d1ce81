import { goodsReceived } from './goods-received';
import { inspectionDecided } from './inspection-decided';
import { ERP, SupplierPlatform } from './supplier-platform';

let told: SupplierPlatform;
beforeAll(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00Z');
  await told.onboard('ACME');
});
afterAll(() => told.stop());

const order = (id: string, terms: object = {}) =>
  told.lines(
    told.line(id, {
      sentOn: '2026-02-20',
      quantity: '100',
      requestedDate: '2026-03-10',
      committedDate: '2026-03-10',
      ...terms,
    }),
  );
const receive = (line: string, on: string, quantity: string): void =>
  told.platform
    .scripted('inventory')
    .publish(goodsReceived({ sourceSystemId: ERP, line, on, quantity, finalDelivery: true }));
const decide = (line: string, one: Omit<Parameters<typeof inspectionDecided>[0], 'line'>): void =>
  told.platform.scripted('quality').publish(inspectionDecided({ line: told.name(line), ...one }));
const lineOf = async (id: string): Promise<object> =>
  (
    await told.query<{ purchaseOrderLine: object }>(
      `query ($id: ExternalIdInput) { purchaseOrderLine(externalId: $id) { condition availableOn receivedQuantity status } }`,
      { id: told.name(id) },
    )
  ).purchaseOrderLine;

it('makes the accepted goods of a line available, once only', async () => {
  await order('ALL');
  receive('ALL', '2026-03-09', '100');
  await told.platform.settle();
  expect(await lineOf('ALL')).toMatchObject({ condition: null, availableOn: null });
  const eventId = 'aaaaaaaa-0000-4000-8000-000000000001';
  decide('ALL', { lot: 'q-all', on: '2026-03-10', accepted: '100', rejected: '0', eventId });
  await told.platform.settle();
  decide('ALL', { lot: 'q-all', on: '2026-03-10', accepted: '100', rejected: '0', eventId });
  await told.platform.settle();
  expect(await lineOf('ALL')).toEqual({
    condition: 'PERFECT',
    availableOn: '2026-03-10',
    receivedQuantity: '100',
    status: 'RECEIVED',
  });
});

it('judges by the accepted quantity where a definition says so: 80 of 100 are not in full', async () => {
  await order('L8');
  await order('L6');
  receive('L8', '2026-03-09', '100');
  receive('L6', '2026-03-09', '98');
  decide('L8', { lot: 'q-8', on: '2026-03-10', accepted: '80', rejected: '20' });
  decide('L6', { lot: 'q-6', on: '2026-03-10', accepted: '98', rejected: '0' });
  await told.platform.settle();
  const { supplierPerformance } = await told.query<{
    supplierPerformance: { otif: { contributions: { edges: { node: { label: string; numerator: string } }[] } } };
  }>(
    `{ supplierPerformance(window: { lastDays: 90 }) { otif(definitionId: "otif.accepted@1") {
         contributions { edges { node { label numerator } } } } } }`,
  );
  const passed = Object.fromEntries(
    supplierPerformance.otif.contributions.edges.map(({ node }) => [node.label, node.numerator]),
  );
  expect(passed).toMatchObject({ 'PO-L6 / 10': '1', 'PO-L8 / 10': '0' });
  expect(await lineOf('L8')).toMatchObject({ condition: 'DEFECTIVE' });
});

it('lets the last decision about a lot hold, and a decision of quality over what others report', async () => {
  await order('AGAIN');
  receive('AGAIN', '2026-03-05', '100');
  await told.events({
    source: told.source('2026-03-06'),
    purchaseOrderLine: told.name('AGAIN'),
    milestone: 'AVAILABLE',
    quantity: '100',
  });
  decide('AGAIN', { lot: 'q-again', on: '2026-03-07', accepted: '0', rejected: '100' });
  await told.platform.settle();
  expect(await lineOf('AGAIN')).toMatchObject({ condition: 'DEFECTIVE', availableOn: null });
  decide('AGAIN', { lot: 'q-again', on: '2026-03-12', accepted: '100', rejected: '0' });
  await told.platform.settle();
  expect(await lineOf('AGAIN')).toMatchObject({ condition: 'PERFECT', availableOn: '2026-03-12' });
});

it('is pending while part of what came was not decided on, and says nothing of goods let through', async () => {
  await order('PART');
  receive('PART', '2026-03-09', '100');
  decide('PART', { lot: 'q-part-1', on: '2026-03-10', accepted: '60', rejected: '0' });
  await told.platform.settle();
  expect(await lineOf('PART')).toMatchObject({ condition: 'PENDING' });
  decide('PART', { lot: 'q-part-2', on: '2026-03-11', accepted: '40', rejected: '0', decision: 'SKIPPED' });
  await told.platform.settle();
  expect(await lineOf('PART')).toMatchObject({ condition: 'PERFECT', availableOn: '2026-03-11' });
  await order('SKIP');
  receive('SKIP', '2026-03-09', '100');
  decide('SKIP', { lot: 'q-skip', on: '2026-03-10', accepted: '100', rejected: '0', decision: 'SKIPPED' });
  await told.platform.settle();
  expect(await lineOf('SKIP')).toMatchObject({ condition: null, availableOn: '2026-03-10' });
});

it('counts pieces in the packs in which they were ordered', async () => {
  await order('PACKS', { quantity: '10', unitOfMeasure: 'BX' });
  decide('PACKS', {
    lot: 'q-packs',
    on: '2026-03-10',
    accepted: '120',
    rejected: '0',
    unitOfMeasure: 'EA',
    delivered: {
      goodsReceiptId: 'r',
      quantity: '10',
      unitOfMeasure: 'BX',
      baseQuantity: '120',
      baseUnit: 'EA',
      dockToStock: false,
    },
  });
  await told.platform.settle();
  expect(await lineOf('PACKS')).toMatchObject({ condition: 'PERFECT', availableOn: '2026-03-10' });
});

it('waits for the order line', async () => {
  decide('LATE', { lot: 'q-late', on: '2026-03-10', accepted: '100', rejected: '0' });
  await told.platform.settle();
  await order('LATE');
  await told.platform.settle();
  expect(await lineOf('LATE')).toMatchObject({ condition: 'PERFECT', availableOn: '2026-03-10' });
});
