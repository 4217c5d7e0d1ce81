import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { RECEIPT_INSPECTED_V1, type ReceiptInspectedPayload } from '@sightline/contracts/events/receipt-inspected.v1';

/**
 * Writes what quality decided about receipts, as it stands: a later decision about an inspection lot takes the place of an
 * earlier one, and a disposition alone changes no quantity. A decision may be known before its receipt.
 *
 * @param entries  facts that count, in order of the log
 * @returns first receipts of those that are known already
 */
export async function writeDecisions(manager: EntityManager, entries: readonly LogEntry[]): Promise<string[]> {
  const latest = new Map<string, object>();
  const receipts = new Set<string>();
  for (const { type, pos, occurred, payload } of entries) {
    if (type !== RECEIPT_INSPECTED_V1) continue;
    const { inspectionLotId, goodsReceiptId, decided, disposition } = payload as ReceiptInspectedPayload;
    receipts.add(goodsReceiptId);
    latest.set(inspectionLotId, {
      ...latest.get(inspectionLotId),
      inspection_lot_id: inspectionLotId,
      goods_receipt_id: goodsReceiptId,
      pos,
      ...(decided === null
        ? {}
        : {
            accepted_quantity: decided.acceptedQuantity,
            rejected_quantity: decided.rejectedQuantity,
            unit_of_measure: decided.unitOfMeasure,
          }),
      disposition,
      occurred_at: occurred.at,
      occurred_on: occurred.on,
    });
  }
  if (latest.size === 0) return [];
  await manager.query(
    `INSERT INTO receipt_decision AS d (inspection_lot_id, goods_receipt_id, pos, accepted_quantity, rejected_quantity,
       unit_of_measure, disposition, occurred_at, occurred_on)
     SELECT inspection_lot_id, goods_receipt_id, pos, accepted_quantity, rejected_quantity, unit_of_measure, disposition,
       occurred_at, occurred_on
     FROM json_to_recordset($1) AS r(inspection_lot_id text, goods_receipt_id text, pos bigint, accepted_quantity numeric,
       rejected_quantity numeric, unit_of_measure text, disposition text, occurred_at text, occurred_on date)
     ORDER BY inspection_lot_id
     ON CONFLICT (inspection_lot_id) DO UPDATE SET goods_receipt_id = excluded.goods_receipt_id, pos = excluded.pos,
       accepted_quantity = coalesce(excluded.accepted_quantity, d.accepted_quantity),
       rejected_quantity = coalesce(excluded.rejected_quantity, d.rejected_quantity),
       unit_of_measure = coalesce(excluded.unit_of_measure, d.unit_of_measure),
       disposition = excluded.disposition, occurred_at = excluded.occurred_at, occurred_on = excluded.occurred_on
       WHERE excluded.pos > d.pos`,
    [JSON.stringify([...latest.values()])],
  );
  const roots: { root_id: string }[] = await manager.query(
    `SELECT DISTINCT root_id FROM goods_receipt WHERE id = ANY($1)`,
    [[...receipts]],
  );
  return roots.map((row) => row.root_id);
}
