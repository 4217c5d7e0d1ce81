import { ZoneDays } from '@sightline/contracts/zone-days';
import { calendarDay, dayNumber, dayOfNumber, isCalendarDay, type CalendarDay } from './calendar-day';

/** An instant as text with its offset, RFC 3339 5.6, e.g. 2026-03-14T09:30:00+01:00. An offset is never guessed. */
export type Instant = string;

const PATTERN = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

interface InstantParts {
  utcMs: number;
  /** Digits of the second beyond the millisecond, without trailing zeros. */
  beyondMs: string;
}

function read(text: string): InstantParts | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, day = '', hour, minute, second, fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  const [offsetHours, offsetMinutes] = [Number(offsetHour), Number(offsetMinute)];
  if (!isCalendarDay(day) || hours > 23 || minutes > 59 || seconds > 59 || offsetHours > 23 || offsetMinutes > 59) {
    return null;
  }
  const offset = (offsetHours * 60 + offsetMinutes) * (sign === '-' ? -1 : 1);
  const wholeSeconds = dayNumber(day) * 86_400 + hours * 3_600 + minutes * 60 + seconds - offset * 60;
  return {
    utcMs: wholeSeconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0')),
    beyondMs: fraction.slice(3).replace(/0+$/, ''),
  };
}

function readOrThrow(text: string): InstantParts {
  const parts = read(text);
  if (!parts) throw new TypeError(`Not an RFC 3339 instant with offset: ${JSON.stringify(text)}`);
  return parts;
}

/** True for an RFC 3339 instant with its offset, on a day that exists. A leap second (:60) is refused: no clock here can hold it. */
export const isInstant = (text: string): boolean => read(text) !== null;

/** Milliseconds since 1970-01-01T00:00:00Z; finer digits are cut. Throws when the text is not an instant. */
export const toUtcMs = (instant: Instant): number => readOrThrow(instant).utcMs;

/** -1, 0 or 1 by the moment meant, to the last digit given, whatever the offsets. Throws when a text is not an instant. */
export function compareInstants(left: Instant, right: Instant): -1 | 0 | 1 {
  const a = readOrThrow(left);
  const b = readOrThrow(right);
  if (a.utcMs !== b.utcMs) return a.utcMs < b.utcMs ? -1 : 1;
  return a.beyondMs < b.beyondMs ? -1 : a.beyondMs > b.beyondMs ? 1 : 0;
}

/** A Date as text in UTC, e.g. 2026-03-14T08:30:00.000Z. */
export const isoUtc = (date: Date): Instant => date.toISOString();

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** True for a zone of the IANA data base, e.g. Europe/Berlin or UTC. */
export function isTimeZone(name: string): boolean {
  // An offset is no zone: it does not know when the clocks change.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    formatterOf(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The calendar day of an instant: in the zone of the site when one is given, otherwise the day as written, with the
 * text's own offset. Throws when the text is not an instant or the zone does not exist.
 */
export function dayOfInstant(instant: Instant, timeZone: string | null): CalendarDay {
  const { utcMs } = readOrThrow(instant);
  if (timeZone === null) return instant.slice(0, 10);
  if (timeZone === 'UTC') return dayOfNumber(Math.floor(utcMs / 86_400_000));
  return zoneDays.of(utcMs, timeZone);
}

const zoneDays = new ZoneDays((utcMs, timeZone) => {
  let [year, month, date] = [0, 0, 0];
  for (const part of formatterOf(timeZone).formatToParts(utcMs)) {
    if (part.type === 'year') year = Number(part.value);
    else if (part.type === 'month') month = Number(part.value);
    else if (part.type === 'day') date = Number(part.value);
  }
  return calendarDay(year, month, date);
});
