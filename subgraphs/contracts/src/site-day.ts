import { twoDigitsAt } from './digits';
import { ZoneDays } from './zone-days';

/**
 * Days and instants as facts state them. The kit computes with them; here is only what every door needs to judge and
 * place a stamp, so that contracts stay free of the kit. A property test of suppliers holds both to the same answers.
 */
/** Offsets and fractions as far as the database takes them. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,30})?(?:[Zz]|[+-](?:0\d|1[0-5]):[0-5]\d)$/;
/** Outside of these years a date is a placeholder, such as 9999-12-31 for never; days around it may not even exist. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 9000];

/** True for a day of the calendar that exists, YYYY-MM-DD, in a year in which business is done: 1900 to 9000. */
export function isDayText(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  // Where a digit is missing the number is NaN, which is not within any bounds.
  const year = twoDigitsAt(text, 0) * 100 + twoDigitsAt(text, 2);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return false;
  const [month, day] = [twoDigitsAt(text, 5), twoDigitsAt(text, 8)];
  if (!(month >= 1 && day >= 1)) return false;
  // Every month has its first 28 days; only for the last ones the calendar must be asked, which takes far longer.
  if (day <= 28) return month <= 12;
  const date = new Date(`${text}T00:00:00Z`);
  // A day that does not exist (30 February) either fails to parse or rolls over into the next month.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** True for an RFC 3339 instant with its offset (at most 15:59), on a day as above; a leap second is refused. */
export function isInstantText(text: string): boolean {
  const match = INSTANT.exec(text);
  return match !== null && isDayText(match[1]!);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/**
 * The calendar day of an instant at a site. Without a time zone it is the day as written, in the text's own offset.
 *
 * @param instant  passes `isInstantText`; anything else throws
 * @param timeZone IANA name; one that does not exist throws a RangeError
 * @returns YYYY-MM-DD
 */
export function siteDayOf(instant: string, timeZone: string | null): string {
  if (!isInstantText(instant)) throw new TypeError(`not an RFC 3339 instant: ${JSON.stringify(instant)}`);
  if (timeZone === null) return instant.slice(0, 10);
  return zoneDays.of(Date.parse(instant), timeZone);
}

const zoneDays = new ZoneDays((utcMs, timeZone) => {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(utcMs)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.get('year')!.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
});
