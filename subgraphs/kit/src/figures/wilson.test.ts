import fc from 'fast-check';
import { wilsonInterval } from './wilson';

describe('the 95 % interval of a share', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is the published one for %i of %i', (hits, observations, lower, upper) => {
    const interval = wilsonInterval(hits, observations)!;
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('is none without a sample, and for counts that are no sample', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(3, 2)).toBeNull();
    expect(wilsonInterval(-1, 2)).toBeNull();
  });

  it('holds the share itself, stays within 0 and 1, and narrows as the sample grows', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (some, observations) => {
        const hits = Math.min(some, observations);
        const { lower, upper } = wilsonInterval(hits, observations)!;
        const more = wilsonInterval(hits * 10, observations * 10)!;
        const share = hits / observations;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(share + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(share - 1e-12);
        expect(more.upper - more.lower).toBeLessThan(upper - lower);
      }),
    );
  });
});
