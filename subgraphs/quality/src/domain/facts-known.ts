import type { When } from '@sightline/contracts/events/envelope';
import type { InspectionLotEvent } from '@sightline/contracts/events/inspection-lot.v1';
import type { KnowledgeBasis } from '@sightline/contracts/request-instant';
import { compareInstants } from '@sightline/kit/time/instant';
import { withoutCorrected, withoutRepeats } from './fact-order';

/** How far to look: both are RFC 3339 instants; a fact known to the day is compared with the day as they are written. */
export interface KnownUpTo {
  asOf: string;
  knownAt: string;
  knownBy: KnowledgeBasis;
}

/** True when the stamp lies at or before the instant: by instant when the source gave one, else by calendar day. */
const isBy = (when: When, instant: string): boolean =>
  when.at === null ? when.on <= instant.slice(0, 10) : compareInstants(when.at, instant) <= 0;

/**
 * The facts in which a lot stands as of an instant and as known at another. Corrections go first, as far as they were
 * recorded by then: a fact that its correction moved to a later day must not come back in its wrong form. With the basis
 * PLATFORM the caller passes only what was visible here at `knownAt`; the source's stamps then take no part.
 */
export function factsKnown(events: readonly InspectionLotEvent[], upTo: KnownUpTo): readonly InspectionLotEvent[] {
  const known = upTo.knownBy === 'SOURCE' ? events.filter((event) => isBy(event.recorded, upTo.knownAt)) : events;
  return withoutCorrected(withoutRepeats(known)).filter((event) => isBy(event.occurred, upTo.asOf));
}
