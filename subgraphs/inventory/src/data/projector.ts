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

/** Makes a stretch of the log readable: receipts, and what imports that are sealed or dropped in it bring or take. */
export async function project(manager: EntityManager, batch: ProjectionBatch): Promise<void> {
  const dropped = batch.entries.filter((entry) => entry.type === IMPORT_DROPPED_V1).map(importOf);
  const received = batch.entries.some((entry) => entry.type === GOODS_RECEIVED_V1);
  if (!received && dropped.length === 0 && batch.sealedImports.length === 0) return;

  await lockLineReferences(manager);
  if (dropped.length > 0) await forgetLinesOfImports(manager, dropped);
  if (received)
    await writeReceipts(
      manager,
      `e.pos BETWEEN $2 AND $3 AND (e.import_id IS NULL OR e.import_id IN (SELECT s.import_id FROM sealed_import s))`,
      [batch.firstPos, batch.lastPos],
    );
  if (batch.sealedImports.length > 0) {
    await writeReceipts(manager, `e.import_id = ANY($2) AND e.pos <= $3`, [batch.sealedImports, batch.lastPos]);
    await countLinesOfImports(manager, batch.sealedImports);
  }
}

const importOf = (entry: LogEntry): string => (entry.payload as ImportMarkPayload).importId;

/**
 * From the log into the read model, within the database: receipts with what their lines tell, and the plants they name.
 *
 * @param which  SQL condition on event_log `e`, with parameters from $2
 */
async function writeReceipts(manager: EntityManager, which: string, parameters: readonly unknown[]): Promise<void> {
  await manager.query(
    `WITH told AS MATERIALIZED (
       SELECT e.pos, e.subject_id, e.occurred_text, e.occurred_on, e.recorded_text, e.recorded_on,
              e.source->>'correctionOf' AS corrects, p.*
       FROM event_log e,
         json_to_record(e.payload) AS p("purchaseOrderLine" json, "shipmentNumber" text, "plantId" text,
           "plantCode" text, "lotNumber" text, "supplierLotNumber" text, quantity numeric, "unitOfMeasure" text)
       WHERE e.type = $1 AND ${which}),
     plants AS (
       INSERT INTO plant (id, code, name, time_zone, version)
       SELECT DISTINCT "plantId", "plantCode", "plantCode", NULL, 0 FROM told WHERE "plantCode" IS NOT NULL
       ON CONFLICT DO NOTHING)
     INSERT INTO goods_receipt (id, pos, supplier_id, purchase_order_line_id, line_source_system_id, line_type, line_value,
       item_id, plant_id, shipment_number, lot_number, supplier_lot_number, quantity, unit_of_measure, occurred_at,
       occurred_on, recorded_at, recorded_on, corrects)
     SELECT t.subject_id, t.pos, l.supplier_id, l.id, t."purchaseOrderLine"->>'sourceSystemId',
       t."purchaseOrderLine"->>'type', t."purchaseOrderLine"->>'value', l.item_id, coalesce(t."plantId", l.plant_id),
       t."shipmentNumber", t."lotNumber", t."supplierLotNumber", t.quantity,
       CASE WHEN t.quantity IS NOT NULL THEN coalesce(t."unitOfMeasure", l.unit_of_measure) END,
       t.occurred_text, t.occurred_on, t.recorded_text, t.recorded_on, t.corrects
     FROM told t
     LEFT JOIN order_line_name n ON n.source_system_id = t."purchaseOrderLine"->>'sourceSystemId'
       AND n.type = t."purchaseOrderLine"->>'type' AND n.value = t."purchaseOrderLine"->>'value'
     LEFT JOIN order_line l ON l.id = n.line_id
     ON CONFLICT (id) DO NOTHING`,
    [GOODS_RECEIVED_V1, ...parameters],
  );
}
