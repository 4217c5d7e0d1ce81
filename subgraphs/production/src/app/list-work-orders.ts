import { ListCursors } from '@sightline/kit/graph/list-cursor';
import type { Context } from '../context';
import {
  countWorkOrders,
  workOrdersPage,
  type WorkOrderFilter,
  type WorkOrderListOrder,
  type WorkOrderPosition,
} from '../data/work-orders.query';
import type { WorkOrder } from '../domain/work-order';

export interface WorkOrderConnection {
  edges: { cursor: string; node: WorkOrder }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Counted for whoever asks for it. */
  totalCount: () => Promise<number>;
}

/** A page of work orders as a connection; its cursors belong to this filter and order. */
export async function listWorkOrders(
  context: Context,
  filter: WorkOrderFilter,
  order: WorkOrderListOrder,
  page: { first: number; after: string | null },
): Promise<WorkOrderConnection> {
  const cursors = new ListCursors(context.services.cursorKey);
  const list = JSON.stringify(['workOrders', filter, order]);
  const after = page.after === null ? null : (cursors.open(list, page.after) as unknown as WorkOrderPosition);
  const found = await context.read((manager) => workOrdersPage(manager, filter, order, { first: page.first, after }));
  const edges = found.orders.map(({ order: node, position }) => ({ cursor: cursors.seal(list, position), node }));
  return {
    edges,
    pageInfo: { hasNextPage: found.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: () => context.read((manager) => countWorkOrders(manager, filter)),
  };
}
