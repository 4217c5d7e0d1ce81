/** A wait that ends by itself, also when the one who is waited for ignores the signal. */
export class Wait {
  private readonly controller = new AbortController();
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
      const { signal } = this.controller;
      if (signal.aborted) return reject(signal.reason);
      this.giveUp = reject;
      send().then(resolve, reject);
    });
  }

  end(): void {
    clearTimeout(this.timer);
    this.gone?.removeEventListener('abort', this.leave);
  }

  private abort(reason: Error): void {
    this.controller.abort(reason);
    this.giveUp?.(reason);
  }
}
