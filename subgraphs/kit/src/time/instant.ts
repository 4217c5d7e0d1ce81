import { digitAt, twoDigitsAt } from '@sightline/contracts/digits';
import { ZoneDays } from '@sightline/contracts/zone-days';
import { calendarDay, dayNumber, dayOfNumber, isCalendarDay, type CalendarDay } from './calendar-day';

/** An instant as text with its offset, RFC 3339 5.6, e.g. 2026-03-14T09:30:00+01:00. An offset is never guessed. */
export type Instant = string;

interface InstantParts {
  utcMs: number;
  /** Digits of the second beyond the millisecond, without trailing zeros. */
  beyondMs: string;
}

/** Longest part of an instant before a fraction or an offset: YYYY-MM-DDTHH:MM:SS. */
const WHOLE = 19;
const SECONDS_PER_DAY = 86_400;

/** Character by character: the stamps of a bulk are read millions of times, and a pattern with its groups takes ten times as long. */
function read(text: string): InstantParts | null {
  const hours = twoDigitsAt(text, 11);
  const minutes = twoDigitsAt(text, 14);
  const seconds = twoDigitsAt(text, 17);
  // Where a digit is missing the number is NaN, which is not within any bounds.
  if (!(hours <= 23 && minutes <= 59 && seconds <= 59)) return null;
  if (text[13] !== ':' || text[16] !== ':' || (text[10] !== 'T' && text[10] !== 't')) return null;
  const day = text.slice(0, 10);
  if (!isCalendarDay(day)) return null;
  const fractionEnd = endOfFraction(text);
  if (fractionEnd === null) return null;
  const offset = offsetMinutes(text, fractionEnd);
  if (offset === null) return null;
  const wholeSeconds = dayNumber(day) * SECONDS_PER_DAY + hours * 3_600 + minutes * 60 + seconds - offset * 60;
  const digits = fractionEnd - WHOLE - 1;
  if (digits <= 0) return { utcMs: wholeSeconds * 1_000, beyondMs: '' };
  const ms = Number(text.slice(WHOLE + 1, Math.min(fractionEnd, WHOLE + 4)).padEnd(3, '0'));
  const beyondMs = digits <= 3 ? '' : text.slice(WHOLE + 4, fractionEnd).replace(/0+$/, '');
  return { utcMs: wholeSeconds * 1_000 + ms, beyondMs };
}

/** Where the fraction of the second ends, or would begin; null when a point has no digits behind it. */
function endOfFraction(text: string): number | null {
  if (text[WHOLE] !== '.') return WHOLE;
  let end = WHOLE + 1;
  while (!Number.isNaN(digitAt(text, end))) end += 1;
  return end === WHOLE + 1 ? null : end;
}

/** Minutes east of UTC that the text ends with; null when it does not end with an offset. */
function offsetMinutes(text: string, at: number): number | null {
  const sign = text[at];
  if (sign === 'Z' || sign === 'z') return text.length === at + 1 ? 0 : null;
  if ((sign !== '+' && sign !== '-') || text.length !== at + 6 || text[at + 3] !== ':') return null;
  const hours = twoDigitsAt(text, at + 1);
  const minutes = twoDigitsAt(text, at + 4);
  if (!(hours <= 23 && minutes <= 59)) return null;
  return (hours * 60 + minutes) * (sign === '-' ? -1 : 1);
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
