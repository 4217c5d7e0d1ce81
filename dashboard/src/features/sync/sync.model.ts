import { formatLag } from '../../format/lag';
import { formatDuration } from '../../format/duration';
import { countOf } from '../../format/quantity';
import type { FreshnessStatus } from '../../gql/graphql';

/** The lags of the platform: the three parts, and the two that span several of them. */
export const LAG_NAMES = ['endToEnd', 'pipeline', 'entry', 'transport', 'processing'] as const;
export type LagName = (typeof LAG_NAMES)[number];

export const LAG_PARTS_IN_ORDER = ['entry', 'transport', 'processing'] as const;

export const LAG_WORDS: Readonly<Record<LagName, { name: string; from: string }>> = {
  entry: { name: 'Entry', from: 'happened to recorded at the source: people and scanners' },
  transport: { name: 'Transport', from: 'recorded at the source to taken in here: connectors and files' },
  processing: { name: 'Processing', from: 'taken in to readable here: this platform' },
  endToEnd: { name: 'End to end', from: 'happened to readable here' },
  pipeline: { name: 'Pipeline', from: 'recorded at the source to readable here' },
};

/** What the screen has to know of a flow to rank and name it. */
export interface Flow {
  id: string;
  flow: string;
  source: { id: string; name: string };
  plant: { id: string; code: string } | null;
  backlog: number;
  freshness: { status: FreshnessStatus; ageSeconds: number | null; budgetSeconds: number | null };
}

/** How grave each condition is; the platform ranks flows in the same order. */
const GRAVITY: Readonly<Record<FreshnessStatus, number>> = {
  NEVER: 5,
  UNKNOWN: 4,
  STALE: 3,
  AGEING: 2,
  FRESH: 1,
  CLOSED: 0,
};

/** How many times its promise old a late flow is. Those that keep it are all alike: their order would only flicker. */
const timesPromise = ({ freshness: { status, ageSeconds, budgetSeconds } }: Flow): number =>
  (status !== 'STALE' && status !== 'AGEING') || ageSeconds === null || !budgetSeconds ? 0 : ageSeconds / budgetSeconds;

/** Flows that never synced first, then by condition, then by how far beyond their promise they are. */
export function worstFirst<Row extends Flow>(flows: readonly Row[]): Row[] {
  return [...flows].sort(
    (a, b) =>
      GRAVITY[b.freshness.status] - GRAVITY[a.freshness.status] ||
      timesPromise(b) - timesPromise(a) ||
      flowName(a).localeCompare(flowName(b)),
  );
}

/** "MES DE01, work orders, DE01". */
export function flowName({ source, flow, plant }: Pick<Flow, 'source' | 'flow' | 'plant'>): string {
  return [source.name, flow, plant?.code].filter(Boolean).join(', ');
}

/** One row of the matrix: a source, and its flows by the plant that they are about. */
export interface SourceRow<Row extends Flow> {
  id: string;
  name: string;
  /** In the order of the columns. */
  cells: readonly (readonly Row[])[];
}

export interface Matrix<Row extends Flow> {
  /** Plants by code, and at the end null when some flow belongs to none. */
  plants: readonly (string | null)[];
  rows: readonly SourceRow<Row>[];
}

/** Sources by plants, in the order in which the flows come: a source stands where its first flow stands. */
export function matrixOf<Row extends Flow>(flows: readonly Row[]): Matrix<Row> {
  const codes = [...new Set(flows.flatMap(({ plant }) => (plant ? [plant.code] : [])))].sort();
  const plants: (string | null)[] = flows.some(({ plant }) => plant === null) ? [...codes, null] : codes;
  const sources = new Map<string, Row[]>();
  for (const flow of flows) {
    sources.set(flow.source.id, [...(sources.get(flow.source.id) ?? []), flow]);
  }
  return {
    plants,
    rows: [...sources].map(([id, ofSource]) => ({
      id,
      name: ofSource[0]?.source.name ?? id,
      cells: plants.map((code) => ofSource.filter(({ plant }) => (plant?.code ?? null) === code)),
    })),
  };
}

/** The screen's first sentence: what never synced, what is older than promised, and the worst of it. */
export function headlineOf(flows: readonly Flow[]): string | null {
  if (flows.length === 0) return null;
  const count = (status: FreshnessStatus): number => flows.filter((flow) => flow.freshness.status === status).length;
  const [never, stale, ageing, unknown] = [count('NEVER'), count('STALE'), count('AGEING'), count('UNKNOWN')];
  const backlog = flows.reduce((sum, flow) => sum + flow.backlog, 0);
  const behind = stale + ageing;
  const worst = worstFirst(flows).find(({ freshness: { status } }) => status === 'STALE' || status === 'AGEING');
  const silent = flows.find(({ freshness: { status } }) => status === 'NEVER');
  const parts = [
    never === 0
      ? null
      : `${countOf(never, 'flow')} never synced${never === 1 && silent ? ` (${flowName(silent)})` : ''}`,
    behind > 0 && worst
      ? `${behind} of ${countOf(flows.length, 'flow')} ${behind === 1 ? 'is' : 'are'} older than promised, worst ${flowName(worst)}: ${formatDuration(worst.freshness.ageSeconds)} old, promise ${formatDuration(worst.freshness.budgetSeconds)}`
      : null,
    unknown > 0 ? `of ${countOf(unknown, 'flow')} the age is unknown` : null,
    backlog > 0 ? `${countOf(backlog, 'fact')} taken in and not yet readable` : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return `All ${countOf(flows.length, 'flow')} keep their promise.`;
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** A part of the lag as the comparison draws it. */
export interface Share {
  name: (typeof LAG_PARTS_IN_ORDER)[number];
  seconds: number;
  /** Of the sum of the parts, 0 to 1. */
  share: number;
}

/**
 * The parts beside each other as shares of their sum. Percentiles do not add up to the percentile of the whole, so the
 * sum has no name and is not shown. Parts below 0 (a clock ahead) count as nothing; null: no part is known.
 */
export function sharesOf(parts: Readonly<Record<(typeof LAG_PARTS_IN_ORDER)[number], number | null>>): Share[] | null {
  const known = LAG_PARTS_IN_ORDER.flatMap((name) => {
    const seconds = parts[name];
    return seconds === null ? [] : [{ name, seconds: Math.max(0, seconds) }];
  });
  const sum = known.reduce((total, { seconds }) => total + seconds, 0);
  if (known.length === 0) return null;
  return known.map((part) => ({ ...part, share: sum === 0 ? 1 / known.length : part.seconds / sum }));
}

/** "±1 %" of a percentile that is estimated; null when it is exact. */
export function errorWords(relativeError: number | null): string | null {
  return relativeError === null ? null : `±${Math.round(relativeError * 1000) / 10} %`;
}

/** How long one point of the series is; in the address as `bucket`. */
export type LagBucket = 'HOUR' | 'DAY';
export const parseBucket = (value: unknown, days: number): LagBucket =>
  value === 'hour' ? 'HOUR' : value === 'day' ? 'DAY' : days <= 3 ? 'HOUR' : 'DAY';

/** A bucket of the series; nulls without facts, the 95th percentile below 20 of them. */
export interface LagPoint {
  start: string;
  p50Seconds: number | null;
  p95Seconds: number | null;
  n: number;
}

/** Hours are drawn for so many at most: the newest. */
const MOST_POINTS = 24 * 14;

/** Points without the empty ones at the ends, the newest MOST_POINTS of them; gaps in between stay gaps. */
export function trimSeries(points: readonly LagPoint[]): readonly LagPoint[] {
  const first = points.findIndex(({ n }) => n > 0);
  if (first < 0) return [];
  return points.slice(first, points.findLastIndex(({ n }) => n > 0) + 1).slice(-MOST_POINTS);
}

/** "21 Nov, 14:00" (UTC) for an hour, "21 Nov" for a day. */
export function pointName(start: string, bucket: LagBucket): string {
  const at = new Date(start);
  const day = at
    .toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
    .replace('Sept', 'Sep');
  if (bucket === 'DAY') return day;
  return `${day}, ${String(at.getUTCHours()).padStart(2, '0')}:00`;
}

/** Distances between the ticks of a lag's axis, in seconds, that people can read. */
const STEPS = [
  0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400, 172_800,
  604_800,
];

/** The distance between ticks that gives at most `ticks` of them up to the largest value; days beyond weeks. */
export function lagStep(values: readonly (number | null)[], ticks: number): number {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  return STEPS.find((step) => most / step <= ticks) ?? Math.ceil(most / ticks / 604_800) * 604_800;
}

/** What the chart says, for those who do not see it. */
export function seriesSummary(points: readonly LagPoint[], bucket: LagBucket): string {
  const known = points.filter(({ p95Seconds }) => p95Seconds !== null);
  if (known.length === 0) return 'No 95th percentile is known: a point needs 20 facts.';
  const worst = known.reduce((most, point) => ((point.p95Seconds ?? 0) > (most.p95Seconds ?? 0) ? point : most));
  const last = known.at(-1);
  return (
    `Slowest ${pointName(worst.start, bucket)}: 95 of 100 facts within ${formatLag(worst.p95Seconds)}` +
    (last && last !== worst ? `; last ${formatLag(last.p95Seconds)} (${pointName(last.start, bucket)}).` : '.')
  );
}
