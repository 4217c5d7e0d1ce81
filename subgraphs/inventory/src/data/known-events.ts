import type { EntityManager } from 'typeorm';

/** An id that is none of ours is known to nobody, and would not even be read as one. */
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/** A fact that is in the log or on its way into it. */
export interface KnownEvent {
  id: string;
  /** The fact that it corroborates; null when it was news itself. */
  corroborates: string | null;
}

/** Those of the events, of these types, that are known. */
export async function knownEvents(
  manager: EntityManager,
  eventIds: readonly string[],
  types: readonly string[],
): Promise<Map<string, KnownEvent>> {
  const ids = eventIds.filter((id) => UUID.test(id));
  if (ids.length === 0) return new Map();
  const rows: KnownEvent[] = await manager.query(
    `SELECT event_id::text AS id, coalesce(payload->>'corroborates',
       CASE WHEN subject_type = 'GoodsReceiptCorroboration' THEN payload->>'goodsReceiptId' END) AS corroborates
     FROM (SELECT event_id, type, subject_type, payload FROM event_log WHERE event_id = ANY($1::uuid[])
           UNION ALL SELECT event_id, type, subject_type, payload FROM outbox WHERE event_id = ANY($1::uuid[])) AS known
     WHERE type = ANY($2)`,
    [ids, types],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
