import type { EntityManager } from 'typeorm';
import type { FactSource, LogEntry } from '@sightline/contracts/events/envelope';
import { recentLogOf } from './recent-log';

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
    `SELECT epoch, (SELECT max(pos) FROM log_position) AS pos FROM log_state`,
  );
  return { epoch: rows[0]!.epoch, pos: Number(rows[0]!.pos ?? 0) };
}

/**
 * The next entries of the own log, as the platform sees them: from memory when this process has just written them.
 *
 * @param upTo  last position wanted; null: as far as the log goes
 */
export async function readNext(
  manager: EntityManager,
  after: number,
  upTo: number | null,
  limit: number,
  payload = 'payload',
): Promise<readonly LogEntry[]> {
  const recent = recentLogOf(manager.connection).after(after, Math.min(upTo ?? Infinity, after + limit));
  if (recent !== null && (upTo === null || recent.at(-1)?.pos === Math.min(upTo, after + limit))) return recent;
  return readLog(manager, 'pos > $1 AND ($2::bigint IS NULL OR pos <= $2)', [after, upTo], limit, payload);
}

/** All entries of imports up to a position; null when they are not all in memory, and have to be read. */
export async function recentEntriesOfImports(
  manager: EntityManager,
  importIds: readonly string[],
  pos: number,
): Promise<readonly LogEntry[] | null> {
  const wanted = new Set(importIds);
  const recent = recentLogOf(manager.connection)
    .upTo(pos)
    .filter((entry) => entry.source?.importId != null && wanted.has(entry.source.importId));
  if (recent.length === 0) return null;
  const rows: { count: string }[] = await manager.query(
    `SELECT count(*) AS count FROM event WHERE import_id = ANY($1)`,
    [importIds],
  );
  return Number(rows[0]!.count) === recent.length ? recent : null;
}
