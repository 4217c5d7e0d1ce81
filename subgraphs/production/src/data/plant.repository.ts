import type { EntityManager } from 'typeorm';
import type { WorkOrder } from '../domain/work-order';
import type { JudgeContext } from '../domain/contribution-of-order';

/** Keeps the last statement about each plant. */
export async function writePlants(
  manager: EntityManager,
  plants: readonly { plantId: string; code: string; timeZone: string | null }[],
): Promise<void> {
  if (plants.length === 0) return;
  const last = new Map(plants.map((plant) => [plant.plantId, plant]));
  await manager.query(
    `INSERT INTO plant (id, code, time_zone)
     SELECT id, code, time_zone FROM json_to_recordset($1) AS p(id text, code text, time_zone text) ORDER BY id
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, time_zone = excluded.time_zone`,
    [
      JSON.stringify(
        [...last.values()].map((plant) => ({ id: plant.plantId, code: plant.code, time_zone: plant.timeZone })),
      ),
    ],
  );
}

/** Time zones of plants by id; a plant is absent, or its zone null, where no source told it. */
export async function plantTimeZones(
  manager: EntityManager,
  plantIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (plantIds.length === 0) return new Map();
  const rows: { id: string; time_zone: string | null }[] = await manager.query(
    `SELECT id, time_zone FROM plant WHERE id = ANY($1)`,
    [plantIds],
  );
  return new Map(rows.map((row) => [row.id, row.time_zone]));
}

/** What judging an order takes beside its own facts: the time zone of its plant. */
export async function judgeContexts(
  manager: EntityManager,
  orders: readonly WorkOrder[],
): Promise<(order: WorkOrder) => JudgeContext> {
  const zones = await plantTimeZones(manager, [...new Set(orders.map((order) => order.terms.plantId))]);
  return (order) => ({ timeZone: zones.get(order.terms.plantId) ?? null });
}
