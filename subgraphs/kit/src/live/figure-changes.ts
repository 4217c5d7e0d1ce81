import { setTimeout as pause } from 'node:timers/promises';
import type { RequestContext } from '../server/manifest';
import { dayOfInstant } from '../time/instant';
import { changedRows, nextBeatMs, type StreamMark } from './fact-changes';
import type { TailPage } from './log-tail';
import type { RowWatch } from './row-watch';
import { CursorExpired } from './stream-cursor';
import { endOf } from './stream-position';

/** What moves a figure. */
export interface FigureWatch<Row, Scope> {
  /** The rows it is made of, and which of them are in a scope. */
  rows: RowWatch<Row, Scope>;
  /** Subject types that may move any figure, whatever its scope. */
  always: readonly string[];
}

/** A moment at which the figure is to be read, or a mark without one. */
export interface FigureMark extends StreamMark {
  kind: 'SNAPSHOT' | 'UPDATED' | 'HEARTBEAT';
}

/** At most four a second. */
const SHORTEST_PAUSE_MS = 250;
/** Marks of flows move no number, only its age: they are told with the heartbeat. */
const AGEING = 'FlowMark';

/**
 * The stream of a figure: a mark each time that something in its scope has changed, at most four a second. Whoever reads the
 * figure at the mark reads it at the mark's place in the log or further on. Figures may be skipped, facts never: each
 * figure is over everything up to its cursor.
 *
 * @param after  cursor of the last message had: the present figure comes at once, whatever happened since; null: the same,
 *   as a SNAPSHOT
 * @throws CursorInvalid, CursorExpired at the first step when the cursor is forged or belongs to another log
 */
export async function* figureChanges<Row, Scope>(
  context: Pick<RequestContext, 'services' | 'tenancy' | 'gone'>,
  watch: FigureWatch<Row, Scope>,
  scope: Scope,
  after: string | null,
): AsyncGenerator<FigureMark, void, void> {
  const { gone, tenancy } = context;
  const { clock, tail } = context.services;
  const leave = tail.enter(gone);
  try {
    let head = await tail.look();
    const { epoch } = head;
    if (after !== null && (tail.cursors.open('figure', epoch, after, tenancy)[0] ?? 0) > head.visible)
      throw new CursorExpired('the log is shorter than it was');
    let position = endOf(head.derived);
    let previous = after;
    const told = (kind: FigureMark['kind'], caughtUpTo: string | null): FigureMark => {
      const previousCursor = previous;
      previous = tail.cursors.seal('figure', epoch, [position.visibleAt], tenancy);
      return { cursor: previous, previousCursor, kind, caughtUpTo, emittedAt: clock.now().toISOString() };
    };
    yield told(after === null ? 'SNAPSHOT' : 'UPDATED', head.derivedThrough);
    let toldMs = Date.now();
    let toldAt = clock.now().toISOString();
    let beatMs = nextBeatMs(toldMs);
    let isTouched = false;
    let isAged = false;
    while (!gone.aborted) {
      head = tail.seen ?? head;
      if (head.epoch !== epoch) throw new CursorExpired('the log was started anew');
      if (position.visibleAt < head.derived || position.pos < position.visibleAt) {
        const page = await tail.pageAfter(position, head.derived);
        isAged ||= page.entries.some(({ entry }) => entry.subjectType === AGEING);
        isTouched ||= await touches(page, context, watch, scope);
        position = page.through;
        continue;
      }
      const waitMs = isTouched ? toldMs + SHORTEST_PAUSE_MS - Date.now() : beatMs - Date.now();
      if (waitMs > 0) {
        // Touched already: what comes meanwhile is in the same figure.
        if (isTouched) await pause(waitMs, undefined, { signal: gone }).catch(() => undefined);
        else await tail.next(waitMs, gone);
        continue;
      }
      // A window of the last days moves at midnight, without any fact.
      const isFigure = isTouched || isAged || clock.now().toISOString().slice(0, 10) !== toldAt.slice(0, 10);
      isTouched = false;
      isAged = false;
      toldMs = Date.now();
      toldAt = clock.now().toISOString();
      beatMs = nextBeatMs(toldMs);
      yield told(isFigure ? 'UPDATED' : 'HEARTBEAT', head.derivedThrough);
    }
  } finally {
    leave();
  }

  async function touches(
    page: TailPage,
    { services }: Pick<RequestContext, 'services'>,
    { rows: rowWatch, always }: FigureWatch<Row, Scope>,
    asked: Scope,
  ): Promise<boolean> {
    if (page.entries.some(({ entry }) => always.includes(entry.subjectType))) return true;
    const { ids } = changedRows(page, rowWatch, tenancy);
    if (ids.length === 0) return false;
    const today = dayOfInstant(clock.now().toISOString(), null);
    const inScope = (rows: ReadonlyMap<string, Row>): boolean =>
      [...rows.values()].some((row) => rowWatch.matches(row, asked, today));
    if (inScope(await services.tail.rowsOf(page, rowWatch, tenancy, ids))) return true;
    // A row that left the scope changes its figure as well.
    return inScope(await services.tail.rowsBefore(page, rowWatch, tenancy, ids));
  }
}
