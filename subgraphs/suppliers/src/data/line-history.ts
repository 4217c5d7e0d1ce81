import type { EntityManager } from 'typeorm';
import type { PurchaseOrderLineEvent } from '@sightline/contracts/events/purchase-order-line.v1';
import { countsAt } from '@sightline/kit/outbox/projector';
import { readLog, recentEntriesOfImports } from '@sightline/kit/outbox/read-log';
import { readSubjects } from '@sightline/kit/outbox/read-subjects';

/** The facts of lines, by line, in order of position. */
export type LineHistories = ReadonlyMap<string, readonly PurchaseOrderLineEvent[]>;

const byLine = (entries: readonly PurchaseOrderLineEvent[]): LineHistories => {
  const histories = new Map<string, PurchaseOrderLineEvent[]>();
  for (const entry of entries) {
    const known = histories.get(entry.subjectId);
    if (known === undefined) histories.set(entry.subjectId, [entry]);
    else known.push(entry);
  }
  return histories;
};

/** All lines that the caller may see. */
export async function visibleLineIds(manager: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(`SELECT id FROM purchase_order_line`);
  return rows.map((row) => row.id);
}

/**
 * Facts of some lines, of those that the caller may see, as visible at a position: of imports, only those sealed by then.
 * Under row-level security a line is whose it is now: a former supplier gets none of its facts, the present one those
 * recorded since it took over.
 */
export async function historiesAt(
  manager: EntityManager,
  lineIds: readonly string[],
  pos: number,
): Promise<LineHistories> {
  const entries = await readLog(
    manager,
    `subject_id = ANY($2) AND subject_type = 'PurchaseOrderLine' AND pos <= $1 AND ${countsAt('$1')}
     AND subject_id IN (SELECT id FROM purchase_order_line)`,
    [pos, lineIds],
  );
  return byLine(entries as unknown as PurchaseOrderLineEvent[]);
}

/** Facts of some lines up to a position; of imports, those sealed before it or among `sealing`. */
export async function historiesOf(
  manager: EntityManager,
  lineIds: readonly string[],
  pos: number,
  sealing: readonly string[],
): Promise<LineHistories> {
  const entries = await readSubjects(manager, 'PurchaseOrderLine', lineIds, pos, sealing);
  return byLine(entries as unknown as PurchaseOrderLineEvent[]);
}

/** Lines with a fact of one of these imports, up to a position. */
export async function linesOfImports(
  manager: EntityManager,
  importIds: readonly string[],
  pos: number,
): Promise<string[]> {
  if (importIds.length === 0) return [];
  const recent = await recentEntriesOfImports(manager, importIds, pos);
  if (recent !== null)
    return [
      ...new Set(recent.filter((entry) => entry.subjectType === 'PurchaseOrderLine').map((entry) => entry.subjectId)),
    ];
  const rows: { subject_id: string }[] = await manager.query(
    `SELECT DISTINCT subject_id FROM event_log
     WHERE import_id = ANY($1) AND pos <= $2 AND subject_type = 'PurchaseOrderLine'`,
    [importIds, pos],
  );
  return rows.map((row) => row.subject_id);
}
