import type { Exclusion, MetricUnit } from './figure';

/** One row behind a figure, counted in or left out. Numerators and denominators are exact decimals. */
export interface Row {
  subjectType: string;
  subjectId: string;
  label: string;
  included: boolean;
  /** Exclusion code, or the rule that decided the row. */
  rule: string;
  value: number | null;
  numerator: string | null;
  denominator: string | null;
  /** Day or instant of the business event. */
  occurredAt: string | null;
}

/** The figure that the rows must add up to, as the same answer gave it. */
export type RowsFigure =
  | {
      kind: 'metric';
      unit: MetricUnit;
      unitCode: string | null;
      value: number | null;
      n: number;
      numerator: string | null;
      denominator: string | null;
      excluded: readonly Exclusion[];
    }
  | {
      kind: 'distribution';
      unit: MetricUnit;
      n: number;
      mean: number | null;
      median: number | null;
      p90: number | null;
      p95: number | null;
      excluded: readonly Exclusion[];
    };

export interface RowsPage {
  /** Null when the figure itself could not be read. */
  figure: RowsFigure | null;
  rows: readonly Row[];
  totalCount: number;
  /** Where the next page starts; null after the last. */
  next: string | null;
}

/** Reads one page. `after` pins the figure: a page asked later still belongs to the figure of the first. */
export type LoadRows = (first: number, after: string | null) => Promise<RowsPage>;

/** A reader whose code is fetched with the first page: nobody pays for rows that are never opened. */
export function whenAsked(reader: () => Promise<LoadRows>): LoadRows {
  let loading: Promise<LoadRows> | null = null;
  return async (first, after) => {
    loading ??= reader();
    return (await loading)(first, after);
  };
}
