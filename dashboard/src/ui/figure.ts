import type { FreshnessReading } from '../format/freshness';

/* The shapes in which ui/ receives figures: plain data, the same as the API's value types but tied to no query. */

export type MetricUnit = 'DAYS' | 'HOURS' | 'SECONDS' | 'PERCENT' | 'PPM' | 'COUNT' | 'MONEY' | 'RATIO' | 'QUANTITY';

export type NoValueReason =
  | 'NO_DATA'
  | 'ZERO_DENOMINATOR'
  | 'INSUFFICIENT_N'
  | 'SOURCE_NEVER_SYNCED'
  | 'NOT_PERMITTED'
  | 'UNKNOWN_BASIS'
  | 'NO_HISTORY';

export type WindowBasis = 'DUE' | 'SENT' | 'RECEIVED' | 'RECORDED' | 'VISIBLE' | 'DECIDED';

export interface Exclusion {
  code: string;
  label: string;
  count: number;
}

export interface FigureDefinition {
  id: string;
  description: string;
  formula: string;
  minimumN: number | null;
}

export interface FigureFreshness extends FreshnessReading {
  sources: number;
  /** Received ÷ expected, 0 to 1. */
  completeness: number | null;
  weakestSource: { id: string; name: string } | null;
}

/** What every figure says about itself, whatever its value looks like. */
export interface FigureFacts {
  unit: MetricUnit;
  reason: NoValueReason | null;
  n: number;
  excluded: readonly Exclusion[];
  definition: FigureDefinition;
  window: { from: string; to: string; timeZone: string; basis: WindowBasis };
  asOf: string;
  knownAt: string;
  freshness: FigureFreshness;
}
