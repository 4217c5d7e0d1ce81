import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import { IMPORT_SEALED_V1 } from '@sightline/contracts/events/flow-marks.v1';
import { factChanges, type FactChange } from '@sightline/kit/live/fact-changes';
import { figureChanges } from '@sightline/kit/live/figure-changes';
import { LogTail } from '@sightline/kit/live/log-tail';
import type { RowWatch } from '@sightline/kit/live/row-watch';
import { append } from '@sightline/kit/outbox/append';
import { dropLogTablesSql, logTablesSql } from '@sightline/kit/outbox/migration';
import { countsAt, projectNext, type Projection } from '@sightline/kit/outbox/projector';
import { Sequencer } from '@sightline/kit/outbox/sequencer';
import { migrate } from '@sightline/kit/postgres/migrate';
import { openDatabase } from '@sightline/kit/postgres/open-database';
import { protectTable } from '@sightline/kit/postgres/row-level-security';
import { withTenant, type Tenancy } from '@sightline/kit/postgres/transaction';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { statementsDuring } from '@sightline/kit/testing/statement-count';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';

interface Thing {
  id: string;
  state: string;
}
interface ThingFilter {
  state?: string;
}
type Told = FactChange<Thing>;

const THINGS: RowWatch<Thing, ThingFilter> = {
  subjectTypes: ['Thing'],
  rowsById: async (manager, ids) =>
    byId(await manager.query(`SELECT id, state FROM thing WHERE id = ANY($1)`, [[...ids]])),
  rowsAt: async (manager, ids, pos) =>
    byId(
      await manager.query(
        `SELECT DISTINCT ON (subject_id) subject_id AS id, payload->>'state' AS state FROM event_log
         WHERE subject_id = ANY($1) AND pos <= $2 AND ${countsAt('$2')} ORDER BY subject_id, subject_version DESC`,
        [[...ids], pos],
      ),
    ),
  matches: (thing, filter) => filter.state === undefined || thing.state === filter.state,
};
const byId = (rows: Thing[]): Map<string, Thing> => new Map(rows.map((row) => [row.id, row]));

const project: Projection = async (manager, batch) => {
  const ofImports: { subject_id: string; tenant: string | null; state: string }[] = await manager.query(
    `SELECT subject_id, tenant, payload->>'state' AS state FROM event_log
     WHERE import_id = ANY($1) AND pos <= $2 AND subject_type = 'Thing' ORDER BY pos`,
    [[...batch.sealedImports], batch.lastPos],
  );
  const now = batch.entries
    .filter((entry) => entry.subjectType === 'Thing')
    .map((entry) => ({
      subject_id: entry.subjectId,
      tenant: entry.tenant,
      state: (entry.payload as { state: string }).state,
    }));
  for (const { subject_id, tenant, state } of [...ofImports, ...now])
    await manager.query(
      `INSERT INTO thing (id, tenant, state) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET state = excluded.state`,
      [subject_id, tenant, state],
    );
};

class CreateThings1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const thing = [`CREATE TABLE thing (id text PRIMARY KEY, tenant text, state text NOT NULL)`];
    for (const statement of [...logTablesSql(), ...thing, ...protectTable('thing', 'tenant')])
      await runner.query(statement);
  }
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of ['DROP TABLE thing', ...dropLogTablesSql()]) await runner.query(statement);
  }
}

let database: TestDatabase;
let dataSource: DataSource;
let sequencer: Sequencer;
let tail: LogTail;
let closing: AbortController;
const clock = { now: () => new Date() };

const services = (): SubgraphServices => ({ clock, tail }) as SubgraphServices;

function newTail(): void {
  closing = new AbortController();
  tail = new LogTail({
    name: 'inventory',
    database: dataSource,
    cursorKey: 'a key of tests',
    clock,
    log: () => undefined,
    derives: false,
    closing: closing.signal,
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
  const url = database.urlOf('inventory');
  const log = (): void => undefined;
  dataSource = await openDatabase({
    url,
    schema: 'inventory',
    entities: [],
    migrations: [CreateThings1763700000000],
    poolSize: 16,
    log,
  });
  await migrate(dataSource, 'inventory');
  sequencer = new Sequencer({ url, schema: 'inventory', log, onAdvance: () => undefined, batchSize: 7 });
});

afterAll(async () => {
  await sequencer.stop();
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  await withTenant(dataSource, 'ALL', (manager) =>
    manager.query(`TRUNCATE outbox_command, log_position, event, thing, sealed_import, projection_batch;
      UPDATE reader_position SET pos = 0; UPDATE log_state SET epoch = 1`),
  );
  newTail();
});
afterEach(() => closing.abort());

let count = 0;
/** An event with a name of its own, so that a stream can be compared with what was written. */
const event = (subjectId: string, version: number, state: string, over: Partial<LogEvent> = {}): LogEvent => ({
  eventId: randomUUID(),
  type: `test.e${(count += 1)}.v1`,
  subjectType: 'Thing',
  subjectId,
  subjectVersion: version,
  tenant: null,
  source: null,
  occurred: { at: null, on: '2026-03-14' },
  recorded: { at: null, on: '2026-03-14' },
  ingestedAt: '2026-03-14T09:30:00.000Z',
  payload: { state },
  ...over,
});
const nameOf = (one: LogEvent): string => one.type.replace('.v1', '');
const write = (...events: LogEvent[]): Promise<void> =>
  withTenant(dataSource, 'ALL', (manager: EntityManager) => append(manager, events));

async function advance(): Promise<void> {
  await sequencer.drain();
  while ((await projectNext({ dataSource, project, flowOf: () => null, now: () => new Date(), batchSize: 5 })) > 0);
  tail.nudge();
}

/** A stream that is read step by step; `leave` reaches it also while it waits. */
function open(
  after: string | null,
  filter: ThingFilter = {},
  tenancy: Tenancy = 'ALL',
): { next(): Promise<Told>; leave(): void; stream: AsyncGenerator<Told> } {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, closing.signal]);
  const stream = factChanges({ services: services(), tenancy, gone: signal }, THINGS, filter, after);
  return {
    stream,
    leave: () => gone.abort(),
    next: async () => {
      const step = await stream.next();
      if (step.done === true) throw new Error('the stream has ended');
      return step.value;
    },
  };
}

/** The next change, past heartbeats. */
async function nextChange(reader: { next(): Promise<Told> }): Promise<Told> {
  for (;;) {
    const told = await reader.next();
    if (told.kind !== 'HEARTBEAT') return told;
  }
}

describe('a fact stream', () => {
  it('begins with a mark and tells everything that becomes visible from there on', async () => {
    await write(event('a', 1, 'OPEN'));
    await advance();
    const reader = open(null);
    const mark = await reader.next();
    expect(mark).toMatchObject({ kind: 'SNAPSHOT', previousCursor: null, row: null, event: null });
    expect(mark.caughtUpTo).not.toBeNull();
    const [changed, created] = [event('a', 2, 'SHUT'), event('b', 1, 'OPEN', { tenant: 'ACME' })];
    await write(changed, created);
    await advance();
    const first = await nextChange(reader);
    expect(first).toMatchObject({ kind: 'UPDATED', event: nameOf(changed), row: { id: 'a', state: 'SHUT' } });
    expect(await nextChange(reader)).toMatchObject({
      kind: 'CREATED',
      event: nameOf(created),
      previousCursor: first.cursor,
    });
    reader.leave();
  });

  it('misses nothing and repeats nothing while many write at once', async () => {
    const written: string[] = [];
    const reader = open(null);
    let last = (await reader.next()).cursor;
    const told: string[] = [];
    const reading = (async () => {
      while (told.length < 120) {
        const change = await reader.next();
        expect(change.previousCursor).toBe(last);
        last = change.cursor;
        if (change.event !== null) told.push(change.event);
      }
    })();
    let isWriting = true;
    const moving = (async () => {
      while (isWriting) await advance();
    })();
    await Promise.all(
      ['p', 'q', 'r', 's'].map(async (writer) => {
        for (let version = 1; version <= 30; version += 1) {
          const one = event(writer, version, 'OPEN');
          written.push(nameOf(one));
          await write(one);
        }
      }),
    );
    isWriting = false;
    await moving;
    await advance();
    await reading;
    reader.leave();
    expect([...told].sort()).toEqual([...written].sort());
  });

  it('cut at any message and resumed there, tells all changes exactly once', async () => {
    const importId = 'file-1';
    const imported = (id: string, version: number): LogEvent =>
      event(id, version, 'OPEN', { source: { importId } as LogEvent['source'] });
    const seal = event(randomUUID(), 1, 'MARK', {
      type: IMPORT_SEALED_V1,
      subjectType: 'FlowMark',
      payload: { importId },
    });
    const begin = open(null);
    const { cursor: start } = await begin.next();
    begin.leave();
    expect(tail.openStreams).toBe(0);
    // What an import brought lies far in front of its seal, among what others have written meanwhile.
    const mixed = [imported('i', 1), event('a', 1, 'OPEN'), imported('j', 1), imported('i', 2), event('a', 2, 'SHUT')];
    await write(...mixed, event('b', 1, 'OPEN'), seal, event('c', 1, 'OPEN'), event('c', 2, 'SHUT'));
    await advance();
    const later = [event('d', 1, 'OPEN'), event('a', 3, 'OPEN')];
    await write(...later);
    await advance();
    const whole = await read(start, 10);
    expect(new Set(whole).size).toBe(10);
    expect(whole.slice(-2)).toEqual(later.map(nameOf));

    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }), async (cuts) => {
        const told: string[] = [];
        let cursor = start;
        for (let step = 0; told.length < whole.length; step += 1) {
          closing.abort();
          newTail();
          const reader = open(cursor);
          const wanted = Math.min(cuts[step % cuts.length]!, whole.length - told.length);
          for (let had = 0; had < wanted; had += 1) {
            const change = await nextChange(reader);
            expect(change.previousCursor).toBe(cursor);
            told.push(change.event!);
            cursor = change.cursor;
          }
          closing.abort();
        }
        expect(told).toEqual(whole);
      }),
      { numRuns: 25 },
    );

    async function read(after: string, wanted: number): Promise<string[]> {
      const reader = open(after);
      const told: string[] = [];
      while (told.length < wanted) told.push((await nextChange(reader)).event!);
      reader.leave();
      return told;
    }
  });

  it('goes on within an event that changes several rows', async () => {
    const both: RowWatch<Thing, ThingFilter> = { ...THINGS, rowIdsOf: () => ['left', 'right'] };
    const stream = (after: string | null): AsyncGenerator<Told> =>
      factChanges({ services: services(), tenancy: 'ALL', gone: closing.signal }, both, {}, after);
    await write(event('left', 1, 'OPEN'), event('right', 1, 'OPEN'));
    await advance();
    const first = stream(null);
    const mark = (await first.next()).value!;
    await write(event('move', 1, 'OPEN'));
    await advance();
    const left = (await first.next()).value!;
    expect(left).toMatchObject({ row: { id: 'left' }, previousCursor: mark.cursor });
    const right = (await stream(left.cursor).next()).value!;
    expect(right).toMatchObject({ row: { id: 'right' }, previousCursor: left.cursor });
    await write(event('move', 2, 'OPEN'));
    await advance();
    expect((await stream(right.cursor).next()).value).toMatchObject({ row: { id: 'left' } });
  });

  it('judges by the row after the change: one that leaves the answer is told as removed, once, others not at all', async () => {
    await write(event('in', 1, 'OPEN'), event('out', 1, 'SHUT'));
    await advance();
    const reader = open(null, { state: 'OPEN' });
    await reader.next();
    const left = event('in', 2, 'SHUT');
    await write(event('out', 2, 'SHUT'), left, event('in', 3, 'SHUT'));
    await advance();
    expect(await nextChange(reader)).toMatchObject({ kind: 'REMOVED', event: nameOf(left), row: { id: 'in' } });
    const back = event('out', 3, 'OPEN');
    await write(event('in', 4, 'SHUT'), back);
    await advance();
    expect(await nextChange(reader)).toMatchObject({ kind: 'UPDATED', event: nameOf(back), row: { id: 'out' } });
    reader.leave();
  });

  it("shows a supplier its own rows alone, and none of the buyer's", async () => {
    const reader = open(null, {}, ['ACME']);
    await reader.next();
    const own = event('mine', 1, 'OPEN', { tenant: 'ACME' });
    await write(event('theirs', 1, 'OPEN', { tenant: 'OTHER' }), event('ours', 1, 'OPEN'), own);
    await advance();
    expect(await nextChange(reader)).toMatchObject({ event: nameOf(own), row: { id: 'mine' } });
    reader.leave();
  });

  it('says with a heartbeat how far everything was told, though nothing of it was in the answer', async () => {
    const reader = open(null, { state: 'OPEN' });
    const mark = await reader.next();
    await write(event('other', 1, 'SHUT'));
    await advance();
    const beat = await reader.next();
    expect(beat).toMatchObject({ kind: 'HEARTBEAT', row: null, previousCursor: mark.cursor });
    expect(beat.cursor).not.toBe(mark.cursor);
    expect(beat.caughtUpTo! > mark.caughtUpTo!).toBe(true);
    reader.leave();
  }, 10_000);

  it('refuses a cursor that is forged, of somebody else, of another epoch, or of a log that was longer', async () => {
    await write(event('a', 1, 'OPEN'));
    await advance();
    const reader = open(null);
    const { cursor } = await reader.next();
    reader.leave();
    const expired = { code: 'CURSOR_EXPIRED' };
    const invalid = { code: 'CURSOR_INVALID' };
    const [body, signature] = cursor.split('.');
    const forged = `${Buffer.from('[1,0,0,0]').toString('base64url')}.${signature}`;
    await expect(open(forged).next()).rejects.toMatchObject(invalid);
    await expect(open(body!).next()).rejects.toMatchObject(invalid);
    await expect(open('nonsense').next()).rejects.toMatchObject(invalid);
    await expect(open(cursor, {}, ['ACME']).next()).rejects.toMatchObject(invalid);
    await withTenant(dataSource, 'ALL', (manager) => manager.query(`UPDATE reader_position SET pos = 0`));
    await expect(open(cursor).next()).rejects.toMatchObject(expired);
    await withTenant(dataSource, 'ALL', (manager) => manager.query(`UPDATE log_state SET epoch = 2`));
    await expect(open(cursor).next()).rejects.toMatchObject(expired);
  });

  it('ends at once when its subscriber leaves while it waits', async () => {
    const reader = open(null);
    await reader.next();
    const pending = reader.stream.next();
    const left = Date.now();
    reader.leave();
    expect((await pending).done).toBe(true);
    expect(Date.now() - left).toBeLessThan(300);
    expect(tail.openStreams).toBe(0);
  });

  it('reads the log and the rows once for all who listen', async () => {
    const readers = Array.from({ length: 40 }, () => open(null));
    for (const reader of readers) await reader.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await write(event('a', 1, 'OPEN'));
    await advance();
    const { statements } = await statementsDuring(dataSource, () =>
      Promise.all(readers.map((reader) => nextChange(reader))),
    );
    expect(statements.filter((text) => text.includes('FROM event_log WHERE')).length).toBeLessThanOrEqual(1);
    expect(statements.filter((text) => text.includes('FROM thing')).length).toBe(1);
    for (const reader of readers) reader.leave();
  });
});

describe('a figure stream', () => {
  it('comes at once, again after what touches its scope, and at most four times a second', async () => {
    const gone = new AbortController();
    const context = { services: services(), tenancy: 'ALL' as const, gone: gone.signal };
    const stream = figureChanges(context, { rows: THINGS, always: [] }, { state: 'OPEN' }, null);
    const first = (await stream.next()).value!;
    expect(first).toMatchObject({ kind: 'SNAPSHOT', previousCursor: null });
    await write(event('elsewhere', 1, 'SHUT'));
    await advance();
    await write(event('here', 1, 'OPEN'));
    await advance();
    const second = (await stream.next()).value!;
    expect(second).toMatchObject({ kind: 'UPDATED', previousCursor: first.cursor });
    const since = Date.now();
    await write(event('here', 2, 'SHUT'));
    await advance();
    const third = (await stream.next()).value!;
    // It has left the scope: its figure changes too.
    expect(third).toMatchObject({ kind: 'UPDATED', previousCursor: second.cursor });
    expect(Date.now() - since).toBeGreaterThan(150);
    gone.abort();

    const resumed = figureChanges({ ...context, gone: closing.signal }, { rows: THINGS, always: [] }, {}, first.cursor);
    expect((await resumed.next()).value).toMatchObject({
      kind: 'UPDATED',
      previousCursor: first.cursor,
      cursor: third.cursor,
    });
  });
});
