import type {
  MetricDefinition,
  MetricUnit,
  WindowBasis,
} from '@sightline/contracts/metric-definitions/metric-definition';
import type { RequestInstant } from '@sightline/contracts/request-instant';

import type { Decimal } from '../decimal/decimal';
import type { Freshness } from '../freshness/freshness';
import type { CalendarDay } from '../time/calendar-day';
import type { Instant } from '../time/instant';
import type { ResolvedWindow } from '../time/window';
import type { Aggregate, ContributionSource, Population } from './contribution';
import type { ContributionCursors } from './contribution-cursor';
import { contributionPage, type ContributionConnection, type PageArguments } from './contribution-page';
import {
  presentDistribution,
  presentInterval,
  presentValue,
  readableCode,
  type NoValueReason,
  type PresentedDistribution,
  type PresentedValue,
} from './present';

/** Everything that a figure is made of, and shows. */
export interface FigureQuestion {
  source: ContributionSource;
  /**
   * The source for which a cursor's pin stands, under the caller's own tenant. Asked only for pages by cursor; throws
   * CursorRefused when it can't be had any more.
   */
  sourceAt: (pin: ContributionSource['pin']) => ContributionSource | Promise<ContributionSource>;
  definition: MetricDefinition;
  /** `populationOf` makes it. */
  population: Population;
  window: ResolvedWindow;
  instant: RequestInstant;
  freshness: Freshness | (() => Promise<Freshness>);
  cursors: ContributionCursors;
  /** Where the numbers come from when one statement answers many figures (`groupedFigures`). Default: the source. */
  aggregate?: () => Promise<Aggregate>;
  /** Fewest rows for an honest value; default: the definition's. */
  minimumN?: number | null;
  /** Words for an exclusion code; default: the code in readable words. */
  exclusionLabel?: (code: string) => string;
  /** True when numerator and denominator count the hits and the size of a sample: the value is then shown with its interval. */
  sampled?: boolean;
  /** GraphQL type of the units that rows are judged by, when they have a unit key, e.g. Shipment. */
  unitType?: string;
}

export interface ShownWindow {
  from: CalendarDay;
  to: CalendarDay;
  timeZone: string;
  basis: WindowBasis;
}

export interface ShownExclusion {
  code: string;
  label: string;
  count: number;
}

/**
 * What every figure shows beside its numbers. Fields that have to be computed are functions: GraphQL's default resolver
 * calls them, so nothing is read that was not asked for, and a resolver returns the figure as it is.
 */
interface Figure {
  unit: MetricUnit;
  definition: MetricDefinition;
  window: ShownWindow;
  /** RFC 3339. */
  asOf: Instant;
  knownAt: Instant;
  computedAt: Instant;
  freshness(): Promise<Freshness>;
  reason(): Promise<NoValueReason | null>;
  n(): Promise<number>;
  excluded(): Promise<ShownExclusion[]>;
  /** Throws CursorRefused and PageSizeRefused. */
  contributions(args: PageArguments): Promise<ContributionConnection>;
}

/** Shaped as the schema's MetricValue. */
export interface MetricValueFigure extends Figure {
  value(): Promise<number | null>;
  unitCode(): Promise<string | null>;
  atLeast: boolean;
  /** Bounds of the 95 % interval of an estimate; null for a count of everything, and without a value. */
  lower(): Promise<number | null>;
  upper(): Promise<number | null>;
  numerator(): Promise<Decimal | null>;
  denominator(): Promise<Decimal | null>;
}

/** Shaped as the schema's Distribution. */
export interface DistributionFigure extends Figure {
  mean(): Promise<number | null>;
  median(): Promise<number | null>;
  p10(): Promise<number | null>;
  p90(): Promise<number | null>;
  p95(): Promise<number | null>;
  p99(): Promise<number | null>;
  min(): Promise<number | null>;
  max(): Promise<number | null>;
  standardDeviation(): Promise<number | null>;
  /** Observations above `than`, in the unit of the figure. */
  countAbove(args: { than: number }): Promise<number>;
  /** Bound of the relative error of the percentiles; null: they are exact. */
  relativeError: number | null;
}

/** The population that a definition has in a window, narrowed to some values of dimensions (`{}`: all that the caller may see). */
export const populationOf = (
  definition: Pick<MetricDefinition, 'id'>,
  window: ResolvedWindow,
  dims: Population['dims'],
): Population => ({
  definitionId: definition.id,
  basis: window.basis,
  from: window.from,
  to: window.to,
  asOfDay: window.asOfDay,
  dims,
});

/** One number with its meaning, age and rows. The aggregate is computed when the first field wants it, and once. */
export function metricValue(question: FigureQuestion): MetricValueFigure {
  const { definition } = question;
  const { aggregate, freshness, ...common } = figureOf(question);
  const presented = once(async (): Promise<PresentedValue> => {
    const shown = presentValue(await aggregate(), definition.unit, minimumOf(question));
    return { ...shown, reason: await sharpened(shown.reason, aggregate, freshness) };
  });
  const interval = once(async () =>
    question.sampled === true && (await presented()).value !== null
      ? presentInterval(await aggregate(), definition.unit)
      : null,
  );
  return {
    ...common,
    freshness,
    atLeast: false,
    lower: async () => (await interval())?.lower ?? null,
    upper: async () => (await interval())?.upper ?? null,
    value: async () => (await presented()).value,
    reason: async () => (await presented()).reason,
    unitCode: async () => (await aggregate()).unitCode,
    numerator: async () => (await aggregate()).numerator,
    denominator: async () => (await aggregate()).denominator,
  };
}

/** A spread of observations with its meaning, age and rows. The aggregate is computed when the first field wants it, and once. */
export function distribution(question: FigureQuestion): DistributionFigure {
  const { aggregate, freshness, ...common } = figureOf(question);
  const presented = once(async (): Promise<PresentedDistribution> => {
    const shown = presentDistribution(await aggregate(), minimumOf(question));
    return { ...shown, reason: await sharpened(shown.reason, aggregate, freshness) };
  });
  return {
    ...common,
    freshness,
    reason: async () => (await presented()).reason,
    mean: async () => (await presented()).mean,
    median: async () => (await presented()).median,
    p10: async () => (await presented()).p10,
    p90: async () => (await presented()).p90,
    p95: async () => (await presented()).p95,
    p99: async () => (await presented()).p99,
    min: async () => (await presented()).min,
    max: async () => (await presented()).max,
    standardDeviation: async () => (await presented()).standardDeviation,
    countAbove: ({ than }) => question.source.countAbove(question.population, than),
    relativeError: question.source.relativeError ?? null,
  };
}

function figureOf(question: FigureQuestion) {
  const { definition, window, instant, source, population } = question;
  const labelOf = question.exclusionLabel ?? readableCode;
  const aggregate = once(question.aggregate ?? (async () => (await source.aggregate(population, null))[0]!));
  const freshness = once(async () =>
    typeof question.freshness === 'function' ? question.freshness() : question.freshness,
  );
  return {
    aggregate,
    freshness,
    unit: definition.unit,
    definition,
    window: { from: window.from, to: window.to, timeZone: window.timeZone, basis: window.basis },
    asOf: instant.asOf,
    knownAt: instant.knownAt,
    // One request, one instant: the figure is of that moment, however long the computing takes.
    computedAt: instant.now,
    n: async () => (await aggregate()).n,
    excluded: async () =>
      (await aggregate()).exclusions.map(({ code, count }) => ({ code, label: labelOf(code), count })),
    contributions: (args: PageArguments) => contributionPage(question, args),
  };
}

const minimumOf = (question: FigureQuestion): number | null =>
  question.minimumN === undefined ? question.definition.minimumN : question.minimumN;

/** No data at all, because a source has never delivered, is another thing than nothing happening. */
async function sharpened(
  reason: NoValueReason | null,
  aggregate: () => Promise<Aggregate>,
  freshness: () => Promise<Freshness>,
): Promise<NoValueReason | null> {
  if (reason !== 'NO_DATA' || (await aggregate()).exclusions.length > 0) return reason;
  return (await freshness()).status === 'NEVER' ? 'SOURCE_NEVER_SYNCED' : reason;
}

function once<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let computed: Promise<Value> | undefined;
  return () => (computed ??= compute());
}
