import fc from 'fast-check';
import { causeWords, comparisonSentence } from './comparison.model';
import { heatOf, medianOf } from './heat.model';
import { columnsOf, columnWords, edgesFor, EDGES } from './spread.model';

describe('the spread of lead times', () => {
  it('has columns of a week or two, not of 6.35 days', () => {
    expect(edgesFor(3, 60, 616).slice(0, 3)).toEqual([0, 7, 14]);
    expect(edgesFor(20, 210, 616)[1]).toBe(40);
  });

  it('counts every line in exactly one column, whatever the lines', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 700 }), { minLength: 1, maxLength: 60 }), (days) => {
        const sorted = [...days].sort((a, b) => a - b);
        const edges = edgesFor(sorted[0] ?? 0, sorted[Math.floor(sorted.length * 0.9)] ?? null, sorted.at(-1) ?? 0);
        const above = edges.map((edge) => days.filter((day) => day > edge).length);
        const columns = columnsOf(days.length, edges, above);
        expect(edges).toHaveLength(EDGES);
        expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
        expect(columns.every(({ count }) => count >= 0)).toBe(true);
        for (const { from, to, count } of columns.slice(1)) {
          expect(days.filter((day) => day > from && (to === null || day <= to))).toHaveLength(count);
        }
      }),
    );
  });

  it('names the last column as open', () => {
    expect(columnWords({ from: 70, to: null, count: 2 })).toBe('over 70 d');
    expect(columnWords({ from: 7, to: 14, count: 2 })).toBe('7 to 14 d');
  });
});

describe('definitions beside each other', () => {
  const rates = (buyer: number | null, supplier: number | null) => [
    { name: 'Buyer’s', percent: buyer },
    { name: 'Supplier’s', percent: supplier },
  ];

  it('says how far they are apart', () => {
    expect(comparisonSentence(rates(62, 91.5), 12)).toBe(
      'Supplier’s definition gives 29.5 points more than buyer’s; 12 lines are judged differently.',
    );
  });

  it('says that equal shares can hide different lines', () => {
    expect(comparisonSentence(rates(80, 80), 4)).toMatch(/equal percentages hide different lines/);
    expect(comparisonSentence(rates(80, 80), 0)).toMatch(/over the same lines/);
  });

  it('says nothing where there is nothing to compare', () => {
    expect(comparisonSentence(rates(null, 80), 4)).toBeNull();
  });

  it('names the cause, also one that it does not know yet', () => {
    expect(causeWords('CLOCK_EVENT')).toBe('another event stops the clock');
    expect(causeWords('NEW_CAUSE')).toBe('new cause');
  });
});

describe('the state of a figure in the heat table', () => {
  it('has a word for each', () => {
    expect(heatOf('otif', 95).word).toBe('on track');
    expect(heatOf('otif', 94.9).word).toBe('watch');
    expect(heatOf('otif', 84.9).word).toBe('at risk');
    expect(heatOf('defectPpm', 1_001).word).toBe('watch');
    expect(heatOf('defectPpm', 10_001).word).toBe('at risk');
  });

  it('lets the books have a receipt the day after, and calls more than three days at risk', () => {
    expect(heatOf('recordedLagP90', 1).word).toBe('on track');
    expect(heatOf('recordedLagP90', 1.5).word).toBe('watch');
    expect(heatOf('recordedLagP90', 4).word).toBe('at risk');
  });

  it('judges a lead time by what all suppliers take', () => {
    expect(heatOf('leadTimeP90', 100, 100).word).toBe('on track');
    expect(heatOf('leadTimeP90', 130, 100).word).toBe('watch');
    expect(heatOf('leadTimeP90', 180, 100).word).toBe('at risk');
  });

  it('calls what is not known no data, never good', () => {
    expect(heatOf('otif', null).word).toBe('no data');
    expect(heatOf('leadTimeP90', 100, null).word).toBe('no data');
  });

  it('takes the median of what is known', () => {
    expect(medianOf([null, 3, 1, 2])).toBe(2);
    expect(medianOf([1, 2])).toBe(1.5);
    expect(medianOf([null])).toBeNull();
  });
});
