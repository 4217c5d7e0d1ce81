import type { Aggregate } from './contribution';
import { percentile } from './percentile';

type Spread = Pick<Aggregate, 'mean' | 'standardDeviation' | 'min' | 'max' | 'p10' | 'p50' | 'p90' | 'p95' | 'p99'>;

/**
 * The spread of observations told as how often each value occurs. Exact: the percentiles are those of the observations one
 * by one.
 */
export function spreadOfCounts(counts: ReadonlyMap<number, number>): Spread {
  const values = Float64Array.from(counts.keys()).sort();
  let n = 0;
  let total = 0;
  // Observations up to and with each value.
  const upTo = new Float64Array(values.length);
  values.forEach((value, index) => {
    const count = counts.get(value)!;
    n += count;
    total += value * count;
    upTo[index] = n;
  });
  const mean = n === 0 ? null : total / n;
  const squares = values.reduce((sum, value) => sum + counts.get(value)! * (value - (mean ?? 0)) ** 2, 0);
  const at = (p: number): number | null => percentileOfCounts(values, upTo, n, p);
  return {
    mean,
    // Sample standard deviation: a single observation has none.
    standardDeviation: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    min: values[0] ?? null,
    max: values.at(-1) ?? null,
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
  };
}

function percentileOfCounts(values: Float64Array, upTo: Float64Array, n: number, p: number): number | null {
  if (n === 0) return null;
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const index = upTo.findIndex((count) => count > below);
  const low = values[index]!;
  const high = upTo[index]! > below + 1 ? low : (values[index + 1] ?? low);
  // The two observations between which it lies, by the same rule as everywhere.
  return percentile([low, high], position - below);
}
