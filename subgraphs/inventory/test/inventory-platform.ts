import type { LogEvent } from '@sightline/contracts/events/envelope';
import { IMPORT_DROPPED_V1, IMPORT_SEALED_V1 } from '@sightline/contracts/events/flow-marks.v1';
import { PURCHASE_ORDER_LINE_SENT_V1, type LineTerms } from '@sightline/contracts/events/purchase-order-line.v1';
import { factIdOf, itemIdOf, plantIdOf, purchaseOrderLineIdOf, supplierIdOf } from '@sightline/contracts/identities';
import { subgraph } from '@sightline/inventory/subgraph';
import { ManualClock } from '@sightline/kit/testing/fixed-clock';
import { startTestSubgraphs, type TestPlatform } from '@sightline/kit/testing/run-platform';
import { createTestDatabase } from '@sightline/kit/testing/test-database';

export interface InventoryUnderTest extends TestPlatform {
  clock: ManualClock;
  url: string;
  adminUrl: string;
  end(): Promise<void>;
}

/** Inventory alone, on a database of its own; the other subgraphs are scripted. */
export async function startInventory(): Promise<InventoryUnderTest> {
  const database = await createTestDatabase();
  const clock = new ManualClock('2026-03-14T09:30:00.000Z');
  const platform = await startTestSubgraphs([subgraph], { database, clock });
  return {
    ...platform,
    clock,
    url: database.urlOf('inventory'),
    adminUrl: database.adminUrl,
    async end() {
      await platform.stop();
      await database.drop();
    },
  };
}

let keys = 0;

/** A receipt input of the ERP; `source` and fields can be overridden. */
export function receipt(
  line: string,
  fields: Record<string, unknown> = {},
  source: Record<string, unknown> = {},
): Record<string, unknown> & { source: Record<string, unknown> } {
  keys += 1;
  return {
    source: {
      sourceSystemId: 'erp',
      flow: 'goods-receipts',
      idempotencyKey: `receipt-${keys}`,
      occurredAt: '2026-03-13T16:00:00+01:00',
      recordedAt: '2026-03-13T16:05:00+01:00',
      ...source,
    },
    purchaseOrderLine: { sourceSystemId: 'erp', type: 'purchaseOrderLine', value: line },
    quantity: '10',
    unitOfMeasure: 'EA',
    ...fields,
  };
}

export interface Answered {
  applied: number;
  duplicates: number;
  refused: number;
  results: {
    idempotencyKey: string;
    outcome: string;
    subjectId: string | null;
    userErrors: { code: string; field: string[] }[];
  }[];
}

/** Posts receipts as the integrator; fails the test when the operation itself fails. */
export async function post(platform: TestPlatform, inputs: readonly unknown[]): Promise<Answered> {
  const { data, errors } = await platform.ask<{ postGoodsReceipts: Answered }>(
    'inventory',
    'integrator',
    `mutation ($inputs: [GoodsReceiptInput!]!) { postGoodsReceipts(inputs: $inputs) {
       applied duplicates refused results { idempotencyKey outcome subjectId userErrors { code field } } } }`,
    { inputs },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.postGoodsReceipts;
}

export const lineIdOf = (value: string): string =>
  purchaseOrderLineIdOf({ sourceSystemId: 'erp', type: 'purchaseOrderLine', value });

let statements = 0;

/** An order line as suppliers publishes it. */
export function lineSent(
  value: string,
  terms: { supplier: string; sku?: string; itemName?: string; plant?: string; importId?: string },
): LogEvent<string, LineTerms> {
  statements += 1;
  const [orderNumber = value, lineNumber = null] = value.split('/');
  return {
    eventId: factIdOf('erp', `statement-${statements}`),
    type: PURCHASE_ORDER_LINE_SENT_V1,
    subjectType: 'PurchaseOrderLine',
    subjectId: lineIdOf(value),
    subjectVersion: statements,
    tenant: supplierIdOf(terms.supplier),
    source: {
      sourceSystemId: 'erp',
      flow: 'purchase-order-lines',
      plantId: null,
      idempotencyKey: `statement-${statements}`,
      sequence: null,
      correlationId: null,
      backfill: false,
      correctionOf: null,
      importId: terms.importId ?? null,
    },
    occurred: { at: null, on: '2026-03-01' },
    recorded: { at: null, on: '2026-03-01' },
    ingestedAt: '2026-03-14T09:00:00.000Z',
    payload: {
      orderNumber,
      lineNumber,
      scheduleNumber: 1,
      supplierId: supplierIdOf(terms.supplier),
      supplierCode: terms.supplier,
      sourcing: 'PURCHASED',
      supplyingPlantId: null,
      supplyingPlantCode: null,
      itemId: terms.sku === undefined ? null : itemIdOf(terms.sku),
      sku: terms.sku ?? null,
      itemName: terms.itemName ?? null,
      productGroup: null,
      plantId: terms.plant === undefined ? null : plantIdOf(terms.plant),
      plantCode: terms.plant ?? null,
      destinationCountry: null,
      manufacturingSiteId: null,
      manufacturingSite: null,
      shipmentMode: null,
      incoterm: null,
      quantity: '10',
      unitOfMeasure: 'EA',
      value: null,
      currency: null,
      createdOn: null,
      sent: null,
      requestedDate: null,
      committedDate: null,
      commitIsOriginal: true,
      externalIds: [{ sourceSystemId: 'erp', type: 'purchaseOrderLine', value }],
    },
  };
}

/** A seal or a drop of an import, as operations publishes it. */
export function importMark(kind: 'SEALED' | 'DROPPED', importId: string): LogEvent {
  return {
    eventId: factIdOf('operations', `${kind} ${importId}`),
    type: kind === 'SEALED' ? IMPORT_SEALED_V1 : IMPORT_DROPPED_V1,
    subjectType: 'ImportJob',
    subjectId: importId,
    subjectVersion: 2,
    tenant: null,
    source: null,
    occurred: { at: '2026-03-14T09:30:00Z', on: '2026-03-14' },
    recorded: { at: '2026-03-14T09:30:00Z', on: '2026-03-14' },
    ingestedAt: '2026-03-14T09:30:00.000Z',
    payload: { importId, sourceSystemId: 'erp', reason: null },
  };
}

/** Receipts of an order line, as a caller sees them. */
export async function receiptsOf(
  platform: TestPlatform,
  line: string,
  who: Parameters<TestPlatform['ask']>[1] = 'planner',
): Promise<{ id: string; quantity: string | null; occurredOn: string; shipmentNumber: string | null }[]> {
  const { data, errors } = await platform.ask<{
    _entities: {
      receipts: { id: string; quantity: string | null; occurredOn: string; shipmentNumber: string | null }[];
    }[];
  }>(
    'inventory',
    who,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PurchaseOrderLine {
       receipts { id quantity occurredOn shipmentNumber } } } }`,
    { r: [{ __typename: 'PurchaseOrderLine', id: lineIdOf(line) }] },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data._entities[0]!.receipts;
}
