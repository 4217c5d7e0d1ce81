import type { WorkOrderEventKind } from '@sightline/contracts/events/work-order.v1';
import { compare, isZero } from '@sightline/kit/decimal/decimal';
import type { WorkOrder, WorkOrderStatus } from './work-order';

/** Events after which work is under way, or interrupted. */
const UNDER_WAY: readonly WorkOrderEventKind[] = ['STARTED', 'PAUSED', 'RESUMED', 'REPORTED', 'COMPLETED'];

/**
 * Where a work order stands, by what was ever reported of it: an end outweighs a posting, a posting what MES says, so a
 * report that comes late never moves an order back.
 *
 * @param events  what was reported, in business order
 */
export function workOrderStatus(
  order: Omit<WorkOrder, 'status'>,
  events: readonly WorkOrderEventKind[],
): WorkOrderStatus {
  const has = (event: WorkOrderEventKind): boolean => events.includes(event);
  const hasBegun = order.started !== null || !isZero(order.postedQuantity);
  // What has begun cannot be undone by calling it off: it ends short.
  if (has('SHORT_CLOSED') || (has('CANCELLED') && hasBegun)) return 'SHORT_CLOSED';
  if (has('CLOSED')) return 'CLOSED';
  if (has('CANCELLED')) return 'CANCELLED';
  if (isPosted(order)) return 'POSTED_ERP';
  if (order.completed !== null) return 'COMPLETED_MES';
  if (hasBegun) return events.findLast((event) => UNDER_WAY.includes(event)) === 'PAUSED' ? 'PAUSED' : 'STARTED';
  return has('DISPATCHED') ? 'DISPATCHED' : 'RELEASED';
}

/** All that MES completed; at a plant without MES, all that was ordered. */
function isPosted(order: Omit<WorkOrder, 'status'>): boolean {
  if (isZero(order.postedQuantity)) return false;
  const due = order.completed === null ? order.terms.quantity : order.completedQuantity;
  return compare(order.postedQuantity, due) >= 0;
}
