import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import { flowIdOf } from '@sightline/contracts/identities';
import { LAG_PARTS, lagOf, type LagPart } from '@sightline/contracts/lag-parts';
import type { LagObservation, LagSketch, ProgressRequest } from '@sightline/contracts/subgraph-ports';
import { percentile } from '@sightline/kit/figures/percentile';
import { reportLags } from '@sightline/kit/freshness/lag-report';
import { eventsOf, mergedSketch, sketchAggregate, SKETCH_RELATIVE_ERROR } from '@sightline/kit/freshness/lag-sketch';
import { append } from '@sightline/kit/outbox/append';
import { dropLogTablesSql, logTablesSql } from '@sightline/kit/outbox/migration';
import { projectNext } from '@sightline/kit/outbox/projector';
import { Sequencer } from '@sightline/kit/outbox/sequencer';
import { migrate } from '@sightline/kit/postgres/migrate';
import { openDatabase } from '@sightline/kit/postgres/open-database';
import { withTenant } from '@sightline/kit/postgres/transaction';
import { statementsDuring } from '@sightline/kit/testing/statement-count';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';

class CreateLog1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of logTablesSql()) await runner.query(statement);
  }
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of dropLogTablesSql()) await runner.query(statement);
  }
}

const FIRST = Date.parse('2026-03-10T00:00:00.000Z');
const HOUR = 3_600_000;
const FLOWS = ['mes', 'erp'].map((source) => flowIdOf(`sim.${source}`, 'events', null));
const NOW = new Date('2026-03-20T12:00:00.000Z');

let database: TestDatabase;
let dataSource: DataSource;
let sequencer: Sequencer;

const log = (): void => undefined;
const open = (): Promise<DataSource> =>
  openDatabase({
    url: database.urlOf('inventory'),
    schema: 'inventory',
    entities: [],
    migrations: [CreateLog1763700000000],
    log,
  });

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await open();
  await migrate(dataSource, 'inventory');
  sequencer = new Sequencer({ url: database.urlOf('inventory'), schema: 'inventory', log, onAdvance: log });
});
afterAll(async () => {
  await sequencer.stop();
  await dataSource.destroy();
  await database.drop();
});

/** An empty log, from position 1 on, and a process that remembers nothing: what it reads only ever grows. */
async function empty(): Promise<void> {
  await sequencer.stop();
  await withTenant(dataSource, 'ALL', (manager) =>
    manager.query(
      `TRUNCATE outbox_command, log_position, event, lag_event, lag_sketch, flow_progress, projection_batch;
       UPDATE reader_position SET pos = 0`,
    ),
  );
  await dataSource.destroy();
  dataSource = await open();
}
beforeEach(empty);

/** Seconds from what happened to its record, to its coming in, to its becoming readable; null: only the day is known. */
interface Habit {
  flow: 0 | 1;
  /** Minutes after the first when it became readable. */
  minute: number;
  entry: number | null;
  transport: number;
  processing: number;
  backfill: boolean;
}

const habit = fc.record<Habit>({
  flow: fc.constantFrom(0, 1),
  minute: fc.integer({ min: 0, max: 10 * 24 * 60 - 1 }),
  entry: fc.oneof(fc.constant(null), fc.integer({ min: -30, max: 90_000 })),
  transport: fc.integer({ min: -120, max: 4_000 }),
  processing: fc.integer({ min: 0, max: 30 }),
  backfill: fc.boolean(),
});

function eventOf(told: Habit, index: number): LogEvent {
  const iso = (ms: number): string => new Date(ms).toISOString();
  const visible = FIRST + told.minute * 60_000 + (index % 1000);
  const ingested = visible - told.processing * 1000;
  const recorded = ingested - told.transport * 1000;
  const eventId = randomUUID();
  return {
    eventId,
    type: 'test.happened.v1',
    subjectType: 'Test',
    subjectId: eventId,
    subjectVersion: 1,
    tenant: null,
    source: {
      sourceSystemId: told.flow === 0 ? 'sim.mes' : 'sim.erp',
      flow: 'events',
      plantId: null,
      idempotencyKey: eventId,
      sequence: null,
      correlationId: null,
      backfill: told.backfill,
      correctionOf: null,
      importId: null,
      simulated: { ingestedAt: iso(ingested), visibleAt: iso(visible) },
    },
    occurred: { at: told.entry === null ? null : iso(recorded - told.entry * 1000), on: iso(recorded).slice(0, 10) },
    recorded: { at: iso(recorded), on: iso(recorded).slice(0, 10) },
    ingestedAt: NOW.toISOString(),
    payload: {},
  };
}

async function tell(habits: readonly Habit[], batchSize: number): Promise<void> {
  await withTenant(dataSource, 'ALL', (manager) => append(manager, habits.map(eventOf)));
  await sequencer.drain();
  const project = () =>
    projectNext({
      dataSource,
      project: async () => undefined,
      flowOf: () => ({ kind: 'GOODS_RECEIPTS', recordedHere: true }),
      now: () => NOW,
      batchSize,
    });
  while ((await project()) > 0);
}

const asked = (more: Partial<ProgressRequest>): ReturnType<typeof reportLags> =>
  withTenant(dataSource, 'ALL', (manager) =>
    reportLags(manager, { visibleFrom: null, visibleTo: null, importId: null, flows: false, ...more }),
  );

const valuesOf = (observations: readonly LagObservation[], part: LagPart): number[] =>
  observations
    .map((observation) => lagOf(observation, part))
    .flatMap(({ seconds, leftOut }) => (leftOut === null ? [seconds!] : []))
    .sort((a, b) => a - b);

function expectSame(sketch: LagSketch, observations: readonly LagObservation[], part: LagPart): void {
  const values = valuesOf(observations, part);
  expect(sketch.n).toBe(values.length);
  expect(eventsOf(sketch)).toBe(observations.length);
  const figure = sketchAggregate(null, sketch);
  expect([figure.min, figure.max]).toEqual([values[0] ?? null, values.at(-1) ?? null]);
  if (values.length === 0) return;
  expect(figure.mean!).toBeCloseTo(values.reduce((total, value) => total + value, 0) / values.length, 6);
  for (const [p, shown] of [
    [0.1, figure.p10],
    [0.5, figure.p50],
    [0.9, figure.p90],
    [0.95, figure.p95],
    [0.99, figure.p99],
  ] as const) {
    // Each of the two values between which type 7 interpolates may be off by the bound.
    const exact = percentile(values, p)!;
    expect(Math.abs(shown! - exact)).toBeLessThanOrEqual(SKETCH_RELATIVE_ERROR * exact + 1e-9);
  }
}

describe('sketches of the sync lag', () => {
  it('say of any window what its events say: counts exactly, percentiles within the bound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(habit, { minLength: 1, maxLength: 150 }),
        fc.integer({ min: 1, max: 60 }),
        fc.tuple(fc.integer({ min: -60, max: 12_000 }), fc.integer({ min: 0, max: 12_000 })),
        async (habits, batchSize, [fromMinute, minutes]) => {
          await empty();
          await tell(habits, batchSize);
          const range = {
            visibleFrom: new Date(FIRST + fromMinute * 60_000 + 7).toISOString(),
            visibleTo: new Date(FIRST + (fromMinute + minutes) * 60_000 + 7).toISOString(),
          };
          const { lags } = await asked(range);
          const { sketches } = await asked({ ...range, sketchAbove: -1 });
          for (const part of LAG_PARTS) {
            for (const flowId of FLOWS) {
              const own = lags.filter((lag) => lag.flowId === flowId);
              const found = sketches!.find((flow) => flow.flowId === flowId);
              if (found === undefined) expect(own).toEqual([]);
              else expectSame(found.parts[part], own, part);
            }
            expectSame(mergedSketch(sketches!.map((flow) => flow.parts[part])), lags, part);
          }
          // The same by buckets of uneven length, whose bounds are no hours.
          const bounds = [0, 0.3, 0.35, 0.8, 1].map((share) =>
            new Date(Date.parse(range.visibleFrom) + Math.round(share * (minutes * 60_000 + 1))).toISOString(),
          );
          const { buckets } = await asked({ ...range, buckets: { flowIds: FLOWS, bounds } });
          // Asked again, it is the same, remembered or not.
          expect((await asked({ ...range, buckets: { flowIds: FLOWS, bounds } })).buckets).toEqual(buckets);
          expect((await asked({ ...range, sketchAbove: -1 })).sketches).toEqual(sketches);
          for (const [index, bucket] of buckets!.entries()) {
            const inside = lags.filter((lag) => lag.visibleAt >= bounds[index]! && lag.visibleAt < bounds[index + 1]!);
            expectSame(bucket, inside, 'endToEnd');
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leave history loaded after the fact alone, and rows add up to their counts, page by page', async () => {
    const habits = Array.from({ length: 60 }, (_, index): Habit => ({
      flow: index % 3 === 0 ? 1 : 0,
      minute: index * 37,
      entry: index % 7 === 0 ? null : index * 10,
      transport: index % 5 === 0 ? -90 : 20,
      processing: 1,
      backfill: index % 10 === 9,
    }));
    await tell(habits, 7);
    const range = { visibleFrom: new Date(FIRST).toISOString(), visibleTo: new Date(FIRST + 40 * HOUR).toISOString() };
    const { sketches } = await asked({ ...range, sketchAbove: 10 });
    const whole = mergedSketch(sketches!.map((flow) => flow.parts.transport));
    expect({ n: whole.n, leftOut: whole.leftOut }).toEqual({ n: 42, leftOut: { CLOCK_SKEW: 12 } });
    const seen: LagObservation[] = [];
    for (let after: string | null = null; ; after = seen.at(-1)!.eventId) {
      const above = { part: 'entry' as const, seconds: 300 };
      const { lags, page } = await asked({ ...range, page: { flowIds: FLOWS, after, first: 11, above } });
      seen.push(...lags);
      expect(page).toMatchObject({
        totalCount: 54,
        above: valuesOf((await asked(range)).lags, 'entry').filter((value) => value > 300).length,
      });
      if (!page!.hasNextPage) break;
    }
    expect(seen).toHaveLength(eventsOf(whole));
    expect(new Set(seen.map((lag) => lag.eventId)).size).toBe(54);
    expect(valuesOf(seen, 'transport')).toHaveLength(whole.n);
    // What becomes readable later is no part of a page that was pinned before.
    await tell(
      habits.map((told) => ({ ...told, backfill: false })),
      50,
    );
    const pinned = await asked({ ...range, upTo: 60, page: { flowIds: FLOWS, after: null, first: 1 } });
    expect(pinned.page).toMatchObject({ totalCount: 54 });
    expect((await asked({ ...range, page: { flowIds: FLOWS, after: null, first: 1 } })).page!.totalCount).toBe(114);
  });

  it('take in what becomes readable late in a stretch that was asked before', async () => {
    const told: Habit = { flow: 0, minute: 90, entry: 5, transport: 3, processing: 1, backfill: false };
    const range = { visibleFrom: new Date(FIRST).toISOString(), visibleTo: new Date(FIRST + 72 * HOUR).toISOString() };
    const bounds = [0, 24, 48, 72].map((hour) => new Date(FIRST + hour * HOUR).toISOString());
    const counted = async (): Promise<unknown[]> => {
      const { sketches } = await asked({ ...range, sketchAbove: 0 });
      const { buckets } = await asked({ ...range, buckets: { flowIds: FLOWS, bounds } });
      return [sketches!.map(({ parts }) => parts.endToEnd.n), buckets!.map(({ n }) => n)];
    };
    await tell([told, { ...told, minute: 2000 }], 10);
    expect(await counted()).toEqual([[2], [1, 1, 0]]);
    await tell([{ ...told, minute: 95 }], 10);
    expect(await counted()).toEqual([[3], [2, 1, 0]]);
  });

  it('hold the hour that is going on: its events are not read one by one, however many they are', async () => {
    const told: Habit = { flow: 0, minute: 90, entry: 5, transport: 3, processing: 1, backfill: false };
    await tell(
      Array.from({ length: 40 }, (_, index) => ({ ...told, minute: 61 + index })),
      10,
    );
    const until = (minute: number) => ({
      visibleFrom: new Date(FIRST).toISOString(),
      visibleTo: new Date(FIRST + minute * 60_000).toISOString(),
    });
    const counted = async (minute: number): Promise<{ n: number; isReadOneByOne: boolean }> => {
      const { answer, statements } = await statementsDuring(dataSource, () =>
        asked({ ...until(minute), sketchAbove: 0 }),
      );
      const isReadOneByOne = statements.some((statement) => statement.includes('to_char(l.occurred_at'));
      return { n: answer.sketches![0]!.parts.endToEnd.n, isReadOneByOne };
    };
    expect(await counted(115)).toEqual({ n: 40, isReadOneByOne: false });
    // Seen from an earlier moment that hour is cut through.
    expect(await counted(80)).toEqual({ n: (await asked(until(80))).lags.length, isReadOneByOne: true });
  });

  it('are not made where few enough events can be counted one by one', async () => {
    await tell([{ flow: 0, minute: 5, entry: 1, transport: 2, processing: 3, backfill: false }], 10);
    const range = { visibleFrom: new Date(FIRST).toISOString(), visibleTo: NOW.toISOString() };
    expect(await asked({ ...range, sketchAbove: 1 })).toMatchObject({ lags: [{ flowId: FLOWS[0] }] });
    expect((await asked({ ...range, sketchAbove: 1 })).sketches).toBeUndefined();
  });
});
