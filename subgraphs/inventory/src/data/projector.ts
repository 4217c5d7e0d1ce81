import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { IMPORT_DROPPED_V1, type ImportMarkPayload } from '@sightline/contracts/events/flow-marks.v1';
import { GOODS_RECEIPT_CORROBORATED_V1 } from '@sightline/contracts/events/goods-receipt-corroborated.v1';
import { GOODS_RECEIVED_V1, type GoodsReceivedPayload } from '@sightline/contracts/events/goods-received.v1';
import { ITEM_REGISTERED_V1, type ItemRegisteredPayload } from '@sightline/contracts/events/item-registered.v1';
import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import { RECEIPT_INSPECTED_V1 } from '@sightline/contracts/events/receipt-inspected.v1';
import { STOCK_MOVEMENT_RECORDED_V1 } from '@sightline/contracts/events/stock-movement-recorded.v1';
import type { FlowOfEvent } from '@sightline/kit/freshness/progress';
import type { ProjectionBatch } from '@sightline/kit/outbox/projector';
import { readLog, readNext } from '@sightline/kit/outbox/read-log';
import { arraysOf, type Column, tableOf } from '@sightline/kit/postgres/column-rows';
import { writeItems } from './item.repository';
import { lockLineReferences } from './line-reference-lock';
import { writeMovements } from './movement-fact.repository';
import { countLinesOfImports, forgetLinesOfImports } from './order-line.repository';
import { writeDecisions } from './receipt-decision.repository';
import { countsNow, findRoots } from './root-fact';
import { receiptsOfNewPlants } from './stock-facts.repository';

/** What an entry of inventory's log is a fact of. Corroborations are facts of their flow, though they add nothing. */
export const flowOf: FlowOfEvent = (entry) => {
  switch (entry.type) {
    case GOODS_RECEIVED_V1:
    case GOODS_RECEIPT_CORROBORATED_V1:
      return { kind: 'GOODS_RECEIPTS', recordedHere: true };
    case STOCK_MOVEMENT_RECORDED_V1:
      return { kind: 'STOCK_MOVEMENTS', recordedHere: true };
    case PLANT_REGISTERED_V1:
      return { kind: 'PLANTS', recordedHere: true };
    case ITEM_REGISTERED_V1:
      return { kind: 'ITEMS', recordedHere: true };
    case RECEIPT_INSPECTED_V1:
      // Taken in by quality; here it moves the age of the stock that rests on it.
      return { kind: 'INSPECTIONS', recordedHere: false };
    default:
      return null;
  }
};

/** What a stretch of the log may have changed about stock: ids of first receipts and movements, and of items. */
export interface TouchedByLog {
  receipts: readonly string[];
  movements: readonly string[];
  items: readonly string[];
}

/**
 * Makes a stretch of the log readable. Receipts of imports are written as they come and shown from the seal on, so that
 * sealing a long file takes no longer than sealing a short one; the little else that an import may bring is written when
 * it is sealed.
 */
export async function writeReadModels(manager: EntityManager, batch: ProjectionBatch): Promise<TouchedByLog> {
  const dropped = batch.entries.filter((entry) => entry.type === IMPORT_DROPPED_V1).map(importOf);
  await lockLineReferences(manager);
  const counting = [...batch.entries, ...(await factsOfSealed(manager, batch))].sort((a, b) => a.pos - b.pos);
  const items = await writeItems(
    manager,
    counting.filter((entry) => entry.type === ITEM_REGISTERED_V1) as LogEntry<string, ItemRegisteredPayload>[],
  );
  const receipts = await writeReceipts(manager, batch);
  const movements = await writeMovements(manager, counting);
  const decided = await writeDecisions(manager, counting);
  if (dropped.length > 0) {
    await forgetLinesOfImports(manager, dropped);
    await forgetReceiptsOfImports(manager, dropped);
  }
  if (batch.sealedImports.length > 0) {
    items.push(...(await countLinesOfImports(manager, batch.sealedImports)));
    receipts.push(...(await countReceiptsOfImports(manager, batch.sealedImports)));
  }
  return { receipts: [...receipts, ...decided, ...(await receiptsOfNewPlants(manager))], movements, items };
}

const importOf = (entry: LogEntry): string => (entry.payload as ImportMarkPayload).importId;

/** What sealed imports brought beside receipts, wherever in the log. */
async function factsOfSealed(manager: EntityManager, batch: ProjectionBatch): Promise<LogEntry[]> {
  if (batch.sealedImports.length === 0) return [];
  return readLog(manager, `import_id = ANY($1) AND pos <= $2 AND type = ANY($3)`, [
    batch.sealedImports,
    batch.lastPos,
    [ITEM_REGISTERED_V1, STOCK_MOVEMENT_RECORDED_V1, RECEIPT_INSPECTED_V1],
  ]);
}

interface Told {
  entry: LogEntry;
  receipt: GoodsReceivedPayload;
}

const TOLD: readonly Column<Told>[] = [
  ['pos', 'bigint', ({ entry }) => entry.pos],
  ['id', 'text', ({ entry }) => entry.subjectId],
  ['occurred_at', 'text', ({ entry }) => entry.occurred.at],
  ['occurred_on', 'date', ({ entry }) => entry.occurred.on],
  ['recorded_at', 'text', ({ entry }) => entry.recorded.at],
  ['recorded_on', 'date', ({ entry }) => entry.recorded.on],
  ['import_id', 'text', ({ entry }) => entry.source?.importId ?? null],
  ['corrects', 'text', ({ entry }) => entry.source?.correctionOf ?? null],
  ['told_by', 'text', ({ entry }) => entry.source?.sourceSystemId ?? null],
  ['s', 'text', ({ receipt }) => receipt.purchaseOrderLine.sourceSystemId],
  ['t', 'text', ({ receipt }) => receipt.purchaseOrderLine.type],
  ['v', 'text', ({ receipt }) => receipt.purchaseOrderLine.value],
  ['shipment_number', 'text', ({ receipt }) => receipt.shipmentNumber],
  ['plant_id', 'text', ({ receipt }) => receipt.plantId],
  ['plant_code', 'text', ({ receipt }) => receipt.plantCode],
  ['lot_number', 'text', ({ receipt }) => receipt.lotNumber],
  ['supplier_lot_number', 'text', ({ receipt }) => receipt.supplierLotNumber],
  ['quantity', 'decimal', ({ receipt }) => receipt.quantity],
  ['unit_of_measure', 'text', ({ receipt }) => receipt.unitOfMeasure],
  ['stock_status', 'text', ({ receipt }) => receipt.stockStatus],
  ['consignment', 'boolean', ({ receipt }) => receipt.consignment],
];

/**
 * From the log into the read model: receipts with what their lines tell, and plants they name.
 *
 * @returns first receipts of those that count already and may be in stock
 */
async function writeReceipts(manager: EntityManager, batch: ProjectionBatch): Promise<string[]> {
  const { firstPos, lastPos } = batch;
  // Also those of imports that do not count yet, which the batch leaves out.
  const entries = await readNext(manager, firstPos - 1, lastPos, lastPos - firstPos + 1);
  const told = entries
    .filter((entry) => entry.type === GOODS_RECEIVED_V1)
    .map((entry): Told => ({ entry, receipt: entry.payload as GoodsReceivedPayload }));
  if (told.length === 0) return [];
  const sealing = `$${TOLD.length + 1}`;
  const rows: { id: string; corrects: string | null; counts: boolean }[] = await manager.query(
    `WITH told AS MATERIALIZED (SELECT * FROM ${tableOf(TOLD, 't')}),
     plants AS (
       INSERT INTO plant (id, code, name, time_zone, version)
       SELECT DISTINCT plant_id, plant_code, plant_code, NULL, 0 FROM told
       WHERE plant_code IS NOT NULL AND ${countsNow('told', sealing)}
       ON CONFLICT DO NOTHING),
     written AS (
       INSERT INTO goods_receipt AS g (id, pos, supplier_id, purchase_order_line_id, line_source_system_id, line_type,
         line_value, item_id, plant_id, plant_code, shipment_number, lot_number, supplier_lot_number, quantity,
         unit_of_measure, occurred_at, occurred_on, recorded_at, recorded_on, corrects, root_id, stock_status, consignment,
         source_system_id, not_in_stock, import_id)
       SELECT t.id, t.pos, l.supplier_id, l.id, t.s, t.t, t.v, l.item_id, coalesce(t.plant_id, l.plant_id),
         t.plant_code, t.shipment_number, t.lot_number, t.supplier_lot_number, t.quantity,
         CASE WHEN t.quantity IS NOT NULL THEN coalesce(t.unit_of_measure, l.unit_of_measure) END,
         t.occurred_at, t.occurred_on, t.recorded_at, t.recorded_on, t.corrects, t.id,
         t.stock_status, t.consignment, t.told_by,
         CASE WHEN t.quantity IS NULL THEN 'QUANTITY_NOT_TOLD'
              WHEN t.quantity <> 0 AND l.id IS NULL THEN 'ORDER_LINE_UNKNOWN' END, t.import_id
       FROM told t
       LEFT JOIN order_line_name n ON n.source_system_id = t.s AND n.type = t.t AND n.value = t.v
       LEFT JOIN order_line l ON l.id = n.line_id
       ON CONFLICT (id) DO NOTHING
       RETURNING g.id, g.corrects, g.not_in_stock, g.import_id)
     SELECT id, corrects, ${countsNow('written', sealing)} AS counts FROM written
     WHERE not_in_stock IS NULL OR corrects IS NOT NULL`,
    [...arraysOf(TOLD, told), batch.sealedImports],
  );
  const corrections = rows.flatMap(({ id, corrects }) => (corrects === null ? [] : [id]));
  await findRoots(manager, 'goods_receipt', corrections);
  const counting = rows.filter((row) => row.counts);
  const originals = counting.filter((row) => row.corrects === null).map((row) => row.id);
  const corrected = counting.filter((row) => row.corrects !== null).map((row) => row.id);
  return [...originals, ...(await rootsOf(manager, corrected))];
}

async function rootsOf(manager: EntityManager, receiptIds: readonly string[]): Promise<string[]> {
  if (receiptIds.length === 0) return [];
  const rows: { root_id: string }[] = await manager.query(
    `SELECT DISTINCT root_id FROM goods_receipt WHERE id = ANY($1)`,
    [receiptIds],
  );
  return rows.map((row) => row.root_id);
}

/**
 * The receipts of these imports are shown from now on: so are the plants that they name.
 *
 * @returns first receipts of those that say how much came
 */
async function countReceiptsOfImports(manager: EntityManager, importIds: readonly string[]): Promise<string[]> {
  await manager.query(
    `INSERT INTO plant (id, code, name, time_zone, version)
     SELECT DISTINCT plant_id, plant_code, plant_code, NULL, 0 FROM goods_receipt
     WHERE import_id = ANY($1) AND plant_code IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [importIds],
  );
  const rows: { root_id: string }[] = await manager.query(
    `SELECT DISTINCT root_id FROM goods_receipt
     WHERE import_id = ANY($1) AND (quantity IS NOT NULL OR corrects IS NOT NULL)`,
    [importIds],
  );
  return rows.map((row) => row.root_id);
}

/** Receipts of a dropped import leave the read model; the log keeps them. They were never in stock. */
async function forgetReceiptsOfImports(manager: EntityManager, importIds: readonly string[]): Promise<void> {
  await manager.query(`DELETE FROM goods_receipt WHERE import_id = ANY($1)`, [importIds]);
}
