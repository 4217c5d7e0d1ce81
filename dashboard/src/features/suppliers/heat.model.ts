import { limitWords, verdictOf, type Verdict } from '../../ui/limits';

/** One supplier of the heat table; null is unknown. */
export interface HeatRow {
  id: string;
  name: string;
  due: number;
  onTime: number | null;
  otif: number | null;
  leadTimeP90: number | null;
  defectPpm: number | null;
  /** Days from receipts to their being in the source's books, 90th percentile. */
  recordedLagP90: number | null;
}

export type HeatColumn = 'onTime' | 'otif' | 'leadTimeP90' | 'defectPpm' | 'recordedLagP90';

/** How the columns are judged, so that nobody has to guess. */
export const HEAT_WORDS: readonly string[] = [
  `OTIF and on time: ${limitWords('onTimePercent', '%')}`,
  `lead time: ${limitWords('leadTimeRatio', 'times the median of all suppliers')}`,
  `defects: ${limitWords('defectPpm', 'ppm')}`,
  `recorded lag: ${limitWords('recordedLagDays', 'days')}`,
];

/**
 * Judges one figure.
 *
 * @param reference what lead time is measured against, in days; null: it cannot be judged
 */
export function heatOf(column: HeatColumn, value: number | null, reference: number | null = null): Verdict {
  switch (column) {
    case 'onTime':
    case 'otif':
      return verdictOf('onTimePercent', value);
    case 'defectPpm':
      return verdictOf('defectPpm', value);
    case 'recordedLagP90':
      return verdictOf('recordedLagDays', value);
    case 'leadTimeP90':
      return verdictOf('leadTimeRatio', value !== null && reference ? value / reference : null);
  }
}

/** Median of what is known; null when nothing is. Even counts take the mean of the middle two. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const middle = Math.floor(known.length / 2);
  const upper = known[middle] ?? 0;
  return known.length % 2 === 1 ? upper : ((known[middle - 1] ?? 0) + upper) / 2;
}
