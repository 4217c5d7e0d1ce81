import { twoDigitsAt } from '@sightline/contracts/digits';

/** A date at the site concerned, YYYY-MM-DD. It has no time and no zone, and never becomes an instant. */
export type CalendarDay = string;

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const yearOf = (day: CalendarDay): number => twoDigitsAt(day, 0) * 100 + twoDigitsAt(day, 2);
const monthOf = (day: CalendarDay): number => twoDigitsAt(day, 5);
const dateOf = (day: CalendarDay): number => twoDigitsAt(day, 8);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** True for a date that exists, from 0001-01-01 to 9999-12-31; 2023-02-29 does not. */
export function isCalendarDay(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const year = yearOf(text);
  const month = monthOf(text);
  if (year < 1 || month < 1 || month > 12) return false;
  const length = month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1]!;
  const date = dateOf(text);
  return date >= 1 && date <= length;
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, in integers only: a projector takes the difference of
 * hundreds of thousands of dates, and a Date object for each would be most of its work. Years are counted from March, so
 * that the leap day is the last of its year.
 */
export function dayNumber(day: CalendarDay): number {
  const month = monthOf(day);
  const year = month <= 2 ? yearOf(day) - 1 : yearOf(day);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dateOf(day) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const number = era * 146_097 + dayOfEra - 719_468;
  if (Number.isNaN(number)) throw new TypeError(`Not a calendar day: ${JSON.stringify(day)}`);
  return number;
}

/** The inverse of `dayNumber`. Throws outside the years 0001 to 9999. */
export function dayOfNumber(number: number): CalendarDay {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`Day ${number} lies outside the years 0001 to 9999`);
  return calendarDay(year, month, date);
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** The day of a year, month (1 to 12) and date, as text; the caller knows that it exists. */
export const calendarDay = (year: number, month: number, date: number): CalendarDay =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => dayNumber(to) - dayNumber(from);

/** The day that many days later, or earlier when negative. Throws outside the years 0001 to 9999. */
export const addDays = (day: CalendarDay, days: number): CalendarDay => dayOfNumber(dayNumber(day) + days);

export const compareDays = (left: CalendarDay, right: CalendarDay): -1 | 0 | 1 =>
  left < right ? -1 : left > right ? 1 : 0;

/** The earliest of the days that are known; null when none is. */
export function minDay(...days: readonly (CalendarDay | null | undefined)[]): CalendarDay | null {
  let least: CalendarDay | null = null;
  for (const day of days) if (day != null && (least === null || day < least)) least = day;
  return least;
}

/** The latest of the days that are known; null when none is. */
export function maxDay(...days: readonly (CalendarDay | null | undefined)[]): CalendarDay | null {
  let greatest: CalendarDay | null = null;
  for (const day of days) if (day != null && (greatest === null || day > greatest)) greatest = day;
  return greatest;
}
