/** After this long without a command the door counts as quiet. */
const QUIET_MS = 100;
/** Commands that follow each other for this long are a bulk; after one, more quiet is waited for. */
const BULK_MS = 750;
const QUIET_AFTER_BULK_MS = 2_000;
/** Longest that patient work waits for the door. */
const LONGEST_PATIENCE_MS = 6_000;
const LOOK_MS = 25;
const FIRST_SIGN_MS = 150;

/** Knows whether commands are coming in, so that work without hurry can step back while a bulk of facts is taken. */
export class DoorTraffic {
  private inside = 0;
  private lastMs = Number.NEGATIVE_INFINITY;
  /** When the present run of commands began, or the last one. */
  private runBeganMs = Number.NEGATIVE_INFINITY;

  /** Counts a command as inside until it has ended. */
  async during<T>(command: Promise<T>): Promise<T> {
    if (this.inside === 0 && performance.now() - this.lastMs > QUIET_MS) this.runBeganMs = performance.now();
    this.inside += 1;
    try {
      return await command;
    } finally {
      this.inside -= 1;
      this.lastMs = performance.now();
    }
  }

  /**
   * Resolves when the door has been quiet for a moment, or after a few seconds all the same.
   *
   * @returns whether it has become quiet
   */
  async quiet(stop: AbortSignal): Promise<boolean> {
    const until = performance.now() + LONGEST_PATIENCE_MS;
    while (!stop.aborted && performance.now() < until && this.isBusy())
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    return !this.isBusy();
  }

  isBusy(): boolean {
    const wanted = this.lastMs - this.runBeganMs > BULK_MS ? QUIET_AFTER_BULK_MS : QUIET_MS;
    return this.inside > 0 || performance.now() - this.lastMs < wanted;
  }
}

/** Lets work that can wait step back before a bulk, once: what has waited in vain goes on until the door is quiet again. */
export class Patience {
  private inVain = false;

  constructor(
    private readonly door: DoorTraffic,
    private readonly stop: AbortSignal,
  ) {}

  async spend(): Promise<void> {
    if (this.inVain) {
      this.inVain = this.door.isBusy();
      return;
    }
    // What comes from another subgraph is often the first sign of a bulk that is about to reach this one.
    await new Promise((resolve) => setTimeout(resolve, FIRST_SIGN_MS));
    this.inVain = !(await this.door.quiet(this.stop));
  }
}
