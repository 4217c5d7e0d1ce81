import type { EntityManager } from 'typeorm';
import { originOfOrder } from '../domain/contribution-of-order';
import { isUnposted } from '../domain/unposted';
import type { WorkOrder } from '../domain/work-order';

/** Writes orders as folded. */
export async function writeWorkOrders(manager: EntityManager, orders: readonly WorkOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await manager.query(
    `INSERT INTO work_order (id, number, plant_id, item_id, status, planned_start, due_at, unposted, simulated, state)
     SELECT id, number, plant_id, item_id, status, planned_start, due_at, unposted, simulated, state
     FROM json_to_recordset($1) AS o(id text, number text, plant_id text, item_id text, status text,
       planned_start timestamptz, due_at timestamptz, unposted boolean, simulated boolean, state json)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, plant_id = excluded.plant_id, item_id = excluded.item_id,
       status = excluded.status, planned_start = excluded.planned_start, due_at = excluded.due_at,
       unposted = excluded.unposted, simulated = excluded.simulated, state = excluded.state`,
    [JSON.stringify(orders.map(rowOf))],
  );
}

const rowOf = (order: WorkOrder): object => ({
  id: order.id,
  number: order.terms.number,
  plant_id: order.terms.plantId,
  item_id: order.terms.itemId,
  status: order.status,
  planned_start: order.plannedStart,
  due_at: order.terms.dueAt,
  unposted: isUnposted(order),
  simulated: originOfOrder(order) === 'SIMULATED',
  state: order,
});

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
