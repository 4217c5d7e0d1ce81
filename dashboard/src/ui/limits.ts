import type { GlyphShape } from './glyph';

interface Limit {
  /** The last value that is on track. */
  watch: number;
  /** The last value that is not at risk yet. */
  risk: number;
  /** Which way is better. */
  better: 'high' | 'low';
}

/**
 * Where a judged figure turns from on track to watch and to at risk: one table for all screens, so that no two of them
 * call the same figure by different states. The words are written under every table that judges by it.
 */
const LIMITS = {
  onTimePercent: { watch: 95, risk: 85, better: 'high' },
  /** Times the median of all suppliers. */
  leadTimeRatio: { watch: 1.25, risk: 1.75, better: 'low' },
  /** From a receipt to its being in the source's books: the next day is usual, a weekend may lie in between. */
  recordedLagDays: { watch: 1, risk: 3, better: 'low' },
  defectPpm: { watch: 1_000, risk: 10_000, better: 'low' },
  rejectedPercent: { watch: 2, risk: 10, better: 'low' },
  /** A completion in MES that waits to be posted in ERP: the thresholds of alert A03. */
  unpostedSeconds: { watch: 30 * 60, risk: 4 * 3600, better: 'low' },
} as const satisfies Readonly<Record<string, Limit>>;

type Judged = keyof typeof LIMITS;

/** State of a figure: shape and word; the colour is the shape's. */
export interface Verdict {
  shape: GlyphShape & ('ok' | 'watch' | 'risk' | 'none');
  word: 'on track' | 'watch' | 'at risk' | 'no data';
}

/** Judges a figure. Null: no figure, so no state. */
export function verdictOf(judged: Judged, value: number | null): Verdict {
  if (value === null) return { shape: 'none', word: 'no data' };
  const { watch, risk, better }: Limit = LIMITS[judged];
  const beyond = (limit: number): boolean => (better === 'high' ? value < limit : value > limit);
  if (beyond(risk)) return { shape: 'risk', word: 'at risk' };
  return beyond(watch) ? { shape: 'watch', word: 'watch' } : { shape: 'ok', word: 'on track' };
}

/** How a tile is toned by a state: only what needs somebody stands out. */
export const toneOf = ({ shape }: Verdict): 'plain' | 'watch' | 'risk' =>
  shape === 'watch' || shape === 'risk' ? shape : 'plain';

/** "on track from 95 %, at risk under 85 %", for a line under the table. */
export function limitWords(judged: Judged, unit: string): string {
  const { watch, risk, better }: Limit = LIMITS[judged];
  const said = (value: number): string => `${value.toLocaleString('en-GB')}\u00a0${unit}`;
  return better === 'high'
    ? `on track from ${said(watch)}, at risk under ${said(risk)}`
    : `on track up to ${said(watch)}, at risk beyond ${said(risk)}`;
}
