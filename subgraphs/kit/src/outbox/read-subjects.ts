import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { countsAt } from './projector';
import { readLog } from './read-log';
import { recentLogOf } from './recent-log';

/**
 * All entries of some subjects up to a position, in order of position, as the platform sees them: of imports, those sealed
 * by then or among `sealing`. What this process has just written comes from memory.
 */
export async function readSubjects(
  manager: EntityManager,
  subjectType: string,
  subjectIds: readonly string[],
  pos: number,
  sealing: readonly string[],
): Promise<readonly LogEntry[]> {
  const asked = new Set(subjectIds);
  const found = recentLogOf(manager.connection)
    .upTo(pos)
    .filter((entry) => entry.subjectType === subjectType && asked.has(entry.subjectId));
  // A subject whose first version is here is here with all its versions: positions respect them.
  const whole = new Set(found.filter((entry) => entry.subjectVersion === 1).map((entry) => entry.subjectId));
  const others = subjectIds.filter((id) => !whole.has(id));
  const stored =
    others.length === 0
      ? []
      : await readLog(
          manager,
          `subject_id = ANY($1) AND subject_type = $4 AND pos <= $2 AND (${countsAt('$2')} OR import_id = ANY($3))`,
          [others, pos, sealing, subjectType],
        );
  if (whole.size === 0) return stored;
  const counts = await importsThatCount(manager, found, pos, sealing);
  const recent = found.filter(
    ({ subjectId, source }) => whole.has(subjectId) && (source?.importId == null || counts.has(source.importId)),
  );
  return stored.length === 0 ? recent : [...recent, ...stored].sort((left, right) => left.pos - right.pos);
}

async function importsThatCount(
  manager: EntityManager,
  entries: readonly LogEntry[],
  pos: number,
  sealing: readonly string[],
): Promise<ReadonlySet<string>> {
  const counts = new Set(sealing);
  const others = new Set(entries.flatMap(({ source }) => source?.importId ?? []));
  for (const importId of sealing) others.delete(importId);
  if (others.size === 0) return counts;
  const rows: { import_id: string }[] = await manager.query(
    `SELECT import_id FROM sealed_import WHERE import_id = ANY($1) AND pos <= $2`,
    [[...others], pos],
  );
  for (const row of rows) counts.add(row.import_id);
  return counts;
}
