import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LogEvent } from '@sightline/contracts/events/envelope';

/**
 * Puts events into the outbox, inside the caller's transaction: either the state and its events are kept, or neither.
 * Append after the state is locked and written, so that outbox order respects the order of versions.
 */
export async function append(manager: EntityManager, events: readonly LogEvent[]): Promise<void> {
  if (events.length === 0) return;
  await manager.query(
    `INSERT INTO outbox (event_id, type, subject_type, subject_id, subject_version, tenant, source, import_id,
       occurred_at, occurred_text, occurred_on, recorded_at, recorded_text, recorded_on, ingested_at, payload, content_hash)
     SELECT event_id, type, subject_type, subject_id, subject_version, tenant, source, import_id,
       occurred_text::timestamptz, occurred_text, occurred_on, recorded_text::timestamptz, recorded_text, recorded_on,
       ingested_at, payload, decode(content_hash, 'hex')
     FROM json_to_recordset($1) AS e(event_id uuid, type text, subject_type text, subject_id text, subject_version int,
       tenant text, source json, import_id text, occurred_text text, occurred_on date, recorded_text text,
       recorded_on date, ingested_at timestamptz, payload json, content_hash text)`,
    [`[${events.map(rowText).join(',')}]`],
  );
}

/** One event as JSON text. `source` and `payload` are put in as they are hashed; PostgreSQL's json keeps that text. */
function rowText(event: LogEvent): string {
  const payload = JSON.stringify(event.payload);
  const source = event.source === null ? null : JSON.stringify(event.source);
  const head = JSON.stringify({
    event_id: event.eventId,
    type: event.type,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    subject_version: event.subjectVersion,
    tenant: event.tenant,
    import_id: event.source?.importId ?? null,
    occurred_text: event.occurred.at,
    occurred_on: event.occurred.on,
    recorded_text: event.recorded.at,
    recorded_on: event.recorded.on,
    ingested_at: ingestedAtOf(event),
    content_hash: contentHash(event, source, payload),
  });
  return `${head.slice(0, -1)},"source":${source ?? 'null'},"payload":${payload}}`;
}

/** A simulated history has been taken in when it pretends to have been. */
const ingestedAtOf = (event: LogEvent): string => event.source?.simulated?.ingestedAt ?? event.ingestedAt;

/**
 * SHA-256 over everything an event says, hexadecimal. `source` and `payload` are the JSON texts as stored, so the hash
 * can be computed again from the log.
 */
export function contentHash(event: LogEvent, source: string | null, payload: string): string {
  const head = [
    event.eventId,
    event.type,
    event.subjectType,
    event.subjectId,
    String(event.subjectVersion),
    event.tenant ?? '',
    event.occurred.at ?? '',
    event.occurred.on,
    event.recorded.at ?? '',
    event.recorded.on,
    ingestedAtOf(event),
  ];
  return hash('sha256', `${JSON.stringify(head)}\n${source ?? ''}\n${payload}`);
}
