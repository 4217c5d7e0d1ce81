import type { EntityManager } from 'typeorm';
import { forgetNamesOfImport } from '../data/fact-name.repository';

/** An import was given up: what it named is free again. Its receipts stay in the log and never become visible. */
export const forgetImport = (manager: EntityManager, importId: string): Promise<void> =>
  forgetNamesOfImport(manager, importId);
