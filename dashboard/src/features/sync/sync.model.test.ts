import type { FreshnessStatus } from '../../gql/graphql';
import {
  errorWords,
  headlineOf,
  lagStep,
  matrixOf,
  parseBucket,
  pointName,
  seriesSummary,
  sharesOf,
  trimSeries,
  worstFirst,
  type Flow,
} from './sync.model';

const flow = (
  id: string,
  status: FreshnessStatus,
  part: { age?: number; source?: string; plant?: string | null; backlog?: number } = {},
): Flow => ({
  id,
  flow: id,
  source: { id: part.source ?? `s-${id}`, name: (part.source ?? `s-${id}`).toUpperCase() },
  plant: part.plant === null ? null : { id: part.plant ?? 'de', code: part.plant ?? 'DE01' },
  backlog: part.backlog ?? 0,
  freshness: { status, ageSeconds: part.age ?? null, budgetSeconds: 60 },
});

describe('the order of flows', () => {
  it('puts what never synced first, then the gravest, then what is furthest beyond its promise', () => {
    const flows = [
      flow('fresh', 'FRESH', { age: 10 }),
      flow('younger', 'FRESH', { age: 50 }),
      flow('staler', 'STALE', { age: 900 }),
      flow('never', 'NEVER'),
      flow('stale', 'STALE', { age: 130 }),
      flow('ageing', 'AGEING', { age: 70 }),
      flow('archive', 'CLOSED'),
    ];
    expect(worstFirst(flows).map(({ id }) => id)).toEqual([
      'never',
      'staler',
      'stale',
      'ageing',
      'fresh',
      'younger',
      'archive',
    ]);
  });
});

describe('sources by plants', () => {
  const matrix = matrixOf([
    flow('moves', 'STALE', { source: 'wms', plant: 'DE01', age: 600 }),
    flow('orders', 'FRESH', { source: 'erp', plant: null }),
    flow('receipts', 'FRESH', { source: 'wms', plant: 'MX01' }),
  ]);

  it('has a column for each plant and one at the end for flows of none', () => {
    expect(matrix.plants).toEqual(['DE01', 'MX01', null]);
  });

  it('keeps the order of the flows, each under its plant: a source stands where its first one does', () => {
    expect(matrix.rows.map(({ id }) => id)).toEqual(['wms', 'erp']);
    expect(matrix.rows[0]?.cells.map((cell) => cell.map(({ id }) => id))).toEqual([['moves'], ['receipts'], []]);
  });

  it('has no column for flows of no plant when there are none', () => {
    expect(matrixOf([flow('moves', 'FRESH')]).plants).toEqual(['DE01']);
  });
});

describe('the first sentence', () => {
  it('names what never synced, the worst, and what waits', () => {
    const flows = [
      flow('work orders', 'STALE', { age: 840, source: 'mes' }),
      flow('never', 'NEVER'),
      flow('good', 'FRESH', { age: 3, backlog: 2 }),
    ];
    expect(headlineOf(flows)).toBe(
      '1 flow never synced (S-NEVER, never, DE01); 1 of 3 flows is older than promised, worst MES, work orders, DE01: 14 min old, promise 1 min; 2 facts taken in and not yet readable.',
    );
  });

  it('is good only when every flow is', () => {
    expect(headlineOf([flow('a', 'FRESH'), flow('b', 'CLOSED')])).toBe('All 2 flows keep their promise.');
    expect(headlineOf([])).toBeNull();
  });
});

describe('the three parts of lag', () => {
  it('are shares of their sum, a part below zero counting as nothing', () => {
    expect(sharesOf({ entry: 30, transport: 10, processing: -5 })?.map(({ share }) => share)).toEqual([0.75, 0.25, 0]);
  });

  it('leave out what is not known, and are nothing when nothing is', () => {
    expect(sharesOf({ entry: null, transport: 1, processing: 1 })?.map(({ name }) => name)).toEqual([
      'transport',
      'processing',
    ]);
    expect(sharesOf({ entry: null, transport: null, processing: null })).toBeNull();
  });

  it('say how exact they are only when they are estimated', () => {
    expect([errorWords(0.01), errorWords(null)]).toEqual(['±1 %', null]);
  });
});

describe('lag over time', () => {
  const point = (start: string, n: number, p95Seconds: number | null = null) => ({
    start,
    n,
    p50Seconds: 1,
    p95Seconds,
  });

  it('is by hour for a few days and by day otherwise, unless the reader chose', () => {
    expect([parseBucket(undefined, 1), parseBucket(undefined, 90), parseBucket('hour', 90)]).toEqual([
      'HOUR',
      'DAY',
      'HOUR',
    ]);
  });

  it('loses its empty ends', () => {
    expect(trimSeries([point('a', 0), point('b', 3), point('c', 0), point('d', 1), point('e', 0)])).toHaveLength(3);
    expect(trimSeries([point('a', 0)])).toEqual([]);
  });

  it('has ticks at times that people say', () => {
    expect([lagStep([0.04, null], 4), lagStep([65_000], 4), lagStep([190], 2), lagStep([], 4)]).toEqual([
      0.01, 21_600, 300, 0.01,
    ]);
  });

  it('names its points in UTC and tells the slowest', () => {
    expect(pointName('2026-09-21T14:00:00Z', 'HOUR')).toBe('21 Sep, 14:00');
    expect(seriesSummary([point('2026-03-01T00:00:00Z', 30, 90), point('2026-03-02T00:00:00Z', 30, 4)], 'DAY')).toBe(
      'Slowest 1 Mar: 95 of 100 facts within 1 min 30 s; last 4 s (2 Mar).',
    );
    expect(seriesSummary([point('a', 3)], 'DAY')).toBe('No 95th percentile is known: a point needs 20 facts.');
  });
});
