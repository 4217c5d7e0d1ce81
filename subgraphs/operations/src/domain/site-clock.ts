import { toUtcMs } from '@sightline/kit/time/instant';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Minutes by which a zone is ahead of UTC at an instant. */
function offsetMinutes(utcMs: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formatters.set(timeZone, formatter);
  }
  const name = formatter.formatToParts(utcMs).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
  if (match?.[1] === undefined) return 0;
  return (Number(match[2]) * 60 + Number(match[3])) * (match[1] === '-' ? -1 : 1);
}

/** The first moment of a calendar day in a zone, in milliseconds since the epoch. */
export function startOfDayMs(day: string, timeZone: string): number {
  const asUtc = toUtcMs(`${day}T00:00:00Z`);
  // The offset that holds at midnight is not yet known: the first guess finds it, except on a day whose clocks change.
  const guess = asUtc - offsetMinutes(asUtc, timeZone) * 60_000;
  return asUtc - offsetMinutes(guess, timeZone) * 60_000;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as RFC 3339 text with the offset of the zone. */
export function instantInZone(utcMs: number, timeZone: string): string {
  const offset = offsetMinutes(utcMs, timeZone);
  const local = new Date(utcMs + offset * 60_000).toISOString().slice(0, 19);
  if (offset === 0) return `${local}Z`;
  const minutes = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
