/** After this long without a command the door counts as quiet. */
const QUIET_MS = 100;
/** Longest that patient work waits for the door. */
const LONGEST_PATIENCE_MS = 3_000;
const LOOK_MS = 25;

/** Knows whether commands are coming in, so that work without hurry can step back while a bulk of facts is taken. */
export class DoorTraffic {
  private inside = 0;
  private lastMs = Number.NEGATIVE_INFINITY;

  /** Counts a command as inside until it has ended. */
  async during<T>(command: Promise<T>): Promise<T> {
    this.inside += 1;
    try {
      return await command;
    } finally {
      this.inside -= 1;
      this.lastMs = performance.now();
    }
  }

  /** Resolves when the door has been quiet for a moment, or after a few seconds all the same. */
  async quiet(stop: AbortSignal): Promise<void> {
    const until = performance.now() + LONGEST_PATIENCE_MS;
    while (
      !stop.aborted &&
      performance.now() < until &&
      (this.inside > 0 || performance.now() - this.lastMs < QUIET_MS)
    )
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
