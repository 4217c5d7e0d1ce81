import type { EntityManager } from 'typeorm';
import type { ImportJob } from '../domain/import-job';

const RFC3339 = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

export const IMPORT_COLUMNS = `id, source_system_id AS "sourceSystemId", file_name AS "fileName",
  content_sha256 AS "contentSha256", status, expected_facts AS "expectedFacts", facts,
  to_char(opened_at, ${RFC3339}) AS "openedAt", to_char(sealed_at, ${RFC3339}) AS "sealedAt",
  to_char(dropped_at, ${RFC3339}) AS "droppedAt", reason, version`;

export async function importById(manager: EntityManager, id: string): Promise<ImportJob | null> {
  const rows: ImportJob[] = await manager.query(`SELECT ${IMPORT_COLUMNS} FROM import_job WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** Imports, newest first. */
export const listImports = (manager: EntityManager, first: number): Promise<ImportJob[]> =>
  manager.query(`SELECT ${IMPORT_COLUMNS} FROM import_job ORDER BY opened_at DESC, id LIMIT $1`, [first]);

/** Source systems that have ever begun an import. */
export async function importingSources(manager: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(`SELECT DISTINCT source_system_id AS id FROM import_job`);
  return rows.map((row) => row.id);
}
