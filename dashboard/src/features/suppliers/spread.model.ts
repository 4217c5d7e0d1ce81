/** Edges of a histogram; a query has room for this many. */
export const EDGES = 12;

const NICE = [1, 2, 5, 7, 10, 14, 20, 28, 50, 100, 200, 500, 1000];

/**
 * Edges in days for a spread from `min` to `max`: steps that people reckon in (1, 2, 5, a week, 10, two weeks, …), the
 * first below or at the smallest, as many as the query has room for. What lies above the last is one open column.
 * The step follows the 90th percentile, so that one very late line does not flatten all others.
 */
export function edgesFor(min: number, p90: number | null, max: number): number[] {
  const span = Math.max(1, (p90 ?? max) - min);
  const step = NICE.find((one) => one * (EDGES - 2) >= span) ?? Math.ceil(span / (EDGES - 2));
  const first = Math.floor(min / step) * step;
  return Array.from({ length: EDGES }, (_, index) => first + index * step);
}

/** A column: observations above `from` and up to `to`, both in days; the first takes its lower edge in. `to` null: open. */
export interface Column {
  from: number;
  to: number | null;
  count: number;
}

/**
 * Columns from counts above each edge. What is not above the first edge lies on it (the first edge is at or below the
 * smallest), so it belongs to the first column. Empty columns at the end are left out.
 */
export function columnsOf(n: number, edges: readonly number[], above: readonly number[]): Column[] {
  const columns = edges.map((from, index): Column => {
    const beyond = above[index + 1] ?? 0;
    const here = (index === 0 ? n : (above[index] ?? 0)) - beyond;
    return { from, to: edges[index + 1] ?? null, count: here };
  });
  const last = columns.findLastIndex((column) => column.count > 0);
  return columns.slice(0, last + 1);
}

/** "14 to 21 d", "over 70 d". */
export function columnWords({ from, to }: Column): string {
  return to === null ? `over ${from} d` : `${from} to ${to} d`;
}
