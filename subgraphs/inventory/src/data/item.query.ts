import type { EntityManager } from 'typeorm';
import type { ItemRow } from './item.entity';

const COLUMNS = `id, sku, name, unit_of_measure AS "unitOfMeasure", product_group AS "productGroup", conversions,
  external_ids AS "externalIds"`;

export type ShownItem = Omit<ItemRow, 'describedAt' | 'registeredAt'>;

export interface ItemFilter {
  search: string | null;
  ids: readonly string[] | null;
}

export const itemsByIds = (manager: EntityManager, ids: readonly string[]): Promise<ShownItem[]> =>
  manager.query(`SELECT ${COLUMNS} FROM item WHERE id = ANY($1)`, [ids]);

export const itemsBySkus = (manager: EntityManager, skus: readonly string[]): Promise<ShownItem[]> =>
  manager.query(`SELECT ${COLUMNS} FROM item WHERE sku = ANY($1)`, [skus]);

const MATCHES = `($1::text IS NULL OR name ILIKE $1 OR sku ILIKE $1) AND ($2::text[] IS NULL OR id = ANY($2))`;

const parametersOf = (filter: ItemFilter): [string | null, readonly string[] | null] => [
  // What a user types is text, not a pattern.
  filter.search === null ? null : `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`,
  filter.ids,
];

/** One more than `first`, if there are that many: whether more rows follow. In order of stock keeping unit. */
export const listItems = (
  manager: EntityManager,
  filter: ItemFilter,
  first: number,
  afterSku: string | null,
): Promise<ShownItem[]> =>
  manager.query(
    `SELECT ${COLUMNS} FROM item WHERE ${MATCHES} AND ($3::text IS NULL OR sku > $3) ORDER BY sku LIMIT $4`,
    [...parametersOf(filter), afterSku, first + 1],
  );

export async function countItems(manager: EntityManager, filter: ItemFilter): Promise<number> {
  const rows: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM item WHERE ${MATCHES}`,
    parametersOf(filter),
  );
  return rows[0]!.count;
}
