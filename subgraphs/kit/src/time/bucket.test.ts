import fc from 'fast-check';

import { bucketEnd, bucketStart, bucketStarts, dayBucketOf, mostBuckets, type DayBucket } from './bucket';
import { addDays } from './calendar-day';

const BUCKETS: readonly DayBucket[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];

describe('A bucket of days', () => {
  it.each([
    ['DAY', '2024-05-15', '2024-05-15', '2024-05-15'],
    ['WEEK', '2024-05-13', '2024-05-15', '2024-05-19'],
    ['WEEK', '2024-12-30', '2025-01-01', '2025-01-05'],
    ['WEEK', '1969-12-29', '1970-01-01', '1970-01-04'],
    ['MONTH', '2024-02-01', '2024-02-29', '2024-02-29'],
    ['QUARTER', '2024-04-01', '2024-05-15', '2024-06-30'],
    ['QUARTER', '2024-10-01', '2024-12-31', '2024-12-31'],
    ['YEAR', '2024-01-01', '2024-05-15', '2024-12-31'],
  ] as const)('%s begins on %s for %s and ends on %s', (bucket, start, day, end) => {
    expect(bucketStart(day, bucket)).toBe(start);
    expect(bucketEnd(start, bucket)).toBe(end);
  });

  it('covers a window without a gap and without an overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom(...BUCKETS),
        (first, length, bucket) => {
          const from = addDays('1960-01-01', first);
          const to = addDays(from, length);
          const starts = bucketStarts(from, to, bucket);
          expect(starts[0]).toBe(bucketStart(from, bucket));
          expect(starts.at(-1)).toBe(bucketStart(to, bucket));
          starts.slice(1).forEach((start, index) => expect(addDays(bucketEnd(starts[index]!, bucket), 1)).toBe(start));
          expect(starts.length).toBeLessThanOrEqual(mostBuckets(from, to, bucket));
        },
      ),
    );
  });

  it('is listed up to the last day there is, and not at all for a window turned round', () => {
    expect(bucketStarts('9999-11-15', '9999-12-31', 'MONTH')).toEqual(['9999-11-01', '9999-12-01']);
    expect(bucketStarts('2024-02-01', '2024-01-01', 'DAY')).toEqual([]);
  });

  it('has no hours, for a fact known to the day has none', () => {
    expect(dayBucketOf('HOUR')).toEqual({ ok: false, refusal: { kind: 'BucketTooFine', bucket: 'HOUR' } });
    expect(dayBucketOf('WEEK')).toEqual({ ok: true, value: 'WEEK' });
  });
});
