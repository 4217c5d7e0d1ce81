import type { Bucket } from '../figures/contribution';
import { ok, refuse, type Result } from '../result/result';
import { addDays, calendarDay, dayNumber, type CalendarDay } from './calendar-day';

/** A bucket that calendar days can be sorted into. */
export type DayBucket = Exclude<Bucket, 'HOUR'>;

export interface BucketTooFine {
  kind: 'BucketTooFine';
  bucket: Bucket;
}

/** Refuses HOUR: a fact known to the day has no hour, and none is invented. */
export const dayBucketOf = (bucket: Bucket): Result<DayBucket, BucketTooFine> =>
  bucket === 'HOUR' ? refuse({ kind: 'BucketTooFine', bucket }) : ok(bucket);

/** First day of the bucket that contains the day. Weeks begin on Monday (ISO 8601). */
export function bucketStart(day: CalendarDay, bucket: DayBucket): CalendarDay {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  switch (bucket) {
    case 'DAY':
      return day;
    case 'WEEK':
      // 1970-01-01 was a Thursday, three days after its Monday.
      return addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7));
    case 'MONTH':
      return calendarDay(year, month, 1);
    case 'QUARTER':
      return calendarDay(year, month - ((month - 1) % 3), 1);
    case 'YEAR':
      return calendarDay(year, 1, 1);
  }
}

function nextStart(start: CalendarDay, bucket: DayBucket): CalendarDay {
  switch (bucket) {
    case 'DAY':
      return addDays(start, 1);
    case 'WEEK':
      return addDays(start, 7);
    case 'MONTH':
      return bucketStart(addDays(start, 31), 'MONTH');
    case 'QUARTER':
      return bucketStart(addDays(start, 92), 'QUARTER');
    case 'YEAR':
      return bucketStart(addDays(start, 366), 'YEAR');
  }
}

/** Last day of the bucket that begins on `start`. */
export const bucketEnd = (start: CalendarDay, bucket: DayBucket): CalendarDay => addDays(nextStart(start, bucket), -1);

/** Starts of all buckets that touch the days from `from` to `to`, both inclusive, in order; none when from is after to. */
export function bucketStarts(from: CalendarDay, to: CalendarDay, bucket: DayBucket): CalendarDay[] {
  if (from > to) return [];
  const last = bucketStart(to, bucket);
  const starts = [bucketStart(from, bucket)];
  while (starts.at(-1)! < last) starts.push(nextStart(starts.at(-1)!, bucket));
  return starts;
}

const FEWEST_DAYS: Readonly<Record<DayBucket, number>> = { DAY: 1, WEEK: 7, MONTH: 28, QUARTER: 90, YEAR: 365 };

/** At most so many buckets touch those days: enough to refuse a series that nobody could read, without making it. */
export const mostBuckets = (from: CalendarDay, to: CalendarDay, bucket: DayBucket): number =>
  from > to ? 0 : Math.floor((dayNumber(to) - dayNumber(from)) / FEWEST_DAYS[bucket]) + 2;
