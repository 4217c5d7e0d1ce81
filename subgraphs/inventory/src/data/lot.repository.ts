import type { EntityManager } from 'typeorm';
import { countsNow, stands } from './root-fact';

export interface NamedLot {
  id: string;
  itemId: string;
  lotNumber: string;
}

/**
 * Writes lots with what the receipts that name them tell: whose they are and what the supplier calls them, where all that
 * tell it agree.
 *
 * @param lots     one for each id
 * @param sealing  imports that count from this moment on
 */
export async function writeLots(
  manager: EntityManager,
  lots: readonly NamedLot[],
  sealing: readonly string[],
): Promise<void> {
  if (lots.length === 0) return;
  await manager.query(
    `INSERT INTO lot AS k (id, item_id, lot_number, supplier_id, supplier_lot_number)
     SELECT l.id, l.item_id, l.lot_number, told.supplier_id, told.supplier_lot_number
     FROM json_to_recordset($1) AS l(id text, item_id text, lot_number text)
     CROSS JOIN LATERAL (
       SELECT CASE WHEN count(DISTINCT g.supplier_id) = 1 THEN min(g.supplier_id) END AS supplier_id,
         CASE WHEN count(DISTINCT g.supplier_lot_number) = 1 THEN min(g.supplier_lot_number) END AS supplier_lot_number
       FROM goods_receipt g
       WHERE g.item_id = l.item_id AND g.lot_number = l.lot_number AND g.quantity IS NOT NULL AND ${countsNow('g', '$2')}
         AND ${stands('goods_receipt', 'g', (fact) => countsNow(fact, '$2'))}) AS told
     ORDER BY l.id
     ON CONFLICT (id) DO UPDATE SET supplier_id = excluded.supplier_id, supplier_lot_number = excluded.supplier_lot_number
       WHERE (k.supplier_id, k.supplier_lot_number) IS DISTINCT FROM (excluded.supplier_id, excluded.supplier_lot_number)`,
    [
      JSON.stringify(lots.map(({ id, itemId, lotNumber }) => ({ id, item_id: itemId, lot_number: lotNumber }))),
      sealing,
    ],
  );
}

/** Who delivered these lots; null where nobody did, or two. */
export async function suppliersOfLots(
  manager: EntityManager,
  lotIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (lotIds.length === 0) return new Map();
  const rows: { id: string; supplier_id: string | null }[] = await manager.query(
    `SELECT id, supplier_id FROM lot WHERE id = ANY($1)`,
    [lotIds],
  );
  return new Map(rows.map((row) => [row.id, row.supplier_id]));
}
