/**
 * Type 7 percentile of values in ascending order: linear interpolation at position (n-1)p, as PostgreSQL's
 * percentile_cont, numpy's default and PERCENTILE.INC take it. Null when there is no value.
 */
export function percentile(ascending: readonly number[] | Float64Array, p: number): number | null {
  if (ascending.length === 0) return null;
  const position = (ascending.length - 1) * p;
  const below = Math.floor(position);
  const low = ascending[below]!;
  // Written as PostgreSQL computes it, so that both paths agree to the last bit.
  return position === below ? low : low + (position - below) * (ascending[below + 1]! - low);
}
