/** Retries may add a tenth to the calls, and a few when there were no calls before. */
const EARNED = 0.1;
const MOST = 10;

/** Allows retries only while they are few: a subgraph in trouble must not be asked twice by everyone. */
export class RetryBudget {
  private saved = MOST;

  /** A call that went well or not, but was no retry. */
  called(): void {
    this.saved = Math.min(MOST, this.saved + EARNED);
  }

  /** True: one retry may be made. */
  spend(): boolean {
    if (this.saved < 1) return false;
    this.saved -= 1;
    return true;
  }
}
