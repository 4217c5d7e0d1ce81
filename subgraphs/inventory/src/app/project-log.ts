import type { EntityManager } from 'typeorm';
import type { ProjectionBatch } from '@sightline/kit/outbox/projector';
import { writeReadModels } from '../data/projector';
import { bookStock } from './book-stock';

/**
 * Makes a stretch of the log visible: lists and entities, and, in the same transaction, the stock that its facts mean. A
 * booking is as old as the last fact that led to it, so the same log gives the same bookings.
 */
export async function projectLog(manager: EntityManager, batch: ProjectionBatch): Promise<void> {
  const touched = await writeReadModels(manager, batch);
  const last = batch.entries.at(-1);
  if (last !== undefined) await bookStock(manager, touched, batch.sealedImports, last.ingestedAt);
}
