import type { EntityManager } from 'typeorm';
import type { Population } from '@sightline/kit/figures/contribution';
import { dimensionColumn } from '@sightline/kit/figures/contribution-table';
import { Bindings, populationSql } from '@sightline/kit/figures/population-sql';
import { WORK_ORDER_DIMENSIONS } from '../domain/contribution-of-order';

/**
 * The oldest unposted completion among the stored contributions that held at a position, by plant; only those of which
 * the instant is known. Reads the rows that count (few: what is unposted is the exception) by the index of the window date.
 *
 * @returns RFC 3339 instants by plant id
 */
export async function oldestUnpostedByPlant(
  manager: EntityManager,
  population: Population,
  pos: number,
): Promise<ReadonlyMap<string | null, string>> {
  const bindings = new Bindings();
  const held = populationSql(population, { pos, dimensions: WORK_ORDER_DIMENSIONS }, bindings);
  const rows: { plant: string | null; since: string }[] = await manager.query(
    `SELECT ${dimensionColumn('plantId')} AS plant,
            to_char(min(occurred_at::timestamptz), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since
     ${held} AND included AND occurred_at LIKE '%T%'
     GROUP BY 1`,
    bindings.values,
  );
  return new Map(rows.map((row) => [row.plant, row.since]));
}
