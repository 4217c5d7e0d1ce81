import type { EntityManager } from 'typeorm';

/** Keeps the last statement about each plant. */
export async function writePlants(
  manager: EntityManager,
  plants: readonly { plantId: string; code: string; timeZone: string | null }[],
): Promise<void> {
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
