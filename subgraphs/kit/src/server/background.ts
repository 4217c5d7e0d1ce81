/** First and longest pause after a failure, in milliseconds. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Work that goes on until it is stopped. A failure is logged and tried again after a growing pause; it never ends the
 * process and never ends the loop.
 */
export class Background {
  private readonly running: Promise<void>[] = [];
  private readonly cancel = new AbortController();

  constructor(private readonly log: (line: string) => void) {}

  loop(what: string, round: () => Promise<void>): void {
    this.running.push(this.run(what, round));
  }

  stop(): void {
    this.cancel.abort();
  }

  /** Resolves when every loop has finished its last round. */
  async ended(): Promise<void> {
    await Promise.all(this.running);
  }

  private async run(what: string, round: () => Promise<void>): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.cancel.signal.aborted) {
      try {
        await round();
        pause = FIRST_PAUSE_MS;
      } catch (error) {
        if (this.cancel.signal.aborted) return;
        this.log(
          `${what} failed and is tried again in ${pause} ms: ${error instanceof Error ? error.message : String(error)}`,
        );
        await this.sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      const signal = this.cancel.signal;
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
    });
  }
}
