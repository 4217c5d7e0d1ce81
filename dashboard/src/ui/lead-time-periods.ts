import type { ReactNode } from 'react';
import { formatBucket, type Day, type PeriodLength } from '../format/date';
import { percentDigitsExact } from '../format/percent';
import { formatCount, formatExact } from '../format/quantity';

/** Lead time and on time of one period. */
export interface LeadTimePeriod {
  start: Day;
  leadTimeMedian: number | null;
  leadTimeP90: number | null;
  leadTimeN: number;
  onTimePercent: number | null;
  dueLines: number;
}

/** Columns of a table of periods: the equal of a chart of lead time and on time. */
export const leadTimeColumns = (bucket: PeriodLength): { key: string; name: string; text?: boolean }[] => [
  { key: 'start', name: bucket.toLowerCase(), text: true },
  { key: 'median', name: 'Median (days)' },
  { key: 'p90', name: '90th percentile (days)' },
  { key: 'n', name: 'Lines received' },
  { key: 'onTime', name: 'On time (%)' },
  { key: 'due', name: 'Lines due' },
];

/** Cells in the order of the columns. */
export const leadTimeCells = (period: LeadTimePeriod, bucket: PeriodLength): ReactNode[] => [
  formatBucket(period.start, bucket),
  formatExact(period.leadTimeMedian),
  formatExact(period.leadTimeP90),
  formatCount(period.leadTimeN),
  percentDigitsExact(period.onTimePercent),
  formatCount(period.dueLines),
];
