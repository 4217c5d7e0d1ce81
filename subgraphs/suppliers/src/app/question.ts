import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { MetricDefinition, WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';
import { definitionById } from '@sightline/contracts/metric-definitions/system-definitions';
import type { RequestInstant, KnowledgeBasis } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Population } from '@sightline/kit/figures/contribution';
import {
  presentWindowRefusal,
  resolveWindow,
  type ResolvedWindow,
  type WindowRequest,
} from '@sightline/kit/time/window';

/** Which rows a figure covers; the schema's ScopeInput. Nothing: all purchased lines the caller may see. */
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

/** The kind of fact whose source decides whose line it is, and so in which figures it counts. */
export const ORIGIN_KINDS: readonly FlowKind[] = ['PURCHASE_ORDER_LINES'];

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

/**
 * The dimensions that a scope narrows.
 *
 * @param origin  the scope's, or the default where it says none: no figure is over both
 */
export function dimsOf(scope: Scope | null | undefined, origin: DataOrigin): Population['dims'] {
  const asked = {
    supplierId: scope?.supplierIds,
    plantId: scope?.plantIds,
    itemId: scope?.itemIds,
    supplierTier: scope?.supplierTiers,
    sourceSystemId: scope?.sourceSystemIds,
    shipmentMode: scope?.shipmentModes,
    destinationCountry: scope?.destinationCountries,
    sourcing: scope?.sourcing ?? ['PURCHASED'],
    origin: [origin],
  };
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, values]) => (values == null ? [] : [[name, values]])),
  );
}

/**
 * The window of a figure; its basis is the caller's, or else the definition's own.
 *
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
export function instantOf(
  request: RequestInstant,
  override: { asOf?: string | null; knownAt?: string | null; knownBy?: KnowledgeBasis | null },
): RequestInstant {
  return {
    now: request.now,
    asOf: override.asOf ?? request.asOf,
    knownAt: override.knownAt ?? request.knownAt,
    knownBy: override.knownBy ?? request.knownBy,
  };
}
