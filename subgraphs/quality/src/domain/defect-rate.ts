import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { isZero } from '@sightline/kit/decimal/decimal';
import type { Contribution } from '@sightline/kit/figures/contribution';
import { contributionOf, counted, leftOut, type JudgeContext, type Verdict } from './contribution-of-inspection';
import { isCountable } from './countable-units';
import { deliveredIn, isInspected, isReversed, type Inspection } from './inspection-lot';

/**
 * What goods contribute to a defect rate, in the unit of the lot: by the convention of the definition (FOUND in the sample, SORTED
 * out of the whole lot, the LOT as a whole) over units DELIVERED or INSPECTED.
 *
 * Everything delivered stands below the line when the rate is per unit delivered, also what nobody inspected; above the
 * line stands only what somebody saw. What a definition cannot tell for a lot leaves that lot out, on both sides.
 */
export function judgeDefectRate(
  one: Inspection,
  definition: Pick<MetricDefinition, 'id' | 'countConvention' | 'defectDenominator'>,
  context: JudgeContext,
): Contribution {
  return contributionOf(one, definition, context, verdictOn(one, definition));
}

function verdictOn(
  one: Inspection,
  { countConvention, defectDenominator }: Pick<MetricDefinition, 'countConvention' | 'defectDenominator'>,
): Verdict {
  if (isReversed(one)) return leftOut('RECEIPT_REVERSED');
  if (!isCountable(one.unitOfMeasure)) return leftOut('NON_COUNTABLE_UNIT');
  if (defectDenominator === 'INSPECTED') return inSample(one);

  const delivered = deliveredUnits(one);
  if (delivered === 'NOT_A_DELIVERY' || delivered === 'QUANTITY_IN_OTHER_UNIT') return leftOut(delivered);
  if (!isInspected(one)) return counted('DELIVERED_NOT_INSPECTED', null, delivered);
  const defects = countConvention === 'LOT' ? wholeLot(one) : countConvention === 'SORTED' ? sorted(one) : found(one);
  if ('code' in defects) return leftOut(defects.code);
  return counted(defects.rule, defects.quantity, delivered);
}

type Defects = { rule: string; quantity: string } | { code: string };

function inSample(one: Inspection): Verdict {
  if (!isInspected(one)) return leftOut('NOT_INSPECTED');
  if (one.defectiveInSample === null) return leftOut('DEFECTS_NOT_REPORTED');
  if (one.sampleSize === null) return leftOut('SAMPLE_SIZE_NOT_REPORTED');
  return counted('FOUND_IN_SAMPLE', one.defectiveInSample, String(one.sampleSize));
}

const found = ({ defectiveInSample }: Inspection): Defects =>
  defectiveInSample === null
    ? { code: 'DEFECTS_NOT_REPORTED' }
    : { rule: 'FOUND_IN_SAMPLE', quantity: defectiveInSample };

function sorted(one: Inspection): Defects {
  if (one.defectiveAfterSort !== null) return { rule: 'FOUND_BY_SORTING', quantity: one.defectiveAfterSort };
  // A sample without a defect gives no reason to sort: unless the lot was not accepted all the same.
  const clean = one.defectiveInSample !== null && isZero(one.defectiveInSample);
  return clean && !isRejected(one) ? { rule: 'NOTHING_TO_SORT', quantity: '0' } : { code: 'NOT_SORTED' };
}

function wholeLot(one: Inspection): Defects {
  if (one.decision !== null)
    return isRejected(one)
      ? { rule: 'LOT_NOT_ACCEPTED', quantity: one.lotQuantity }
      : { rule: 'LOT_ACCEPTED', quantity: '0' };
  // While nobody has decided, the whole lot counts as soon as one defective unit is known.
  const seen = one.defectiveAfterSort ?? one.defectiveInSample ?? '0';
  return isZero(seen)
    ? { rule: 'NO_DEFECT_SEEN', quantity: '0' }
    : { rule: 'LOT_WITH_DEFECTS', quantity: one.lotQuantity };
}

/** Rejected, in part too. */
export const isRejected = ({ decision }: Inspection): boolean =>
  decision?.decision === 'REJECTED' || decision?.decision === 'PARTIALLY_ACCEPTED';

/** Units that came; goods that no receipt tells of came as the lot that was inspected on receipt. */
function deliveredUnits(one: Inspection): string {
  // Above and below the line must be in one unit.
  if (one.delivered !== null) return deliveredIn(one.delivered, one.unitOfMeasure) ?? 'QUANTITY_IN_OTHER_UNIT';
  if (one.stage !== 'RECEIVING') return 'NOT_A_DELIVERY';
  // A second lot of one receipt brings no goods of its own: they are counted with the first.
  return one.goods.goodsReceiptId === null ? one.lotQuantity : '0';
}
