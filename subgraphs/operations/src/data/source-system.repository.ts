import type { EntityManager } from 'typeorm';
import type { KeptSource, RegisteredStream, Registration } from '../domain/source-registration';

/** Locks the sources of these ids, making those that are new, and answers what is kept of each. */
export async function lockSources(manager: EntityManager, ids: readonly string[]): Promise<Map<string, KeptSource>> {
  await manager.query(
    `INSERT INTO source_system (id, name, kind, version)
     SELECT DISTINCT id, '', '', 0 FROM unnest($1::text[]) AS s(id) ORDER BY id ON CONFLICT DO NOTHING`,
    [ids],
  );
  const sources: { id: string; name: string; kind: string; version: number }[] = await manager.query(
    `SELECT id, name, kind, version FROM source_system WHERE id = ANY($1) ORDER BY id FOR UPDATE`,
    [ids],
  );
  const flows: (RegisteredStream & { sourceSystemId: string })[] = await manager.query(
    `SELECT id, source_system_id AS "sourceSystemId", flow, plant_id AS "plantId", budget_seconds AS "budgetSeconds"
     FROM registered_flow WHERE source_system_id = ANY($1) ORDER BY id`,
    [ids],
  );
  return new Map(
    sources.map(({ id, name, kind, version }) => [
      id,
      {
        name,
        kind,
        version,
        flows: new Map(
          flows
            .filter((flow) => flow.sourceSystemId === id)
            .map(({ sourceSystemId: _, ...flow }) => [flow.id, flow] as const),
        ),
      },
    ]),
  );
}

/**
 * Writes a source and those of its flows that changed.
 *
 * @returns versions of the flows by id
 */
export async function writeSource(
  manager: EntityManager,
  { id, name, kind }: Pick<Registration, 'id' | 'name' | 'kind'>,
  changed: readonly RegisteredStream[],
): Promise<Map<string, number>> {
  await manager.query(`UPDATE source_system SET name = $2, kind = $3, version = version + 1 WHERE id = $1`, [
    id,
    name,
    kind,
  ]);
  if (changed.length === 0) return new Map();
  const rows: { id: string; version: number }[] = await manager.query(
    `INSERT INTO registered_flow AS f (id, source_system_id, flow, plant_id, budget_seconds, version)
     SELECT r.id, $2, r.flow, r."plantId", r."budgetSeconds", 1
     FROM json_to_recordset($1) AS r(id text, flow text, "plantId" text, "budgetSeconds" int) ORDER BY r.id
     ON CONFLICT (id) DO UPDATE SET budget_seconds = excluded.budget_seconds, version = f.version + 1
     RETURNING id, version`,
    [JSON.stringify(changed), id],
  );
  return new Map(rows.map((row) => [row.id, row.version]));
}
