import fc from 'fast-check';
import { percentile } from '../figures/percentile';
import { mergedSketch, sketchAggregate, SketchBuilder, SKETCH_RELATIVE_ERROR } from './lag-sketch';

const counted = (seconds: number) => ({ seconds, leftOut: null });
const sketchOf = (values: readonly number[]) => {
  const builder = new SketchBuilder();
  for (const value of values) builder.add(counted(value));
  return builder.sketch();
};

// From a millisecond to years, and nothing at all.
const lags = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 2_000_000_000 }).map((ms) => ms / 1000),
  ),
  {
    minLength: 1,
    maxLength: 200,
  },
);

describe('a sketch of lags', () => {
  it('is the same however its parts were added up', () => {
    fc.assert(
      fc.property(lags, lags, lags, (a, b, c) => {
        const whole = sketchOf([...a, ...b, ...c]);
        const builder = new SketchBuilder();
        for (const part of [c, a, b]) builder.merge(sketchOf(part));
        for (const merged of [mergedSketch([a, b, c].map(sketchOf)), builder.sketch()]) {
          expect({ ...merged, sum: 0, sumOfSquares: 0 }).toEqual({ ...whole, sum: 0, sumOfSquares: 0 });
          expect(merged.sum).toBeCloseTo(whole.sum, 3);
        }
      }),
    );
  });

  it('tells every percentile within its bound', () => {
    fc.assert(
      fc.property(lags, fc.constantFrom('p10', 'p50', 'p90', 'p95', 'p99'), (values, name) => {
        const ascending = [...values].sort((x, y) => x - y);
        const exact = percentile(ascending, Number(name.slice(1)) / 100)!;
        const shown = sketchAggregate(null, sketchOf(values))[name]!;
        expect(Math.abs(shown - exact)).toBeLessThanOrEqual(SKETCH_RELATIVE_ERROR * exact + 1e-9);
      }),
    );
  });

  it('knows one value and no value for what they are', () => {
    expect(sketchAggregate(null, sketchOf([36]))).toMatchObject({
      n: 1,
      p50: 36,
      p99: 36,
      mean: 36,
      standardDeviation: null,
    });
    expect(sketchAggregate(null, sketchOf([]))).toMatchObject({ n: 0, p50: null, min: null });
    const builder = new SketchBuilder();
    builder.add({ seconds: -5, leftOut: 'CLOCK_SKEW' });
    builder.add({ seconds: null, leftOut: 'OCCURRED_DAY_ONLY' });
    expect(sketchAggregate('mes', builder.sketch())).toMatchObject({
      key: 'mes',
      n: 0,
      exclusions: [
        { code: 'CLOCK_SKEW', count: 1 },
        { code: 'OCCURRED_DAY_ONLY', count: 1 },
      ],
    });
  });
});
