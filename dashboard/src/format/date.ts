import { UNKNOWN } from './quantity';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A calendar day, YYYY-MM-DD; never an instant. */
export type Day = string;

function parts(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date };
}

function utc(day: Day): Date {
  const { year, month, date } = parts(day);
  return new Date(Date.UTC(year, month - 1, date));
}

function toDay(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}

/** Whether the text is a real calendar day; 2015-02-30 is not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text).getTime()) && toDay(utc(text)) === text;
}

/** "2014-09-30" → "30 Sep 2014". A day has no zone, so none is shown. */
export function formatDay(day: Day | null | undefined): string {
  if (!day) return UNKNOWN;
  const { year, month, date } = parts(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** "2006-05-17" → "May 2006". */
export function formatMonth(day: Day | null | undefined): string {
  if (!day) return UNKNOWN;
  const { year, month } = parts(day);
  return `${MONTHS[month - 1]} ${year}`;
}

/** How long a period of a series is: the names that the graph gives them. */
export type PeriodLength = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'HOUR';

/** The name of a bucket by its first day: "Q3 2014", "Sep 2014", "W40 2014", "2014" or the day itself. */
export function formatBucket(start: Day, bucket: PeriodLength): string {
  const { year, month } = parts(start);
  switch (bucket) {
    case 'YEAR':
      return String(year);
    case 'QUARTER':
      return `Q${Math.floor((month - 1) / 3) + 1} ${year}`;
    case 'MONTH':
      return formatMonth(start);
    case 'WEEK': {
      const { week, weekYear } = isoWeek(start);
      return `W${String(week).padStart(2, '0')} ${weekYear}`;
    }
    case 'DAY':
    case 'HOUR':
      return formatDay(start);
  }
}

/** ISO 8601 week of a day: the week that holds its Thursday. */
export function isoWeek(day: Day): { week: number; weekYear: number } {
  const thursday = utc(day);
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const weekYear = thursday.getUTCFullYear();
  const firstOfYear = Date.UTC(weekYear, 0, 1);
  return { week: 1 + Math.floor((thursday.getTime() - firstOfYear) / (7 * 24 * 3600 * 1000)), weekYear };
}

/** Moves a day by whole days, across months and years. */
export function addDays(day: Day, days: number): Day {
  const moved = utc(day);
  moved.setUTCDate(moved.getUTCDate() + days);
  return toDay(moved);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / (24 * 3600 * 1000));
}

/** Last day of the quarter before the one that holds `day`, or `day` itself when it ends its quarter. */
export function quarterEndOnOrBefore(day: Day): Day {
  const { year, month } = parts(day);
  const end = toDay(new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 + 3, 0)));
  return end <= day ? end : toDay(new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3, 0)));
}

/** Next quarter end strictly after `day`. */
export function quarterEndAfter(day: Day): Day {
  const { year, month } = parts(day);
  const end = toDay(new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 + 3, 0)));
  return end > day ? end : toDay(new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 + 6, 0)));
}

/** The last instant of a day, in UTC: what "as of that day" means throughout the dashboard. */
export function endOfDay(day: Day): string {
  return `${day}T23:59:59.999Z`;
}

/** The calendar day of an instant, in UTC. */
export function dayOf(epochMillis: number): Day {
  return toDay(new Date(epochMillis));
}

const instants = new Map<string, Intl.DateTimeFormat>();

function instantFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  const key = timeZone ?? '';
  let format = instants.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
      timeZone,
    });
    instants.set(key, format);
  }
  return format;
}

/** An instant with its zone, in the viewer's zone unless told otherwise: "14 Sep 2015, 23:59 UTC". */
export function formatInstant(instant: string | null | undefined, timeZone?: string): string {
  if (!instant) return UNKNOWN;
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return UNKNOWN;
  return instantFormat(timeZone)
    .format(at)
    .replace(/\bSept\b/, 'Sep');
}

/** The day of an instant in the viewer's zone (or another): "14 Sep 2015". */
export function formatDayOf(instant: string, timeZone?: string): string {
  return formatInstant(instant, timeZone).split(',')[0] ?? UNKNOWN;
}

/** A day stays a day, an instant gets its zone: for stamps whose source knew sometimes one, sometimes the other. */
export function formatStamp(stamp: string | null | undefined, timeZone?: string): string {
  if (!stamp) return UNKNOWN;
  return isDay(stamp) ? formatDay(stamp) : formatInstant(stamp, timeZone);
}
