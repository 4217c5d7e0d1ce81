import type { GlyphShape } from '../../ui/glyph';

/** One supplier of the heat table; null is unknown. */
export interface HeatRow {
  id: string;
  name: string;
  due: number;
  onTime: number | null;
  otif: number | null;
  leadTimeP90: number | null;
  defectPpm: number | null;
}

export type HeatColumn = 'onTime' | 'otif' | 'leadTimeP90' | 'defectPpm';

/** Where a figure turns from on track to watch and to at risk. Drawn under the table, so that nobody has to guess. */
export const THRESHOLDS: Readonly<
  Record<HeatColumn, { watch: number; risk: number; better: 'high' | 'low'; words: string | null }>
> = {
  onTime: { watch: 95, risk: 85, better: 'high', words: null },
  otif: { watch: 95, risk: 85, better: 'high', words: 'OTIF and on time: on track from 95 %, at risk under 85 %' },
  leadTimeP90: {
    watch: 1.25,
    risk: 1.75,
    better: 'low',
    words: 'lead time: on track up to 1.25 times the median of all suppliers, at risk beyond 1.75 times',
  },
  defectPpm: {
    watch: 1_000,
    risk: 10_000,
    better: 'low',
    words: 'defects: on track up to 1,000 ppm, at risk beyond 10,000 ppm',
  },
};

/** State of a figure: shape and word; the colour is the shape's. */
export interface Heat {
  shape: GlyphShape;
  word: 'on track' | 'watch' | 'at risk' | 'no data';
}

/**
 * Judges one figure.
 *
 * @param reference what lead time is measured against, in days; null: it cannot be judged
 */
export function heatOf(column: HeatColumn, value: number | null, reference: number | null = null): Heat {
  const { watch, risk, better } = THRESHOLDS[column];
  const measured = value === null ? null : column !== 'leadTimeP90' ? value : reference ? value / reference : null;
  if (measured === null) return { shape: 'none', word: 'no data' };
  const beyond = (limit: number): boolean => (better === 'high' ? measured < limit : measured > limit);
  if (beyond(risk)) return { shape: 'risk', word: 'at risk' };
  return beyond(watch) ? { shape: 'watch', word: 'watch' } : { shape: 'ok', word: 'on track' };
}

/** Median of what is known; null when nothing is. Even counts take the mean of the middle two. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const middle = Math.floor(known.length / 2);
  const upper = known[middle] ?? 0;
  return known.length % 2 === 1 ? upper : ((known[middle - 1] ?? 0) + upper) / 2;
}
