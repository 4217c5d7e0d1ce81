import { formatDuration } from './duration';
import { UNKNOWN } from './quantity';

const MINUS = '\u2212';

/**
 * A lag in seconds, for eyes: what takes less than a minute keeps its fractions, because a pipeline of milliseconds and
 * one of seconds are not the same. 0.0123 → "12 ms", 4.26 → "4.3 s", 125 → "2 min 5 s". Below 0 keeps its sign.
 */
export function formatLag(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return UNKNOWN;
  if (seconds === 0) return '0 s';
  const size = Math.abs(seconds);
  if (size >= 60) return formatDuration(seconds);
  const sign = seconds < 0 ? MINUS : '';
  // Up to 999.5 ms rounds to whole milliseconds; beyond, "1000 ms" would be a second.
  if (size < 0.9995) return `${sign}${size > 0 && size < 0.0005 ? '<1' : Math.round(size * 1000)} ms`;
  const tenths = Math.round(size * 10) / 10;
  return tenths >= 60 ? `${sign}1 min` : `${sign}${tenths} s`;
}
