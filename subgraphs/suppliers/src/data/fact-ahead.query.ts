import type { EntityManager } from 'typeorm';

/** SQL: the later of a fact's two stamps; a day stands for its first moment in UTC. */
export const FACT_AHEAD = `greatest(
  coalesce(occurred_at, occurred_on::timestamp AT TIME ZONE 'UTC'),
  coalesce(recorded_at, recorded_on::timestamp AT TIME ZONE 'UTC'))`;

/**
 * True when some fact that the caller may see was stamped ahead of the moment in which it came, and beyond an instant: then
 * what is known at that instant is not all that is known. Plan: one step into the index event_ahead, which is nearly empty.
 * The latest is asked for, and not any: of "any", the planner believes that reading the log through soon comes upon one.
 *
 * @param instant  RFC 3339; not before now, for a fact stamped up to the moment in which it came is not looked for
 */
export async function isAnyFactBeyond(manager: EntityManager, instant: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM event WHERE ${FACT_AHEAD} > ingested_at AND ${FACT_AHEAD} > $1::timestamptz
     ORDER BY ${FACT_AHEAD} DESC LIMIT 1`,
    [instant],
  );
  return rows.length > 0;
}
