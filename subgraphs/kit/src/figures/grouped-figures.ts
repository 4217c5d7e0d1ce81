import { bucketEnd, bucketStart, bucketStarts, dayBucketOf, mostBuckets, type DayBucket } from '../time/bucket';
import type { CalendarDay } from '../time/calendar-day';
import { emptyAggregate } from './aggregate-sums';
import type { Aggregate, Bucket, ContributionSource, Grouping, Population } from './contribution';

export interface GroupedFigures {
  /** Groups that have rows, counted in or left out: by text, "says nothing" (null) last. */
  keys(): Promise<(string | null)[]>;
  all(): Promise<ReadonlyMap<string | null, Aggregate>>;
  /** For `FigureQuestion.aggregate`; a key without rows gives the empty aggregate. */
  aggregate(key: string | null): () => Promise<Aggregate>;
  /** The population of one group alone, for its rows. */
  population(key: string | null): Population;
}

/** Many figures of one question by group: the source is asked once, when the first is wanted. */
export function groupedFigures(
  source: ContributionSource,
  population: Population,
  grouping: Exclude<Grouping, null>,
): GroupedFigures {
  let asked: Promise<ReadonlyMap<string | null, Aggregate>> | undefined;
  const all = () =>
    (asked ??= source
      .aggregate(population, grouping)
      .then((aggregates) => new Map(aggregates.map((aggregate) => [aggregate.key, aggregate]))));
  return {
    all,
    keys: async () => [...(await all()).keys()],
    aggregate: (key) => async () => (await all()).get(key) ?? emptyAggregate(key),
    population: (key) =>
      grouping.by === 'dimension'
        ? { ...population, dims: { ...population.dims, [grouping.dimension]: [key] } }
        : withinBucket(population, key, grouping.bucket),
  };
}

function withinBucket(population: Population, start: CalendarDay | null, anyBucket: Bucket): Population {
  const bucket = dayBucketOf(anyBucket);
  if (!bucket.ok || start === null) throw new RangeError('A bucket of calendar days has a first day, and no hours');
  return {
    ...population,
    from: start > population.from ? start : population.from,
    to: start === bucketStart(population.to, bucket.value) ? population.to : bucketEnd(start, bucket.value),
  };
}

export interface SeriesPoint {
  /** First day of the bucket; the first bucket may begin before the window, of which only the part inside counts. */
  start: CalendarDay;
  aggregate: Aggregate;
}

/** Points in one series; ten years of days fit. */
const MOST_POINTS = 5_000;

/** More points asked than anyone can read. */
export class SeriesTooLong extends Error {
  readonly code = 'SERIES_TOO_LONG';
  constructor(points: number) {
    super(`The series would have about ${points} points; at most ${MOST_POINTS} are given. Ask for a coarser bucket.`);
    this.name = 'SeriesTooLong';
  }
}

/** One point for each bucket that the window touches, empty ones too: a gap is shown, not skipped. Throws SeriesTooLong. */
export async function series(
  source: ContributionSource,
  population: Population,
  bucket: DayBucket,
): Promise<SeriesPoint[]> {
  const points = mostBuckets(population.from, population.to, bucket);
  if (points > MOST_POINTS) throw new SeriesTooLong(points);
  const figures = await groupedFigures(source, population, { by: 'bucket', bucket }).all();
  return bucketStarts(population.from, population.to, bucket).map((start) => ({
    start,
    aggregate: figures.get(start) ?? emptyAggregate(start),
  }));
}
