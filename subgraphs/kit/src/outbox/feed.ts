import type { DataSource } from 'typeorm';
import type { FeedPage, FeedRequest } from '@sightline/contracts/subgraph-ports';
import { withTenant } from '../postgres/transaction';
import { readHead, readLog } from './read-log';
import { recentLogOf } from './recent-log';

/** Longest that a reader may be kept waiting. */
const LONGEST_WAIT_MS = 10_000;
const LARGEST_PAGE = 5_000;
/** How often the log is looked at while nobody in this process reports an advance (another replica may be the writer). */
const POLL_MS = 500;

/** Wakes whoever waits for the log or the outbox to move. A hint: every waiter also polls. */
export class Doorbell {
  private waiting = new Set<() => void>();
  private closed = false;
  private rung = 0;

  /** How often it has rung: taken before one looks, and given to `wait`, so that no ring in between is missed. */
  get rings(): number {
    return this.rung;
  }

  ring(): void {
    this.rung += 1;
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const wake of woken) wake();
  }

  /** Rings once more, and lets nobody wait from now on. */
  close(): void {
    this.closed = true;
    this.ring();
  }

  /**
   * Resolves at the next ring, after `ms` or when `stop` is aborted, whichever comes first; at once when it has rung since
   * `heard`.
   *
   * @param heard  `rings` as it was when the caller began to look; left out: now
   */
  wait(ms: number, heard = this.rung, stop?: AbortSignal): Promise<void> {
    if (this.closed || stop?.aborted || this.rung !== heard) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        stop?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.waiting.add(done);
      stop?.addEventListener('abort', done, { once: true });
    });
  }
}

/**
 * Reads the log after a position. Answers at once when there is something, otherwise after at most `waitMs`.
 *
 * @param advanced  rings when this process appended to the log
 * @param stop      ends the wait: the reader has gone, or this subgraph stops
 */
export async function readFeed(
  dataSource: DataSource,
  request: FeedRequest,
  advanced: Doorbell,
  stop: AbortSignal,
): Promise<FeedPage> {
  const until = Date.now() + Math.min(Math.max(request.waitMs, 0), LONGEST_WAIT_MS);
  for (;;) {
    const heard = advanced.rings;
    const page = await readPage(dataSource, request);
    const left = until - Date.now();
    if (page.entries.length > 0 || left <= 0 || stop.aborted) return page;
    await advanced.wait(Math.min(left, POLL_MS), heard);
  }
}

function readPage(dataSource: DataSource, request: FeedRequest): Promise<FeedPage> {
  const limit = Math.min(Math.max(request.limit, 1), LARGEST_PAGE);
  const recent = recentPage(dataSource, request, limit);
  if (recent !== null) return Promise.resolve(recent);
  return withTenant(
    dataSource,
    'ALL',
    async (manager) => {
      const head = await readHead(manager);
      const entries = await readLog(
        manager,
        'pos > $1 AND pos <= $2 AND type = ANY($3)',
        [request.after, head.pos, request.types],
        limit,
      );
      const full = entries.length === limit;
      return { epoch: head.epoch, through: full ? entries.at(-1)!.pos : head.pos, entries };
    },
    true,
  );
}

/** The page from what this process has just written; null when it has to be read. */
function recentPage(dataSource: DataSource, request: FeedRequest, limit: number): FeedPage | null {
  const log = recentLogOf(dataSource);
  const end = log.end();
  const next = log.after(request.after);
  if (end === null || next === null) return null;
  const entries = next.filter((entry) => request.types.includes(entry.type)).slice(0, limit);
  return { epoch: end.epoch, through: entries.length === limit ? entries.at(-1)!.pos : end.pos, entries };
}
