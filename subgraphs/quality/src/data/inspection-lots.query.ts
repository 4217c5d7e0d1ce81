import type { EntityManager } from 'typeorm';
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

const KEYS: Readonly<Record<LotOrder, { column: string; type: string }>> = {
  CREATED_DESC: { column: 'created_key', type: 'text' },
  DEFECTS_DESC: { column: 'defects', type: 'numeric' },
};

/** A place in an ordered list: the order key as text (null: among those without one, at the end) and the id. */
export type LotPosition = readonly [key: string | null, id: string];

export interface LotPage {
  lots: { lot: Inspection; position: LotPosition }[];
  totalCount: number;
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
  const parameters: unknown[] = [];
  const p = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions: string[] = ['is_lot'];
  const among = (column: string, values: readonly string[] | null | undefined): void => {
    if (values != null) conditions.push(`${column} = ANY(${p(values)}::text[])`);
  };
  among('supplier_id', filter.supplierIds);
  among('item_id', filter.itemIds);
  among('plant_id', filter.plantIds);
  among('status', filter.statuses);
  among('decision', filter.decisions);
  if (filter.createdFrom != null) conditions.push(`created_on >= ${p(filter.createdFrom)}::date`);
  if (filter.createdTo != null) conditions.push(`created_on <= ${p(filter.createdTo)}::date`);
  if (filter.origin != null) conditions.push(`simulated = ${p(filter.origin === 'SIMULATED')}::boolean`);
  const where = conditions.join(' AND ');
  const countParameters = [...parameters];

  const { column, type } = KEYS[order];
  let after = 'true';
  if (page.after !== null) {
    const [value, id] = page.after;
    const idParameter = p(id);
    if (value === null) after = `(${column} IS NULL AND id > ${idParameter})`;
    else {
      const v = `${p(value)}::${type}`;
      after = `(${column} < ${v} OR (${column} = ${v} AND id > ${idParameter}) OR ${column} IS NULL)`;
    }
  }
  const rows: { state: Inspection; id: string; key: string | null }[] = await manager.query(
    `SELECT state, id, ${column}::text AS key FROM inspection_lot WHERE ${where} AND ${after}
     ORDER BY ${column} DESC NULLS LAST, id LIMIT ${page.first + 1}`,
    parameters,
  );
  const total: { count: string }[] = await manager.query(
    `SELECT count(*) AS count FROM inspection_lot WHERE ${where}`,
    countParameters,
  );
  return {
    lots: rows.slice(0, page.first).map((row) => ({ lot: row.state, position: [row.key, row.id] as const })),
    totalCount: Number(total[0]!.count),
    hasNextPage: rows.length > page.first,
  };
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
