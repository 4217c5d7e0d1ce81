import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Population } from '@sightline/kit/figures/contribution';
import { narrowed, QuestionRefused, windowOf, type Scope } from '@sightline/kit/figures/question';
import type { ResolvedWindow, WindowRequest } from '@sightline/kit/time/window';

/** The kind of fact whose sources decide whose figures are shown when nobody says. */
export const ORIGIN_KINDS: readonly FlowKind[] = ['INSPECTIONS'];
/** The kinds of facts that figures of quality are made of. */
export const FIGURE_KINDS: readonly FlowKind[] = ['INSPECTIONS', 'GOODS_RECEIPTS'];

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
  return narrowed({
    supplierId: scope?.supplierIds,
    plantId: scope?.plantIds,
    itemId: scope?.itemIds,
    supplierTier: scope?.supplierTiers,
    sourceSystemId: scope?.sourceSystemIds,
    sourcing: scope?.sourcing ?? ['PURCHASED', null],
    origin: [origin],
  });
}

/**
 * The window of a figure of quality; its basis is the caller's, or else the definition's own.
 *
 * @throws QuestionRefused when the window makes no sense, or goes by a date that goods and their inspections do not have
 */
export function qualityWindowOf(
  request: WindowRequest | null | undefined,
  basis: WindowBasis,
  asOf: string,
): ResolvedWindow {
  const window = windowOf(request, basis, asOf);
  if (window.basis !== 'RECEIVED' && window.basis !== 'DECIDED')
    throw new QuestionRefused('Figures of quality go by RECEIVED or DECIDED.', { field: ['window', 'basis'] });
  return window;
}
