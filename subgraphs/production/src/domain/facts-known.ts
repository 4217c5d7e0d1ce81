import type { When } from '@sightline/contracts/events/envelope';
import type { KnowledgeBasis } from '@sightline/contracts/request-instant';
import { compareInstants } from '@sightline/kit/time/instant';
import { standingFacts } from './fact-order';
import type { WorkOrderEvent } from './work-order';

/** How far to look: both are RFC 3339 instants; a fact known to the day is compared with the day as they are written. */
export interface KnownUpTo {
  asOf: string;
  knownAt: string;
  knownBy: KnowledgeBasis;
}

const isBy = (when: When, instant: string): boolean =>
  when.at === null ? when.on <= instant.slice(0, 10) : compareInstants(when.at, instant) <= 0;

/**
 * The facts in which a work order stands as of an instant and as known at another: corrections recorded by then are
 * applied, and what a correction moved to a later day does not come back in its wrong form. With the basis PLATFORM the
 * caller passes only what was visible here at `knownAt`, and the stamps of the source take no part.
 */
export function factsKnown(events: readonly WorkOrderEvent[], upTo: KnownUpTo): readonly WorkOrderEvent[] {
  const recorded = upTo.knownBy === 'SOURCE' ? events.filter((event) => isBy(event.recorded, upTo.knownAt)) : events;
  return standingFacts(recorded)
    .filter(({ event }) => isBy(event.occurred, upTo.asOf))
    .map(({ event }) => event);
}
