import type { Row, RowsFigure } from './rows-page';
import { percentile, ruleWords, runningSums, tallyOf, verdictOf } from './rows.model';

const row = (part: Partial<Row>): Row => ({
  subjectType: 'PurchaseOrderLine',
  subjectId: 'x',
  label: 'PO 1 line 1',
  included: true,
  rule: 'ON_TIME',
  value: null,
  numerator: '1',
  denominator: '1',
  occurredAt: null,
  ...part,
});
const late = row({ rule: 'LATE', numerator: '0' });
const leftOut = row({ included: false, rule: 'CANCELLED_BY_BUYER', numerator: null, denominator: null });

const share = (value: number, n: number): RowsFigure => ({
  kind: 'metric',
  unit: 'PERCENT',
  unitCode: null,
  value,
  n,
  numerator: null,
  denominator: null,
  excluded: [],
});

describe('rows behind a figure', () => {
  it('adds counted rows exactly and counts what is left out', () => {
    const money = [row({ numerator: '0.10' }), row({ numerator: '0.20' }), leftOut];
    expect(tallyOf(money)).toMatchObject({ counted: 2, leftOut: 1, numerator: '0.3' });
  });

  it('says that the rows add up to the figure', () => {
    expect(verdictOf([row({}), row({}), row({}), late, leftOut], 5, share(75, 4))).toEqual({
      state: 'agrees',
      text: '3 ÷ 4 adds up to 75\u00a0%: the same as the figure.',
    });
  });

  it('says loudly that they do not', () => {
    expect(verdictOf([row({}), late], 2, share(75, 4)).state).toBe('differs');
    // The same share over another number of rows is not the same figure.
    expect(verdictOf([row({}), late], 2, share(50, 4)).state).toBe('differs');
  });

  it('claims nothing before the last row is there', () => {
    expect(verdictOf([row({})], 2921, share(100, 2921))).toEqual({
      state: 'partial',
      text: '1 of 2,921 rows added up; 2,920 to go.',
    });
  });

  it('adds up a count, whose rows say nothing but one', () => {
    const count: RowsFigure = { ...share(2, 2), unit: 'COUNT', kind: 'metric' } as RowsFigure;
    const rows = [row({ numerator: null, denominator: null }), row({ numerator: '1', denominator: null })];
    expect(verdictOf(rows, 2, count)).toMatchObject({ state: 'agrees' });
  });

  it('computes the spread of a distribution from its observations', () => {
    const rows = [10, 20, 30, 40].map((value) => row({ value, numerator: null, denominator: null }));
    const spread: RowsFigure = {
      kind: 'distribution',
      unit: 'DAYS',
      n: 4,
      mean: 25,
      median: 25,
      p90: null,
      p95: null,
      excluded: [],
    };
    expect(verdictOf(rows, 4, spread)).toEqual({
      state: 'agrees',
      text: '4 observations come to mean 25, median 25, p90 37: the same as the figure.',
    });
    expect(runningSums([...rows, leftOut], spread)).toEqual(['10 ÷ 1', '30 ÷ 2', '60 ÷ 3', '100 ÷ 4', null]);
  });

  it('keeps a running sum beside each counted row', () => {
    expect(runningSums([row({}), late, leftOut, row({})], { ...share(66, 3), denominator: '3' } as RowsFigure)).toEqual(
      ['1 ÷ 1', '1 ÷ 2', null, '2 ÷ 3'],
    );
  });

  it('reads the code of a rule as words', () => {
    expect(ruleWords('RECEIVED_BY_DUE')).toBe('received by due');
  });

  it('interpolates percentiles between ranks', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([7], 0.9)).toBe(7);
    expect(percentile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7);
  });
});
