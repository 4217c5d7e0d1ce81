import type { EntityManager } from 'typeorm';
import { arraysOf, upsertOf, type Column } from '@sightline/kit/postgres/column-rows';
import { originOfOrder } from '../domain/contribution-of-order';
import { isUnposted } from '../domain/unposted';
import type { WorkOrder } from '../domain/work-order';

const COLUMNS: readonly Column<WorkOrder>[] = [
  ['id', 'text', (order) => order.id],
  ['number', 'text', (order) => order.terms.number],
  ['plant_id', 'text', (order) => order.terms.plantId],
  ['item_id', 'text', (order) => order.terms.itemId],
  ['status', 'text', (order) => order.status],
  ['planned_start', 'instant', (order) => order.plannedStart],
  ['due_at', 'instant', (order) => order.terms.dueAt],
  ['unposted', 'boolean', (order) => isUnposted(order)],
  ['simulated', 'boolean', (order) => originOfOrder(order) === 'SIMULATED'],
  ['state', 'json', (order) => JSON.stringify(order)],
];

const WRITE = upsertOf('work_order', COLUMNS);

/** Writes orders as folded. */
export async function writeWorkOrders(manager: EntityManager, orders: readonly WorkOrder[]): Promise<void> {
  if (orders.length > 0) await manager.query(WRITE, arraysOf(COLUMNS, orders));
}

/** Ids of the visible orders of plants. */
export async function ordersOfPlants(manager: EntityManager, plantIds: readonly string[]): Promise<string[]> {
  if (plantIds.length === 0) return [];
  const rows: { id: string }[] = await manager.query(`SELECT id FROM work_order WHERE plant_id = ANY($1)`, [plantIds]);
  return rows.map((row) => row.id);
}

/** The plant of each of these orders, where they are visible. */
export async function plantsOfOrders(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; plant_id: string }[] = await manager.query(
    `SELECT id, plant_id FROM work_order WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.plant_id]));
}
