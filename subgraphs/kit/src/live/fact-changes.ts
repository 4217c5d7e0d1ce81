import { STREAM_HEARTBEAT_MS } from '@sightline/contracts/subgraph-port';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import type { RequestContext } from '../server/manifest';
import { dayOfInstant } from '../time/instant';
import type { Tenancy } from '../postgres/transaction';
import type { LogTail, TailPage } from './log-tail';
import type { RowWatch } from './row-watch';
import { CursorExpired } from './stream-cursor';
import { endOf, type StreamPosition } from './stream-position';

/** What every message of a stream says of itself; the fields that all `...Change` types of the schema share. */
export interface StreamMark {
  cursor: string;
  /** Cursor of the message before it in this stream: who knows that one has missed nothing. Null on the first. */
  previousCursor: string | null;
  kind: 'SNAPSHOT' | 'CREATED' | 'UPDATED' | 'REMOVED' | 'HEARTBEAT';
  /** RFC 3339: everything that was visible by then has been sent; null in the midst of a stretch. */
  caughtUpTo: string | null;
  /** RFC 3339. */
  emittedAt: string;
}

/** One change of a row, or a mark without one. */
export interface FactChange<Row> extends StreamMark {
  /** RFC 3339 as the source wrote it; null when it knew only the day, and on marks. */
  occurredAt: string | null;
  /** Name of the business event without its version; null on marks. */
  event: string | null;
  /** As it is when it is told; null on marks, and when the caller may not see it any more. */
  row: Row | null;
}

/** A log that someone is further behind than this is not told, but read anew. Positions. */
const LONGEST_RESUME = 500_000;

/** When the next heartbeat is due: at the same moments for all streams, so that equal ones come to stand at one place. */
export const nextBeatMs = (nowMs: number): number =>
  (Math.floor(nowMs / STREAM_HEARTBEAT_MS) + 1) * STREAM_HEARTBEAT_MS;

/**
 * The gapless stream of the changes of some rows: every visible event that changes a row in the answer is one message,
 * once, in the order in which they became visible. It reads from the log when it is asked for more, so it may be cut at any
 * message and go on after that message's cursor.
 *
 * @param after  cursor of the last message had; null: begin here and now, with a SNAPSHOT mark
 * @throws CursorInvalid, CursorExpired at the first step when nothing can go on after `after`
 */
export async function* factChanges<Row, Filter>(
  context: Pick<RequestContext, 'services' | 'tenancy' | 'gone'>,
  watch: RowWatch<Row, Filter>,
  filter: Filter,
  after: string | null,
): AsyncGenerator<FactChange<Row>, void, void> {
  const { gone, tenancy } = context;
  const { clock, tail } = context.services;
  const leave = tail.enter(gone);
  try {
    let head = await tail.look();
    const { epoch } = head;
    let previous = after;
    const told = (
      position: StreamPosition,
      kind: StreamMark['kind'],
      rest: Partial<FactChange<Row>> = {},
    ): FactChange<Row> => {
      const previousCursor = previous;
      previous = tail.seal(epoch, position, tenancy);
      return {
        cursor: previous,
        previousCursor,
        kind,
        caughtUpTo: null,
        emittedAt: clock.now().toISOString(),
        occurredAt: null,
        event: null,
        row: null,
        ...rest,
      };
    };

    let position = after === null ? endOf(head.visible) : openLogCursor(tail, epoch, head.visible, after, tenancy);
    if (after === null) yield told(position, 'SNAPSHOT', { caughtUpTo: head.lookedAt });
    let beatMs = nextBeatMs(Date.now());
    while (!gone.aborted) {
      head = tail.seen ?? head;
      if (head.epoch !== epoch) throw new CursorExpired('the log was started anew');
      if (position.visibleAt < head.visible || position.pos < position.visibleAt || position.rowsTold > 0) {
        const page = await tail.pageAfter(position, head.visible);
        const today = dayOfInstant(clock.now().toISOString(), null);
        for await (const change of changesIn(page, position, { tail, watch, filter, tenancy, today })) {
          if (gone.aborted) return;
          yield told(change.position, change.kind, {
            occurredAt: change.entry.occurred.at,
            event: change.entry.type.replace(/\.v\d+$/, ''),
            row: change.row,
          });
        }
        position = page.through;
      } else {
        await tail.next(Math.max(0, beatMs - Date.now()), gone);
        if (gone.aborted) return;
      }
      const isCaughtUp = position.visibleAt >= head.visible && position.pos === position.visibleAt;
      if (Date.now() >= beatMs) {
        beatMs = nextBeatMs(Date.now());
        yield told(position, 'HEARTBEAT', isCaughtUp ? { caughtUpTo: head.lookedAt } : {});
      }
    }
  } finally {
    leave();
  }
}

function openLogCursor(
  tail: LogTail,
  epoch: number,
  visible: number,
  cursor: string,
  tenancy: Tenancy,
): StreamPosition {
  const [visibleAt = 0, pos = 0, rowsTold = 0] = tail.cursors.open('log', epoch, cursor, tenancy);
  if (visibleAt > visible) throw new CursorExpired('the log is shorter than it was');
  if (visible - visibleAt > LONGEST_RESUME) throw new CursorExpired('too much has happened since');
  return { visibleAt, pos, rowsTold };
}

interface Question<Row, Filter> {
  tail: LogTail;
  watch: RowWatch<Row, Filter>;
  filter: Filter;
  tenancy: Tenancy;
  today: string;
}

interface RowChange<Row> {
  entry: LogEntry;
  kind: 'CREATED' | 'UPDATED' | 'REMOVED';
  row: Row | null;
  position: StreamPosition;
}

async function* changesIn<Row, Filter>(
  page: TailPage,
  from: StreamPosition,
  { tail, watch, filter, tenancy, today }: Question<Row, Filter>,
): AsyncGenerator<RowChange<Row>, void, void> {
  const { entries, ids } = changedRows(page, watch, tenancy);
  if (ids.length === 0) return;
  const rows = await tail.rowsOf(page, watch, tenancy, ids);
  const removed = new Set<string>();
  for (const { entry, visibleAt, rowIds } of entries) {
    for (const [index, id] of rowIds.entries()) {
      const isHalfTold = visibleAt === from.visibleAt && entry.pos === from.pos && index < from.rowsTold;
      if (isHalfTold) continue;
      const rowsTold = index === rowIds.length - 1 ? 0 : index + 1;
      const position = { visibleAt, pos: entry.pos, rowsTold };
      const row = rows.get(id) ?? null;
      if (row !== null && watch.matches(row, filter, today)) {
        const isFirst = entry.subjectVersion === 1 && entry.subjectId === id;
        yield { entry, kind: isFirst ? 'CREATED' : 'UPDATED', row, position };
      } else if (!removed.has(id)) {
        removed.add(id);
        const before = (await tail.rowsBefore(page, watch, tenancy, ids)).get(id);
        if (before !== undefined && watch.matches(before, filter, today))
          yield { entry, kind: 'REMOVED', row, position };
      }
    }
  }
}

/** The entries of a stretch that change a row and that the caller may hear of. The same for all who may see the same. */
export function changedRows<Row, Filter>(
  page: TailPage,
  watch: Pick<RowWatch<Row, Filter>, 'subjectTypes' | 'rowIdsOf' | 'heardByRow'>,
  tenancy: Tenancy,
): { entries: { entry: LogEntry; visibleAt: number; rowIds: readonly string[] }[]; ids: readonly string[] } {
  const entries = page.entries.flatMap(({ entry, visibleAt }) => {
    // The log is read once for everyone, past row-level security: whose the event is, is asked here. Whose the row is, is
    // asked again when it is read.
    const mayHear =
      tenancy === 'ALL' || watch.heardByRow === true || (entry.tenant !== null && tenancy.includes(entry.tenant));
    if (!mayHear || !watch.subjectTypes.includes(entry.subjectType)) return [];
    return [{ entry, visibleAt, rowIds: watch.rowIdsOf?.(entry) ?? [entry.subjectId] }];
  });
  return { entries, ids: [...new Set(entries.flatMap((one) => one.rowIds))] };
}
