/** A spread of numbers, told by a few of them; null where there are too few to say it. */
export interface Spread {
  n: number;
  mean: number | null;
  median: number | null;
  /** Null below 10. */
  p90: number | null;
  /** Null below 20. */
  p95: number | null;
}

/** How many of how many. */
export interface Share {
  part: number;
  whole: number;
  /** Null when nothing is counted. */
  value: number | null;
}

/** Linear between ranks: the place of a share is (n - 1) times it, which statisticians call type 7. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  const [low, high] = [sorted[below] ?? NaN, sorted[above] ?? NaN];
  return low + (high - low) * (place - below);
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = Float64Array.from(numbers).sort();
  const n = sorted.length;
  if (n === 0) return { n, mean: null, median: null, p90: null, p95: null };
  return {
    n,
    mean: sorted.reduce((sum, one) => sum + one, 0) / n,
    median: quantile(sorted, 0.5),
    p90: n < 10 ? null : quantile(sorted, 0.9),
    p95: n < 20 ? null : quantile(sorted, 0.95),
  };
}

/** @param scale 100 for percent, 1e6 for parts per million */
export const shareOf = (part: number, whole: number, scale = 100): Share => ({
  part,
  whole,
  value: whole === 0 ? null : (part / whole) * scale,
});
