import * as known from '@sightline/kit/facts/facts-known';
import { foldLine } from './fold-line';
import { namesOfLineFact } from './line-fact-names';
import type { PurchaseOrderLine, PurchaseOrderLineEvent } from './purchase-order-line';

/** The facts of a line in which it stands as of an instant and as known at another. */
export const factsKnown = (
  events: readonly PurchaseOrderLineEvent[],
  upTo: known.KnownUpTo,
): readonly PurchaseOrderLineEvent[] => known.factsKnown(events, upTo, namesOfLineFact);

/** What had happened to a line by an instant, as far as it is known today. */
export const factsOccurred = (
  events: readonly PurchaseOrderLineEvent[],
  asOf: string,
): readonly PurchaseOrderLineEvent[] => known.factsOccurred(events, asOf, namesOfLineFact);

/** The line as of an instant and as known at another; null when it was not there, or not known, by then. */
export const lineAsKnown = (
  events: readonly PurchaseOrderLineEvent[],
  upTo: known.KnownUpTo,
): PurchaseOrderLine | null => foldLine(factsKnown(events, upTo));
