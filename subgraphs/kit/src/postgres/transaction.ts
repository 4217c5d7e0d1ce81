import type { DataSource, EntityManager } from 'typeorm';

/** Whose rows a transaction may see and write: every supplier's, or only those of the listed suppliers. */
export type Tenancy = 'ALL' | readonly string[];

/** Value of the setting `app.tenant` that row-level security reads. An empty list sees nothing. */
export function tenantSetting(tenancy: Tenancy): string {
  if (tenancy === 'ALL') return '*';
  // The ids are read apart at commas, and a star is everyone: nothing of a token's text may mean either.
  const odd = tenancy.find((id) => !/^[\w:-]{1,100}$/.test(id));
  if (odd !== undefined) throw new Error(`not the id of a supplier: ${JSON.stringify(odd.slice(0, 100))}`);
  return tenancy.join(',');
}

/**
 * The one door to the rows: runs `work` in a transaction in which row-level security lets through what `tenancy` may see.
 * The setting ends with the transaction, so a pooled connection never carries it to the next user.
 *
 * @param readOnly   true for reads: the database itself then refuses a write, and reads see one snapshot
 * @param timeoutMs  longest that one statement of a read may take, so that nothing is computed for a caller who has gone;
 *   null: as long as it takes
 */
export function withTenant<T>(
  dataSource: DataSource,
  tenancy: Tenancy,
  work: (manager: EntityManager) => Promise<T>,
  readOnly = false,
  timeoutMs: number | null = null,
): Promise<T> {
  if (readOnly) return readIn(dataSource, beginReading(tenancy, timeoutMs), work);
  const run = async (manager: EntityManager): Promise<T> => {
    await manager.query(`SELECT set_config('app.tenant', $1, true)`, [tenantSetting(tenancy)]);
    return work(manager);
  };
  return retried(() => dataSource.transaction(run));
}

/** One message instead of three: a figure is a handful of small reads, and each message costs as much as the work in it. */
function beginReading(tenancy: Tenancy, timeoutMs: number | null): string {
  const settings = [
    // Letters, digits, `_`, `:`, `-`, commas, or a star: nothing in it ends the literal.
    `set_config('app.tenant', '${tenantSetting(tenancy)}', true)`,
    // 0 would mean no limit at all.
    ...(timeoutMs === null ? [] : [`set_config('statement_timeout', '${Math.max(1, Math.ceil(timeoutMs))}', true)`]),
  ];
  return `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT ${settings.join(', ')}`;
}

async function readIn<T>(
  dataSource: DataSource,
  begin: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(begin);
    const read = await work(runner.manager).catch(async (error: unknown) => {
      // When that fails too, the connection is gone and the transaction with it: the first failure is what is told.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    });
    await runner.query('COMMIT');
    return read;
  } finally {
    await runner.release();
  }
}

/**
 * Reads within a caller's transaction what belongs to rows that the caller was just shown, whoever it was recorded for: a
 * line that another supplier has taken over is shown whole. Name in `work` only such rows, by their ids.
 */
export async function beyondTenant<T>(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const before: { tenant: string }[] = await manager.query(
    `SELECT current_setting('app.tenant') AS tenant, set_config('app.tenant', '*', true)`,
  );
  // When it fails the transaction is over, and the setting with it.
  const read = await work(manager);
  await manager.query(`SELECT set_config('app.tenant', $1, true)`, [before[0]!.tenant]);
  return read;
}

/** Serialization failure and deadlock: the transaction was rolled back whole, and may simply be run again. */
const TRANSIENT = new Set(['40001', '40P01']);
const MOST_TRIES = 4;

async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (typeof code !== 'string' || !TRANSIENT.has(code) || tries === MOST_TRIES) throw error;
      // Jitter, so that the two that met do not meet again.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tries));
    }
  }
}
