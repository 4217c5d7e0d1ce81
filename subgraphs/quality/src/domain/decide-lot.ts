import type { InspectionDecisionName } from '@sightline/contracts/events/inspection-lot.v1';
import { add, compare, equals, isNegative, subtract } from '@sightline/kit/decimal/decimal';

/** What a source says of a decision. Quantities are exact decimals in the unit of the lot, null where it says nothing. */
export interface StatedDecision {
  decision: InspectionDecisionName;
  acceptedQuantity: string | null;
  rejectedQuantity: string | null;
}

/** How much of a lot was accepted and how much was not; together they are the lot. */
export interface SplitLot {
  acceptedQuantity: string;
  rejectedQuantity: string;
}

/**
 * Splits a lot by its decision: ACCEPTED and SKIPPED take all of it, REJECTED nothing, PARTIALLY_ACCEPTED what is said.
 *
 * @returns null when what is said does not add up to the lot, or contradicts the decision
 */
export function splitByDecision(stated: StatedDecision, lotQuantity: string): SplitLot | null {
  const split = stated.decision === 'PARTIALLY_ACCEPTED' ? partial(stated, lotQuantity) : whole(stated, lotQuantity);
  if (split === null) return null;
  const { acceptedQuantity, rejectedQuantity } = split;
  const fits = (said: string | null, meant: string): boolean => said === null || equals(said, meant);
  return fits(stated.acceptedQuantity, acceptedQuantity) && fits(stated.rejectedQuantity, rejectedQuantity)
    ? split
    : null;
}

const whole = ({ decision }: StatedDecision, lotQuantity: string): SplitLot =>
  decision === 'REJECTED'
    ? { acceptedQuantity: '0', rejectedQuantity: lotQuantity }
    : { acceptedQuantity: lotQuantity, rejectedQuantity: '0' };

function partial({ acceptedQuantity, rejectedQuantity }: StatedDecision, lotQuantity: string): SplitLot | null {
  const accepted = acceptedQuantity ?? (rejectedQuantity === null ? null : subtract(lotQuantity, rejectedQuantity));
  if (accepted === null) return null;
  const rejected = rejectedQuantity ?? subtract(lotQuantity, accepted);
  if (isNegative(accepted) || isNegative(rejected)) return null;
  // A part is neither nothing nor everything: then it would be a rejection or an acceptance.
  const isPart = compare(accepted, '0') > 0 && compare(rejected, '0') > 0;
  return isPart && equals(add(accepted, rejected), lotQuantity)
    ? { acceptedQuantity: accepted, rejectedQuantity: rejected }
    : null;
}
