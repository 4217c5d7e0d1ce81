import type { When } from '@sightline/contracts/events/envelope';
import type { KnowledgeBasis } from '@sightline/contracts/request-instant';
import { compareInstants } from '@sightline/kit/time/instant';
import { withoutCorrected, withoutRepeats } from './fact-order';
import { foldLine } from './fold-line';
import type { PurchaseOrderLine, PurchaseOrderLineEvent } from './purchase-order-line';

/** How far to look: both are RFC 3339 instants; a fact known to the day is compared with the day as they are written. */
export interface KnownUpTo {
  asOf: string;
  knownAt: string;
  knownBy: KnowledgeBasis;
}

/** The calendar day of an instant as its text writes it, in its own offset. */
export const dayAsWritten = (instant: string): string => instant.slice(0, 10);

/** True when the stamp lies at or before the instant: by instant when the source gave one, else by calendar day. */
export const isBy = (when: When, instant: string): boolean =>
  when.at === null ? when.on <= dayAsWritten(instant) : compareInstants(when.at, instant) <= 0;

/** What the source's books held at an instant, corrections applied as far as they were recorded by then. */
export function factsRecorded(
  events: readonly PurchaseOrderLineEvent[],
  knownAt: string,
): readonly PurchaseOrderLineEvent[] {
  return withoutCorrected(withoutRepeats(events.filter((event) => isBy(event.recorded, knownAt))));
}

/** What had happened by an instant, as far as it is known today: corrections count even when they were recorded later. */
export function factsOccurred(
  events: readonly PurchaseOrderLineEvent[],
  asOf: string,
): readonly PurchaseOrderLineEvent[] {
  // Corrections go first: a fact moved to a later day by its correction must not come back in its wrong form.
  return withoutCorrected(withoutRepeats(events)).filter((event) => isBy(event.occurred, asOf));
}

/**
 * The facts in which a line stands as of an instant and as known at another.
 * With the basis PLATFORM the caller passes only what was visible here at `knownAt`; the source's stamps then take no part.
 */
export function factsKnown(
  events: readonly PurchaseOrderLineEvent[],
  upTo: KnownUpTo,
): readonly PurchaseOrderLineEvent[] {
  return factsOccurred(upTo.knownBy === 'SOURCE' ? factsRecorded(events, upTo.knownAt) : events, upTo.asOf);
}

/** The line as of an instant and as known at another; null when it was not there, or not known, by then. */
export const lineAsKnown = (events: readonly PurchaseOrderLineEvent[], upTo: KnownUpTo): PurchaseOrderLine | null =>
  foldLine(factsKnown(events, upTo));
