import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { IMPORT_DROPPED_V1, type ImportMarkPayload } from '@sightline/contracts/events/flow-marks.v1';
import { GOODS_RECEIPT_CORROBORATED_V1 } from '@sightline/contracts/events/goods-receipt-corroborated.v1';
import { GOODS_RECEIVED_V1 } from '@sightline/contracts/events/goods-received.v1';
import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import type { FlowOfEvent } from '@sightline/kit/freshness/progress';
import type { ProjectionBatch } from '@sightline/kit/outbox/projector';
import { lockLineReferences } from './line-reference-lock';
import { countLinesOfImports, forgetLinesOfImports } from './order-line.repository';

/** What an entry of inventory's log is a fact of. Corroborations are facts of their flow, though they add nothing. */
export const flowOf: FlowOfEvent = (entry) => {
  switch (entry.type) {
    case GOODS_RECEIVED_V1:
    case GOODS_RECEIPT_CORROBORATED_V1:
      return { kind: 'GOODS_RECEIPTS', recordedHere: true };
    case PLANT_REGISTERED_V1:
      return { kind: 'PLANTS', recordedHere: true };
    default:
      return null;
  }
};

/**
 * Makes a stretch of the log readable. Receipts of imports are written as they come and shown from the seal on, so that
 * sealing a long file takes no longer than sealing a short one.
 */
export async function project(manager: EntityManager, batch: ProjectionBatch): Promise<void> {
  const dropped = batch.entries.filter((entry) => entry.type === IMPORT_DROPPED_V1).map(importOf);
  await lockLineReferences(manager);
  await writeReceipts(manager, batch.firstPos, batch.lastPos);
  if (dropped.length > 0) {
    await forgetLinesOfImports(manager, dropped);
    await forgetReceiptsOfImports(manager, dropped);
  }
  if (batch.sealedImports.length > 0) {
    await countLinesOfImports(manager, batch.sealedImports);
    await countReceiptsOfImports(manager, batch.sealedImports);
  }
}

const importOf = (entry: LogEntry): string => (entry.payload as ImportMarkPayload).importId;

/** From the log into the read model, within the database: receipts with what their lines tell, and plants they name. */
async function writeReceipts(manager: EntityManager, firstPos: number, lastPos: number): Promise<void> {
  await manager.query(
    `WITH told AS MATERIALIZED (
       SELECT e.pos, e.subject_id, e.occurred_text, e.occurred_on, e.recorded_text, e.recorded_on, e.import_id,
              e.source->>'correctionOf' AS corrects, p."purchaseOrderLine"->>'sourceSystemId' AS s,
              p."purchaseOrderLine"->>'type' AS t, p."purchaseOrderLine"->>'value' AS v, p.*
       FROM event_log e,
         json_to_record(e.payload) AS p("purchaseOrderLine" json, "shipmentNumber" text, "plantId" text,
           "plantCode" text, "lotNumber" text, "supplierLotNumber" text, quantity numeric, "unitOfMeasure" text)
       WHERE e.type = $1 AND e.pos BETWEEN $2 AND $3),
     plants AS (
       INSERT INTO plant (id, code, name, time_zone, version)
       SELECT DISTINCT "plantId", "plantCode", "plantCode", NULL, 0 FROM told
       WHERE "plantCode" IS NOT NULL AND (import_id IS NULL OR import_id IN (SELECT s.import_id FROM sealed_import s))
       ON CONFLICT DO NOTHING)
     INSERT INTO goods_receipt (id, pos, supplier_id, purchase_order_line_id, line_source_system_id, line_type, line_value,
       item_id, plant_id, plant_code, shipment_number, lot_number, supplier_lot_number, quantity, unit_of_measure,
       occurred_at, occurred_on, recorded_at, recorded_on, corrects, import_id)
     SELECT t.subject_id, t.pos, l.supplier_id, l.id, t.s, t.t, t.v, l.item_id, coalesce(t."plantId", l.plant_id),
       t."plantCode", t."shipmentNumber", t."lotNumber", t."supplierLotNumber", t.quantity,
       CASE WHEN t.quantity IS NOT NULL THEN coalesce(t."unitOfMeasure", l.unit_of_measure) END,
       t.occurred_text, t.occurred_on, t.recorded_text, t.recorded_on, t.corrects, t.import_id
     FROM told t
     LEFT JOIN order_line_name n ON n.source_system_id = t.s AND n.type = t.t AND n.value = t.v
     LEFT JOIN order_line l ON l.id = n.line_id
     ON CONFLICT (id) DO NOTHING`,
    [GOODS_RECEIVED_V1, firstPos, lastPos],
  );
}

/** The receipts of these imports are shown from now on: so are the plants that they name. */
async function countReceiptsOfImports(manager: EntityManager, importIds: readonly string[]): Promise<void> {
  await manager.query(
    `INSERT INTO plant (id, code, name, time_zone, version)
     SELECT DISTINCT plant_id, plant_code, plant_code, NULL, 0 FROM goods_receipt
     WHERE import_id = ANY($1) AND plant_code IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [importIds],
  );
}

/** Receipts of a dropped import leave the read model; the log keeps them. */
async function forgetReceiptsOfImports(manager: EntityManager, importIds: readonly string[]): Promise<void> {
  await manager.query(`DELETE FROM goods_receipt WHERE import_id = ANY($1)`, [importIds]);
}
