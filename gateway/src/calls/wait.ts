/** A wait that ends by itself, also when the one who is waited for ignores the signal. */
export class Wait {
  /** Made for whoever asks for a signal; a call within the process does not. */
  private controller: AbortController | null = null;
  private reason: Error | null = null;
  private readonly timer: NodeJS.Timeout;
  private over = false;
  private giveUp: ((reason: Error) => void) | null = null;
  private readonly leave = (): void => this.abort(new Error('The caller has left.'));

  constructor(
    milliseconds: number,
    private readonly gone: AbortSignal | null,
  ) {
    this.timer = setTimeout(() => this.endBy('The time is up.'), Math.max(0, milliseconds));
    if (gone?.aborted) this.leave();
    else gone?.addEventListener('abort', this.leave, { once: true });
  }

  get signal(): AbortSignal {
    if (this.controller === null) {
      this.controller = new AbortController();
      if (this.reason !== null) this.controller.abort(this.reason);
    }
    return this.controller.signal;
  }

  /** True when the time was up, rather than the caller gone. */
  get isOver(): boolean {
    return this.over;
  }

  /** Ends the wait as if its time were up. */
  endBy(why: string): void {
    this.over = true;
    this.abort(new Error(why));
  }

  until<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      if (this.reason !== null) return reject(this.reason);
      this.giveUp = reject;
      send().then(resolve, reject);
    });
  }

  end(): void {
    clearTimeout(this.timer);
    this.gone?.removeEventListener('abort', this.leave);
  }

  private abort(reason: Error): void {
    this.reason ??= reason;
    this.controller?.abort(reason);
    this.giveUp?.(reason);
  }
}
