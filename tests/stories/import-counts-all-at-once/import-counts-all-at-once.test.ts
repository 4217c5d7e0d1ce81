import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { subgraph as inventory } from '@sightline/inventory/subgraph';
import { withTenant } from '@sightline/kit/postgres/transaction';
import { ManualClock } from '@sightline/kit/testing/fixed-clock';
import { startTestSubgraphs, type TestPlatform } from '@sightline/kit/testing/run-platform';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';
import { subgraph as operations } from '@sightline/operations/subgraph';
import { subgraph as suppliers } from '@sightline/suppliers/subgraph';

const clock = new ManualClock('2026-03-14T09:30:00.000Z');
let database: TestDatabase;
let platform: TestPlatform;

beforeAll(async () => {
  database = await createTestDatabase();
  // As on a long log: nothing is folded for the present.
  platform = await startTestSubgraphs([suppliers, inventory, operations], { database, clock, foldedEvents: 0 });
});
afterAll(async () => {
  await platform.stop();
  await database.drop();
});

async function ask<Data>(name: SubgraphName, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await platform.ask<Data>(name, 'integrator', query, variables);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

const envelope = (key: string, flow: string, importId: string | null) => ({
  sourceSystemId: 'archive',
  flow,
  idempotencyKey: key,
  occurredOn: '2026-01-10',
  recordedOn: '2026-01-12',
  backfill: true,
  importId,
});
const ORDER_LINE = { sourceSystemId: 'archive', type: 'purchaseOrderLine' };

interface Payload {
  applied: number;
  duplicates: number;
  results: { outcome: string; userErrors: { code: string }[] }[];
}
const RESULT = `{ applied duplicates results { outcome userErrors { code message } } }`;

/** Sends a supplier, lines and a receipt for each line; answers what became of the receipts and of the lines. */
async function send(importId: string | null, lines: readonly string[]): Promise<{ lines: Payload; receipts: Payload }> {
  await ask('suppliers', `mutation ($i: [SupplierInput!]!) { onboardSuppliers(inputs: $i) ${RESULT} }`, {
    i: [{ source: envelope('supplier:ACME', 'suppliers', importId), code: 'ACME', name: 'Acme' }],
  });
  const sent = await ask<{ sendPurchaseOrderLines: Payload }>(
    'suppliers',
    `mutation ($i: [PurchaseOrderLineInput!]!) { sendPurchaseOrderLines(inputs: $i) ${RESULT} }`,
    {
      i: lines.map((line) => ({
        source: envelope(`line:${line}`, 'purchase-order-lines', importId),
        orderNumber: line,
        lineNumber: '1',
        supplierCode: 'ACME',
        sku: `SKU-${line}`,
        quantity: '10',
        unitOfMeasure: 'EA',
        sentOn: '2026-01-01',
        committedDate: '2026-01-10',
        externalIds: [{ ...ORDER_LINE, value: line }],
      })),
    },
  );
  const received = await ask<{ postGoodsReceipts: Payload }>(
    'inventory',
    `mutation ($i: [GoodsReceiptInput!]!) { postGoodsReceipts(inputs: $i) ${RESULT} }`,
    {
      i: lines.map((line) => ({
        source: envelope(`receipt:${line}`, 'goods-receipts', importId),
        purchaseOrderLine: { ...ORDER_LINE, value: line },
        plantCode: 'BER',
        quantity: '10',
        finalDelivery: true,
        externalIds: [{ sourceSystemId: 'archive', type: 'goodsReceipt', value: line }],
      })),
    },
  );
  return { lines: sent.sendPurchaseOrderLines, receipts: received.postGoodsReceipts };
}

/** What counts everywhere: lines and figures of suppliers, items and plants of inventory. */
async function counted(): Promise<{ lines: number; onTime: number; items: number; plants: number }> {
  const ofSuppliers = await ask<{
    purchaseOrderLines: { totalCount: number };
    supplierPerformance: { onTime: { n: number } };
  }>(
    'suppliers',
    `{ purchaseOrderLines { totalCount } supplierPerformance(window: { lastDays: 90 }) { onTime { n } } }`,
  );
  const ofInventory = await ask<{ items: { totalCount: number }; plants: unknown[] }>(
    'inventory',
    `{ items { totalCount } plants { code } }`,
  );
  return {
    lines: ofSuppliers.purchaseOrderLines.totalCount,
    onTime: ofSuppliers.supplierPerformance.onTime.n,
    items: ofInventory.items.totalCount,
    plants: ofInventory.plants.length,
  };
}

async function begin(
  content: string,
): Promise<{ import: { id: string; status: string } | null; resumed: boolean; dropped: string[] }> {
  const asked = ask<{
    beginImport: { import: { id: string; status: string } | null; resumed: boolean; dropped: string[] };
  }>(
    'operations',
    `mutation ($i: BeginImportInput!) { beginImport(input: $i) { import { id status } resumed dropped userErrors { code } } }`,
    {
      i: { sourceSystemId: 'archive', fileName: `${content}.csv`, contentSha256: content.repeat(64), expectedFacts: 2 },
    },
  );
  // Beginning waits until drops are known everywhere, and in this test nothing moves by itself.
  let answered = false;
  const done = asked.finally(() => (answered = true));
  while (!answered) {
    await platform.settle();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return (await done).beginImport;
}
const seal = (importId: string) =>
  ask('operations', `mutation ($i: SealImportInput!) { sealImport(input: $i) { userErrors { code } } }`, {
    i: { importId, facts: 2 },
  });
const isVisible = async (id: string): Promise<boolean> =>
  (
    await ask<{ importJob: { visible: boolean } }>(
      'operations',
      `query ($id: ID!) { importJob(id: $id) { visible } }`,
      { id },
    )
  ).importJob.visible;

/** While the stored contributions of suppliers stand where they stood before the import. */
async function whileUnderived(look: () => Promise<void>): Promise<void> {
  const { database: ofSuppliers } = platform.subgraph('suppliers');
  const move = (to: string) =>
    withTenant(ofSuppliers, 'ALL', (manager) =>
      manager.query(`UPDATE reader_position SET pos = ${to} WHERE reader = 'deriver'`),
    );
  await move('0');
  await look();
  await move(`(SELECT pos FROM reader_position WHERE reader = 'projector')`);
}

const NOTHING = { lines: 0, onTime: 0, items: 0, plants: 0 };

describe('an import', () => {
  it('counts nowhere while it is open or dropped, and everywhere once it is sealed', async () => {
    const first = await begin('a');
    await send(first.import!.id, ['L1', 'L2']);
    await platform.settle();
    expect(await counted()).toEqual(NOTHING);

    const second = await begin('b');
    expect(second.dropped).toEqual([first.import!.id]);
    await platform.settle();
    expect(await counted()).toEqual(NOTHING);

    // The next file holds the rows of the dropped one, under the same keys: they are new again.
    const sent = await send(second.import!.id, ['L1', 'L2']);
    expect([sent.lines.applied, sent.receipts.applied]).toEqual([2, 2]);
    await platform.settle();
    expect(await counted()).toEqual(NOTHING);
    expect(await isVisible(second.import!.id)).toBe(false);

    await seal(second.import!.id);
    expect(await isVisible(second.import!.id)).toBe(false);
    await platform.settle();
    expect(await isVisible(second.import!.id)).toBe(true);
    await whileUnderived(async () => expect(await isVisible(second.import!.id)).toBe(false));
    expect(await counted()).toEqual({ lines: 2, onTime: 2, items: 2, plants: 1 });
  });

  it('changes nothing when its file is sent again, and lets what was missing count at once', async () => {
    const again = await begin('b');
    expect(again).toMatchObject({ resumed: true, import: { status: 'SEALED' } });
    const sent = await send(again.import!.id, ['L1', 'L2', 'L3']);
    expect([sent.lines.duplicates, sent.lines.applied, sent.receipts.duplicates]).toEqual([2, 1, 2]);
    await platform.settle();
    expect(await counted()).toEqual({ lines: 3, onTime: 3, items: 3, plants: 1 });
  });
});

describe('a heartbeat', () => {
  it('moves the age of a figure only behind the facts that it covers', async () => {
    const live = {
      sourceSystemId: 'erp',
      flow: 'goods-receipts',
      recordedOn: undefined,
      occurredOn: undefined,
      backfill: false,
      importId: null,
    };
    const ages = async () =>
      (
        await ask<{ syncHealth: { flows: { freshness: { asOf: string | null }; lastHeartbeatAt: string | null }[] } }>(
          'operations',
          `{ syncHealth(scope: { sourceSystemIds: ["erp"] }) { flows { freshness { asOf } lastHeartbeatAt } } }`,
        )
      ).syncHealth.flows[0]!;
    await ask('inventory', `mutation ($i: [GoodsReceiptInput!]!) { postGoodsReceipts(inputs: $i) { applied } }`, {
      i: [
        {
          source: {
            ...live,
            idempotencyKey: 'live-1',
            occurredAt: '2026-03-14T09:00:00Z',
            recordedAt: '2026-03-14T09:01:00Z',
          },
          purchaseOrderLine: { ...ORDER_LINE, value: 'L1' },
        },
      ],
    });
    await ask(
      'operations',
      `mutation { reportHeartbeats(inputs: [{ sourceSystemId: "erp", flow: "goods-receipts", completeThrough: "2026-03-14T09:25:00Z" }]) { applied } }`,
    );
    // Both are accepted and neither is readable yet: the heartbeat promises nothing.
    expect((await ages()).freshness.asOf).toBeNull();
    await platform.subgraph('operations').step();
    expect((await ages()).freshness.asOf).toBeNull();
    await platform.settle();
    expect((await ages()).freshness.asOf).toBe('2026-03-14T09:25:00.000Z');
    // Suppliers hears of it through the log of inventory, behind the receipt.
    const log = await platform.subgraph('inventory').database.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant', '*', true)`);
      const rows: { type: string }[] = await manager.query(`SELECT type FROM event_log ORDER BY pos DESC LIMIT 2`);
      return rows.map((row) => row.type);
    });
    expect(log).toEqual(['operations.heartbeat.reported.v1', 'inventory.goods.received.v1']);
  });
});
