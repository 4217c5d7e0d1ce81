import type { EntityManager } from 'typeorm';
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
const KEYS: Readonly<Record<WorkOrderListOrder, string>> = { START_ASC: 'planned_start', DUE_ASC: 'due_at' };

/** A place in an ordered list: the order key as the database writes it (null: at the end) and the id. */
export type WorkOrderPosition = readonly [key: string | null, id: string];

export interface WorkOrderPage {
  orders: { order: WorkOrder; position: WorkOrderPosition }[];
  totalCount: number;
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
  const parameters: unknown[] = [];
  const p = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions: string[] = ['true'];
  const among = (column: string, values: readonly string[] | null | undefined): void => {
    if (values != null) conditions.push(`${column} = ANY(${p(values)}::text[])`);
  };
  among('plant_id', filter.plantIds);
  among('item_id', filter.itemIds);
  among('status', filter.statuses);
  if (filter.startFrom != null) conditions.push(`planned_start >= ${p(filter.startFrom)}::timestamptz`);
  if (filter.startTo != null) conditions.push(`planned_start <= ${p(filter.startTo)}::timestamptz`);
  if (filter.unposted != null) conditions.push(filter.unposted ? 'unposted' : 'NOT unposted');
  if (filter.origin != null) conditions.push(`simulated = ${p(filter.origin === 'SIMULATED')}::boolean`);
  const where = conditions.join(' AND ');
  const countParameters = [...parameters];

  const key = KEYS[order];
  let after = 'true';
  if (page.after !== null) {
    const [value, id] = page.after;
    const idParameter = p(id);
    if (value === null) after = `(${key} IS NULL AND id > ${idParameter})`;
    else {
      const v = `${p(value)}::timestamptz`;
      after = `(${key} > ${v} OR (${key} = ${v} AND id > ${idParameter}) OR ${key} IS NULL)`;
    }
  }
  const rows: { state: WorkOrder; id: string; key: string | null }[] = await manager.query(
    `SELECT state, id, ${key}::text AS key FROM work_order WHERE ${where} AND ${after}
     ORDER BY ${key} NULLS LAST, id LIMIT ${page.first + 1}`,
    parameters,
  );
  const total: { count: string }[] = await manager.query(
    `SELECT count(*) AS count FROM work_order WHERE ${where}`,
    countParameters,
  );
  return {
    orders: rows.slice(0, page.first).map((row) => ({ order: row.state, position: [row.key, row.id] as const })),
    totalCount: Number(total[0]!.count),
    hasNextPage: rows.length > page.first,
  };
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
