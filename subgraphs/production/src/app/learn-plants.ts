import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { append } from '@sightline/kit/outbox/append';

/**
 * Repeats what inventory says of plants in the own log: a plant's time zone decides the calendar days of its work orders,
 * so they are judged anew at a position of this log, and figures pinned before it keep what they said.
 *
 * @param now  instant of ingestion here, RFC 3339
 */
export async function learnPlants(manager: EntityManager, plants: readonly LogEntry[], now: string): Promise<void> {
  await append(
    manager,
    plants.map((entry) => {
      const eventId = randomUUID();
      return {
        eventId,
        type: entry.type,
        subjectType: 'PlantNote',
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
