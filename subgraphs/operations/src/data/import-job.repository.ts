import type { EntityManager } from 'typeorm';
import type { ImportJob } from '../domain/import-job';
import { IMPORT_COLUMNS } from './import-job.query';

/** Imports of a source that are open or sealed, newest first; nobody else begins one of that source meanwhile. */
export async function lockedImportsOf(manager: EntityManager, sourceSystemId: string): Promise<ImportJob[]> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`operations:imports:${sourceSystemId}`]);
  return manager.query(
    `SELECT ${IMPORT_COLUMNS} FROM import_job WHERE source_system_id = $1 AND status <> 'DROPPED'
     ORDER BY opened_at DESC, id FOR UPDATE`,
    [sourceSystemId],
  );
}

/** One import, locked; null when there is none. */
export async function lockedImport(manager: EntityManager, id: string): Promise<ImportJob | null> {
  const rows: ImportJob[] = await manager.query(`SELECT ${IMPORT_COLUMNS} FROM import_job WHERE id = $1 FOR UPDATE`, [
    id,
  ]);
  return rows[0] ?? null;
}

/** Dropped imports of a source whose keys may still be taken somewhere. */
export async function importsToForget(manager: EntityManager, sourceSystemId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM import_job WHERE source_system_id = $1 AND status = 'DROPPED' AND NOT keys_free ORDER BY id`,
    [sourceSystemId],
  );
  return rows.map((row) => row.id);
}

export async function markForgotten(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(`UPDATE import_job SET keys_free = true WHERE id = ANY($1)`, [ids]);
}

export async function writeImport(manager: EntityManager, job: ImportJob): Promise<void> {
  await manager.query(
    `INSERT INTO import_job (id, source_system_id, file_name, content_sha256, status, expected_facts, facts, opened_at,
       sealed_at, dropped_at, reason, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, facts = excluded.facts, sealed_at = excluded.sealed_at,
       dropped_at = excluded.dropped_at, reason = excluded.reason, version = excluded.version`,
    [
      job.id,
      job.sourceSystemId,
      job.fileName,
      job.contentSha256,
      job.status,
      job.expectedFacts,
      job.facts,
      job.openedAt,
      job.sealedAt,
      job.droppedAt,
      job.reason,
      job.version,
    ],
  );
}
