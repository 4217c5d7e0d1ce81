import fc from 'fast-check';

import { percentile } from './percentile';

describe('A percentile', () => {
  it('interpolates between ranks at position (n-1)p', () => {
    // Golden vectors G7b and G8 of the design.
    const days = [21, 22, 22, 23, 24, 25, 25, 26, 31, 46];
    expect(percentile(days, 0.5)).toBe(24.5);
    expect(percentile(days, 0.9)).toBeCloseTo(32.5, 10);
    const lags = [23, 36, 36, 51, 3892];
    expect(percentile(lags, 0.5)).toBe(36);
    expect(percentile(lags, 0.95)).toBeCloseTo(3123.8, 10);
  });

  it('of one observation is that observation, and of none does not exist', () => {
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBeNull();
  });

  it('lies between the least and the greatest, and grows with p', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, p, q) => {
          const ascending = Float64Array.from(list).sort();
          const [low, high] = [percentile(ascending, Math.min(p, q))!, percentile(ascending, Math.max(p, q))!];
          expect(low).toBeLessThanOrEqual(high + 1e-6);
          expect(percentile(ascending, 0)).toBe(ascending[0]);
          expect(percentile(ascending, 1)).toBe(ascending.at(-1));
        },
      ),
    );
  });
});
