import type { EntityManager } from 'typeorm';
import type { When } from '@sightline/contracts/events/envelope';
import { lotIdOf } from '@sightline/contracts/identities';
import { toUtcMs } from '@sightline/kit/time/instant';
import { originOfInspection } from '../domain/contribution-of-inspection';
import type { Inspection } from '../domain/inspection-lot';

/** Writes lots as folded. */
export async function writeLots(manager: EntityManager, lots: readonly Inspection[]): Promise<void> {
  if (lots.length === 0) return;
  await manager.query(
    `INSERT INTO inspection_lot (id, supplier_id, item_id, plant_id, purchase_order_line_id, stock_lot_id, is_lot, status,
       decision, created_key, created_on, defects, simulated, state)
     SELECT id, supplier_id, item_id, plant_id, purchase_order_line_id, stock_lot_id, is_lot, status, decision,
       created_key, created_on, defects, simulated, state
     FROM json_to_recordset($1) AS l(id text, supplier_id text, item_id text, plant_id text,
       purchase_order_line_id text, stock_lot_id text, is_lot boolean, status text, decision text, created_key text,
       created_on date, defects numeric, simulated boolean, state json)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET supplier_id = excluded.supplier_id, item_id = excluded.item_id,
       plant_id = excluded.plant_id, purchase_order_line_id = excluded.purchase_order_line_id,
       stock_lot_id = excluded.stock_lot_id, is_lot = excluded.is_lot, status = excluded.status,
       decision = excluded.decision, created_key = excluded.created_key, created_on = excluded.created_on,
       defects = excluded.defects, simulated = excluded.simulated, state = excluded.state`,
    [`[${lots.map(rowText).join(',')}]`],
  );
}

/** The row as JSON text; the state is put in as it is, and not as a text within a text. */
const rowText = (lot: Inspection): string =>
  `${JSON.stringify(rowOf(lot)).slice(0, -1)},"state":${JSON.stringify(lot)}}`;

const rowOf = (lot: Inspection) => ({
  id: lot.id,
  supplier_id: lot.goods.supplierId,
  item_id: lot.goods.itemId,
  plant_id: lot.goods.plantId,
  purchase_order_line_id: lot.goods.purchaseOrderLineId,
  stock_lot_id: stockLotOf(lot),
  is_lot: lot.isLot,
  status: lot.status,
  decision: lot.decision?.decision ?? null,
  created_key: keyOf(lot.created),
  created_on: lot.created.on,
  defects: lot.defectiveAfterSort ?? lot.defectiveInSample,
  simulated: originOfInspection(lot) === 'SIMULATED',
});

const stockLotOf = ({ goods }: Inspection): string | null =>
  goods.itemId === null || goods.lotNumber === null ? null : lotIdOf(goods.itemId, goods.lotNumber);

const keyOf = (when: When): string =>
  when.at === null ? `${when.on}T00:00:00.000Z` : new Date(toUtcMs(when.at)).toISOString();

/** Ids of the visible lots of suppliers or at plants. */
export async function lotsOf(
  manager: EntityManager,
  { supplierIds, plantIds }: { supplierIds: readonly string[]; plantIds: readonly string[] },
): Promise<string[]> {
  if (supplierIds.length + plantIds.length === 0) return [];
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM inspection_lot WHERE supplier_id = ANY($1) OR plant_id = ANY($2)`,
    [supplierIds, plantIds],
  );
  return rows.map((row) => row.id);
}
