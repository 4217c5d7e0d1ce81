import type { EntityManager } from 'typeorm';
import { Conditions } from '@sightline/kit/postgres/conditions';
import { countRows, keysetPage, type KeysetPosition } from '@sightline/kit/postgres/keyset-page';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Inspection } from '../domain/inspection-lot';

/** Which lots a list holds; the schema's InspectionLotFilter. */
export interface LotFilter {
  supplierIds?: readonly string[] | null;
  itemIds?: readonly string[] | null;
  plantIds?: readonly string[] | null;
  statuses?: readonly string[] | null;
  decisions?: readonly string[] | null;
  createdFrom?: string | null;
  createdTo?: string | null;
  origin?: DataOrigin | null;
}

export type LotOrder = 'CREATED_DESC' | 'DEFECTS_DESC';

const TABLE = 'inspection_lot';
const KEYS: Readonly<Record<LotOrder, { column: string; type: string }>> = {
  CREATED_DESC: { column: 'created_key', type: 'text' },
  DEFECTS_DESC: { column: 'defects', type: 'numeric' },
};

export type LotPosition = KeysetPosition;

export interface LotPage {
  lots: { lot: Inspection; position: LotPosition }[];
  hasNextPage: boolean;
}

/**
 * One page of lots that the caller may see. Keyset paging over inspection_lot_created or _defects: the page after a position
 * costs the same however far it is.
 */
export async function lotsPage(
  manager: EntityManager,
  filter: LotFilter,
  order: LotOrder,
  page: { first: number; after: LotPosition | null },
): Promise<LotPage> {
  const { rows, hasNextPage } = await keysetPage<{ state: Inspection }>(
    manager,
    { table: TABLE, columns: 'state', where: conditionsOf(filter), by: { ...KEYS[order], descending: true } },
    page,
  );
  return {
    lots: rows.map(({ row, position }) => ({ lot: row.state, position })),
    hasNextPage,
  };
}

/** How many lots a list has. */
export const countLots = (manager: EntityManager, filter: LotFilter): Promise<number> =>
  countRows(manager, { table: TABLE, where: conditionsOf(filter) });

function conditionsOf(filter: LotFilter): Conditions {
  const where = new Conditions();
  where.and('is_lot');
  where.among('supplier_id', filter.supplierIds);
  where.among('item_id', filter.itemIds);
  where.among('plant_id', filter.plantIds);
  where.among('status', filter.statuses);
  where.among('decision', filter.decisions);
  where.within('created_on', 'date', filter.createdFrom, filter.createdTo);
  where.ofOrigin(filter.origin);
  return where;
}

/** Lots of order lines, or of lots of stock, newest first. */
export const lotsBy = async (
  manager: EntityManager,
  column: 'purchase_order_line_id' | 'stock_lot_id',
  ids: readonly string[],
): Promise<{ owner: string; lot: Inspection }[]> =>
  manager.query(
    `SELECT ${column} AS owner, state AS lot FROM inspection_lot WHERE ${column} = ANY($1) AND is_lot
     ORDER BY created_key DESC, id`,
    [ids],
  );

/** Suppliers and items of whose goods only the simulator has told. */
export const onlySimulated = (
  manager: EntityManager,
  column: 'supplier_id' | 'item_id',
  ids: readonly string[],
): Promise<{ id: string; simulated: boolean }[]> =>
  manager.query(
    `SELECT ${column} AS id, bool_and(simulated) AS simulated FROM inspection_lot WHERE ${column} = ANY($1) GROUP BY 1`,
    [ids],
  );
