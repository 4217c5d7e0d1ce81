import type { EntityManager } from 'typeorm';
import { Parameters, type Conditions } from './conditions';

/** A place in a list: what it is ordered by, as text (null: among those without it, at the end), and the id. */
export type KeysetPosition = readonly [key: string | null, id: string];

/** The rows of a list, in no order. */
export interface RowsOfList {
  table: string;
  /** Which rows the list holds. */
  where: Conditions;
}

export interface KeysetList extends RowsOfList {
  /** Columns of interest beside the id, for SELECT. */
  columns?: string;
  /** Rows without it come last in both directions. */
  by: { column: string; type: string; descending: boolean };
}

export interface KeysetPage<Row> {
  rows: { row: Row & { id: string }; position: KeysetPosition }[];
  hasNextPage: boolean;
}

/**
 * One page of the rows that the caller may see: those that have what they are ordered by, then the others. A plain index on
 * the column and the id serves both directions, and then a page costs the same however far it is.
 */
export async function keysetPage<Row extends object>(
  manager: EntityManager,
  { table, columns, where, by }: KeysetList,
  page: { first: number; after: KeysetPosition | null },
): Promise<KeysetPage<Row>> {
  const { column, type, descending } = by;
  const [afterKey, afterId] = page.after ?? [null, null];
  type Found = Row & { id: string; key: string | null };
  const select = (part: string, parameters: readonly unknown[], order: string, limit: number): Promise<Found[]> =>
    manager.query(
      `SELECT ${columns === undefined ? '' : `${columns}, `}id, ${column}::text AS key FROM ${table}
       WHERE ${where.sql} AND ${part} ORDER BY ${order} LIMIT ${limit}`,
      [...parameters],
    );
  const keyed = (limit: number): Promise<Found[]> => {
    const { all, p } = new Parameters(where.all);
    const beyond =
      afterKey === null
        ? ''
        : ` AND (${column}, id) ${descending ? '<' : '>'} (${p(afterKey)}::${type}, ${p(afterId)})`;
    const direction = descending ? 'DESC' : 'ASC';
    return select(`${column} IS NOT NULL${beyond}`, all, `${column} ${direction}, id ${direction}`, limit);
  };
  const unkeyed = (limit: number): Promise<Found[]> => {
    const { all, p } = new Parameters(where.all);
    const beyond = page.after !== null && afterKey === null ? ` AND id > ${p(afterId)}` : '';
    return select(`${column} IS NULL${beyond}`, all, 'id', limit);
  };
  const wanted = page.first + 1;
  const found = page.after !== null && afterKey === null ? [] : await keyed(wanted);
  if (found.length < wanted) found.push(...(await unkeyed(wanted - found.length)));
  return {
    rows: found.slice(0, page.first).map((row) => ({ row, position: [row.key, row.id] })),
    hasNextPage: found.length > page.first,
  };
}

/** How many rows a list has that the caller may see; it reads them all, so only who asks for the number pays for it. */
export async function countRows(manager: EntityManager, { table, where }: RowsOfList): Promise<number> {
  const rows: { count: string }[] = await manager.query(
    `SELECT count(*) AS count FROM ${table} WHERE ${where.sql}`,
    where.all,
  );
  return Number(rows[0]!.count);
}
