import { isNegative, isZero, subtract } from '@sightline/kit/decimal/decimal';
import { toUtcMs } from '@sightline/kit/time/instant';
import { contributionOf, leftOut, plantDay, type Judge, type Verdict } from './contribution-of-order';
import type { WorkOrder } from './work-order';

/** Completed in MES less posted in ERP, in the order's unit; below 0 when ERP posted more. */
export const unpostedQuantity = (order: WorkOrder): string => subtract(order.completedQuantity, order.postedQuantity);

/** True when something is completed in MES and not posted in ERP. */
export const isUnposted = (order: WorkOrder): boolean => isAbove(unpostedQuantity(order));
const isAbove = (gap: string): boolean => !isZero(gap) && !isNegative(gap);

/**
 * Whole seconds for which the oldest unposted report of a completed order has been waiting.
 *
 * @param now  RFC 3339
 * @returns null when the order is not complete, everything is posted, or only the day of the report is known
 */
export function unpostedSeconds(order: WorkOrder, now: string): number | null {
  const since = order.unpostedSince?.at ?? null;
  if (order.completed === null || since === null || !isUnposted(order)) return null;
  return Math.floor((toUtcMs(now) - toUtcMs(since)) / 1000);
}

/**
 * What ERP still has to post. Every order has a row: those without a gap are left out by name, so that a scope in which
 * nothing waits reads 0, and one without orders reads unknown (design/metrics.md 3.12).
 */
export const judgeUnposted: Judge = (order, definition, context) =>
  contributionOf(order, definition, { RECORDED: plantDay(order.recorded, context) }, verdictOn(order));

function verdictOn(order: WorkOrder): Verdict {
  const gap = unpostedQuantity(order);
  if (isAbove(gap))
    return {
      included: true,
      rule: 'UNPOSTED',
      numerator: gap,
      unitCode: order.terms.unitOfMeasure,
      occurred: order.unpostedSince,
    };
  if (isNegative(gap)) return leftOut('POSTED_BEYOND_COMPLETED');
  return leftOut(isZero(order.completedQuantity) ? 'NOTHING_COMPLETED' : 'POSTED');
}
