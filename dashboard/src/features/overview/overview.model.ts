import { addDays, daysBetween, formatBucket, formatDay, formatMonth, isDay, type Day } from '../../format/date';
import { formatPercentTile } from '../../format/percent';
import { countOf, formatCount, formatTile } from '../../format/quantity';
import type { Bucket } from '../../gql/graphql';
import type { LeadTimePeriod } from '../../ui/lead-time-periods';

/** First and last day on which the platform knows of anything; null when it knows nothing. */
export interface DataRange {
  from: Day;
  to: Day;
  /** Null when nothing was received. */
  lastReceived: Day | null;
}

interface LineDates {
  currentCommitDate?: string | null;
  firstReceivedOn?: string | null;
}

/**
 * The range of data over the lines promised first, promised last and received last. `today` caps what is only promised.
 * Null when there is no line with a date at all.
 */
export function dataRange(lines: readonly (LineDates | undefined)[], today: Day): DataRange | null {
  const days = (line: LineDates | undefined): Day[] =>
    [line?.currentCommitDate, line?.firstReceivedOn].filter((day): day is Day => typeof day === 'string' && isDay(day));
  const all = lines.flatMap(days).sort();
  const from = all[0];
  const last = all.at(-1);
  if (from === undefined || last === undefined) return null;
  const lastReceived =
    lines
      .map((line) => line?.firstReceivedOn)
      .filter((day): day is Day => typeof day === 'string' && isDay(day))
      .sort()
      .at(-1) ?? null;
  return { from, to: last > today && from <= today ? today : last, lastReceived };
}

/** "May 2006 to September 2015", the way a person says it. */
export function rangeWords(range: DataRange): string {
  return `${formatMonth(range.from)} to ${formatMonth(range.to)}`;
}

/** The bucket that gives a readable number of points: at most about 60. */
export function bucketFor(from: Day, to: Day): Bucket {
  const days = daysBetween(from, to);
  if (days <= 14) return 'DAY';
  if (days <= 200) return 'WEEK';
  if (days <= 5 * 366) return 'MONTH';
  return 'QUARTER';
}

/** A bucket of the series; nulls where nothing was received or due. */
export interface SeriesPoint extends LeadTimePeriod {
  /** Defective parts per million delivered; null where nothing was inspected or quality does not answer. */
  defectPpm?: number | null;
}

/** The points with the defects of the same buckets. */
export function withDefects(
  points: readonly SeriesPoint[],
  defects: readonly { start: Day; defectPpm: number | null }[],
): SeriesPoint[] {
  const byStart = new Map(defects.map(({ start, defectPpm }) => [start, defectPpm]));
  return points.map((point) => ({ ...point, defectPpm: byStart.get(point.start) ?? null }));
}

/** Whether any point has defects to draw. */
export function hasDefects(points: readonly SeriesPoint[]): boolean {
  return points.some((point) => (point.defectPpm ?? null) !== null);
}

/** The points worth a word on the chart: the longest median lead time and the bucket with the fewest on time. */
export function notable(points: readonly SeriesPoint[]): { longest: number | null; latest: number | null } {
  const best = (score: (point: SeriesPoint) => number | null): number | null =>
    points.reduce<{ index: number; score: number } | null>((top, point, index) => {
      const here = score(point);
      return here !== null && (top === null || here > top.score) ? { index, score: here } : top;
    }, null)?.index ?? null;
  return {
    longest: best((point) => point.leadTimeMedian),
    latest: best((point) => (point.onTimePercent === null || point.onTimePercent >= 100 ? null : -point.onTimePercent)),
  };
}

/** Points without the empty ones before the first and after the last that has anything; gaps in between stay gaps. */
export function trimSeries(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const has = (point: SeriesPoint): boolean => point.leadTimeN > 0 || point.dueLines > 0;
  const first = points.findIndex(has);
  return first < 0 ? [] : points.slice(first, points.findLastIndex(has) + 1);
}

/** What the chart says, in at most about thirty words, for those who do not see it. */
export function seriesSummary(points: readonly SeriesPoint[], bucket: Bucket): string {
  const known = points.filter((point) => point.leadTimeMedian !== null);
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return 'No lead time is known in this window.';
  const longest = known.reduce((worst, point) =>
    (point.leadTimeMedian ?? 0) > (worst.leadTimeMedian ?? 0) ? point : worst,
  );
  return (
    `Median lead time went from ${formatTile(first.leadTimeMedian)} days in ${formatBucket(first.start, bucket)} to ` +
    `${formatTile(last.leadTimeMedian)} in ${formatBucket(last.start, bucket)}; ` +
    `longest ${formatTile(longest.leadTimeMedian)} in ${formatBucket(longest.start, bucket)}.`
  );
}

/** What other parts of the platform add to the headline; null or left out: they do not know. */
export interface HeadlineExtras {
  /** Order lines overdue now. */
  overdue?: number | null;
  /** Defective parts per million delivered. */
  defectPpm?: number | null;
}

interface Headline extends HeadlineExtras {
  onTime: { value: number | null; n: number };
  leadTime: { median: number | null; p90: number | null };
}

/** The page's first sentence, made of its own figures; null when there is nothing to say. */
export function headlineOf({ onTime, leadTime, overdue, defectPpm }: Headline): string | null {
  const parts: string[] = [];
  if (onTime.value !== null && onTime.n > 0) {
    parts.push(`${formatPercentTile(onTime.value)} of ${countOf(onTime.n, 'order line')} came on time`);
  }
  if (leadTime.median !== null) {
    parts.push(
      leadTime.p90 === null
        ? `half arrived within ${formatTile(leadTime.median)} days of being ordered`
        : `half arrived within ${formatTile(leadTime.median)} days of being ordered, one in ten took more than ${formatTile(leadTime.p90)}`,
    );
  }
  const sentence = parts.join('; ');
  if (sentence === '') return null;
  const now = [
    overdue ? `${countOf(overdue, 'line')} ${overdue === 1 ? 'is' : 'are'} overdue` : null,
    defectPpm ? `${formatTile(defectPpm)} of a million parts delivered were found defective` : null,
  ].filter((part) => part !== null);
  const second = now.length === 0 ? '' : ` ${now.join('; ')}.`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${second}`;
}

/** "3 late" beside the on-time share; null when numerator or denominator is not known. */
export function lateWords(numerator: string | null, denominator: string | null): string | null {
  if (numerator === null || denominator === null) return null;
  const late = Number(denominator) - Number(numerator);
  return `${formatCount(late)} late`;
}

/** The window that shows all data: the range with room for lines delivered before their promised date. */
export function wholeWindow(range: DataRange): { from: Day; to: Day } {
  return { from: addDays(range.from, -60), to: range.to };
}

/** "1 Jul 2015 – 14 Sep 2015". */
export function windowWords(from: Day, to: Day): string {
  return `${formatDay(from)} – ${formatDay(to)}`;
}
