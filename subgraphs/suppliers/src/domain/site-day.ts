import type { When } from '@sightline/contracts/events/envelope';
import { addDays } from '@sightline/kit/time/calendar-day';
import { dayOfInstant } from '@sightline/kit/time/instant';

/** The ends of the calendar. The door refuses dates near them; facts taken in before it did so may bear them. */
const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31'];
const isPlaceholder = (day: string): boolean => day < '0002' || day >= '9998';

/** The calendar day at the receiving site; a placeholder is the day as its source wrote it. */
export const siteDay = (when: When, context: { timeZone: string | null }): string =>
  when.at === null || context.timeZone === null || isPlaceholder(when.at)
    ? when.on
    : dayOfInstant(when.at, context.timeZone);

export const siteDayOrNull = (when: When | null, context: { timeZone: string | null }): string | null =>
  when === null ? null : siteDay(when, context);

/** The day that many days later, or earlier when negative; beyond the ends of the calendar, the last day or the first. */
export function shiftDay(day: string, days: number): string {
  // A definition shifts by some days or weeks, never by a year.
  if (!isPlaceholder(day)) return addDays(day, days);
  return day < '0002' ? FIRST_DAY : LAST_DAY;
}
