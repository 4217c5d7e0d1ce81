import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Population } from '@sightline/kit/figures/contribution';
import { narrowed, type Scope } from '@sightline/kit/figures/question';

/** The kind of fact whose source decides whose line it is, and so in which figures it counts. */
export const ORIGIN_KINDS: readonly FlowKind[] = ['PURCHASE_ORDER_LINES'];
/** The kinds of facts that figures of order lines are made of. */
export const FIGURE_KINDS: readonly FlowKind[] = ['PURCHASE_ORDER_LINES', 'GOODS_RECEIPTS'];

/**
 * The dimensions that a scope narrows; without a word of sourcing, purchased lines alone.
 *
 * @param origin  the scope's, or the default where it says none: no figure is over both
 */
export const dimsOf = (scope: Scope | null | undefined, origin: DataOrigin): Population['dims'] =>
  narrowed({
    supplierId: scope?.supplierIds,
    plantId: scope?.plantIds,
    itemId: scope?.itemIds,
    supplierTier: scope?.supplierTiers,
    sourceSystemId: scope?.sourceSystemIds,
    shipmentMode: scope?.shipmentModes,
    destinationCountry: scope?.destinationCountries,
    sourcing: scope?.sourcing ?? ['PURCHASED'],
    origin: [origin],
  });
