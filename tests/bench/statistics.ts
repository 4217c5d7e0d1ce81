/** The middle of an odd number of values, the mean of the two middle ones of an even number. @throws for none */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** By linear interpolation between ranks, position (n-1)p, like every percentile of the platform. @throws for no values */
export function percentile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new Error('There is no percentile of nothing.');
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const above = Math.ceil(position);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (position - below);
}
