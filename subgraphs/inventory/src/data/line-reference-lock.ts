import type { EntityManager } from 'typeorm';

/**
 * Held to the end of the transaction by whoever makes receipts visible and by whoever learns order lines: otherwise each
 * could miss what the other is writing, and a receipt would never find its line.
 */
export async function lockLineReferences(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('inventory:line-references'))`);
}
