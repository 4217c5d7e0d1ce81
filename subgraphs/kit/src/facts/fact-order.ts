import type { LogEvent, When } from '@sightline/contracts/events/envelope';
import { factIdOf } from '@sightline/contracts/identities';
import { compareInstants } from '../time/instant';

/**
 * Sorts stamps: by calendar day at the site, then by instant where both know one. A stamp that knows only its day comes
 * before the instants of that day, so that the order is total.
 */
export function compareWhen(left: When, right: When): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  if (left.at === null || right.at === null) return (left.at === null ? 0 : 1) - (right.at === null ? 0 : 1);
  return compareInstants(left.at, right.at);
}

/** Stream and place in the source's own sequence: decides between facts of one moment before our order of arrival does. */
function compareSequence(left: LogEvent, right: LogEvent): number {
  const [a, b] = [placeInStream(left), placeInStream(right)];
  // Streams have an order among themselves: without it, facts of three sources could each come before the next in a ring.
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}

function placeInStream({ source }: LogEvent): { stream: string; number: bigint } {
  if (source === null || source.sequence === null || !/^\d{1,30}$/.test(source.sequence))
    return { stream: '', number: 0n };
  return { stream: `${source.sourceSystemId}\u0000${source.flow}`, number: BigInt(source.sequence) };
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const compareTies = (left: LogEvent, right: LogEvent): number =>
  compareSequence(left, right) ||
  left.subjectVersion - right.subjectVersion ||
  compareText(left.eventId, right.eventId);

/** Business order: what happened first comes first. */
export const byOccurrence = (left: LogEvent, right: LogEvent): number =>
  compareWhen(left.occurred, right.occurred) || compareWhen(left.recorded, right.recorded) || compareTies(left, right);

/** The order in which sources committed themselves: of two statements the later recorded one holds. */
export const byRecord = (left: LogEvent, right: LogEvent): number =>
  compareWhen(left.recorded, right.recorded) || compareWhen(left.occurred, right.occurred) || compareTies(left, right);

/** Each event once, however often it was delivered. */
export function withoutRepeats<Event extends LogEvent>(events: readonly Event[]): readonly Event[] {
  const seen = new Set<string>();
  return events.filter((event) => !seen.has(event.eventId) && seen.add(event.eventId));
}

/** A fact that stands, with the moment at which its source first committed itself to it: a correction keeps its original's. */
export interface StandingFact<Event extends LogEvent> {
  event: Event;
  committed: When;
}

/** The order of commitment: of two statements the later one holds, and a correction does not make one later. */
export const byCommitment = (left: StandingFact<LogEvent>, right: StandingFact<LogEvent>): number =>
  compareWhen(left.committed, right.committed) ||
  compareWhen(left.event.occurred, right.event.occurred) ||
  compareTies(left.event, right.event);

/** By which names a correction may call a fact: its event's id, and the id of the fact at its source. */
export function namesOfFact({ eventId, source }: LogEvent): readonly string[] {
  return source === null ? [eventId] : [eventId, factIdOf(source.sourceSystemId, source.idempotencyKey)];
}

/**
 * Only what still stands, in the order given: a corrected fact gives way to its correction, a correction to the one that
 * corrects it, and of several corrections of one fact the one recorded last holds.
 *
 * @param namesOf  by which names a correction may call a fact
 */
export function standingFacts<Event extends LogEvent>(
  events: readonly Event[],
  namesOf: (event: Event) => readonly string[] = namesOfFact,
): readonly StandingFact<Event>[] {
  const itself = (event: Event): StandingFact<Event> => ({ event, committed: event.recorded });
  if (!events.some((event) => event.source?.correctionOf != null)) return events.map(itself);
  const byName = new Map<string, Event>();
  for (const event of events) for (const name of namesOf(event)) byName.set(name, event);

  const standing = new Map<string, Placed<Event>>();
  for (const event of events) {
    const placed = placeOf(event, byName);
    const other = standing.get(placed.name);
    if (other === undefined || comparePlaced(other, placed) < 0) standing.set(placed.name, placed);
  }
  const kept = new Map([...standing.values()].map((placed) => [placed.event, placed]));
  return events.flatMap((event) => {
    const placed = kept.get(event);
    return placed === undefined ? [] : [{ event, committed: (placed.original ?? event).recorded }];
  });
}

/** The same, without the moments of commitment. */
export function withoutCorrected<Event extends LogEvent>(
  events: readonly Event[],
  namesOf: (event: Event) => readonly string[] = namesOfFact,
): readonly Event[] {
  if (!events.some((event) => event.source?.correctionOf != null)) return events;
  return standingFacts(events, namesOf).map(({ event }) => event);
}

/** A fact with the one it corrects in the end and the number of corrections between them (0: it corrects none). */
interface Placed<Event extends LogEvent> {
  event: Event;
  /** The original's id, or the name that a correction gives it while it is not here. */
  name: string;
  original: Event | null;
  depth: number;
}

const comparePlaced = (left: Placed<LogEvent>, right: Placed<LogEvent>): number =>
  left.depth - right.depth ||
  compareWhen(left.event.recorded, right.event.recorded) ||
  compareTies(left.event, right.event);

function placeOf<Event extends LogEvent>(event: Event, byName: ReadonlyMap<string, Event>): Placed<Event> {
  const passed = new Set<string>();
  let current = event;
  for (let depth = 0; ; depth += 1) {
    passed.add(current.eventId);
    const corrected = current.source?.correctionOf ?? null;
    if (corrected === null) return { event, name: current.eventId, original: current, depth };
    const next = byName.get(corrected);
    // The original is not here (yet), or a source made a ring: the correction then stands under the name it gives.
    if (next === undefined || passed.has(next.eventId))
      return { event, name: corrected, original: null, depth: depth + 1 };
    current = next;
  }
}
