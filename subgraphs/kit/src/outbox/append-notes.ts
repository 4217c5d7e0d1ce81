import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { append } from './append';

/**
 * Repeats in the own log what another subgraph says of a thing that figures here depend on (a plant's time zone decides
 * the calendar days of what happens there). So what it touches is judged anew at a position of this log, and figures
 * pinned before it keep what they said.
 *
 * @param entries      of the other's log, in its order
 * @param subjectType  what the own log calls such a note
 * @param now          instant of ingestion here, RFC 3339
 */
export async function appendNotes(
  manager: EntityManager,
  entries: readonly LogEntry[],
  subjectType: string,
  now: string,
): Promise<void> {
  await append(
    manager,
    entries.map((entry) => {
      const eventId = randomUUID();
      return {
        eventId,
        type: entry.type,
        subjectType,
        subjectId: eventId,
        subjectVersion: 1,
        tenant: null,
        source: null,
        occurred: entry.occurred,
        recorded: entry.recorded,
        ingestedAt: now,
        payload: entry.payload,
      };
    }),
  );
}
