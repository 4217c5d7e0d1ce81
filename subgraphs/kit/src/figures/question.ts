import type { MetricDefinition, WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';
import { definitionById } from '@sightline/contracts/metric-definitions/system-definitions';
import type { KnowledgeBasis, RequestInstant } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import { presentWindowRefusal, resolveWindow, type ResolvedWindow, type WindowRequest } from '../time/window';
import type { Population } from './contribution';

/** Which rows a figure covers; the schema's ScopeInput. Nothing: all of one origin that the caller may see. */
export interface Scope {
  supplierIds?: readonly string[] | null;
  plantIds?: readonly string[] | null;
  itemIds?: readonly string[] | null;
  supplierTiers?: readonly string[] | null;
  sourceSystemIds?: readonly string[] | null;
  shipmentModes?: readonly string[] | null;
  destinationCountries?: readonly string[] | null;
  sourcing?: readonly string[] | null;
  origin?: DataOrigin | null;
}

/** What a question about figures is over. */
export interface Asking {
  scope: Scope | null | undefined;
  window: WindowRequest | null | undefined;
  instant: RequestInstant;
}

/** One group of a split: the dimension and its value. */
export interface Group {
  dimension: string;
  key: string | null;
}

/** No window: for figures that are about a moment, and over every row. */
export const ALWAYS: WindowRequest = { from: '0001-01-01', to: '9999-12-31' };

/** A question that cannot be answered as asked: the caller is told why. */
export class QuestionRefused extends Error {
  readonly code = 'BAD_USER_INPUT';
  constructor(
    message: string,
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** The dimensions that are narrowed; one whose values are null or missing is not. A null among the values is the unknown. */
export const narrowed = (
  asked: Readonly<Record<string, readonly (string | null)[] | null | undefined>>,
): Population['dims'] =>
  Object.fromEntries(Object.entries(asked).flatMap(([name, values]) => (values == null ? [] : [[name, values]])));

/**
 * The window of a figure; its basis is the caller's, or else the definition's own.
 *
 * @param asOf  RFC 3339: what a window without an end ends at
 * @throws QuestionRefused when the window makes no sense
 */
export function windowOf(request: WindowRequest | null | undefined, basis: WindowBasis, asOf: string): ResolvedWindow {
  const window = resolveWindow(request, { basis }, asOf);
  if (window.ok) return window.value;
  const { code, field, message } = presentWindowRefusal(window.refusal);
  throw new QuestionRefused(message, { reason: code, field });
}

/**
 * The definition asked for, or the default.
 *
 * @param metrics  which metrics may stand here
 * @throws QuestionRefused for an unknown definition, or one of another metric
 */
export function definitionOf(
  id: string | null | undefined,
  fallback: string,
  metrics: readonly string[],
): MetricDefinition {
  const definition = definitionById(id ?? fallback);
  if (definition === null) throw new QuestionRefused(`There is no definition ${JSON.stringify(id)}.`);
  if (!metrics.includes(definition.metric))
    throw new QuestionRefused(`${definition.id} defines ${definition.metric}, which is not what is asked here.`);
  return definition;
}

/** The request's instant with what the root arguments override. */
export const instantOf = (
  request: RequestInstant,
  override: { asOf?: string | null; knownAt?: string | null; knownBy?: KnowledgeBasis | null },
): RequestInstant => ({
  now: request.now,
  asOf: override.asOf ?? request.asOf,
  knownAt: override.knownAt ?? request.knownAt,
  knownBy: override.knownBy ?? request.knownBy,
});
