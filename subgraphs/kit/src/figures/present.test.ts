import { emptyAggregate } from './aggregate-sums';
import type { Aggregate } from './contribution';
import { presentDistribution, presentValue, readableCode } from './present';

const group = (changes: Partial<Aggregate>): Aggregate => ({ ...emptyAggregate(null), ...changes });
const left = [{ code: 'NOT_DUE', count: 3 }];

describe('A number', () => {
  it.each([
    [
      'on time in percent, divided exactly',
      group({ n: 2921, numerator: '2761', denominator: '2921' }),
      'PERCENT',
      94.5224238275,
    ],
    ['parts per million', group({ n: 1, numerator: '3', denominator: '10000' }), 'PPM', 300],
    ['a ratio', group({ n: 4, numerator: '1', denominator: '3' }), 'RATIO', 0.3333333333],
    ['a percentage of none of many', group({ n: 4, numerator: '0', denominator: '4' }), 'PERCENT', 0],
    ['a count of rows that carry no number', group({ n: 4 }), 'COUNT', 4],
    ['a count of rows that carry one', group({ n: 4, numerator: '3' }), 'COUNT', 3],
    ['a count of none among rows that were looked at', group({ exclusions: left }), 'COUNT', 0],
    ['money', group({ n: 2, numerator: '331053953.37', unitCode: 'USD' }), 'MONEY', 331053953.37],
    ['days as a mean', group({ n: 2, mean: 3.5 }), 'DAYS', 3.5],
    ['days as a weighted mean', group({ n: 2, numerator: '7', denominator: '2', mean: 9 }), 'DAYS', 3.5],
  ] as const)('is %s', (_case, aggregate, unit, value) => {
    expect(presentValue(aggregate, unit, null)).toEqual({ value, reason: null });
  });

  it.each([
    ['NO_DATA', 'without any row', group({}), 'COUNT', null],
    ['NO_DATA', 'when every row was left out, save for a count', group({ exclusions: left }), 'PERCENT', null],
    [
      'ZERO_DENOMINATOR',
      'when nothing was delivered',
      group({ n: 3, numerator: '0', denominator: '0.00' }),
      'PPM',
      null,
    ],
    [
      'INSUFFICIENT_N',
      'below the minimum of the definition',
      group({ n: 4, numerator: '4', denominator: '4' }),
      'PERCENT',
      5,
    ],
    ['UNKNOWN_BASIS', 'of several currencies, which are never added', group({ n: 2, mixedUnits: true }), 'MONEY', null],
    ['NO_DATA', 'of money when no row says how much', group({ n: 2 }), 'MONEY', null],
  ] as const)('is null with %s %s', (reason, _case, aggregate, unit, minimumN) => {
    expect(presentValue(aggregate, unit, minimumN)).toEqual({ value: null, reason });
  });
});

describe('A spread', () => {
  const of = (n: number) =>
    group({ n, mean: 5, standardDeviation: 1, min: 1, max: 9, p10: 2, p50: 5, p90: 8, p95: 8.5, p99: 8.9 });

  it.each([
    [9, { reason: 'INSUFFICIENT_N', median: 5, p10: null, p90: null, p95: null, p99: null }],
    [10, { reason: null, median: 5, p10: 2, p90: 8, p95: null, p99: null }],
    [19, { reason: null, p95: null }],
    [20, { reason: null, p95: 8.5, p99: null }],
    [99, { reason: null, p99: null }],
    [100, { reason: null, p99: 8.9 }],
  ])('of %i observations shows %j', (n, shown) => {
    expect(presentDistribution(of(n), null)).toMatchObject(shown);
  });

  it('shows nothing without observations, or below the minimum of its definition', () => {
    expect(presentDistribution(group({ exclusions: left }), null)).toMatchObject({
      reason: 'NO_DATA',
      mean: null,
      median: null,
    });
    expect(presentDistribution(of(12), 30)).toMatchObject({
      reason: 'INSUFFICIENT_N',
      mean: null,
      p90: null,
      max: null,
    });
  });
});

it('A code that nobody has worded still reads', () => {
  expect(readableCode('PO_DATE_NOT_CAPTURED')).toBe('Po date not captured');
});
