/** As many entries that become visible at once come of a bulk. */
const BULK = 500;
/** After this long without anything like that the bulk is over. */
const QUIET_MS = 400;
/** Longest that one waits for a bulk to end. */
const LONGEST_WAIT_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/**
 * Lets what can be worked out later wait while a bulk becomes visible: in its midst the same subjects would be judged
 * again with each of their facts, and whoever waits for the bulk would wait longer. Of a bulk that takes very long, a
 * stretch is worked out now and then; when it pauses, everything.
 */
export class Lull {
  private lastBulkMs = Number.NEGATIVE_INFINITY;
  private hasCome = true;

  /** @param stop  ends the wait */
  constructor(private readonly stop: AbortSignal) {}

  /** So many entries have just become visible. */
  passed(entries: number): void {
    if (entries >= BULK) this.lastBulkMs = performance.now();
  }

  /** Resolves when no bulk is under way, at once as long as one has not caught up since; or when one has taken very long. */
  async come(): Promise<void> {
    const until = performance.now() + LONGEST_WAIT_MS;
    while (!this.hasCome && !this.stop.aborted && performance.now() < until) {
      this.hasCome = performance.now() - this.lastBulkMs >= QUIET_MS;
      if (!this.hasCome) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** Nothing is left to be worked out. */
  caughtUp(): void {
    this.hasCome = false;
  }
}
