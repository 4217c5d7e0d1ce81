import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { MetricDefinition, WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';
import { definitionById } from '@sightline/contracts/metric-definitions/system-definitions';
import type { KnowledgeBasis, RequestInstant } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Population } from '@sightline/kit/figures/contribution';
import {
  presentWindowRefusal,
  resolveWindow,
  type ResolvedWindow,
  type WindowRequest,
} from '@sightline/kit/time/window';

/** Which rows a figure covers; the schema's ScopeInput. Nothing: everything purchased that the caller may see. */
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

/** The kind of fact whose sources decide whose figures are shown when nobody says. */
export const ORIGIN_KINDS: readonly FlowKind[] = ['INSPECTIONS'];
/** The kinds of facts that figures of quality are made of. */
export const FIGURE_KINDS: readonly FlowKind[] = ['INSPECTIONS', 'GOODS_RECEIPTS'];

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
 * The dimensions that a scope narrows. Goods that no order line tells of count as purchased.
 *
 * @param origin  the scope's, or the default where it says none: no figure is over both
 * @throws QuestionRefused when the scope narrows by what inspections are not known by: a figure over more than was asked
 *   for would be a wrong one
 */
export function dimsOf(scope: Scope | null | undefined, origin: DataOrigin): Population['dims'] {
  if (scope?.shipmentModes != null || scope?.destinationCountries != null)
    throw new QuestionRefused('Inspections are not known by way of shipping or country of destination.');
  const asked: Record<string, readonly (string | null)[] | null | undefined> = {
    supplierId: scope?.supplierIds,
    plantId: scope?.plantIds,
    itemId: scope?.itemIds,
    supplierTier: scope?.supplierTiers,
    sourceSystemId: scope?.sourceSystemIds,
    sourcing: scope?.sourcing ?? ['PURCHASED', null],
    origin: [origin],
  };
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, values]) => (values == null ? [] : [[name, values]])),
  );
}

/**
 * The window of a figure; its basis is the caller's, or else the definition's own.
 *
 * @throws QuestionRefused when the window makes no sense, or goes by a date that goods and their inspections do not have
 */
export function windowOf(request: WindowRequest | null | undefined, basis: WindowBasis, asOf: string): ResolvedWindow {
  const window = resolveWindow(request, { basis }, asOf);
  if (!window.ok) {
    const { code, field, message } = presentWindowRefusal(window.refusal);
    throw new QuestionRefused(message, { reason: code, field });
  }
  if (window.value.basis !== 'RECEIVED' && window.value.basis !== 'DECIDED')
    throw new QuestionRefused('Figures of quality go by RECEIVED or DECIDED.', { field: ['window', 'basis'] });
  return window.value;
}

/**
 * The definition asked for, or the default.
 *
 * @param metric  which metric may stand here
 * @throws QuestionRefused for an unknown definition, or one of another metric
 */
export function definitionOf(id: string | null | undefined, fallback: string, metric: string): MetricDefinition {
  const definition = definitionById(id ?? fallback);
  if (definition === null) throw new QuestionRefused(`There is no definition ${JSON.stringify(id)}.`);
  if (definition.metric !== metric)
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
