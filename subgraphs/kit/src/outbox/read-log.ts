import type { EntityManager } from 'typeorm';
import type { FactSource, LogEntry } from '@sightline/contracts/events/envelope';

interface LogRow {
  pos: string;
  epoch: number;
  event_id: string;
  type: string;
  subject_type: string;
  subject_id: string;
  subject_version: number;
  tenant: string | null;
  source: FactSource | null;
  occurred_text: string | null;
  occurred_day: string;
  recorded_text: string | null;
  recorded_day: string;
  ingested_text: string;
  payload: unknown;
}

const COLUMNS = `pos, epoch, event_id, type, subject_type, subject_id, subject_version, tenant, source,
  occurred_text, occurred_on::text AS occurred_day, recorded_text, recorded_on::text AS recorded_day,
  to_char(ingested_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ingested_text`;

/**
 * Entries of the log, in order of position.
 *
 * @param where    SQL after WHERE, with parameters from $1
 * @param payload  SQL for the payload; an expression that is null for entries of which only the head is wanted
 */
export async function readLog(
  manager: EntityManager,
  where: string,
  parameters: readonly unknown[],
  limit: number | null = null,
  payload = 'payload',
): Promise<LogEntry[]> {
  const rows: LogRow[] = await manager.query(
    `SELECT ${COLUMNS}, ${payload} AS payload FROM event_log WHERE ${where} ORDER BY pos${limit === null ? '' : ` LIMIT ${limit}`}`,
    [...parameters],
  );
  return rows.map((row) => ({
    pos: Number(row.pos),
    epoch: row.epoch,
    eventId: row.event_id,
    type: row.type,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    subjectVersion: row.subject_version,
    tenant: row.tenant,
    source: row.source,
    occurred: { at: row.occurred_text, on: row.occurred_day },
    recorded: { at: row.recorded_text, on: row.recorded_day },
    ingestedAt: row.ingested_text,
    payload: row.payload,
  }));
}

/** Epoch and last position of the log; position 0 when it is empty. */
export async function readHead(manager: EntityManager): Promise<{ epoch: number; pos: number }> {
  const rows: { epoch: number; pos: string | null }[] = await manager.query(
    `SELECT epoch, (SELECT max(pos) FROM event_log) AS pos FROM log_state`,
  );
  return { epoch: rows[0]!.epoch, pos: Number(rows[0]!.pos ?? 0) };
}
