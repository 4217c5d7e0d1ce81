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
 * The bulks that become visible in one process. What can be worked out later waits for them: in the midst of a bulk the same
 * subjects would be judged again with each of their facts, and whoever waits for the bulk would wait longer. The parts of a
 * process share its processors, so a bulk in one of them is waited for in all.
 */
export class Bulks {
  private lastMs = Number.NEGATIVE_INFINITY;
  /** Between the last two pieces of a bulk, or a little less than between earlier ones. */
  private gapMs = 0;

  /** So many entries have just become visible in one of the parts. */
  passed(entries: number): void {
    if (entries < BULK) return;
    const now = performance.now();
    const gapMs = now - this.lastMs;
    // After a longer pause it is another bulk.
    this.gapMs = gapMs > LONGEST_QUIET_MS ? 0 : Math.max(gapMs, this.gapMs * 0.8);
    this.lastMs = now;
  }

  /**
   * Resolves when no piece of a bulk is to be expected any more, or when one has taken very long: then a stretch of it is
   * worked out in its midst.
   *
   * @param stop  ends the wait
   */
  async pause(stop: AbortSignal): Promise<void> {
    const until = performance.now() + LONGEST_WAIT_MS;
    while (!this.areOver() && !stop.aborted && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }

  private areOver(): boolean {
    const quietMs = Math.min(Math.max(QUIET_MS, this.gapMs * GAPS), LONGEST_QUIET_MS);
    return performance.now() - this.lastMs >= quietMs;
  }
}
