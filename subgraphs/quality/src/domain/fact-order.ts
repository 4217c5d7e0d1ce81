import type { When } from '@sightline/contracts/events/envelope';
import type { InspectionLotEvent } from '@sightline/contracts/events/inspection-lot.v1';
import { factIdOf } from '@sightline/contracts/identities';
import { compareInstants } from '@sightline/kit/time/instant';

/**
 * Sorts stamps by calendar day at the site, then by instant. A stamp that knows only its day comes before the instants of
 * that day, so that the order is total.
 */
export function compareWhen(left: When, right: When): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  if (left.at === null || right.at === null) return (left.at === null ? 0 : 1) - (right.at === null ? 0 : 1);
  return compareInstants(left.at, right.at);
}

interface Place {
  stream: string;
  number: bigint;
}

function placeInStream({ source }: InspectionLotEvent): Place {
  if (source === null || source.sequence === null || !/^\d{1,30}$/.test(source.sequence))
    return { stream: '', number: 0n };
  return { stream: `${source.sourceSystemId}\u0000${source.flow}`, number: BigInt(source.sequence) };
}

/** Stream and place in the source's own sequence: decides between facts of one moment before our order of arrival does. */
function compareSequence(left: InspectionLotEvent, right: InspectionLotEvent): number {
  const [a, b] = [placeInStream(left), placeInStream(right)];
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const compareTies = (left: InspectionLotEvent, right: InspectionLotEvent): number =>
  compareSequence(left, right) ||
  left.subjectVersion - right.subjectVersion ||
  compareText(left.eventId, right.eventId);

/** Business order: what happened first comes first. */
export const byOccurrence = (left: InspectionLotEvent, right: InspectionLotEvent): number =>
  compareWhen(left.occurred, right.occurred) || compareWhen(left.recorded, right.recorded) || compareTies(left, right);

/** The order in which sources committed themselves: of two statements the later recorded one holds. */
export const byRecord = (left: InspectionLotEvent, right: InspectionLotEvent): number =>
  compareWhen(left.recorded, right.recorded) || compareWhen(left.occurred, right.occurred) || compareTies(left, right);

/** Each event once, however often it was delivered. */
export function withoutRepeats(events: readonly InspectionLotEvent[]): readonly InspectionLotEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => !seen.has(event.eventId) && seen.add(event.eventId));
}

/**
 * Only what still stands: a corrected fact gives way to its correction, a correction to the one that corrects it, and of
 * several corrections of one fact the one recorded last holds. A correction names its original by event id, or by the id
 * of the fact at its source.
 */
export function withoutCorrected(events: readonly InspectionLotEvent[]): readonly InspectionLotEvent[] {
  if (!events.some((event) => event.source?.correctionOf != null)) return events;
  const byName = new Map<string, InspectionLotEvent>();
  for (const event of events) {
    if (event.source !== null) byName.set(factIdOf(event.source.sourceSystemId, event.source.idempotencyKey), event);
    byName.set(event.eventId, event);
  }
  const standing = new Map<string, Placed>();
  for (const event of events) {
    const placed = placeOf(event, byName);
    const other = standing.get(placed.original);
    if (other === undefined || comparePlaced(other, placed) < 0) standing.set(placed.original, placed);
  }
  const kept = new Set([...standing.values()].map((placed) => placed.event));
  return events.filter((event) => kept.has(event));
}

/** A fact with the one it corrects in the end and the number of corrections between them (0: it corrects none). */
interface Placed {
  event: InspectionLotEvent;
  original: string;
  depth: number;
}

const comparePlaced = (left: Placed, right: Placed): number =>
  left.depth - right.depth ||
  compareWhen(left.event.recorded, right.event.recorded) ||
  compareTies(left.event, right.event);

function placeOf(event: InspectionLotEvent, byName: ReadonlyMap<string, InspectionLotEvent>): Placed {
  const passed = new Set<string>();
  let current = event;
  for (let depth = 0; ; depth += 1) {
    passed.add(current.eventId);
    const corrected = current.source?.correctionOf ?? null;
    if (corrected === null) return { event, original: current.eventId, depth };
    const next = byName.get(corrected);
    // The original is not here (yet), or a source made a ring: the correction then stands under the name it gives.
    if (next === undefined || passed.has(next.eventId)) return { event, original: corrected, depth: depth + 1 };
    current = next;
  }
}
