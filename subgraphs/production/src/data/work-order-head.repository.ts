import type { EntityManager } from 'typeorm';
import { intArray, textArray } from '@sightline/kit/postgres/column-arrays';

/**
 * Locks orders, making those that are new, and counts their versions up by the facts that a list brings. In order of id,
 * so that two commands cannot wait for each other in a circle.
 *
 * @param facts  number of facts, by order
 * @returns the version of each before these facts
 */
export async function countFacts(
  manager: EntityManager,
  facts: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  if (facts.size === 0) return new Map();
  const rows: { id: string; version: number }[] = await manager.query(
    `INSERT INTO work_order_head AS h (id, version)
     SELECT id, facts FROM unnest($1::text[], $2::int[]) AS f(id, facts) ORDER BY id
     ON CONFLICT (id) DO UPDATE SET version = h.version + excluded.version
     RETURNING id, version`,
    [textArray([...facts.keys()]), intArray([...facts.values()])],
  );
  return new Map(rows.map((row) => [row.id, row.version - facts.get(row.id)!]));
}
