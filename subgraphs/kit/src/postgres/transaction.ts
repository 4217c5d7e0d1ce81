import type { Socket } from 'node:net';
import type { ClientBase, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

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
  const open = await openRead(dataSource, begin);
  const read = await workIn(open, work);
  closeRead(open);
  return read;
}

/** A transaction that is read in. */
interface OpenRead {
  runner: QueryRunner;
  /** Rejects when the transaction could not be begun: then nothing that was read in it counts. */
  begun: Promise<unknown>;
  begunMs: number;
}

/** Begins a transaction without waiting for it: the first statement goes out with what begins it. */
async function openRead(dataSource: DataSource, begin: string): Promise<OpenRead> {
  const runner = dataSource.createQueryRunner();
  const client = (await runner.connect()) as Pick<ClientBase, 'query'> & { connection: { stream: Socket } };
  const { stream } = client.connection;
  stream.cork();
  // After everything that this turn has still to do: one system call for both.
  process.nextTick(() => stream.uncork());
  const begun = client.query(begin);
  begun.catch(() => undefined);
  return { runner, begun, begunMs: performance.now() };
}

/** Reads in a transaction that is open. When that fails, the transaction is over. */
async function workIn<T>({ runner, begun }: OpenRead, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  try {
    const [read] = await Promise.all([work(runner.manager), begun]);
    return read;
  } catch (error) {
    // When that fails too, the connection is gone and the transaction with it: the first failure is what is told.
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
    throw error;
  }
}

/** Nobody waits for it: what was read is the caller's, and a connection that breaks here is replaced like any other. */
function closeRead({ runner }: OpenRead): void {
  void runner
    .query('COMMIT')
    .catch(() => undefined)
    .then(() => runner.release());
}

/** A transaction is read on in only while it is this fresh: its statements have the time that was left when it began. */
const READ_ON_MS = 500;

/**
 * The reads of one request. A read that follows another at once goes on in its transaction, and thus in its snapshot: a
 * figure is a handful of small reads one after the other, and beginning and ending cost as much as each of them. Reads at the
 * same time have transactions of their own.
 */
export class RequestReads {
  /** Open, and closed with this turn of the event loop unless a read goes on in it. */
  private idle: OpenRead | null = null;

  /** @param msLeft  milliseconds that a read may still take */
  constructor(
    private readonly dataSource: DataSource,
    private readonly tenancy: Tenancy,
    private readonly msLeft: () => number,
  ) {}

  async read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const open = this.goOn() ?? (await openRead(this.dataSource, beginReading(this.tenancy, this.msLeft())));
    const read = await workIn(open, work);
    this.keep(open);
    return read;
  }

  private goOn(): OpenRead | null {
    const open = this.idle;
    if (open === null || performance.now() - open.begunMs > READ_ON_MS) return null;
    this.idle = null;
    return open;
  }

  private keep(open: OpenRead): void {
    if (this.idle !== null) return closeRead(open);
    const kept = { ...open };
    this.idle = kept;
    setImmediate(() => {
      if (this.idle !== kept) return;
      this.idle = null;
      closeRead(kept);
    });
  }
}

/**
 * Reads with one statement without parameters what belongs to nobody, as the platform: one message in place of three, for
 * what is asked many times a second.
 */
export async function readAsPlatform<Row>(dataSource: DataSource, statement: string): Promise<Row[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as Pick<ClientBase, 'query'>;
    // Statements of one message are one transaction, with which the setting ends.
    const text = `SELECT set_config('app.tenant', '${tenantSetting('ALL')}', true); ${statement}`;
    const [, found] = (await client.query(text)) as unknown as [QueryResult, QueryResult];
    return found.rows as Row[];
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
