import { supplierIdOf } from '@sightline/contracts/identities';
import { envelope, eventually, lineInput, lineName, receiptInput, sendFacts, supplierInput } from '../../testkit/facts';
import { StoryPlatform, type RunMode } from '../../testkit/platform';

/** Every way to a receipt that the graph has. */
const EVERYWHERE = `{
  suppliers(first: 5) { edges { node { code purchaseOrderLines(first: 5) { edges { node { orderNumber item { sku name } receipts { quantity item { sku } purchaseOrderLine { orderNumber supplier { code } } } } } } } } }
  items(first: 20) { edges { node { sku name openPurchaseOrderLines(first: 5) { edges { node { orderNumber } } } } } }
  supplierPerformance { breakdown(by: SUPPLIER) { edges { node { label supplier { code } } } } onTime { contributions { edges { node { label } } } } } }`;

describe.each<RunMode>(['together', 'apart'])('a pallet arrives (%s)', (mode) => {
  let platform: StoryPlatform;
  const now = new Date().toISOString();
  beforeAll(async () => {
    platform = await StoryPlatform.start(mode, { trusted: [EVERYWHERE] });
    await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [
      supplierInput('ACME', now),
      supplierInput('RIVAL', now),
    ]);
  }, 180_000);
  afterAll(() => platform.stop());

  interface Line {
    purchaseOrderLine: {
      status: string;
      receivedQuantity: string;
      item: object | null;
      receipts: { id: string }[];
    } | null;
  }
  const line = async (id: string): Promise<Line> => {
    const answer = await platform.ask<Line>(
      'executive',
      `query ($id: ExternalIdInput) { purchaseOrderLine(externalId: $id) {
         status receivedQuantity item { sku name } plant { code } receipts { id quantity plant { code } item { sku } } } }`,
      { id: lineName(id) },
    );
    // Inventory learns of items and plants a moment after the line is there; until then they are unknown, and said so.
    expect(answer.errors.filter((error) => error.extensions?.['code'] !== 'ENTITY_UNKNOWN')).toEqual([]);
    return answer.data;
  };

  it('enters inventory and completes its order line, once, though told ten times and before its order', async () => {
    const receipt = receiptInput('B', now);
    const first = await sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', [receipt]);
    expect(first.results[0]).toMatchObject({ outcome: 'APPLIED' });
    for (let again = 0; again < 9; again += 1) {
      const repeated = await sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', [receipt]);
      expect(repeated).toMatchObject({ applied: 0, duplicates: 1 });
      expect(repeated.results[0]!.subjectId).toBe(first.results[0]!.subjectId);
    }
    expect((await line('B')).purchaseOrderLine).toBeNull();
    await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [lineInput('B', 'ACME', now)]);
    const { purchaseOrderLine } = await eventually(
      () => line('B'),
      (answer) =>
        answer.purchaseOrderLine?.status === 'RECEIVED' &&
        answer.purchaseOrderLine.receipts.length > 0 &&
        answer.purchaseOrderLine.item !== null,
    );
    expect(purchaseOrderLine).toMatchObject({
      receivedQuantity: '10',
      item: { sku: 'SKU-B', name: 'Item B' },
      plant: { code: 'DE01' },
      receipts: [{ quantity: '10', plant: { code: 'DE01' }, item: { sku: 'SKU-B' } }],
    });
  });

  it('shows the lag of its flow in three parts that add up, and ages when the source falls silent', async () => {
    const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
    await sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', [
      {
        ...receiptInput('LATE', now),
        source: { ...envelope('receipt-LATE', 'dock', minutesAgo(30)), recordedAt: minutesAgo(10) },
      },
    ]);
    interface Health {
      syncHealth: {
        unreachableSubgraphs: string[];
        flows: {
          flow: string;
          subgraph: string;
          freshness: { status: string; ageSeconds: number };
          lag: Record<string, { n: number; median: number | null; max: number | null }>;
        }[];
      };
    }
    const { syncHealth } = await eventually(
      () =>
        platform.query<Health>(
          `{ syncHealth { unreachableSubgraphs flows { flow subgraph freshness { status ageSeconds }
             lag { entry { n max } transport { n max } processing { n max } endToEnd { n max } pipeline { n max } } } } }`,
        ),
      (answer) => answer.syncHealth.flows.some((flow) => flow.flow === 'dock' && flow.lag['entry']!.n === 1),
    );
    expect(syncHealth.unreachableSubgraphs).toEqual([]);
    const dock = syncHealth.flows.find((flow) => flow.flow === 'dock')!;
    expect(dock.subgraph).toBe('inventory');
    expect(dock.lag['entry']!.max).toBeCloseTo(20 * 60, 0);
    const sum = dock.lag['entry']!.max! + dock.lag['transport']!.max! + dock.lag['processing']!.max!;
    expect(dock.lag['endToEnd']!.max).toBeCloseTo(sum, 2);
    expect(dock.lag['pipeline']!.max).toBeCloseTo(dock.lag['transport']!.max! + dock.lag['processing']!.max!, 2);
    expect(dock.freshness.status).toBe('STALE');
    // A sign of life makes it fresh again, without any new fact.
    await sendFacts(platform, 'reportHeartbeats', 'HeartbeatInput', [
      { sourceSystemId: 'erp-de01', flow: 'dock', completeThrough: new Date().toISOString() },
    ]);
    await eventually(
      () => platform.query<Health>(`{ syncHealth { flows { flow freshness { status ageSeconds } } } }`),
      (answer) => answer.syncHealth.flows.find((flow) => flow.flow === 'dock')!.freshness.status === 'FRESH',
    );
  });

  it('is nobody else’s: a supplier sees its own receipt and line, and no other’s, also across subgraphs', async () => {
    await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [lineInput('SECRET', 'RIVAL', now)]);
    await sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', [receiptInput('SECRET', now)]);
    await eventually(
      () => line('SECRET'),
      (answer) => (answer.purchaseOrderLine?.receipts.length ?? 0) > 0,
    );
    const own = await platform.ask('supplier', EVERYWHERE, {}, supplierIdOf('ACME'));
    expect(own.errors).toEqual([]);
    const text = JSON.stringify(own.data);
    expect(text).toContain('PO-B');
    expect(text).not.toMatch(/SECRET|RIVAL/);
    expect(JSON.stringify((await platform.ask('executive', EVERYWHERE)).data)).toMatch(/SECRET/);
  });

  it('is refused without a token, with a foreign token and with a right that is missing', async () => {
    const anonymous = await platform.ask(null, '{ me { id } }');
    expect(anonymous.status).toBe(401);
    expect(anonymous.errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    const foreign = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' },
      body: JSON.stringify({ query: '{ me { id } }' }),
    });
    expect(foreign.status).toBe(401);
    const executive = await platform.ask('executive', `mutation { onboardSuppliers(inputs: []) { applied } }`);
    expect(executive.errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});
