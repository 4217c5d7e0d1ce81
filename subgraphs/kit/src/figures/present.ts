import type { MetricUnit } from '@sightline/contracts/metric-definitions/metric-definition';

import { multiply, ratioToNumber, toNumber } from '../decimal/decimal';
import type { Aggregate } from './contribution';
import { wilsonInterval, type ShareInterval } from './wilson';

export type NoValueReason =
  | 'NO_DATA'
  | 'ZERO_DENOMINATOR'
  | 'INSUFFICIENT_N'
  | 'SOURCE_NEVER_SYNCED'
  | 'NOT_PERMITTED'
  | 'UNKNOWN_BASIS'
  | 'NO_HISTORY';

export interface PresentedValue {
  value: number | null;
  /** Why there is no value; null exactly when there is one. */
  reason: NoValueReason | null;
}

/** What a ratio of numerator to denominator is multiplied by to be in its unit. */
const RATIO_FACTOR: Readonly<Partial<Record<MetricUnit, string>>> = { PERCENT: '100', PPM: '1000000', RATIO: '1' };

/**
 * The one number of a group, in its unit; null with its reason when there is no honest one.
 *
 * PERCENT, PPM and RATIO: sum of numerators over sum of denominators, divided exactly to ten places. COUNT, MONEY and
 * QUANTITY: the sum of numerators (a COUNT without numerators counts rows). DAYS, HOURS and SECONDS: the ratio when rows
 * have denominators, else the mean. A COUNT is 0 when rows were judged and none counts; without any row it is NO_DATA.
 */
export function presentValue(aggregate: Aggregate, unit: MetricUnit, minimumN: number | null): PresentedValue {
  const none = (reason: NoValueReason): PresentedValue => ({ value: null, reason });
  const some = (value: number): PresentedValue => ({ value, reason: null });
  const { n, numerator, denominator, mean } = aggregate;

  // A sum without rows is known when whoever asked knows that there is nothing to count: of a book with lines, none overdue.
  if (n === 0 && numerator !== null && (unit === 'COUNT' || unit === 'MONEY' || unit === 'QUANTITY'))
    return some(toNumber(numerator));
  if (n === 0) return unit === 'COUNT' && aggregate.exclusions.length > 0 ? some(0) : none('NO_DATA');
  if (minimumN !== null && n < minimumN) return none('INSUFFICIENT_N');
  if (aggregate.mixedUnits) return none('UNKNOWN_BASIS');

  const ratio = (factor: string): PresentedValue => {
    if (denominator === null) return none('NO_DATA');
    // There is something to divide by, and nobody has said what: goods came, and none of them was inspected.
    if (numerator === null) return none('UNKNOWN_BASIS');
    const value = ratioToNumber(multiply(factor, numerator), denominator);
    return value === null ? none('ZERO_DENOMINATOR') : some(value);
  };
  const factor = RATIO_FACTOR[unit];
  if (factor !== undefined) return ratio(factor);
  if (unit === 'COUNT') return some(numerator === null ? n : toNumber(numerator));
  if (unit === 'MONEY' || unit === 'QUANTITY') return numerator === null ? none('NO_DATA') : some(toNumber(numerator));
  if (denominator !== null) return ratio('1');
  return mean === null ? none('NO_DATA') : some(mean);
}

/** Bounds of the 95 % interval (Wilson) of a share counted in a sample, in its unit; null when the counts are no sample. */
export function presentInterval(aggregate: Aggregate, unit: MetricUnit): ShareInterval | null {
  const { numerator, denominator } = aggregate;
  const factor = RATIO_FACTOR[unit];
  if (factor === undefined || numerator === null || denominator === null) return null;
  const share = wilsonInterval(toNumber(numerator), toNumber(denominator));
  return share === null ? null : { lower: share.lower * Number(factor), upper: share.upper * Number(factor) };
}

export interface PresentedDistribution {
  reason: NoValueReason | null;
  mean: number | null;
  median: number | null;
  p10: number | null;
  p90: number | null;
  p95: number | null;
  p99: number | null;
  min: number | null;
  max: number | null;
  standardDeviation: number | null;
}

/** Fewest observations from which a percentile may be shown (design/metrics.md 3.0, rule 5). */
const FEWEST = { p10: 10, p90: 10, p95: 20, p99: 100 } as const;

const NOTHING_SHOWN = {
  mean: null,
  median: null,
  p10: null,
  p90: null,
  p95: null,
  p99: null,
  min: null,
  max: null,
  standardDeviation: null,
};

/**
 * The spread of a group as it may be shown. The reason is NO_DATA without any observation, INSUFFICIENT_N below the
 * definition's minimum (then nothing is shown) or below ten (then no outer percentile is). p95 and p99 keep silent below
 * 20 and 100 on their own account, as their descriptions say.
 */
export function presentDistribution(aggregate: Aggregate, minimumN: number | null): PresentedDistribution {
  const { n } = aggregate;
  if (n === 0 || aggregate.mean === null) return { reason: 'NO_DATA', ...NOTHING_SHOWN };
  if (minimumN !== null && n < minimumN) return { reason: 'INSUFFICIENT_N', ...NOTHING_SHOWN };
  const shown = (name: keyof typeof FEWEST): number | null => (n >= FEWEST[name] ? aggregate[name] : null);
  return {
    reason: n < FEWEST.p90 ? 'INSUFFICIENT_N' : null,
    mean: aggregate.mean,
    median: aggregate.p50,
    p10: shown('p10'),
    p90: shown('p90'),
    p95: shown('p95'),
    p99: shown('p99'),
    min: aggregate.min,
    max: aggregate.max,
    standardDeviation: aggregate.standardDeviation,
  };
}

/** A code in readable words, for codes that nobody has worded: PO_DATE_NOT_CAPTURED reads "Po date not captured". */
export function readableCode(code: string): string {
  const words = code.replaceAll('_', ' ').trim().toLowerCase();
  return words === '' ? code : words.charAt(0).toUpperCase() + words.slice(1);
}
