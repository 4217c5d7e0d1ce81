import type { EntityManager } from 'typeorm';
import { forgetParked, lockParking } from '../data/parked-fact.repository';
import { forgetNamesOfImport } from '../data/work-order-name.repository';

/**
 * An import was given up: what it alone named is free again, and what of it still waits never happens. Its facts stay in
 * the log and never become visible.
 */
export async function forgetImport(manager: EntityManager, importId: string): Promise<void> {
  await lockParking(manager);
  await forgetParked(manager, importId);
  await forgetNamesOfImport(manager, importId);
}
