import type { DataSource, EntityManager } from 'typeorm';

/** Whose rows a transaction may see and write: every supplier's, or only those of the listed suppliers. */
export type Tenancy = 'ALL' | readonly string[];

/** Value of the setting `app.tenant` that row-level security reads. An empty list sees nothing. */
export const tenantSetting = (tenancy: Tenancy): string => (tenancy === 'ALL' ? '*' : tenancy.join(','));

/**
 * The one door to the rows: runs `work` in a transaction in which row-level security lets through what `tenancy` may see.
 * The setting ends with the transaction, so a pooled connection never carries it to the next user.
 *
 * @param readOnly  true for reads: the database itself then refuses a write, and reads see one snapshot
 */
export function withTenant<T>(
  dataSource: DataSource,
  tenancy: Tenancy,
  work: (manager: EntityManager) => Promise<T>,
  readOnly = false,
): Promise<T> {
  const run = async (manager: EntityManager): Promise<T> => {
    await manager.query(
      readOnly
        ? `SELECT set_config('app.tenant', $1, true), set_config('transaction_read_only', 'on', true)`
        : `SELECT set_config('app.tenant', $1, true)`,
      [tenantSetting(tenancy)],
    );
    return work(manager);
  };
  return readOnly ? dataSource.transaction('REPEATABLE READ', run) : dataSource.transaction(run);
}
