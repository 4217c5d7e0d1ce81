import { supplierIdOf } from '@sightline/contracts/identities';
import {
  envelope,
  eventually,
  lineInput,
  receiptInput,
  sendFacts,
  supplierInput,
  WorkOrderFacts,
} from '../../testkit/facts';
import type { StoryPlatform } from '../../testkit/platform';

const DAY_MS = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();
const dayAgo = (days: number): string => daysAgo(days).slice(0, 10);

export const ERP = 'erp-de01';
export const QMS = 'qms-de01';
const MES = 'mes-de01';

/** The supplier that the stories sign in as, and one that must stay unseen then. */
export const OWN = { id: supplierIdOf('ACME'), name: 'ACME GmbH' };

/** An order line of 10 pieces, ordered 20 days ago and promised for so many days ago. */
export const orderLine = (id: string, supplier: string, promisedDaysAgo: number, value: number): object =>
  lineInput(id, supplier, daysAgo(20), {
    value: String(value),
    currency: 'EUR',
    committedDate: dayAgo(promisedDaysAgo),
  });

/** Goods of a line, received now; left out: all 10 pieces. */
export const receiptNow = (id: string, key = id, quantity = '10'): object => ({
  ...receiptInput(id, new Date().toISOString(), { quantity }),
  source: envelope(`receipt-${key}`, 'receipts', new Date().toISOString()),
});

export const sendReceipts = (platform: StoryPlatform, ...receipts: object[]): Promise<unknown> =>
  sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', receipts);

export const sendLines = (platform: StoryPlatform, ...lines: object[]): Promise<unknown> =>
  sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', lines);

/** A sign of life: the source has told everything up to now. */
export const beat = (platform: StoryPlatform, sourceSystemId: string, ...flows: string[]): Promise<unknown> =>
  sendFacts(
    platform,
    'reportHeartbeats',
    'HeartbeatInput',
    flows.map((flow) => ({ sourceSystemId, flow, completeThrough: new Date().toISOString() })),
  );

/**
 * Two suppliers, one plant, three sources that promise a day, and something for every screen: lines that came, late and in
 * time, a lot not accepted, three lines overdue (L1, of most value, then L2, and one of the other supplier), a work order
 * made and not posted.
 */
export async function tellSmallNetwork(platform: StoryPlatform): Promise<void> {
  const promised = (...flows: string[]): object[] => flows.map((flow) => ({ flow, budgetSeconds: DAY_MS / 1000 }));
  await sendFacts(platform, 'registerSources', 'SourceSystemInput', [
    {
      id: ERP,
      name: 'ERP Dresden',
      kind: 'ERP',
      flows: promised('suppliers', 'orders', 'receipts', 'plants', 'work-orders'),
    },
    { id: MES, name: 'MES Dresden', kind: 'MES', flows: promised('work-orders') },
    { id: QMS, name: 'QMS Dresden', kind: 'QMS', flows: promised('inspections') },
  ]);
  await sendFacts(platform, 'registerPlants', 'PlantInput', [
    {
      source: envelope('plant-DE01', 'plants', daysAgo(30)),
      code: 'DE01',
      name: 'Works Dresden',
      timeZone: 'Europe/Berlin',
    },
  ]);
  await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [
    supplierInput('ACME', daysAgo(30)),
    supplierInput('RIVAL', daysAgo(30)),
  ]);
  const came = Array.from({ length: 12 }, (_, index) => `C${index + 1}`);
  await sendLines(
    platform,
    ...came.map((id, index) => orderLine(id, index < 8 ? 'ACME' : 'RIVAL', index % 4 === 0 ? 3 : 1, 100)),
    orderLine('L1', 'ACME', 4, 90_000),
    orderLine('L2', 'ACME', 4, 50_000),
    orderLine('R1', 'RIVAL', 2, 10_000),
  );
  await sendReceipts(
    platform,
    ...came.map((id) => ({
      ...receiptInput(id, daysAgo(2)),
      source: envelope(`receipt-${id}`, 'receipts', daysAgo(2)),
    })),
  );
  await sendFacts(
    platform,
    'recordInspections',
    'InspectionInput',
    ['C1', 'C2', 'C9'].map((id, index) => ({
      source: { ...envelope(`decided-${id}`, 'inspections', daysAgo(1)), sourceSystemId: QMS },
      inspectionLot: { sourceSystemId: QMS, type: 'inspectionLot', value: `Q-${id}` },
      goodsReceipt: { sourceSystemId: ERP, type: 'goodsReceipt', value: `receipt-${id}` },
      event: 'DECIDED',
      number: `Q-${id}`,
      sampleSize: 5,
      defectiveInSample: index === 0 ? '2' : '0',
      decision: index === 0 ? 'REJECTED' : 'ACCEPTED',
    })),
  );
  const order = new WorkOrderFacts(platform, '700123');
  await order.release(daysAgo(2));
  await order.complete(daysAgo(1), '98', { scrappedQuantity: '2' });
  await beat(platform, ERP, 'suppliers', 'orders', 'receipts', 'plants', 'work-orders');
  await beat(platform, MES, 'work-orders');
  await beat(platform, QMS, 'inspections');
  await eventually(
    () =>
      platform.query<{
        qualityPerformance: { lotRejectionRate: { n: number } };
        productionPerformance: { unpostedOrders: number };
      }>('{ qualityPerformance { lotRejectionRate { n } } productionPerformance { unpostedOrders } }'),
    (answer) => answer.qualityPerformance.lotRejectionRate.n === 3 && answer.productionPerformance.unpostedOrders === 1,
  );
}
