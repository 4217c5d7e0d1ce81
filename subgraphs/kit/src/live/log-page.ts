import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import { readLog } from '../outbox/read-log';
import { endOf, type StreamPosition } from './stream-position';

/** An entry, and with which position of the log it became visible. */
export interface VisibleEntry {
  entry: LogEntry;
  visibleAt: number;
}

/** A stretch of the visible log, in the order of streams. */
export interface LogPage {
  entries: readonly VisibleEntry[];
  /** The stretch is told up to here. */
  through: StreamPosition;
}

const PAGE = 500;

/**
 * Reads the next stretch of the visible log. The events of an import come at its seal, in their own order; everything else
 * at its own place. A stretch ends at a seal, so each is a plain walk along an index (event_log's key, or the one by import).
 *
 * @param from     told up to here; a half-told entry comes again
 * @param visible  position up to which the log is visible, at least that of `from`
 */
export async function readPage(
  manager: EntityManager,
  from: StreamPosition,
  visible: number,
  limit = PAGE,
): Promise<LogPage> {
  const halfTold = from.rowsTold > 0;
  // At the end of a stretch the seal there, if it is one, is told.
  const isEnd = !halfTold && from.pos === from.visibleAt;
  const seals: { pos: string | null }[] = await manager.query(
    `SELECT min(pos) AS pos FROM sealed_import WHERE pos >= $1 AND pos <= $2`,
    [isEnd ? from.visibleAt + 1 : from.visibleAt, visible],
  );
  const seal = seals[0]?.pos == null ? null : Number(seals[0].pos);
  if (seal === from.visibleAt) {
    const page = await entriesOfSeal(manager, seal, halfTold ? from.pos : from.pos + 1, limit);
    return pageOf(page, limit, endOf(seal));
  }
  const to = seal === null ? visible : seal - 1;
  const after = halfTold ? from.pos - 1 : from.visibleAt;
  const entries = await readLog(
    manager,
    `pos > $1 AND pos <= $2 AND (import_id IS NULL
       OR EXISTS (SELECT FROM sealed_import s WHERE s.import_id = event_log.import_id AND s.pos <= event_log.pos))`,
    [after, to],
    limit,
  );
  if (entries.length > 0 || seal === null)
    return pageOf(
      entries.map((entry) => ({ entry, visibleAt: entry.pos })),
      limit,
      endOf(to),
    );
  return pageOf(await entriesOfSeal(manager, seal, 0, limit), limit, endOf(seal));
}

/** Everything that became visible with a seal at this position, from the given place on. */
async function entriesOfSeal(
  manager: EntityManager,
  seal: number,
  fromPos: number,
  limit: number,
): Promise<VisibleEntry[]> {
  const entries = await readLog(
    manager,
    `pos >= $2 AND ((pos = $1 AND import_id IS NULL)
       OR (pos <= $1 AND import_id IN (SELECT import_id FROM sealed_import WHERE pos = $1))
       OR (pos = $1 AND import_id IN (SELECT import_id FROM sealed_import WHERE pos < $1)))`,
    [seal, fromPos],
    limit,
  );
  return entries.map((entry) => ({ entry, visibleAt: seal }));
}

function pageOf(entries: readonly VisibleEntry[], limit: number, whole: StreamPosition): LogPage {
  const last = entries.at(-1);
  if (entries.length < limit || last === undefined) return { entries, through: whole };
  return { entries, through: { visibleAt: last.visibleAt, pos: last.entry.pos, rowsTold: 0 } };
}
