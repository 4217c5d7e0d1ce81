import type { LogEvent, When } from '@sightline/contracts/events/envelope';
import type { KnowledgeBasis } from '@sightline/contracts/request-instant';
import { compareInstants } from '../time/instant';
import { namesOfFact, withoutCorrected, withoutRepeats } from './fact-order';

/** How far to look: both are RFC 3339 instants; a fact known to the day is compared with the day as they are written. */
export interface KnownUpTo {
  asOf: string;
  knownAt: string;
  knownBy: KnowledgeBasis;
}

type NamesOf<Event> = (event: Event) => readonly string[];

/** The calendar day of an instant as its text writes it, in its own offset. */
export const dayAsWritten = (instant: string): string => instant.slice(0, 10);

/** True when the stamp lies at or before the instant: by instant when the source gave one, else by calendar day. */
export const isBy = (when: When, instant: string): boolean =>
  when.at === null ? when.on <= dayAsWritten(instant) : compareInstants(when.at, instant) <= 0;

/** What the source's books held at an instant, corrections applied as far as they were recorded by then. */
export const factsRecorded = <Event extends LogEvent>(
  events: readonly Event[],
  knownAt: string,
  namesOf: NamesOf<Event> = namesOfFact,
): readonly Event[] =>
  withoutCorrected(withoutRepeats(events.filter((event) => isBy(event.recorded, knownAt))), namesOf);

/** What had happened by an instant, as far as it is known today: corrections count even when they were recorded later. */
export const factsOccurred = <Event extends LogEvent>(
  events: readonly Event[],
  asOf: string,
  namesOf: NamesOf<Event> = namesOfFact,
): readonly Event[] =>
  // Corrections go first: a fact moved to a later day by its correction must not come back in its wrong form.
  withoutCorrected(withoutRepeats(events), namesOf).filter((event) => isBy(event.occurred, asOf));

/**
 * The facts in which a subject stands as of an instant and as known at another.
 * With the basis PLATFORM the caller passes only what was visible here at `knownAt`; the source's stamps then take no part.
 */
export const factsKnown = <Event extends LogEvent>(
  events: readonly Event[],
  upTo: KnownUpTo,
  namesOf: NamesOf<Event> = namesOfFact,
): readonly Event[] =>
  factsOccurred(upTo.knownBy === 'SOURCE' ? factsRecorded(events, upTo.knownAt, namesOf) : events, upTo.asOf, namesOf);
