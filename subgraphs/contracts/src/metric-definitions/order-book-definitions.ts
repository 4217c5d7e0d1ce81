import { defineMetric } from './define-metric';
import type { MetricDefinition } from './metric-definition';

/** Ids of the figures of the order book, by their field in the schema. */
export const ORDER_BOOK = {
  ordered: 'orderBook.ordered@1',
  delivered: 'orderBook.delivered@1',
  open: 'orderBook.open@1',
  overdue: 'orderBook.overdue@1',
  deliveredUnrecorded: 'orderBook.deliveredUnrecorded@1',
  deliveredUnrecordedValue: 'orderBook.deliveredUnrecordedValue@1',
  falselyOverdue: 'orderBook.falselyOverdue@1',
} as const;

const entry = (variant: string, description: string, formula: string): MetricDefinition =>
  defineMetric({
    metric: 'orderBook',
    variant,
    description,
    formula,
    unit: variant === 'deliveredUnrecordedValue' ? 'MONEY' : 'COUNT',
    // Every line has the day on which its source recorded it, whether or not the day of sending or the due date is known.
    defaultBasis: 'RECORDED',
    clockEvent: 'RECEIVED',
    dueBasis: 'LAST_COMMIT',
    grain: 'SCHEDULE_LINE',
    dayMode: 'CALENDAR',
  });

export const ORDER_BOOK_DEFINITIONS: readonly MetricDefinition[] = [
  entry('ordered', 'Lines sent on or before the day, as the books had them.', 'lines with sent ≤ day'),
  entry(
    'delivered',
    'Lines ordered and completely delivered, as the books had it.',
    'lines ordered with received ≤ day',
  ),
  entry(
    'open',
    'Lines ordered and not yet completely delivered, as the books had it.',
    'ordered − delivered − cancelled − closed',
  ),
  entry(
    'overdue',
    'Open lines whose last commit lies before the day, as the books had it.',
    'open lines with due < day',
  ),
  entry(
    'deliveredUnrecorded',
    'Lines delivered by the day of which the books did not know it: the gap between reality and record.',
    'lines delivered by asOf − lines delivered in the books at knownAt',
  ),
  entry(
    'deliveredUnrecordedValue',
    'Value of the lines delivered by the day of which the books did not know it.',
    'Σ value of the lines delivered and not recorded',
  ),
  entry(
    'falselyOverdue',
    'Lines that the books called overdue and that had been delivered by the day: the supplier had done its part.',
    'lines overdue in the books at knownAt and delivered by asOf',
  ),
];

export const VOLUME_DEFINITIONS: readonly MetricDefinition[] = [
  defineMetric({
    metric: 'volume',
    variant: 'lines',
    description:
      'Order lines of the window, not cancelled by the buyer; orders and shipments are counted over the same lines.',
    formula: 'number of lines',
    unit: 'COUNT',
    defaultBasis: 'DUE',
    grain: 'SCHEDULE_LINE',
  }),
  defineMetric({
    metric: 'volume',
    variant: 'value',
    description:
      'Value of the order lines of the window in the currency of the order; a line without a value is left out and counted.',
    formula: 'Σ line value',
    unit: 'MONEY',
    defaultBasis: 'DUE',
    grain: 'VALUE',
  }),
];
