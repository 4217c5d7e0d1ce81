import type {
  InspectedPayload,
  PurchaseOrderLineInspectedV1,
} from '@sightline/contracts/events/purchase-order-line.v1';
import { canonical, compare, divide, isZero, multiply, sum } from '@sightline/kit/decimal/decimal';
import type { LineCondition, LineTerms, Movement } from './purchase-order-line';

/** Digits kept where pieces are counted in packs. */
const SCALE = 10;

/** What quality decided about goods of a line. */
export interface LineInspections {
  /** Null when quality decided nothing: what other sources report then stands. */
  accepted: readonly Movement[] | null;
  condition: LineCondition;
}

/**
 * Reads the decisions about a line. Accepted goods are there to be used from the decision on; of several decisions about
 * one lot the last holds. Goods let through without an inspection are accepted, and say nothing about their condition.
 *
 * @param facts     oldest first
 * @param received  what came, in the order unit where that is known
 */
export function inspectionsOf(
  facts: readonly PurchaseOrderLineInspectedV1[],
  received: readonly Movement[],
  terms: LineTerms,
): LineInspections {
  const last = new Map<string, PurchaseOrderLineInspectedV1>();
  for (const fact of facts) last.set(fact.payload.inspectionLotId, fact);
  // In the order of the decisions that hold.
  const holding = facts.filter((fact) => last.get(fact.payload.inspectionLotId) === fact);
  if (holding.length === 0) return { accepted: null, condition: null };
  return {
    accepted: holding.filter(({ payload }) => !isZero(payload.acceptedQuantity)).map((fact) => movementOf(fact, terms)),
    condition: conditionOf(
      holding.map(({ payload }) => payload),
      received,
      terms,
    ),
  };
}

function movementOf(
  { eventId, payload, occurred, recorded }: PurchaseOrderLineInspectedV1,
  terms: LineTerms,
): Movement {
  const quantity = inOrderUnit(payload.acceptedQuantity, payload, terms);
  return {
    id: eventId,
    subjectId: eventId,
    when: occurred,
    recorded,
    quantity,
    otherUnit: quantity === null ? payload.unitOfMeasure : null,
    shipmentNumber: null,
    final: false,
  };
}

/** Lots are counted in pieces; what the receipt says of both units tells how many order units those are. Null: it does not. */
function inOrderUnit(
  quantity: string,
  { unitOfMeasure, delivered }: InspectedPayload,
  terms: LineTerms,
): string | null {
  if (unitOfMeasure === terms.unitOfMeasure) return quantity;
  if (delivered === null || delivered.baseQuantity === null || delivered.baseUnit !== unitOfMeasure) return null;
  if (delivered.unitOfMeasure !== terms.unitOfMeasure) return null;
  const packs = divide(multiply(quantity, delivered.quantity), delivered.baseQuantity, SCALE);
  return packs === null ? null : canonical(packs);
}

function conditionOf(
  decided: readonly InspectedPayload[],
  received: readonly Movement[],
  terms: LineTerms,
): LineCondition {
  const inspected = decided.filter(({ decision }) => decision !== 'SKIPPED');
  if (inspected.length === 0) return null;
  if (inspected.some(({ rejectedQuantity }) => !isZero(rejectedQuantity))) return 'DEFECTIVE';
  const accepted = decided.map((one) => inOrderUnit(one.acceptedQuantity, one, terms));
  const came = received.map(({ quantity }) => quantity);
  // Where a quantity is not known nobody can say that something is missing.
  if (accepted.includes(null) || came.includes(null)) return 'PERFECT';
  return compare(sum(accepted as string[]), sum(came as string[])) < 0 ? 'PENDING' : 'PERFECT';
}
