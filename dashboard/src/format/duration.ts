import { UNKNOWN } from './quantity';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A duration in its two largest units, rounded down: 186000 s → "2 d 3 h", 65 s → "1 min 5 s", 0 → "0 s".
 * From 60 days on days alone are enough. A negative duration keeps its sign.
 */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return UNKNOWN;
  const sign = seconds < 0 ? '\u2212' : '';
  const total = Math.floor(Math.abs(seconds));
  const days = Math.floor(total / DAY);
  const hours = Math.floor((total % DAY) / HOUR);
  const minutes = Math.floor((total % HOUR) / MINUTE);
  if (days >= 60) return `${sign}${days.toLocaleString('en-GB')} d`;
  if (days > 0) return sign + pair(days, 'd', hours, 'h');
  if (hours > 0) return sign + pair(hours, 'h', minutes, 'min');
  if (minutes > 0) return sign + pair(minutes, 'min', total % MINUTE, 's');
  return `${sign}${total} s`;
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
