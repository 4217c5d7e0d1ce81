import type { EntityManager } from 'typeorm';

/** Longer stretches are not looked through. */
const MOST_POSITIONS = 20_000;

/**
 * Subjects with an entry in a stretch of the log. To be asked as the platform: who may see a subject may itself have changed.
 *
 * @param unsettling  types of entries that change what subjects are judged by, whichever those are
 * @returns null: it may be any subject, because such an entry or the seal of an import is there, or the stretch is long
 */
export async function changedSubjects(
  manager: EntityManager,
  { subjectType, unsettling }: { subjectType: string; unsettling: readonly string[] },
  after: number,
  through: number,
): Promise<readonly string[] | null> {
  if (through - after > MOST_POSITIONS) return null;
  const sealed: unknown[] = await manager.query(`SELECT 1 FROM sealed_import WHERE pos > $1 AND pos <= $2 LIMIT 1`, [
    after,
    through,
  ]);
  if (sealed.length > 0) return null;
  const rows: { subject_id: string; any: boolean }[] = await manager.query(
    `SELECT DISTINCT subject_id, type = ANY($4) AS any FROM event_log
     WHERE pos > $1 AND pos <= $2 AND (subject_type = $3 OR type = ANY($4))`,
    [after, through, subjectType, unsettling],
  );
  return rows.some((row) => row.any) ? null : rows.map((row) => row.subject_id);
}
