/** Milliseconds since the epoch, UTC. */
export type Ms = number;
/** Days since 1970-01-01 in a site's own calendar. */
export type Day = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<Day, number | null>>();

/** What a clock on the wall is ahead of UTC, in milliseconds, by the time zone's own rules. */
export function offsetAt(timeZone: string, instant: Ms): number {
  const utcDay = Math.floor(instant / DAY_MS);
  let known = offsets.get(timeZone);
  if (known === undefined) offsets.set(timeZone, (known = new Map()));
  let offset = known.get(utcDay);
  if (offset === undefined) {
    const first = readOffset(timeZone, utcDay * DAY_MS);
    // Null marks the few days on which the clocks change: only on those every instant is asked for.
    offset = first === readOffset(timeZone, (utcDay + 1) * DAY_MS) ? first : null;
    known.set(utcDay, offset);
  }
  return offset ?? readOffset(timeZone, instant);
}

function readOffset(timeZone: string, instant: Ms): number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  const part = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const onTheWall = Date.UTC(
    part.get('year')!,
    part.get('month')! - 1,
    part.get('day')!,
    part.get('hour')!,
    part.get('minute')!,
    part.get('second')!,
  );
  return onTheWall - Math.floor(instant / SECOND_MS) * SECOND_MS;
}

/** The site's calendar day of an instant. */
export const dayAt = (timeZone: string, instant: Ms): Day =>
  Math.floor((instant + offsetAt(timeZone, instant)) / DAY_MS);

/** Minutes since the site's midnight, with the seconds as fraction; 2.5 is 00:02:30. */
export const minuteAt = (timeZone: string, instant: Ms): number =>
  ((instant + offsetAt(timeZone, instant)) % DAY_MS) / MINUTE_MS;

/**
 * The instant at which the site's clock shows so many minutes of a day. An hour that the change of clocks leaves out is
 * read an hour later; of one that comes twice, the second is meant.
 */
export function instantAt(timeZone: string, day: Day, minutes: number): Ms {
  const onTheWall = day * DAY_MS + Math.round(minutes * 60) * SECOND_MS;
  const guess = onTheWall - offsetAt(timeZone, onTheWall);
  return onTheWall - offsetAt(timeZone, guess);
}

/** YYYY-MM-DD. */
export const dayText = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

/** RFC 3339, as the site's own clock writes it: with its offset. */
export function instantText(timeZone: string, instant: Ms): string {
  const offset = offsetAt(timeZone, instant);
  const minutes = Math.abs(offset) / MINUTE_MS;
  const sign = offset < 0 ? '-' : '+';
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const written = new Date(instant + offset).toISOString();
  // Whole seconds, unless the clock had more to say.
  const text = written.endsWith('.000Z') ? written.slice(0, 19) : written.slice(0, 23);
  return `${text}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
