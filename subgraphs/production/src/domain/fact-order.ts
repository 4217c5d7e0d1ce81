import type { When } from '@sightline/contracts/events/envelope';
import { factIdOf } from '@sightline/contracts/identities';
import { compareInstants } from '@sightline/kit/time/instant';
import type { WorkOrderEvent } from './work-order';

/** Sorts stamps by calendar day at the plant, then by instant; one that knows only its day comes before the instants of that day. */
export function compareWhen(left: When, right: When): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  if (left.at === null || right.at === null) return (left.at === null ? 0 : 1) - (right.at === null ? 0 : 1);
  return left.at === right.at ? 0 : compareInstants(left.at, right.at);
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Position in the source's own sequence; facts of other sources, and unnumbered ones, come in the order in which we took them in. */
function compareSequence(left: WorkOrderEvent, right: WorkOrderEvent): number {
  const [a, b] = [left.source, right.source];
  if (a === null || b === null || a.sourceSystemId !== b.sourceSystemId || a.flow !== b.flow) return 0;
  if (!isNumber(a.sequence) || !isNumber(b.sequence)) return 0;
  const [first, second] = [BigInt(a.sequence), BigInt(b.sequence)];
  return first < second ? -1 : first > second ? 1 : 0;
}

const isNumber = (text: string | null): text is string => text !== null && /^\d{1,30}$/.test(text);

/** A fact that stands, with the moment at which its source first committed itself to it: a correction keeps that of its original. */
export interface StandingFact {
  event: WorkOrderEvent;
  committed: When;
}

/** Business order: what happened first comes first. */
export const byOccurrence = (left: StandingFact, right: StandingFact): number =>
  compareWhen(left.event.occurred, right.event.occurred) ||
  compareWhen(left.event.recorded, right.event.recorded) ||
  compareTies(left.event, right.event);

/** The order in which sources committed themselves: of two statements the later one holds. */
export const byCommitment = (left: StandingFact, right: StandingFact): number =>
  compareWhen(left.committed, right.committed) ||
  compareWhen(left.event.occurred, right.event.occurred) ||
  compareTies(left.event, right.event);

const compareTies = (left: WorkOrderEvent, right: WorkOrderEvent): number =>
  compareSequence(left, right) ||
  left.subjectVersion - right.subjectVersion ||
  compareText(left.eventId, right.eventId);

/**
 * The facts that still stand, each once however often it was delivered: a corrected fact gives way to its correction, and
 * of several corrections the one recorded last holds. A correction names its original by event id, or by the id of the
 * fact at its source.
 */
export function standingFacts(events: readonly WorkOrderEvent[]): readonly StandingFact[] {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  const once = [...byId.values()];
  if (!once.some((event) => event.source?.correctionOf != null))
    return once.map((event) => ({ event, committed: event.recorded }));

  const byName = new Map(byId);
  for (const event of once)
    if (event.source !== null) byName.set(factIdOf(event.source.sourceSystemId, event.source.idempotencyKey), event);
  const standing = new Map<string, { fact: StandingFact; depth: number }>();
  for (const event of once) {
    const { name, original, depth } = originalOf(event, byName);
    const other = standing.get(name);
    const fact = { event, committed: (original ?? event).recorded };
    if (other === undefined || other.depth < depth || (other.depth === depth && isLater(fact, other.fact)))
      standing.set(name, { fact, depth });
  }
  return [...standing.values()].map(({ fact }) => fact);
}

const isLater = (left: StandingFact, right: StandingFact): boolean =>
  (compareWhen(left.event.recorded, right.event.recorded) || compareTies(left.event, right.event)) > 0;

/** The fact that one corrects in the end, and over how many corrections; its name alone while the original is not here. */
function originalOf(
  event: WorkOrderEvent,
  byName: ReadonlyMap<string, WorkOrderEvent>,
): { name: string; original: WorkOrderEvent | null; depth: number } {
  const passed = new Set<string>();
  let current = event;
  for (let depth = 0; ; depth += 1) {
    passed.add(current.eventId);
    const corrected = current.source?.correctionOf ?? null;
    if (corrected === null) return { name: current.eventId, original: current, depth };
    const next = byName.get(corrected);
    // Not here (yet), or a ring made by a source: the correction stands under the name it gives.
    if (next === undefined || passed.has(next.eventId)) return { name: corrected, original: null, depth: depth + 1 };
    current = next;
  }
}
