import type { EntityManager } from 'typeorm';
import type { PlantRegisteredPayload } from '@sightline/contracts/events/plant-registered.v1';

export interface KnownPlant {
  id: string;
  code: string;
  timeZone: string | null;
}

/** Plants with one of these codes or ids. */
export async function plantsNamed(
  manager: EntityManager,
  codes: readonly string[],
  ids: readonly string[],
): Promise<KnownPlant[]> {
  if (codes.length === 0 && ids.length === 0) return [];
  const rows: { id: string; code: string; time_zone: string | null }[] = await manager.query(
    `SELECT id, code, time_zone FROM plant WHERE code = ANY($1) OR id = ANY($2)`,
    [codes, ids],
  );
  return rows.map((row) => ({ id: row.id, code: row.code, timeZone: row.time_zone }));
}

/** Locks plants, making those that are new (version 0, known by their code alone), and answers what is known of them. */
export async function lockPlants(
  manager: EntityManager,
  plants: readonly { id: string; code: string }[],
): Promise<Map<string, { version: number; timeZone: string | null }>> {
  await manager.query(
    `INSERT INTO plant (id, code, name, time_zone, version)
     SELECT id, code, code, NULL, 0 FROM json_to_recordset($1) AS p(id text, code text) ORDER BY id
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(plants)],
  );
  const rows: { id: string; version: number; time_zone: string | null }[] = await manager.query(
    `SELECT id, version, time_zone FROM plant WHERE id = ANY($1) ORDER BY id FOR UPDATE`,
    [plants.map((plant) => plant.id)],
  );
  return new Map(rows.map((row) => [row.id, { version: row.version, timeZone: row.time_zone }]));
}

/** Writes plants as they are now known. */
export async function writePlants(
  manager: EntityManager,
  plants: readonly (PlantRegisteredPayload & { version: number })[],
): Promise<void> {
  await manager.query(
    `UPDATE plant SET name = p.name, time_zone = p.time_zone, version = p.version
     FROM json_to_recordset($1) AS p(id text, name text, time_zone text, version int) WHERE plant.id = p.id`,
    [
      JSON.stringify(
        plants.map(({ plantId, name, timeZone, version }) => ({ id: plantId, name, time_zone: timeZone, version })),
      ),
    ],
  );
}
