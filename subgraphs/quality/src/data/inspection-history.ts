import type { EntityManager } from 'typeorm';
import type { InspectionLotEvent } from '@sightline/contracts/events/inspection-lot.v1';
import { countsAt } from '@sightline/kit/outbox/projector';
import { readLog } from '@sightline/kit/outbox/read-log';

/** The facts of lots and deliveries, by lot, in order of position. */
export type InspectionHistories = ReadonlyMap<string, readonly InspectionLotEvent[]>;

const byLot = (entries: readonly InspectionLotEvent[]): InspectionHistories => {
  const histories = new Map<string, InspectionLotEvent[]>();
  for (const entry of entries) {
    const known = histories.get(entry.subjectId);
    if (known === undefined) histories.set(entry.subjectId, [entry]);
    else known.push(entry);
  }
  return histories;
};

/** All lots that the caller may see. */
export async function visibleLotIds(manager: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(`SELECT id FROM inspection_lot`);
  return rows.map((row) => row.id);
}

/** Facts of some lots, of those that the caller may see, as visible at a position: of imports, only those sealed by then. */
export async function historiesAt(
  manager: EntityManager,
  lotIds: readonly string[],
  pos: number,
): Promise<InspectionHistories> {
  const entries = await readLog(
    manager,
    `subject_id = ANY($2) AND subject_type = 'InspectionLot' AND pos <= $1 AND ${countsAt('$1')}
     AND subject_id IN (SELECT id FROM inspection_lot)`,
    [pos, lotIds],
  );
  return byLot(entries as unknown as InspectionLotEvent[]);
}

/** Facts of some lots up to a position; of imports, those sealed before it or among `sealing`. */
export async function historiesOf(
  manager: EntityManager,
  lotIds: readonly string[],
  pos: number,
  sealing: readonly string[],
): Promise<InspectionHistories> {
  const entries = await readLog(
    manager,
    `subject_id = ANY($1) AND subject_type = 'InspectionLot' AND pos <= $2
     AND (${countsAt('$2')} OR import_id = ANY($3))`,
    [lotIds, pos, sealing],
  );
  return byLot(entries as unknown as InspectionLotEvent[]);
}

/** Lots with a fact of one of these imports, up to a position. */
export async function lotsOfImports(
  manager: EntityManager,
  importIds: readonly string[],
  pos: number,
): Promise<string[]> {
  if (importIds.length === 0) return [];
  const rows: { subject_id: string }[] = await manager.query(
    `SELECT DISTINCT subject_id FROM event_log
     WHERE import_id = ANY($1) AND pos <= $2 AND subject_type = 'InspectionLot'`,
    [importIds, pos],
  );
  return rows.map((row) => row.subject_id);
}
