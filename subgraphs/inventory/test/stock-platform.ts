import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import {
  INSPECTION_LOT_DECIDED_V1,
  INSPECTION_LOT_REPORTED_V1,
  type DispositionName,
  type InspectionLotDecidedPayload,
} from '@sightline/contracts/events/inspection-lot.v1';
import { itemIdOf } from '@sightline/contracts/identities';
import type { TestPlatform } from '@sightline/kit/testing/run-platform';
import type { Answered, InventoryUnderTest } from './inventory-platform';

let keys = 0;

const sourceOf = (flow: string, source: Record<string, unknown>): Record<string, unknown> => {
  keys += 1;
  return {
    sourceSystemId: 'wms',
    flow,
    idempotencyKey: `${flow}-${keys}`,
    occurredAt: '2026-03-13T17:00:00+01:00',
    recordedAt: '2026-03-13T17:01:00+01:00',
    ...source,
  };
};

/** A movement of the warehouse; `source` and fields can be overridden. */
export const movement = (
  kind: string,
  sku: string,
  quantity: string,
  fields: Record<string, unknown> = {},
  source: Record<string, unknown> = {},
): Record<string, unknown> & { source: Record<string, unknown> } => ({
  source: sourceOf('stock-movements', source),
  kind,
  sku,
  plantCode: 'HAM',
  quantity,
  ...fields,
});

export const item = (
  sku: string,
  fields: Record<string, unknown> = {},
  source: Record<string, unknown> = {},
): Record<string, unknown> & { source: Record<string, unknown> } => ({
  source: sourceOf('items', source),
  sku,
  name: `Item ${sku}`,
  unitOfMeasure: 'EA',
  ...fields,
});

/** Sends facts through a door as the integrator; fails the test when the operation itself fails. */
async function send(
  platform: TestPlatform,
  door: string,
  input: string,
  inputs: readonly unknown[],
): Promise<Answered> {
  const { data, errors } = await platform.ask<Record<string, Answered>>(
    'inventory',
    'integrator',
    `mutation ($inputs: [${input}!]!) { ${door}(inputs: $inputs) {
       applied duplicates refused results { idempotencyKey outcome subjectId userErrors { code field } } } }`,
    { inputs },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data[door]!;
}

export const move = (platform: TestPlatform, ...inputs: readonly unknown[]): Promise<Answered> =>
  send(platform, 'recordStockMovements', 'StockMovementInput', inputs);
export const register = (platform: TestPlatform, ...inputs: readonly unknown[]): Promise<Answered> =>
  send(platform, 'registerItems', 'ItemInput', inputs);

/** Stock of an item as text, one position each: plant, lot, condition, owner and quantity. */
export async function stockOf(
  platform: TestPlatform,
  sku: string,
  who: Parameters<TestPlatform['ask']>[1] = 'planner',
): Promise<string[]> {
  const { data, errors } = await platform.ask<{
    _entities: ({
      stock: {
        plant: { code: string };
        lot: { lotNumber: string } | null;
        status: string;
        owner: string;
        quantity: string;
      }[];
    } | null)[];
  }>(
    'inventory',
    who,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Item {
       stock { plant { code } lot { lotNumber } status owner quantity } } } }`,
    { r: [{ __typename: 'Item', id: itemIdOf(sku) }] },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return (data._entities[0]?.stock ?? []).map((position) =>
    [
      position.plant.code,
      ...(position.lot === null ? [] : [position.lot.lotNumber]),
      position.status,
      ...(position.owner === 'OWN' ? [] : [position.owner]),
      Number(position.quantity),
    ].join(' '),
  );
}

const quality = (type: string, payload: object): LogEvent => ({
  eventId: randomUUID(),
  type,
  subjectType: 'InspectionLot',
  subjectId: randomUUID(),
  subjectVersion: 1,
  tenant: null,
  source: {
    sourceSystemId: 'qms',
    flow: 'inspections',
    plantId: null,
    idempotencyKey: randomUUID(),
    sequence: null,
    correlationId: null,
    backfill: false,
    correctionOf: null,
    importId: null,
  },
  occurred: { at: '2026-03-13T19:00:00+01:00', on: '2026-03-13' },
  recorded: { at: '2026-03-13T19:01:00+01:00', on: '2026-03-13' },
  ingestedAt: '2026-03-14T09:00:00.000Z',
  payload,
});

/** What inventory reads of a decision. */
type Decided = Pick<
  InspectionLotDecidedPayload,
  'inspectionLotId' | 'goodsReceiptId' | 'acceptedQuantity' | 'rejectedQuantity' | 'unitOfMeasure' | 'disposition'
>;
const lotOf = (goodsReceiptId: string): string => `lot of ${goodsReceiptId}`;

/** A decision as quality publishes it. */
export const decided = (
  goodsReceiptId: string,
  acceptedQuantity: string,
  rejectedQuantity: string,
  disposition: DispositionName | null = null,
  unitOfMeasure = 'EA',
): LogEvent =>
  quality(INSPECTION_LOT_DECIDED_V1, {
    inspectionLotId: lotOf(goodsReceiptId),
    goodsReceiptId,
    acceptedQuantity,
    rejectedQuantity,
    unitOfMeasure,
    disposition,
  } satisfies Decided);

/** A disposition that comes after the decision, as quality publishes it. */
export const disposed = (goodsReceiptId: string, disposition: DispositionName): LogEvent =>
  quality(INSPECTION_LOT_REPORTED_V1, {
    inspectionLotId: lotOf(goodsReceiptId),
    goodsReceiptId,
    said: { disposition },
  });

/** Reads the database of inventory behind its back, seeing through row-level security. */
export async function rowsOf<Row extends object>(inventory: InventoryUnderTest, statement: string): Promise<Row[]> {
  const admin = new Client({
    connectionString: inventory.adminUrl,
    options: '-c search_path=inventory -c app.tenant=*',
  });
  await admin.connect();
  try {
    return (await admin.query<Row>(statement)).rows;
  } finally {
    await admin.end();
  }
}

/** Positions that differ from what the ledger adds up to, or from what the log announced; there is never one. */
export async function differences(inventory: InventoryUnderTest): Promise<object[]> {
  return rowsOf(
    inventory,
    `WITH ledger AS (SELECT position_id AS id, sum(quantity) AS quantity FROM stock_movement GROUP BY position_id),
     announced AS (
       SELECT p.posting->>'positionId' AS id, sum((p.posting->>'quantity')::numeric) AS quantity
       FROM event_log e CROSS JOIN LATERAL json_array_elements(e.payload->'postings') AS p(posting)
       WHERE e.type = 'inventory.stock.moved.v1' GROUP BY 1)
     SELECT id, s.quantity AS shown, l.quantity AS ledger, a.quantity AS announced
     FROM stock_position s FULL JOIN ledger l USING (id) FULL JOIN announced a USING (id)
     WHERE (s.quantity = l.quantity AND s.quantity = a.quantity) IS NOT TRUE`,
  );
}
