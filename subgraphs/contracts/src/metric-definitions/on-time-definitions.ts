import { defineMetric } from './define-metric';
import type { MetricDefinition } from './metric-definition';

const deliveredBy = {
  unit: 'PERCENT',
  defaultBasis: 'DUE',
  clockEvent: 'RECEIVED',
  dueBasis: 'LAST_COMMIT',
  earlyDays: null,
  lateDays: 0,
  grain: 'SCHEDULE_LINE',
  dayMode: 'CALENDAR',
  partialRule: 'CUMULATIVE_BY_DUE',
  undelivered: 'FAIL_WHEN_DUE',
  supplierReschedule: 'REBASE',
  buyerReschedule: 'REBASE',
} as const satisfies Partial<MetricDefinition>;

const toOriginalCommit = { dueBasis: 'ORIGINAL_COMMIT', supplierReschedule: 'KEEP_ORIGINAL' } as const;
/** What was asked for is never moved by a promise. */
const toRequest = { dueBasis: 'REQUESTED', supplierReschedule: null, buyerReschedule: null } as const;
const exactly = { quantityLowPercent: 0, quantityHighPercent: 0 } as const;
const within2And5 = { quantityLowPercent: 2, quantityHighPercent: 5 } as const;

const onTime: readonly MetricDefinition[] = [
  defineMetric({
    ...deliveredBy,
    metric: 'onTime',
    variant: 'lastCommit',
    description:
      'Received on or before the date last committed to, however early. A line that is due and not fully delivered counts as a failure; quantities beyond that take no part.',
    formula: 'lines complete by the last commit ÷ lines due, not cancelled by the buyer',
  }),
  defineMetric({
    ...deliveredBy,
    metric: 'onTime',
    variant: 'window14_7',
    description: 'Received between 14 days before and 7 days after the date last committed to, both included.',
    formula: 'lines complete within [last commit − 14 d, last commit + 7 d] ÷ lines due, not cancelled by the buyer',
    earlyDays: 14,
    lateDays: 7,
  }),
  defineMetric({
    ...deliveredBy,
    metric: 'onTime',
    variant: 'shipment',
    description:
      'A shipment is on time when every line in it was received on or before its last commit. A due line that came with no shipment stands for itself.',
    formula: 'shipments with all lines complete by the last commit ÷ shipments',
    grain: 'SHIPMENT',
  }),
  defineMetric({
    ...deliveredBy,
    ...toOriginalCommit,
    metric: 'onTime',
    variant: 'originalCommit',
    description:
      'Received on or before the date first committed to. A promise that the supplier moves changes nothing; a date that the buyer moves does.',
    formula: 'lines complete by the original commit ÷ lines due, not cancelled by the buyer',
  }),
  defineMetric({
    ...deliveredBy,
    ...toRequest,
    metric: 'onTime',
    variant: 'requested',
    description: 'Received on or before the date the buyer asked for, whatever was promised.',
    formula: 'lines complete by the requested date ÷ lines due, not cancelled by the buyer',
  }),
];

const otif: readonly MetricDefinition[] = [
  defineMetric({
    ...deliveredBy,
    ...exactly,
    metric: 'otif',
    variant: 'lastCommit',
    description:
      'On time in full against the last commit: exactly the ordered quantity received by then, however early.',
    formula:
      'lines with exactly the ordered quantity received by the last commit ÷ lines due, not cancelled by the buyer',
  }),
  defineMetric({
    ...deliveredBy,
    ...toOriginalCommit,
    ...exactly,
    metric: 'otif',
    variant: 'originalCommit',
    description:
      'On time in full against the original commit: exactly the ordered quantity received by the date first promised.',
    formula:
      'lines with exactly the ordered quantity received by the original commit ÷ lines due, not cancelled by the buyer',
  }),
  defineMetric({
    ...deliveredBy,
    ...exactly,
    metric: 'otif',
    variant: 'supplier',
    party: 'SUPPLIER',
    description:
      'As suppliers often count: exactly the ordered quantity shipped by the last commit, however early. Lines of which nothing was shipped are left out.',
    formula:
      'lines with exactly the ordered quantity shipped by the last commit ÷ lines shipped, not cancelled by the buyer',
    clockEvent: 'SHIPPED',
    undelivered: 'EXCLUDE',
  }),
  defineMetric({
    ...deliveredBy,
    ...toRequest,
    ...within2And5,
    metric: 'otif',
    variant: 'buyer',
    party: 'BUYER',
    description:
      'As buyers often count: received at most 3 days before and not after the requested date, at most 2 % short and 5 % over.',
    formula:
      'lines with 98 % to 105 % of the ordered quantity received within [requested − 3 d, requested] ÷ lines due, not cancelled by the buyer',
    earlyDays: 3,
  }),
  defineMetric({
    ...deliveredBy,
    ...toOriginalCommit,
    ...within2And5,
    metric: 'otif',
    variant: 'agreed',
    party: 'AGREED',
    description:
      'A compromise both sides can sign: received at most 5 days before and not after the original commit, at most 2 % short and 5 % over.',
    formula:
      'lines with 98 % to 105 % of the ordered quantity received within [original commit − 5 d, original commit] ÷ lines due, not cancelled by the buyer',
    earlyDays: 5,
  }),
  defineMetric({
    ...deliveredBy,
    ...toRequest,
    ...within2And5,
    metric: 'otif',
    variant: 'accepted',
    party: 'BUYER',
    description:
      'The strictest: only accepted quantity counts, at most 5 days before and not after the requested date, at most 2 % short and 5 % over.',
    formula:
      'lines with 98 % to 105 % of the ordered quantity accepted within [requested − 5 d, requested] ÷ lines due, not cancelled by the buyer',
    clockEvent: 'ACCEPTED',
    earlyDays: 5,
  }),
];

const lateness = defineMetric({
  metric: 'lateness',
  variant: 'lastCommit',
  description:
    'Days between the date last committed to and the day the delivery was complete; below 0 is early. Over lines received in the window.',
  formula: 'received − last commit, in calendar days at the receiving site',
  unit: 'DAYS',
  defaultBasis: 'RECEIVED',
  clockEvent: 'RECEIVED',
  dueBasis: 'LAST_COMMIT',
  grain: 'SCHEDULE_LINE',
  dayMode: 'CALENDAR',
  supplierReschedule: 'REBASE',
  buyerReschedule: 'REBASE',
});

export const ON_TIME_DEFINITIONS: readonly MetricDefinition[] = [...onTime, ...otif, lateness];
