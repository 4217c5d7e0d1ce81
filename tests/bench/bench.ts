/** One measured figure of one variant. */
export interface BenchRow {
  variant: string;
  metric: string;
  unit: string;
  median: number;
  min: number;
  max: number;
}

/** What a figure or a ratio has to reach, and whether it did. */
export interface BenchTarget {
  id: string;
  value: number;
  target: number;
  /** The value has to be at most, or at least, the target. */
  direction: 'at-most' | 'at-least';
  holds: boolean;
}

export interface BenchResult {
  rows: readonly BenchRow[];
  targets: readonly BenchTarget[];
  /** What a reader has to know to judge the figures: sizes, settings, what was left out. */
  notes: readonly string[];
}

export interface BenchOptions {
  /** Folder in which a bench that builds something large keeps it for its next run; null: built anew, and removed. */
  home: string | null;
}

export interface Bench {
  /** In one line, for the list of benches. */
  about: string;
  run(say: (line: string) => void, options: BenchOptions): Promise<BenchResult>;
}

/** A row over repeated measurements. */
export function rowOf(variant: string, metric: string, unit: string, values: readonly number[]): BenchRow {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return { variant, metric, unit, median, min: sorted[0]!, max: sorted.at(-1)! };
}

export const atMost = (id: string, value: number, target: number): BenchTarget => ({
  id,
  value,
  target,
  direction: 'at-most',
  holds: value <= target,
});

export const atLeast = (id: string, value: number, target: number): BenchTarget => ({
  id,
  value,
  target,
  direction: 'at-least',
  holds: value >= target,
});
