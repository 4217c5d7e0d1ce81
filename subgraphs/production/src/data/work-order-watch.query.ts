import { In } from 'typeorm';
import { among } from '@sightline/kit/live/matching';
import type { RowWatch } from '@sightline/kit/live/row-watch';
import { toUtcMs } from '@sightline/kit/time/instant';
import { originOfOrder } from '../domain/contribution-of-order';
import { foldWorkOrder } from '../domain/fold-work-order';
import { isUnposted } from '../domain/unposted';
import type { WorkOrder } from '../domain/work-order';
import { historiesOf } from './work-order-history';
import { WorkOrderRow } from './work-order.entity';
import type { WorkOrderFilter } from './work-orders.query';

/** The stream of work orders: an order is in it while a list with the same filter (`workOrdersPage`) would show it. */
export const WORK_ORDERS: RowWatch<WorkOrder, WorkOrderFilter> = {
  subjectTypes: ['WorkOrder'],
  async rowsById(manager, ids) {
    const found = await manager.find(WorkOrderRow, { where: { id: In([...ids]) } });
    return new Map(found.map((row) => [row.id, row.state]));
  },
  async rowsAt(manager, ids, pos) {
    const orders = new Map<string, WorkOrder>();
    for (const [id, events] of await historiesOf(manager, ids, pos, [])) {
      const order = foldWorkOrder(events);
      if (order !== null) orders.set(id, order);
    }
    return orders;
  },
  matches: (order, filter) =>
    among(order.terms.plantId, filter.plantIds) &&
    among(order.terms.itemId, filter.itemIds) &&
    among(order.status, filter.statuses) &&
    (filter.startFrom == null || toUtcMs(order.plannedStart) >= toUtcMs(filter.startFrom)) &&
    (filter.startTo == null || toUtcMs(order.plannedStart) <= toUtcMs(filter.startTo)) &&
    (filter.unposted == null || filter.unposted === isUnposted(order)) &&
    (filter.origin == null || filter.origin === originOfOrder(order)),
};
