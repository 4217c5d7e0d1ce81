import type { EntityManager } from 'typeorm';
import type { Population } from '@sightline/kit/figures/contribution';
import { dimensionColumn } from '@sightline/kit/figures/contribution-table';

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
  const parameters: unknown[] = [population.definitionId, pos];
  const narrowed = Object.entries(population.dims).map(
    ([name, values]) => ` AND ${dimensionColumn(name)} = ANY($${parameters.push(values)}::text[])`,
  );
  const rows: { plant: string | null; since: string }[] = await manager.query(
    `SELECT ${dimensionColumn('plantId')} AS plant,
            to_char(min(occurred_at::timestamptz), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since
     FROM contribution
     WHERE definition_id = $1 AND included AND recorded_on IS NOT NULL AND from_pos <= $2 AND to_pos > $2
       AND occurred_at LIKE '%T%'${narrowed.join('')}
     GROUP BY 1`,
    parameters,
  );
  return new Map(rows.map((row) => [row.plant, row.since]));
}
