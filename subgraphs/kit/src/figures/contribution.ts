import type { WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';

/** YYYY-MM-DD. */
type Day = string;

/**
 * What one row contributes to one metric: the output of a judge, and everything that counting needs.
 * A figure is nothing but an aggregate over these.
 */
export interface Contribution {
  definitionId: string;
  /** GraphQL type and id of the row. */
  subjectType: string;
  subjectId: string;
  label: string;
  /** The dates by which a window can select the row; a basis that is absent or null selects it never. */
  dates: Readonly<Partial<Record<WindowBasis, Day | null>>>;
  /** First day on which the row takes part at all: a line not delivered fails only after its due date has passed. Null: always. */
  countsFrom: Day | null;
  included: boolean;
  /** Exclusion code when not included, otherwise the rule that decided the row. */
  rule: string;
  /** Exact decimals. A ratio is the sum of numerators over the sum of denominators. */
  numerator: string | null;
  denominator: string | null;
  /** The observation, for distributions. */
  value: number | null;
  /** Code of the unit of numerator when it is money (ISO 4217) or a quantity (Rec 20); rows of several codes are never added. */
  unitCode: string | null;
  /** Rows with the same key are judged as one (a shipment is on time when all of its lines are); null: the row stands alone. */
  unitKey: string | null;
  /** RFC 3339 or YYYY-MM-DD of the business event. */
  occurredAt: string | null;
  /** Values by dimension; null where the source says nothing. */
  dims: Readonly<Record<string, string | null>>;
}

/** Which contributions a figure is over. */
export interface Population {
  definitionId: string;
  basis: WindowBasis;
  /** Both inclusive. */
  from: Day;
  to: Day;
  /** The business day asked for: rows with a later `countsFrom` take no part. */
  asOfDay: Day;
  /** Only rows whose dimension has one of these values; null stands for "says nothing". */
  dims: Readonly<Record<string, readonly (string | null)[]>>;
}

export type Bucket = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** How to split a population: by a dimension, by the start of the window date's bucket, or not at all. */
export type Grouping = { by: 'dimension'; dimension: string } | { by: 'bucket'; bucket: Bucket } | null;

export interface ExclusionCount {
  code: string;
  count: number;
}

/** All that can be said of one group of contributions. Numbers are null where there is nothing to say. */
export interface Aggregate {
  /** Group key: the dimension's value, the bucket's first day, or null for the ungrouped whole and for "says nothing". */
  key: string | null;
  /** Rows (or units, when the definition has a grain above the line) that count. */
  n: number;
  numerator: string | null;
  denominator: string | null;
  /** The one unit code of the rows; null when there is none or when they disagree (then `mixedUnits` is true). */
  unitCode: string | null;
  mixedUnits: boolean;
  mean: number | null;
  standardDeviation: number | null;
  min: number | null;
  max: number | null;
  /** Type 7 percentiles of `value`, without minimum n: presenting decides what may be shown. */
  p10: number | null;
  p50: number | null;
  p90: number | null;
  p95: number | null;
  p99: number | null;
  exclusions: readonly ExclusionCount[];
}

/** How one subject fares in several populations, in their order: passed, failed, or null where it is not judged. */
export type Verdicts = readonly (boolean | null)[];

/** How many subjects fare alike. */
export interface VerdictCount {
  verdicts: Verdicts;
  count: number;
}

export interface ContributionPage {
  rows: readonly Contribution[];
  /** Rows of the population, counted in or left out. */
  totalCount: number;
  hasNextPage: boolean;
}

/**
 * Contributions of one subgraph at one fixed point: stored ones at a log position, or folded and judged in memory for
 * the past and for what-if. Both answer alike (a property test holds them equal).
 */
export interface ContributionSource {
  /** Fixed point, to be put into cursors: asking again with it gives the same rows. */
  readonly pin: Readonly<Record<string, string | number | null>>;
  /** Bound of the relative error of its percentiles; left out: they are exact. */
  readonly relativeError?: number;
  aggregate(population: Population, grouping: Grouping): Promise<readonly Aggregate[]>;
  countAbove(population: Population, than: number): Promise<number>;
  /** Distinct non-null values of a dimension among the included rows, by group. */
  countDistinct(
    population: Population,
    dimension: string,
    grouping: Grouping,
  ): Promise<ReadonlyMap<string | null, number>>;
  /** In a fixed order (subject id), after the given subject id. */
  page(population: Population, first: number, afterSubjectId: string | null): Promise<ContributionPage>;
}
