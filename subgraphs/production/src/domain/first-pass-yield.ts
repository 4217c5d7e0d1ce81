import { isCountable } from '@sightline/contracts/countable-units';
import { add, isZero, max, subtract } from '@sightline/kit/decimal/decimal';
import { contributionOf, leftOut, plantDay, type Judge, type Verdict } from './contribution-of-order';

import type { WorkOrder } from './work-order';

/**
 * First-pass yield of the orders that MES completed: units that passed without rework or scrap, of the units begun
 * (design/metrics.md 3.4). A unit that was reworked and passed later is good, and did not pass the first time.
 */
export const judgeFirstPassYield: Judge = (order, definition, context) =>
  order.completed === null
    ? null
    : contributionOf(
        order,
        definition,
        { DECIDED: plantDay(order.completed, context), RECORDED: plantDay(order.recorded, context) },
        verdictOn(order),
      );

function verdictOn(order: WorkOrder): Verdict {
  if (!isCountable(order.terms.unitOfMeasure)) return leftOut('NON_COUNTABLE_UNIT', order.completed);
  const begun = add(order.completedQuantity, order.scrappedQuantity);
  if (isZero(begun)) return leftOut('NOTHING_REPORTED', order.completed);
  return {
    included: true,
    rule: isZero(order.reworkedQuantity) && isZero(order.scrappedQuantity) ? 'ALL_PASSED' : 'SCRAP_OR_REWORK',
    // A unit may be reworked more than once, or scrapped after all: no fewer than none can have passed.
    numerator: max(subtract(order.completedQuantity, order.reworkedQuantity), '0'),
    denominator: begun,
    occurred: order.completed,
  };
}
