import type { FeedPage } from '@sightline/contracts/subgraph-ports';

/** A page with as many entries comes of a bulk. */
const BULK = 100;
/** After this long without anything new the bulk is over. */
const QUIET_MS = 1_500;
/** Longest that patient work waits for a bulk to end. */
const LONGEST_PATIENCE_MS = 10_000;

/**
 * Lets work without hurry step back before a bulk, so that the figures which wait for the bulk come sooner. It waits once:
 * when the bulk is over or someone needs what it brings, or after a few seconds all the same, it goes on until it has
 * caught up.
 */
export class Patience {
  private released = false;

  /**
   * @param endOfLog  answers where the log that is read ends now
   * @param isNeeded  true when someone asks for what the work brings
   * @param stop      ends the wait
   */
  constructor(
    private readonly endOfLog: () => Promise<number>,
    private readonly isNeeded: () => boolean,
    private readonly stop: AbortSignal,
  ) {}

  /** Resolves when a page that was read may be applied. */
  async before(page: FeedPage): Promise<void> {
    if (page.entries.length < BULK) this.released = false;
    else if (!this.released) {
      await this.bulkOver(page.through);
      this.released = true;
    }
  }

  private async bulkOver(from: number): Promise<void> {
    const until = performance.now() + LONGEST_PATIENCE_MS;
    for (let end = from; !this.stop.aborted && !this.isNeeded() && performance.now() < until;) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      const now = await this.endOfLog();
      if (now === end) return;
      end = now;
    }
  }
}
