import type { EntityManager } from 'typeorm';
import type { When } from '@sightline/contracts/events/envelope';
import { originOf } from '@sightline/contracts/simulated';
import { textArray } from '@sightline/kit/postgres/column-arrays';
import type { NotInStockReason } from '../domain/stock-entry';
import type { RecordedMovement } from '../domain/stock-of-movement';
import type { ReceiptDecision, ReceivedGoods } from '../domain/stock-of-receipt';
import type { ItemUnits } from '../domain/units';
import { countsNow, standing } from './root-fact';

/** A receipt or movement as it stands, under the id of the first fact that it goes back to. */
interface StandingFact {
  id: string;
  rootId: string;
  occurred: When;
  /** As it was written down before. */
  notInStock: NotInStockReason | null;
}

export interface StandingReceipt extends StandingFact, ReceivedGoods {
  supplierId: string | null;
}

export interface StandingMovement extends StandingFact, RecordedMovement {
  lotNumber: string | null;
}

const SHARED = `f.id, f.root_id AS "rootId", f.occurred_at AS "occurredAt", f.occurred_on::text AS "occurredOn",
  f.not_in_stock AS "notInStock", f.source_system_id AS "sourceSystemId", f.item_id AS "itemId",
  f.lot_number AS "lotNumber", f.quantity::text AS quantity, f.unit_of_measure AS "unitOfMeasure"`;

interface Stamped {
  occurredAt: string | null;
  occurredOn: string;
  sourceSystemId: string;
}

const placed = <Row extends Stamped>(row: Row) => ({
  ...row,
  occurred: { at: row.occurredAt, on: row.occurredOn },
  origin: originOf(row.sourceSystemId),
});

/** @param sealing  imports that count from this moment on */
export async function standingReceipts(
  manager: EntityManager,
  rootIds: readonly string[],
  sealing: readonly string[],
): Promise<StandingReceipt[]> {
  if (rootIds.length === 0) return [];
  const rows: (Omit<StandingReceipt, 'occurred' | 'origin'> & Stamped)[] = await manager.query(
    `SELECT DISTINCT ON (f.root_id) ${SHARED}, f.supplier_id AS "supplierId", f.stock_status AS "stockStatus",
       f.consignment, f.purchase_order_line_id IS NOT NULL AS "lineKnown", p.id AS "plantId"
     FROM goods_receipt f
     -- A flow may name a plant by an id that nobody has given to one.
     LEFT JOIN plant p ON p.id = f.plant_id
     WHERE f.root_id = ANY($1) AND ${countsNow('f', '$2')}
     ORDER BY f.root_id, ${standing('f')}`,
    [rootIds, sealing],
  );
  return rows.map(placed);
}

export async function standingMovements(
  manager: EntityManager,
  rootIds: readonly string[],
): Promise<StandingMovement[]> {
  if (rootIds.length === 0) return [];
  const rows: (Omit<StandingMovement, 'occurred' | 'origin'> & Stamped)[] = await manager.query(
    `SELECT DISTINCT ON (f.root_id) ${SHARED}, f.kind, f.plant_id AS "plantId", f.to_plant_id AS "toPlantId", f.lot_id AS "lotId",
       f.from_status AS "fromStatus", f.to_status AS "toStatus", f.owner
     FROM movement_fact f WHERE f.root_id = ANY($1) ORDER BY f.root_id, ${standing('f')}`,
    [rootIds],
  );
  return rows.map(placed);
}

export interface StandingDecision extends ReceiptDecision {
  rootId: string;
  occurred: When;
}

/** What quality decided about these receipts, also about one that was corrected since. In order of decision. */
export async function decisionsOfReceipts(
  manager: EntityManager,
  rootIds: readonly string[],
): Promise<StandingDecision[]> {
  if (rootIds.length === 0) return [];
  const rows: (Omit<StandingDecision, 'occurred'> & Omit<Stamped, 'sourceSystemId'>)[] = await manager.query(
    `SELECT f.root_id AS "rootId", d.accepted_quantity::text AS "acceptedQuantity",
       d.rejected_quantity::text AS "rejectedQuantity", d.unit_of_measure AS "unitOfMeasure", d.disposition,
       d.occurred_at AS "occurredAt", d.occurred_on::text AS "occurredOn"
     FROM goods_receipt f JOIN receipt_decision d ON d.goods_receipt_id = f.id
     WHERE f.root_id = ANY($1) AND d.accepted_quantity IS NOT NULL ORDER BY d.pos`,
    [rootIds],
  );
  return rows.map(({ occurredAt, occurredOn, ...row }) => ({ ...row, occurred: { at: occurredAt, on: occurredOn } }));
}

/** What the items are counted in; an item that nobody has told of is absent. */
export async function unitsOfItems(
  manager: EntityManager,
  itemIds: readonly string[],
): Promise<Map<string, ItemUnits>> {
  if (itemIds.length === 0) return new Map();
  const rows: (ItemUnits & { id: string })[] = await manager.query(
    `SELECT id, unit_of_measure AS "unitOfMeasure", conversions FROM item WHERE id = ANY($1)`,
    [itemIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Roots of the receipts and movements of these items that tell a quantity. */
export async function factsOfItems(
  manager: EntityManager,
  itemIds: readonly string[],
): Promise<{ receipts: string[]; movements: string[] }> {
  if (itemIds.length === 0) return { receipts: [], movements: [] };
  const receipts: { root_id: string }[] = await manager.query(
    `SELECT DISTINCT root_id FROM goods_receipt WHERE item_id = ANY($1) AND quantity IS NOT NULL`,
    [itemIds],
  );
  const movements: { root_id: string }[] = await manager.query(
    `SELECT DISTINCT root_id FROM movement_fact WHERE item_id = ANY($1)`,
    [itemIds],
  );
  return { receipts: receipts.map((row) => row.root_id), movements: movements.map((row) => row.root_id) };
}

/** Roots of the receipts that waited for a plant which is known by now. */
export async function receiptsOfNewPlants(manager: EntityManager): Promise<string[]> {
  const rows: { root_id: string }[] = await manager.query(
    `SELECT DISTINCT f.root_id FROM goods_receipt f JOIN plant p ON p.id = f.plant_id
     WHERE f.not_in_stock = 'PLANT_UNKNOWN'`,
  );
  return rows.map((row) => row.root_id);
}

/** Writes down why facts are not in stock, or that they are. */
export async function writeReasons(
  manager: EntityManager,
  table: 'goods_receipt' | 'movement_fact',
  facts: readonly { id: string; reason: NotInStockReason | null }[],
): Promise<void> {
  if (facts.length === 0) return;
  await manager.query(
    `UPDATE ${table} f SET not_in_stock = r.reason FROM unnest($1::text[], $2::text[]) AS r(id, reason) WHERE f.id = r.id`,
    [textArray(facts.map(({ id }) => id)), textArray(facts.map(({ reason }) => reason))],
  );
}
