import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import type { LogEntry, LogEvent } from '@sightline/contracts/events/envelope';
import { append, contentHash } from '@sightline/kit/outbox/append';
import { Doorbell, readFeed } from '@sightline/kit/outbox/feed';
import { applyPage, consumerPosition, LogRewound, type Consumer } from '@sightline/kit/outbox/inbox';
import { dropLogTablesSql, logTablesSql } from '@sightline/kit/outbox/migration';
import { readLog } from '@sightline/kit/outbox/read-log';
import { chainHash, Sequencer } from '@sightline/kit/outbox/sequencer';
import { migrate } from '@sightline/kit/postgres/migrate';
import { openDatabase } from '@sightline/kit/postgres/open-database';
import { withTenant } from '@sightline/kit/postgres/transaction';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';

class CreateLog1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const effect = `CREATE TABLE effect (event_id uuid NOT NULL)`;
    for (const statement of [...logTablesSql(), effect]) await runner.query(statement);
  }
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of ['DROP TABLE effect', ...dropLogTablesSql()]) await runner.query(statement);
  }
}

let database: TestDatabase;
let url: string;
let dataSource: DataSource;
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  url = database.urlOf('inventory');
  const log = (line: string): number => lines.push(line);
  dataSource = await openDatabase({
    url,
    schema: 'inventory',
    entities: [],
    migrations: [CreateLog1763700000000],
    poolSize: 16,
    log,
  });
  await migrate(dataSource, 'inventory');
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(() =>
  withTenant(dataSource, 'ALL', (manager) =>
    manager.query(
      `TRUNCATE outbox_command, log_position, event, inbox, effect; DELETE FROM reader_position WHERE reader <> 'projector'`,
    ),
  ),
);

const event = (subjectId: string = randomUUID(), subjectVersion = 1): LogEvent => ({
  eventId: randomUUID(),
  type: 'test.happened.v1',
  subjectType: 'Test',
  subjectId,
  subjectVersion,
  tenant: null,
  source: null,
  occurred: { at: '2026-03-14T09:30:00+01:00', on: '2026-03-14' },
  recorded: { at: null, on: '2026-03-14' },
  ingestedAt: '2026-03-14T09:30:00.000Z',
  payload: { text: 'ÄÖ "quoted" \u2028', amount: '12.500' },
});

const newSequencer = (): Sequencer =>
  new Sequencer({
    url,
    schema: 'inventory',
    log: (line) => lines.push(line),
    onAdvance: () => undefined,
    batchSize: 7,
  });
const everything = (): Promise<LogEntry[]> =>
  withTenant(dataSource, 'ALL', (manager) => readLog(manager, 'pos > $1', [0]));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A transaction that has written its event and commits only when told. */
async function slowCommit(slow: LogEvent): Promise<() => Promise<void>> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  await runner.query(`SELECT set_config('app.tenant', '*', true)`);
  await append(runner.manager, [slow]);
  return async () => {
    await runner.commitTransaction();
    await runner.release();
  };
}

describe('a transaction that commits late', () => {
  it('is lost by a reader that remembers the last sequence number', async () => {
    const [slow, fast] = [event(), event()];
    let cursor = 0;
    const seen: string[] = [];
    const readNaively = async (): Promise<void> => {
      const rows: { seq: string; event_id: string }[] = await withTenant(dataSource, 'ALL', (manager) =>
        manager.query(`SELECT seq, event_id FROM outbox WHERE seq > $1 ORDER BY seq`, [cursor]),
      );
      for (const row of rows) seen.push(row.event_id);
      cursor = Math.max(cursor, ...rows.map((row) => Number(row.seq)));
    };
    const commit = await slowCommit(slow);
    await withTenant(dataSource, 'ALL', (manager) => append(manager, [fast]));
    await readNaively();
    await commit();
    await readNaively();
    // This is the proof of the test below: read like this, the slow event is gone for ever.
    expect(seen).toEqual([fast.eventId]);
  });

  it('reaches every reader of the log', async () => {
    const [slow, fast] = [event(), event()];
    const sequencer = newSequencer();
    const commit = await slowCommit(slow);
    await withTenant(dataSource, 'ALL', (manager) => append(manager, [fast]));
    await sequencer.drain();
    const request = { after: 0, limit: 10, types: ['test.happened.v1'], waitMs: 0 };
    const first = await readFeed(dataSource, request, new Doorbell(), new AbortController().signal);
    await commit();
    await sequencer.drain();
    const second = await readFeed(
      dataSource,
      { ...request, after: first.through },
      new Doorbell(),
      new AbortController().signal,
    );
    await sequencer.stop();
    expect([...first.entries, ...second.entries].map((entry) => [entry.pos, entry.eventId])).toEqual([
      [1, fast.eventId],
      [2, slow.eventId],
    ]);
  });
});

describe('two sequencers on one log', () => {
  it('leave no gap and no duplicate, keep the order of versions, and chain every event to the one before', async () => {
    const sequencers = [newSequencer(), newSequencer()];
    let writing = true;
    const draining = sequencers.map(async (sequencer) => {
      while (writing) {
        await sequencer.drain();
        await pause(1);
      }
      await sequencer.drain();
    });
    const written: string[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let version = 1; version <= 12; version += 1) {
        const one = event(`subject-${writer}`, version);
        await withTenant(dataSource, 'ALL', async (manager) => {
          await append(manager, [one]);
          await pause((writer * 7 + version * 3) % 11);
        });
        written.push(one.eventId);
      }
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(draining);
    // Whichever leads moves what is left; the other finds nothing to do.
    for (const sequencer of sequencers) await sequencer.drain();
    for (const sequencer of sequencers) await sequencer.stop();

    const log = await everything();
    expect(log.map((entry) => entry.pos)).toEqual(written.map((_, index) => index + 1));
    expect(new Set(log.map((entry) => entry.eventId))).toEqual(new Set(written));
    for (let writer = 0; writer < 8; writer += 1) {
      const versions = log
        .filter((entry) => entry.subjectId === `subject-${writer}`)
        .map((entry) => entry.subjectVersion);
      expect(versions).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    }
    await expectChain(log);
  });

  it('hands over when the one that leads loses its connection', async () => {
    const [first, second] = [newSequencer(), newSequencer()];
    const write = (): Promise<void> => withTenant(dataSource, 'ALL', (manager) => append(manager, [event()]));
    await write();
    expect(await first.drain()).toBe(1);
    await write();
    expect(await second.drain()).toBe(0);
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'sightline-inventory-sequencer'
         AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted)`,
    );
    await admin.end();
    let moved = 0;
    for (let attempt = 0; attempt < 50 && moved === 0; attempt += 1) {
      moved = await second.drain();
      if (moved === 0) await pause(20);
    }
    expect(moved).toBe(1);
    expect(await first.drain()).toBe(0);
    await first.stop();
    await second.stop();
    await expectChain(await everything());
  });
});

/** Every hash of the log computed again, from what is stored. */
async function expectChain(log: readonly LogEntry[]): Promise<void> {
  const rows: { source: string | null; payload: string; content: string; prev: string; hash: string }[] =
    await withTenant(dataSource, 'ALL', (manager) =>
      manager.query(`SELECT source::text AS source, payload::text AS payload, encode(content_hash, 'hex') AS content,
        encode(prev_hash, 'hex') AS prev, encode(hash, 'hex') AS hash FROM event_log ORDER BY pos`),
    );
  let head = '00'.repeat(32);
  for (const [index, row] of rows.entries()) {
    expect(row.content).toBe(contentHash(log[index]!, row.source, row.payload));
    expect(row.prev).toBe(head);
    head = chainHash(Buffer.from(head, 'hex'), Buffer.from(row.content, 'hex')).toString('hex');
    expect(row.hash).toBe(head);
  }
  expect(rows).toHaveLength(log.length);
}

describe('a consumer', () => {
  const entries = (count: number): LogEntry[] =>
    Array.from({ length: count }, (_, index) => ({ ...event(), pos: index + 1, epoch: 1 }));
  const effects = async (): Promise<string[]> =>
    (
      await withTenant(dataSource, 'ALL', (manager): Promise<{ event_id: string }[]> =>
        manager.query(`SELECT event_id FROM effect`),
      )
    ).map((row) => row.event_id);
  const writes = (failAfter = Infinity): Consumer<null> => ({
    name: 'effects',
    from: 'suppliers',
    types: ['test.happened.v1'],
    async handle(manager, batch) {
      let done = 0;
      for (const entry of batch) {
        if (done >= failAfter) throw new Error('killed in the middle');
        await manager.query(`INSERT INTO effect (event_id) VALUES ($1)`, [entry.eventId]);
        done += 1;
      }
    },
  });

  it('that is killed in the middle applies each event once after its restart', async () => {
    const log = entries(5);
    const page = { epoch: 1, through: 5, entries: log };
    await expect(applyPage(dataSource, writes(3), page, 0, null)).rejects.toThrow('killed in the middle');
    expect(await effects()).toEqual([]);
    expect(await consumerPosition(dataSource, 'effects')).toBeNull();
    await applyPage(dataSource, writes(), { ...page, through: 3, entries: log.slice(0, 3) }, 0, null);
    await applyPage(dataSource, writes(), page, 0, null);
    await applyPage(dataSource, writes(), page, 0, null);
    expect(await effects()).toEqual(log.map((entry) => entry.eventId));
    expect(await consumerPosition(dataSource, 'effects')).toEqual({ epoch: 1, pos: 5 });
  });

  it('of which two replicas read the same page applies it once', async () => {
    const page = { epoch: 1, through: 4, entries: entries(4) };
    await Promise.all([applyPage(dataSource, writes(), page, 0, null), applyPage(dataSource, writes(), page, 0, null)]);
    expect(await effects()).toHaveLength(4);
  });

  it('stops loudly when the log that it reads was set back', async () => {
    const page = { epoch: 1, through: 4, entries: entries(4) };
    await applyPage(dataSource, writes(), page, 0, null);
    await expect(applyPage(dataSource, writes(), { epoch: 2, through: 9, entries: [] }, 0, null)).rejects.toThrow(
      LogRewound,
    );
    // Asked after 4, the log answers that it ends at 3.
    await expect(applyPage(dataSource, writes(), { epoch: 1, through: 3, entries: [] }, 4, null)).rejects.toThrow(
      LogRewound,
    );
    // A page that another replica has applied meanwhile is only late.
    expect(await applyPage(dataSource, writes(), { epoch: 1, through: 3, entries: entries(3) }, 0, null)).toBe(0);
  });
});
