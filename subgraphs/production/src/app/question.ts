import type { WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';
import type { RequestInstant } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Population } from '@sightline/kit/figures/contribution';
import {
  presentWindowRefusal,
  resolveWindow,
  type ResolvedWindow,
  type WindowRequest,
} from '@sightline/kit/time/window';

/** Which rows a figure covers; the schema's ScopeInput. Nothing: all work orders of one origin. */
export interface Scope {
  plantIds?: readonly string[] | null;
  itemIds?: readonly string[] | null;
  sourceSystemIds?: readonly string[] | null;
  origin?: DataOrigin | null;
  supplierIds?: readonly string[] | null;
  supplierTiers?: readonly string[] | null;
  shipmentModes?: readonly string[] | null;
  destinationCountries?: readonly string[] | null;
  sourcing?: readonly string[] | null;
}

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

/** What narrows order lines and says nothing of a work order. */
const FOREIGN = ['supplierIds', 'supplierTiers', 'shipmentModes', 'destinationCountries', 'sourcing'] as const;

/** @throws QuestionRefused for a scope that no work order could answer: leaving it out silently would widen the question */
export function checkScope(scope: Scope | null | undefined): void {
  const foreign = FOREIGN.find((name) => scope?.[name] != null);
  if (foreign !== undefined)
    throw new QuestionRefused(`Work orders have no ${foreign}; leave it out of the scope.`, {
      reason: 'SCOPE_NOT_APPLICABLE',
      field: foreign,
    });
}

/** The dimensions that a scope narrows; no figure is over both origins. */
export function dimsOf(scope: Scope | null | undefined, origin: DataOrigin): Population['dims'] {
  const asked = {
    plantId: scope?.plantIds,
    itemId: scope?.itemIds,
    sourceSystemId: scope?.sourceSystemIds,
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

/** The request's instant with what the root arguments override. */
export const instantOf = (
  request: RequestInstant,
  override: { asOf?: string | null; knownAt?: string | null },
): RequestInstant => ({
  ...request,
  asOf: override.asOf ?? request.asOf,
  knownAt: override.knownAt ?? request.knownAt,
});
