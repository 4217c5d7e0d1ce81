import type { EntityManager } from 'typeorm';
import type { When } from '@sightline/contracts/events/envelope';
import { lotIdOf } from '@sightline/contracts/identities';
import { arraysOf, upsertOf, type Column } from '@sightline/kit/postgres/column-rows';
import { toUtcMs } from '@sightline/kit/time/instant';
import { originOfInspection } from '../domain/contribution-of-inspection';
import type { Inspection } from '../domain/inspection-lot';

const stockLotOf = ({ goods }: Inspection): string | null =>
  goods.itemId === null || goods.lotNumber === null ? null : lotIdOf(goods.itemId, goods.lotNumber);

const keyOf = (when: When): string =>
  when.at === null ? `${when.on}T00:00:00.000Z` : new Date(toUtcMs(when.at)).toISOString();

const COLUMNS: readonly Column<Inspection>[] = [
  ['id', 'text', (lot) => lot.id],
  ['supplier_id', 'text', (lot) => lot.goods.supplierId],
  ['item_id', 'text', (lot) => lot.goods.itemId],
  ['plant_id', 'text', (lot) => lot.goods.plantId],
  ['purchase_order_line_id', 'text', (lot) => lot.goods.purchaseOrderLineId],
  ['stock_lot_id', 'text', stockLotOf],
  ['is_lot', 'boolean', (lot) => lot.isLot],
  ['status', 'text', (lot) => lot.status],
  ['decision', 'text', (lot) => lot.decision?.decision ?? null],
  ['created_key', 'text', (lot) => keyOf(lot.created)],
  ['created_on', 'date', (lot) => lot.created.on],
  ['defects', 'decimal', (lot) => lot.defectiveAfterSort ?? lot.defectiveInSample],
  ['simulated', 'boolean', (lot) => originOfInspection(lot) === 'SIMULATED'],
  ['state', 'json', (lot) => JSON.stringify(lot)],
];

const WRITE = upsertOf('inspection_lot', COLUMNS);

/** Writes lots as folded. */
export async function writeLots(manager: EntityManager, lots: readonly Inspection[]): Promise<void> {
  if (lots.length > 0) await manager.query(WRITE, arraysOf(COLUMNS, lots));
}

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
