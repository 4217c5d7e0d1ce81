import type { EntityManager } from 'typeorm';
import type { WorkOrderEvent } from '@sightline/contracts/events/work-order.v1';
import { countsAt } from '@sightline/kit/outbox/projector';
import { readLog } from '@sightline/kit/outbox/read-log';

/** The facts of work orders, by order, each in order of position. */
export type WorkOrderHistories = ReadonlyMap<string, readonly WorkOrderEvent[]>;

function byOrder(entries: readonly WorkOrderEvent[]): WorkOrderHistories {
  const histories = new Map<string, WorkOrderEvent[]>();
  for (const entry of entries) {
    const known = histories.get(entry.subjectId);
    if (known === undefined) histories.set(entry.subjectId, [entry]);
    else known.push(entry);
  }
  return histories;
}

/** All orders that the caller may see. */
export async function visibleOrderIds(manager: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(`SELECT id FROM work_order`);
  return rows.map((row) => row.id);
}

/** Facts of some orders up to a position; of imports, those sealed before it or among `sealing`. */
export async function historiesOf(
  manager: EntityManager,
  ids: readonly string[],
  pos: number,
  sealing: readonly string[] = [],
): Promise<WorkOrderHistories> {
  const entries = await readLog(
    manager,
    `subject_id = ANY($1) AND subject_type = 'WorkOrder' AND pos <= $2 AND (${countsAt('$2')} OR import_id = ANY($3))`,
    [ids, pos, sealing],
  );
  return byOrder(entries as unknown as WorkOrderEvent[]);
}

/** Orders with a fact of one of these imports, up to a position. */
export async function ordersOfImports(
  manager: EntityManager,
  importIds: readonly string[],
  pos: number,
): Promise<string[]> {
  if (importIds.length === 0) return [];
  const rows: { subject_id: string }[] = await manager.query(
    `SELECT DISTINCT subject_id FROM event_log WHERE import_id = ANY($1) AND pos <= $2 AND subject_type = 'WorkOrder'`,
    [importIds, pos],
  );
  return rows.map((row) => row.subject_id);
}
