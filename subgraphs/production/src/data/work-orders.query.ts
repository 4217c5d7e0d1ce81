import type { EntityManager } from 'typeorm';
import { Conditions } from '@sightline/kit/postgres/conditions';
import { countRows, keysetPage, type KeysetPosition } from '@sightline/kit/postgres/keyset-page';
import type { ExternalKey } from '@sightline/contracts/identities';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { WorkOrder } from '../domain/work-order';
import { workOrderIdsByKey } from './work-order-name.repository';

/** Which orders a list holds; the schema's WorkOrderFilter. */
export interface WorkOrderFilter {
  plantIds?: readonly string[] | null;
  itemIds?: readonly string[] | null;
  statuses?: readonly string[] | null;
  startFrom?: string | null;
  startTo?: string | null;
  unposted?: boolean | null;
  origin?: DataOrigin | null;
}

export type WorkOrderListOrder = 'START_ASC' | 'DUE_ASC';
const TABLE = 'work_order';
const KEYS: Readonly<Record<WorkOrderListOrder, string>> = { START_ASC: 'planned_start', DUE_ASC: 'due_at' };

export type WorkOrderPosition = KeysetPosition;

export interface WorkOrderPage {
  orders: { order: WorkOrder; position: WorkOrderPosition }[];
  hasNextPage: boolean;
}

/**
 * One page of work orders. Keyset paging: the page after a position costs the same however far it is; the indexes
 * work_order_start, work_order_due and work_order_plant serve it.
 */
export async function workOrdersPage(
  manager: EntityManager,
  filter: WorkOrderFilter,
  order: WorkOrderListOrder,
  page: { first: number; after: WorkOrderPosition | null },
): Promise<WorkOrderPage> {
  const { rows, hasNextPage } = await keysetPage<{ state: WorkOrder }>(
    manager,
    {
      table: TABLE,
      columns: 'state',
      where: conditionsOf(filter),
      by: { column: KEYS[order], type: 'timestamptz', descending: false },
    },
    page,
  );
  return {
    orders: rows.map(({ row, position }) => ({ order: row.state, position })),
    hasNextPage,
  };
}

/** How many work orders a list has. */
export const countWorkOrders = (manager: EntityManager, filter: WorkOrderFilter): Promise<number> =>
  countRows(manager, { table: TABLE, where: conditionsOf(filter) });

function conditionsOf(filter: WorkOrderFilter): Conditions {
  const where = new Conditions();
  where.among('plant_id', filter.plantIds);
  where.among('item_id', filter.itemIds);
  where.among('status', filter.statuses);
  where.within('planned_start', 'timestamptz', filter.startFrom, filter.startTo);
  if (filter.unposted != null) where.and(filter.unposted ? 'unposted' : 'NOT unposted');
  where.ofOrigin(filter.origin);
  return where;
}

/** The orders with this number, of one plant or of all, up to a few: whoever asks for one learns whether there are others. */
export async function workOrdersByNumber(
  manager: EntityManager,
  number: string,
  plantId: string | null,
): Promise<WorkOrder[]> {
  const rows: { state: WorkOrder }[] = await manager.query(
    `SELECT state FROM work_order WHERE number = $1 AND ($2::text IS NULL OR plant_id = $2) ORDER BY id LIMIT 10`,
    [number, plantId],
  );
  return rows.map((row) => row.state);
}

/** The order with an outside name; null when none has it. */
export async function workOrderIdByKey(manager: EntityManager, key: ExternalKey): Promise<string | null> {
  const idOf = await workOrderIdsByKey(manager, [key]);
  return idOf(key);
}
