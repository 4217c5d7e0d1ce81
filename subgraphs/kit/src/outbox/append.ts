import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import { dayArray, intArray, jsonArray, textArray, uuidArray } from '../postgres/column-arrays';
import { HASH_BYTES, recentLogOf } from './recent-log';

/**
 * Writes events and says so in the outbox, inside the caller's transaction: either the state and its events are kept, or
 * neither. Append after the state is locked and written, so that outbox order respects the order of versions.
 */
export async function append(manager: EntityManager, events: readonly LogEvent[]): Promise<void> {
  if (events.length === 0) return;
  const payloads = events.map((event) => JSON.stringify(event.payload));
  const sources = events.map((event) => (event.source === null ? null : JSON.stringify(event.source)));
  const contents = events.map((event, index) => contentHash(event, sources[index]!, payloads[index]!));
  const hashes = Buffer.from(contents.join(''), 'hex');
  await manager.query(
    `WITH written AS (
       INSERT INTO event (event_id, type, subject_type, subject_id, subject_version, tenant, source, import_id,
         occurred_at, occurred_text, occurred_on, recorded_at, recorded_text, recorded_on, ingested_at, payload, content_hash)
       SELECT event_id, type, subject_type, subject_id, subject_version, tenant, source, import_id,
         occurred_text::timestamptz, occurred_text, occurred_on, recorded_text::timestamptz, recorded_text, recorded_on,
         ingested_at::timestamptz, payload, substring($14::bytea FROM (place::int - 1) * ${HASH_BYTES} + 1 FOR ${HASH_BYTES})
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::json[], $8::text[],
         $9::text[], $10::date[], $11::text[], $12::date[], $13::text[], $15::json[]) WITH ORDINALITY
         AS e(event_id, type, subject_type, subject_id, subject_version, tenant, source, import_id, occurred_text,
           occurred_on, recorded_text, recorded_on, ingested_at, payload, place)
       RETURNING seq)
     INSERT INTO outbox_command (event_seqs, content_hashes) SELECT array_agg(seq ORDER BY seq), $14 FROM written`,
    [
      uuidArray(events.map((event) => event.eventId)),
      textArray(events.map((event) => event.type)),
      textArray(events.map((event) => event.subjectType)),
      textArray(events.map((event) => event.subjectId)),
      intArray(events.map((event) => event.subjectVersion)),
      textArray(events.map((event) => event.tenant)),
      jsonArray(sources),
      textArray(events.map((event) => event.source?.importId ?? null)),
      textArray(events.map((event) => event.occurred.at)),
      dayArray(events.map((event) => event.occurred.on)),
      textArray(events.map((event) => event.recorded.at)),
      dayArray(events.map((event) => event.recorded.on)),
      textArray(events.map(ingestedAtOf)),
      hashes,
      jsonArray(payloads),
    ],
  );
  const recent = recentLogOf(manager.connection);
  events.forEach((event, index) => {
    const bytes = payloads[index]!.length + (sources[index]?.length ?? 0);
    recent.written(contents[index]!, event, ingestedAtOf(event), bytes);
  });
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
