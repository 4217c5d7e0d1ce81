import type { When } from '@sightline/contracts/events/envelope';
import {
  PURCHASE_ORDER_LINE_INSPECTED_V1,
  PURCHASE_ORDER_LINE_MILESTONE_V1,
  PURCHASE_ORDER_LINE_RECEIVED_V1,
  PURCHASE_ORDER_LINE_SENT_V1,
  type LineMilestone,
  type PartyName,
  type PurchaseOrderLineInspectedV1,
  type PurchaseOrderLineMilestoneV1,
  type PurchaseOrderLineReceivedV1,
  type PurchaseOrderLineSentV1,
} from '@sightline/contracts/events/purchase-order-line.v1';
import { add, isZero, max, min, subtract, sum } from '@sightline/kit/decimal/decimal';
import { byOccurrence, byRecord, compareWhen, withoutCorrected, withoutRepeats } from '@sightline/kit/facts/fact-order';
import { namesOfLineFact } from './line-fact-names';
import { inspectionsOf } from './line-inspection';
import { lineStatus } from './line-status';
import type {
  CommitRecord,
  LineTerms,
  Movement,
  PurchaseOrderLine,
  PurchaseOrderLineEvent,
} from './purchase-order-line';

/**
 * Makes the line out of its facts. The same facts give the same line in whatever order and however often they come.
 * A correction takes the place of what it corrects; the statement recorded last gives the terms; dates promised are
 * only ever added.
 *
 * @returns null when no statement of the line itself is among the facts: a receipt alone makes no order line
 */
export function foldLine(events: readonly PurchaseOrderLineEvent[]): PurchaseOrderLine | null {
  const facts = [...withoutCorrected(withoutRepeats(events), namesOfLineFact)].sort(byOccurrence);
  const statements = facts.filter(isStatement).sort(byRecord);
  const [first] = statements;
  const last = statements.at(-1);
  if (first === undefined || last === undefined) return null;

  const terms = last.payload;
  // A milestone corrected to nothing did not happen.
  const milestones = facts
    .filter(isMilestone)
    .filter(({ payload }) => payload.quantity === null || !isZero(payload.quantity));
  const received = onePerReceipt(facts.filter(isReceipt)).map((fact) => receiptOf(fact, terms));
  const cancelled = cancellations(milestones, received, terms);
  const commits = commitsOf(statements, milestones, terms);
  const moved = (milestone: LineMilestone): readonly Movement[] => movementsOf(milestones, milestone, terms);
  const arrivals = received.filter(movesSomething);
  const inspected = inspectionsOf(facts.filter(isInspected), arrivals, terms);

  // Field by field: an object spread together out of others is many times slower to make and to read.
  const line: PurchaseOrderLine = {
    id: first.subjectId,
    version: Math.max(...facts.map((fact) => fact.subjectVersion)),
    terms,
    source: last.source,
    recorded: first.recorded,
    created: firstOf(milestones, 'CREATED') ?? dayOnly(terms.createdOn),
    sent: terms.sent ?? firstOf(milestones, 'SENT'),
    acknowledged: firstOf(milestones, 'ACKNOWLEDGED'),
    commits: commits.records,
    originalCommitDate: commits.original,
    currentCommitDate: commits.records.at(-1)?.date ?? null,
    shipped: moved('SHIPPED'),
    handedOver: moved('HANDED_OVER'),
    arrived: moved('ARRIVED'),
    received: arrivals,
    // Where quality decides, its word holds: the same goods reported by another source are not counted twice.
    accepted: inspected.accepted ?? moved('ACCEPTED'),
    available: inspected.accepted ?? moved('AVAILABLE'),
    condition: inspected.condition,
    returned: moved('RETURNED'),
    cancelledQuantity: cancelled.cancelledQuantity,
    buyerCancelledQuantity: cancelled.buyerCancelledQuantity,
    cancelledBy: cancelled.cancelledBy,
    closed: milestones.some((fact) => fact.payload.milestone === 'CLOSED'),
    finalDelivery: received.some((movement) => movement.final),
    // Comes of all the rest.
    status: 'SENT',
  };
  line.status = lineStatus(line);
  return line;
}

const isStatement = (event: PurchaseOrderLineEvent): event is PurchaseOrderLineSentV1 =>
  event.type === PURCHASE_ORDER_LINE_SENT_V1;
const isMilestone = (event: PurchaseOrderLineEvent): event is PurchaseOrderLineMilestoneV1 =>
  event.type === PURCHASE_ORDER_LINE_MILESTONE_V1;
const isReceipt = (event: PurchaseOrderLineEvent): event is PurchaseOrderLineReceivedV1 =>
  event.type === PURCHASE_ORDER_LINE_RECEIVED_V1;

const isInspected = (event: PurchaseOrderLineEvent): event is PurchaseOrderLineInspectedV1 =>
  event.type === PURCHASE_ORDER_LINE_INSPECTED_V1;

const dayOnly = (on: string | null): When | null => (on === null ? null : { at: null, on });

const firstOf = (milestones: readonly PurchaseOrderLineMilestoneV1[], milestone: LineMilestone): When | null =>
  milestones.find((fact) => fact.payload.milestone === milestone)?.occurred ?? null;

/** A goods receipt counts once: told again under another event, the telling recorded last holds. */
function onePerReceipt(receipts: readonly PurchaseOrderLineReceivedV1[]): readonly PurchaseOrderLineReceivedV1[] {
  const last = new Map<string, PurchaseOrderLineReceivedV1>();
  for (const receipt of [...receipts].sort(byRecord)) last.set(receipt.payload.goodsReceiptId, receipt);
  return receipts.filter((receipt) => last.get(receipt.payload.goodsReceiptId) === receipt);
}

/** A receipt of nothing tells no delivery date; whether it said "final" is kept at the line. */
const movesSomething = (movement: Movement): boolean => movement.quantity === null || !isZero(movement.quantity);

function receiptOf(fact: PurchaseOrderLineReceivedV1, terms: LineTerms): Movement {
  const { payload } = fact;
  const otherUnit =
    payload.unitOfMeasure !== null && payload.unitOfMeasure !== terms.unitOfMeasure ? payload.unitOfMeasure : null;
  return {
    id: fact.eventId,
    subjectId: payload.goodsReceiptId,
    when: fact.occurred,
    recorded: fact.recorded,
    quantity: otherUnit === null ? payload.quantity : null,
    otherUnit: payload.quantity === null ? null : otherUnit,
    shipmentNumber: payload.shipmentNumber,
    final: payload.finalDelivery,
  };
}

/** Milestones that move goods, oldest first. One without a quantity concerns all that is not yet accounted for. */
function movementsOf(
  milestones: readonly PurchaseOrderLineMilestoneV1[],
  milestone: LineMilestone,
  terms: LineTerms,
): readonly Movement[] {
  let moved = '0';
  return milestones
    .filter((fact) => fact.payload.milestone === milestone)
    .map((fact): Movement => {
      const quantity = fact.payload.quantity ?? notBelowZero(subtract(terms.quantity, moved));
      moved = add(moved, quantity);
      return {
        id: fact.eventId,
        subjectId: fact.eventId,
        when: fact.occurred,
        recorded: fact.recorded,
        quantity,
        otherUnit: null,
        shipmentNumber: fact.payload.shipmentNumber,
        final: false,
      };
    })
    .filter(movesSomething);
}

const notBelowZero = (quantity: string): string => max(quantity, '0');

type Cancellation = Pick<PurchaseOrderLine, 'cancelledQuantity' | 'buyerCancelledQuantity' | 'cancelledBy'>;

/**
 * What was cancelled and by whom. A cancellation without a quantity takes all that had not been received by then; one of
 * more than was ordered takes what was ordered. A line set to zero was cancelled by the buyer, who alone sets quantities.
 */
function cancellations(
  milestones: readonly PurchaseOrderLineMilestoneV1[],
  received: readonly Movement[],
  terms: LineTerms,
): Cancellation {
  let cancelled = '0';
  let byBuyer = '0';
  let cancelledBy: PartyName | null = isZero(terms.quantity) ? 'BUYER' : null;
  for (const { payload, occurred } of milestones) {
    if (payload.milestone !== 'CANCELLED') continue;
    const left = notBelowZero(subtract(terms.quantity, cancelled));
    const wanted = payload.quantity ?? notBelowZero(subtract(left, receivedBy(received, occurred, terms)));
    const taken = min(wanted, left);
    cancelled = add(cancelled, taken);
    if (payload.by === 'BUYER') byBuyer = add(byBuyer, taken);
    if (!isZero(taken)) cancelledBy = payload.by;
  }
  return { cancelledQuantity: cancelled, buyerCancelledQuantity: byBuyer, cancelledBy };
}

/** Received before a moment; a receipt without a quantity stands for the whole line. */
function receivedBy(received: readonly Movement[], moment: When, terms: LineTerms): string {
  const before = received.filter((movement) => compareWhen(movement.when, moment) <= 0);
  return before.some((movement) => movement.quantity === null)
    ? terms.quantity
    : sum(before.map((movement) => movement.quantity ?? '0'));
}

interface GivenDate {
  record: CommitRecord;
  /** False when the source is known to overwrite its dates. */
  original: boolean;
  /** Place in time: when it was promised, or, for a restated line, when the source wrote the new date. */
  moment: When;
}

/**
 * Every date promised, oldest first: commits reported as such, and the date of a statement whenever it differs from the
 * statement before. A statement does not say who moved its date; it counts as the supplier's, so that it improves no figure.
 */
function commitsOf(
  statements: readonly PurchaseOrderLineSentV1[],
  milestones: readonly PurchaseOrderLineMilestoneV1[],
  terms: LineTerms,
): { records: readonly CommitRecord[]; original: string | null } {
  const given: GivenDate[] = [];
  let stated: string | null = null;
  statements.forEach((statement, index) => {
    const date = statement.payload.committedDate;
    if (date === null || date === stated) return;
    stated = date;
    given.push({
      record: {
        date,
        quantity: statement.payload.quantity,
        by: 'SUPPLIER',
        reason: null,
        occurred: statement.occurred,
        recorded: statement.recorded,
      },
      original: statement.payload.commitIsOriginal,
      moment: index === 0 ? statement.occurred : statement.recorded,
    });
  });
  for (const { payload, occurred, recorded } of milestones) {
    // An acknowledgement that names a date promises it.
    const promising = payload.milestone === 'COMMITTED' || payload.milestone === 'ACKNOWLEDGED';
    if (!promising || payload.date === null) continue;
    given.push({
      record: {
        date: payload.date,
        quantity: payload.quantity ?? terms.quantity,
        by: payload.by,
        reason: payload.reason,
        occurred,
        recorded,
      },
      original: true,
      moment: occurred,
    });
  }
  given.sort(
    (left, right) => compareWhen(left.moment, right.moment) || compareWhen(left.record.recorded, right.record.recorded),
  );
  const [first] = given;
  return {
    records: given.map(({ record }) => record),
    original: first?.original === true ? first.record.date : null,
  };
}
