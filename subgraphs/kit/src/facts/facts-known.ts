import type { LogEvent, When } from '@sightline/contracts/events/envelope';
import type { KnowledgeBasis } from '@sightline/contracts/request-instant';
import { daysBetween } from '../time/calendar-day';
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

/** The days between which facts lie, at their sites. */
export interface FactSpan {
  /** Nothing happened before. */
  firstOn: string;
  /** Nothing happened, or was recorded, after. */
  lastOn: string;
}

/** @param events  at least one */
export function spanOf(events: readonly LogEvent[]): FactSpan {
  const first = events[0]!.occurred.on;
  const span = { firstOn: first, lastOn: first };
  for (const { occurred, recorded } of events) {
    if (occurred.on < span.firstOn) span.firstOn = occurred.on;
    if (occurred.on > span.lastOn) span.lastOn = occurred.on;
    if (recorded.on > span.lastOn) span.lastOn = recorded.on;
  }
  return span;
}

/** The day at a site and the day as an instant is written are never further apart, whatever their offsets. */
const SURELY_DAYS = 3;

/**
 * How many of some facts count at an instant, as far as their days alone decide: ALL had happened and were recorded by then,
 * so that they tell what they tell today; NONE had happened; SOME: they have to be looked at.
 */
export function partKnown({ firstOn, lastOn }: FactSpan, upTo: KnownUpTo): 'ALL' | 'SOME' | 'NONE' {
  if (upTo.knownBy === 'PLATFORM') return 'SOME';
  const [asOf, knownAt] = [dayAsWritten(upTo.asOf), dayAsWritten(upTo.knownAt)];
  if (daysBetween(asOf, firstOn) >= SURELY_DAYS) return 'NONE';
  return daysBetween(lastOn, asOf < knownAt ? asOf : knownAt) >= SURELY_DAYS ? 'ALL' : 'SOME';
}
