import type { EntityManager } from 'typeorm';
import { forgetLotsOfImport, lockLots } from '../data/lot-head.repository';
import { forgetLinesOfImport } from '../data/order-line.repository';
import { forgetParked } from '../data/parked-fact.repository';

/**
 * An import was given up: what it alone named is free again, and what of it still waits never happens. Its facts stay in
 * the log and never become visible.
 */
export async function forgetImport(manager: EntityManager, importId: string): Promise<void> {
  await lockLots(manager);
  await forgetParked(manager, importId);
  await forgetLotsOfImport(manager, importId);
  await forgetLinesOfImport(manager, importId);
}
