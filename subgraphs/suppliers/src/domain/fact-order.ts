import type { When } from '@sightline/contracts/events/envelope';
import { factIdOf } from '@sightline/contracts/identities';
import { compareInstants } from '@sightline/kit/time/instant';
import type { PurchaseOrderLineEvent } from './purchase-order-line';

/**
 * Sorts stamps: by calendar day at the site, then by instant where both know one. A stamp that knows only its day comes
 * before the instants of that day, so that the order is total.
 */
export function compareWhen(left: When, right: When): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  if (left.at === null || right.at === null) return (left.at === null ? 0 : 1) - (right.at === null ? 0 : 1);
  return compareInstants(left.at, right.at);
}

/** Stream and place in the source's own sequence: decides between facts of the same moment before our order of arrival does. */
function compareSequence(left: PurchaseOrderLineEvent, right: PurchaseOrderLineEvent): number {
  const a = sequenceOf(left);
  const b = sequenceOf(right);
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}

function sequenceOf(event: PurchaseOrderLineEvent): { stream: string; number: bigint } {
  const { source } = event;
  if (source === null || source.sequence === null || !/^\d{1,30}$/.test(source.sequence))
    return { stream: '', number: 0n };
  return { stream: `${source.sourceSystemId}\u0000${source.flow}`, number: BigInt(source.sequence) };
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const compareTies = (left: PurchaseOrderLineEvent, right: PurchaseOrderLineEvent): number =>
  compareSequence(left, right) ||
  left.subjectVersion - right.subjectVersion ||
  compareText(left.eventId, right.eventId);

/** Business order: what happened first comes first. */
export const byOccurrence = (left: PurchaseOrderLineEvent, right: PurchaseOrderLineEvent): number =>
  compareWhen(left.occurred, right.occurred) || compareWhen(left.recorded, right.recorded) || compareTies(left, right);

/** The order in which the source committed itself: of two statements the later recorded one holds. */
export const byRecord = (left: PurchaseOrderLineEvent, right: PurchaseOrderLineEvent): number =>
  compareWhen(left.recorded, right.recorded) || compareWhen(left.occurred, right.occurred) || compareTies(left, right);

/** Each event once, however often it was delivered. */
export function withoutRepeats(events: readonly PurchaseOrderLineEvent[]): readonly PurchaseOrderLineEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => !seen.has(event.eventId) && seen.add(event.eventId));
}

/**
 * Only what still stands: a corrected fact gives way to its correction, a correction to the one that corrects it, and of
 * several corrections of one fact the one recorded last holds. A correction may name its original by event id, by the id
 * of the fact at its source (the event of a receipt that inventory recorded has another id here) or by goods receipt.
 */
export function withoutCorrected(events: readonly PurchaseOrderLineEvent[]): readonly PurchaseOrderLineEvent[] {
  if (!events.some((event) => event.source?.correctionOf != null)) return events;
  const byName = new Map<string, PurchaseOrderLineEvent>();
  for (const event of events) for (const name of namesOf(event)) byName.set(name, event);

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
  event: PurchaseOrderLineEvent;
  original: string;
  depth: number;
}

const comparePlaced = (left: Placed, right: Placed): number =>
  left.depth - right.depth ||
  compareWhen(left.event.recorded, right.event.recorded) ||
  compareTies(left.event, right.event);

function namesOf(event: PurchaseOrderLineEvent): readonly string[] {
  const names = [event.eventId];
  if (event.source !== null) names.push(factIdOf(event.source.sourceSystemId, event.source.idempotencyKey));
  // A correction may bear the goods receipt of its original; the name then stays with the original.
  if (event.type === 'suppliers.purchaseOrderLine.received.v1' && event.source?.correctionOf == null) {
    names.push(event.payload.goodsReceiptId);
  }
  return names;
}

function placeOf(event: PurchaseOrderLineEvent, byName: ReadonlyMap<string, PurchaseOrderLineEvent>): Placed {
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
