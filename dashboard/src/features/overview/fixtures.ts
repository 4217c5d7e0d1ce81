import type { DistributionFigureFragment, MetricFigureFragment } from '../../gql/graphql';

type Plain<T> = Omit<T, ' $fragmentName' | ' $fragmentRefs'>;

const definition = (id: string, formula: string): MetricFigureFragment['definition'] =>
  ({
    __typename: 'MetricDefinition',
    id,
    metric: id.split('.')[0] ?? id,
    version: 1,
    party: 'SYSTEM',
    description: 'A line is on time when it was received on or before the date last committed to.',
    formula,
    clockEvent: null,
    dueBasis: null,
    earlyDays: null,
    lateDays: null,
    grain: 'LINE',
    dayMode: null,
    undelivered: null,
    minimumN: 10,
    effectiveFrom: '2000-01-01',
  }) as MetricFigureFragment['definition'];

const facts = {
  window: { __typename: 'Window', from: '2006-01-01', to: '2015-12-31', timeZone: 'UTC', basis: 'DUE' },
  asOf: '2026-11-21T12:00:00Z',
  knownAt: '2026-11-21T12:00:00Z',
  freshness: {
    __typename: 'Freshness',
    asOf: '2015-09-14T12:00:00Z',
    ageSeconds: 353_000_000,
    budgetSeconds: null,
    status: 'CLOSED',
    sources: 2,
    completeness: 1,
    weakestSource: { __typename: 'SourceSystem', id: 's1', name: 'USAID SCMS' },
  },
} as const;

/** On time of the real file's suppliers. */
export const onTime = {
  __typename: 'MetricValue',
  value: 94.5224238274564,
  unit: 'PERCENT',
  unitCode: null,
  atLeast: false,
  reason: null,
  n: 2921,
  numerator: '2761',
  denominator: '2921',
  excluded: [],
  definition: definition('onTime.lastCommit@1', 'lines received by the last commit ÷ lines due × 100'),
  ...facts,
} as unknown as Plain<MetricFigureFragment>;

/** The same share when nothing was due. */
export const nothingDue = {
  ...onTime,
  value: null,
  reason: 'NO_DATA',
  n: 0,
  numerator: null,
  denominator: null,
} as unknown as Plain<MetricFigureFragment>;

/** Lead time of the real file's suppliers. */
export const leadTime = {
  __typename: 'Distribution',
  unit: 'DAYS',
  reason: null,
  n: 2694,
  mean: 108.0264,
  median: 93,
  p10: 20,
  p90: 210,
  p95: 260,
  min: 0,
  max: 616,
  relativeError: null,
  excluded: [
    { __typename: 'Exclusion', code: 'PO_DATE_NOT_CAPTURED', label: 'Order date not captured', count: 223 },
    { __typename: 'Exclusion', code: 'RECEIVED_BEFORE_SENT', label: 'Received before sent', count: 4 },
  ],
  definition: definition('leadTime.sentToReceived@1', 'received − sent'),
  ...facts,
} as unknown as Plain<DistributionFigureFragment>;
