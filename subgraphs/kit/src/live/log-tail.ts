import type { DataSource, EntityManager } from 'typeorm';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { Doorbell } from '../outbox/feed';
import { positionsNow } from '../outbox/projector';
import { tenantSetting, withTenant, type Tenancy } from '../postgres/transaction';
import type { Clock } from '../time/clock';
import { readPage, type LogPage } from './log-page';
import type { RowWatch } from './row-watch';
import { StreamCursors } from './stream-cursor';
import type { StreamPosition } from './stream-position';

/** How far the log is, as the last look at it found it. */
export interface TailHead {
  epoch: number;
  /** Position up to which the log is visible. */
  visible: number;
  /** Position up to which figures are kept ready; the visible one where nothing is. */
  derived: number;
  /** RFC 3339: everything that was visible by then is within these positions. */
  lookedAt: string;
  /** The same of what figures are made of, the positions that are kept ready; null: they have not caught up since watching began. */
  derivedThrough: string | null;
}

export interface TailOptions {
  name: SubgraphName;
  database: DataSource;
  cursorKey: string;
  clock: Clock;
  log: (line: string) => void;
  /** True when the subgraph keeps figures ready (its manifest has a `derive`). */
  derives: boolean;
  /** Aborted when the subgraph stops. */
  closing: AbortSignal;
}

/** Another replica may be the one that makes the log visible: nobody tells us then. */
const LOOK_MS = 500;
const KEPT_PAGES = 64;
/** Looks that are remembered while figures follow: a minute and more of a busy log. */
const MOST_LOOKS = 1_000;

/** A stretch with the rows that streams have asked of it. */
export interface TailPage extends LogPage {
  /** Rows by what is asked, of whom, and when; shared by the streams of those who may see the same. */
  shared<Made>(what: 'now' | 'before', key: object, tenancy: Tenancy, make: () => Promise<Made>): Promise<Made>;
}

/**
 * The end of a subgraph's visible log, watched once for all its streams: one look at each advance, one read of each
 * stretch, one read of the rows in it for all who may see the same. Streams ask for the stretch after their place when they
 * are ready for it, so a slow one holds up nobody and nothing is queued for it.
 */
export class LogTail {
  readonly cursors: StreamCursors;
  private readonly nudged = new Doorbell();
  private readonly moved = new Doorbell();
  private readonly pages = new Map<string, Promise<TailPage>>();
  private head: TailHead | null = null;
  private streams = 0;
  private looking: Promise<void> | null = null;
  private isStale = true;
  /** Looks beyond which figures have not come yet, oldest first; before them the last one to which they have. */
  private looks: { visible: number; at: string }[] = [];

  constructor(private readonly options: TailOptions) {
    this.cursors = new StreamCursors(options.cursorKey, options.name);
    options.closing.addEventListener('abort', () => [this.nudged, this.moved].forEach((bell) => bell.close()), {
      once: true,
    });
  }

  /** Something may have become visible, or been derived. */
  nudge(): void {
    this.isStale = true;
    this.nudged.ring();
  }

  /** Streams that are open. */
  get openStreams(): number {
    return this.streams;
  }

  /**
   * Enters a stream: the log is watched while there is one.
   *
   * @param gone  ends it too, also when nobody takes another step in the stream
   * @returns what ends it
   */
  enter(gone: AbortSignal): () => void {
    this.streams += 1;
    this.isStale = true;
    this.looking ??= this.watch();
    this.nudged.ring();
    let isIn = true;
    const leave = (): void => {
      if (!isIn) return;
      isIn = false;
      gone.removeEventListener('abort', leave);
      this.streams -= 1;
      this.nudged.ring();
    };
    if (gone.aborted) leave();
    else gone.addEventListener('abort', leave, { once: true });
    return leave;
  }

  /** How far the log is now, read from the database. */
  async look(): Promise<TailHead> {
    const lookedAt = this.options.clock.now().toISOString();
    const found = await positionsNow(this.options.database);
    const { nextEpoch: epoch, visible } = found;
    const derived = this.options.derives ? Math.min(found.derived, visible) : visible;
    return { epoch, visible, derived, lookedAt, derivedThrough: this.derivedThrough(visible, derived, lookedAt) };
  }

  /** When all was visible that figures hold now: they are of that moment, and not of this one. */
  private derivedThrough(visible: number, derived: number, lookedAt: string): string | null {
    const last = this.looks.at(-1);
    if (last !== undefined && last.visible > visible) this.looks = [];
    if (last?.visible === visible) last.at = lookedAt;
    else this.looks.push({ visible, at: lookedAt });
    while (this.looks.length > 1 && (this.looks[1]!.visible <= derived || this.looks.length > MOST_LOOKS))
      this.looks.shift();
    const first = this.looks[0]!;
    return first.visible <= derived ? first.at : null;
  }

  /** How far the log was at the last look; null before the first. Whoever reads it and then waits misses nothing. */
  get seen(): TailHead | null {
    return this.head;
  }

  /** Resolves when a look has found more, after `ms`, or at `stop`. */
  next(ms: number, stop: AbortSignal): Promise<void> {
    return this.moved.wait(ms, undefined, stop);
  }

  /** The stretch after a place; read once for all who stand there. */
  pageAfter(from: StreamPosition, visible: number): Promise<TailPage> {
    const key = `${from.visibleAt}.${from.pos}.${from.rowsTold}`;
    const known = this.pages.get(key);
    if (known !== undefined) return known;
    const page = this.read('ALL', (manager) => readPage(manager, from, visible)).then(withSharedRows);
    if (this.pages.size >= KEPT_PAGES) this.pages.delete(this.pages.keys().next().value!);
    this.pages.set(key, page);
    page.catch(() => this.pages.delete(key));
    return page;
  }

  /** The rows of a stretch as they are now. */
  rowsOf<Row, Filter>(
    page: TailPage,
    watch: RowWatch<Row, Filter>,
    tenancy: Tenancy,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    // Streams of rows and of the figures over them read the same rows in the same way.
    return page.shared('now', watch.rowsById, tenancy, () =>
      this.read(tenancy, (manager) => watch.rowsById(manager, ids)),
    );
  }

  /** The rows of a stretch as they were before it. Empty where a watch says that no row ever leaves. */
  async rowsBefore<Row, Filter>(
    page: TailPage,
    watch: RowWatch<Row, Filter>,
    tenancy: Tenancy,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    const { rowsAt } = watch;
    const first = page.entries[0];
    if (rowsAt === null || first === undefined) return new Map();
    return page.shared('before', watch, tenancy, () =>
      this.read(tenancy, (manager) => rowsAt.call(watch, manager, ids, first.visibleAt - 1)),
    );
  }

  /** A cursor of the log. */
  seal(epoch: number, { visibleAt, pos, rowsTold }: StreamPosition, audience: Tenancy): string {
    return this.cursors.seal('log', epoch, [visibleAt, pos, rowsTold], audience);
  }

  private read<T>(tenancy: Tenancy, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return withTenant(this.options.database, tenancy, work, true);
  }

  private async watch(): Promise<void> {
    const { closing, log } = this.options;
    let isFailing = false;
    while (this.streams > 0 && !closing.aborted) {
      this.isStale = false;
      try {
        const found = await this.look();
        const before = this.head;
        this.head = found;
        isFailing = false;
        if (before === null || found.visible !== before.visible || found.derived !== before.derived) this.moved.ring();
      } catch (error) {
        if (!isFailing && !closing.aborted)
          log(`streams wait for the log: ${error instanceof Error ? error.message : String(error)}`);
        isFailing = true;
      }
      // Whatever moved while we looked is looked at again, without waiting.
      if (!this.isStale || isFailing) await this.nudged.wait(LOOK_MS, undefined, closing);
    }
    // Nobody watched from here on: what was seen last is no longer "now".
    this.head = null;
    this.looking = null;
    if (this.streams > 0 && !closing.aborted) this.looking = this.watch();
  }
}

function withSharedRows(page: LogPage): TailPage {
  const made = new Map<string, WeakMap<object, Promise<unknown>>>();
  return {
    ...page,
    shared<Made>(what: 'now' | 'before', key: object, tenancy: Tenancy, make: () => Promise<Made>): Promise<Made> {
      const audience = `${what} ${tenantSetting(tenancy)}`;
      const known = made.get(audience) ?? new WeakMap<object, Promise<unknown>>();
      made.set(audience, known);
      const kept = known.get(key) as Promise<Made> | undefined;
      if (kept !== undefined) return kept;
      const making = make();
      known.set(key, making);
      making.catch(() => known.delete(key));
      return making;
    },
  };
}
