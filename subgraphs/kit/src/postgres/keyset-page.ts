import type { EntityManager } from 'typeorm';
import { Parameters, type Conditions } from './conditions';

/** A place in a list: what it is ordered by, as text (null: among those without it, at the end), and the id. */
export type KeysetPosition = readonly [key: string | null, id: string];

export interface KeysetList {
  table: string;
  /** Columns of interest beside the id, for SELECT. */
  columns?: string;
  /** Which rows the list holds. */
  where: Conditions;
  /** Rows without it come last in both directions, equals by id. */
  by: { column: string; type: string; descending: boolean };
}

export interface KeysetPage<Row> {
  rows: { row: Row & { id: string }; position: KeysetPosition }[];
  /** Rows of the list, on this page or not. */
  totalCount: number;
  hasNextPage: boolean;
}

/** One page of the rows that the caller may see. Where an index serves the order, it costs the same however far it is. */
export async function keysetPage<Row extends object>(
  manager: EntityManager,
  { table, columns, where, by }: KeysetList,
  page: { first: number; after: KeysetPosition | null },
): Promise<KeysetPage<Row>> {
  const { column, type, descending } = by;
  const { all, p } = new Parameters(where.all);
  const beyond = (): string => {
    if (page.after === null) return 'true';
    const [key, id] = [page.after[0], p(page.after[1])];
    if (key === null) return `(${column} IS NULL AND id > ${id})`;
    const value = `${p(key)}::${type}`;
    return `(${column} ${descending ? '<' : '>'} ${value} OR (${column} = ${value} AND id > ${id}) OR ${column} IS NULL)`;
  };
  const found: (Row & { id: string; key: string | null })[] = await manager.query(
    `SELECT ${columns === undefined ? '' : `${columns}, `}id, ${column}::text AS key FROM ${table} WHERE ${where.sql} AND ${beyond()}
     ORDER BY ${column} ${descending ? 'DESC' : 'ASC'} NULLS LAST, id LIMIT ${page.first + 1}`,
    all,
  );
  const total: { count: string }[] = await manager.query(
    `SELECT count(*) AS count FROM ${table} WHERE ${where.sql}`,
    where.all,
  );
  return {
    rows: found.slice(0, page.first).map((row) => ({ row, position: [row.key, row.id] })),
    totalCount: Number(total[0]!.count),
    hasNextPage: found.length > page.first,
  };
}
