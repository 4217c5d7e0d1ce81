/** As many entries that become visible at once come of a bulk. */
const BULK = 500;
/** After this long without anything like that the bulk is over. */
const QUIET_MS = 400;
/** On a slow machine the pieces of a bulk are further apart: it is over when a piece is missing for this many times that. */
const GAPS = 3;
/** Longest that a missing piece is waited for. */
const LONGEST_QUIET_MS = 5_000;
/** Longest that one waits for a bulk to end. */
const LONGEST_WAIT_MS = 120_000;
const LOOK_AGAIN_MS = 100;

/**
 * Lets what can be worked out later wait while a bulk becomes visible: in its midst the same subjects would be judged
 * again with each of their facts, and whoever waits for the bulk would wait longer. Of a bulk that takes very long, a
 * stretch is worked out now and then; when it pauses, everything.
 */
export class Lull {
  private lastBulkMs = Number.NEGATIVE_INFINITY;
  /** Between the last two pieces of a bulk, or a little less than between earlier ones. */
  private gapMs = 0;
  private hasCome = true;

  /** @param stop  ends the wait */
  constructor(private readonly stop: AbortSignal) {}

  /** So many entries have just become visible. */
  passed(entries: number): void {
    if (entries < BULK) return;
    const now = performance.now();
    const gapMs = now - this.lastBulkMs;
    // After a longer pause it is another bulk.
    this.gapMs = gapMs > LONGEST_QUIET_MS ? 0 : Math.max(gapMs, this.gapMs * 0.8);
    this.lastBulkMs = now;
  }

  /** Resolves when no bulk is under way, at once as long as one has not caught up since; or when one has taken very long. */
  async come(): Promise<void> {
    const until = performance.now() + LONGEST_WAIT_MS;
    while (!this.hasCome && !this.stop.aborted && performance.now() < until) {
      const quietMs = Math.min(Math.max(QUIET_MS, this.gapMs * GAPS), LONGEST_QUIET_MS);
      this.hasCome = performance.now() - this.lastBulkMs >= quietMs;
      if (!this.hasCome) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** Nothing is left to be worked out. */
  caughtUp(): void {
    this.hasCome = false;
  }
}
