/** Leaves the place; to be called once, whatever happened. */
export type Leave = () => void;

/** Why nobody was let in: too many wait already, the time is up, or whoever wanted in has left. */
export type TurnedAway = 'FULL' | 'TIME_UP' | 'GONE';

export interface Room {
  /** How many are inside at once. */
  atOnce: number;
  /** How many may wait. */
  waiting: number;
}

/** Lets so many in at once, and the next ones in the order in which they came, as long as each of them can wait. */
export class Places {
  private inside = 0;
  private readonly waiting = new Set<() => void>();

  /** @param onEmpty  told when the last one has left */
  constructor(private readonly onEmpty: () => void = () => undefined) {}

  get taken(): number {
    return this.inside;
  }

  /**
   * @param withinMs  how long may be waited
   * @param gone      aborted when nobody wants in any more; null: that cannot be
   * @returns how to leave; a promise of it only when there is a queue
   */
  enter(
    { atOnce, waiting }: Room,
    withinMs: number,
    gone: AbortSignal | null,
  ): Leave | TurnedAway | Promise<Leave | TurnedAway> {
    if (this.inside < atOnce) {
      this.inside += 1;
      return this.leave;
    }
    return this.waiting.size >= waiting ? 'FULL' : this.queue(withinMs, gone);
  }

  private queue(withinMs: number, gone: AbortSignal | null): Promise<Leave | TurnedAway> {
    return new Promise((resolve) => {
      const stop = (outcome: Leave | TurnedAway): void => {
        clearTimeout(timer);
        gone?.removeEventListener('abort', left);
        this.waiting.delete(called);
        resolve(outcome);
      };
      const called = (): void => stop(this.leave);
      const left = (): void => stop('GONE');
      const timer = setTimeout(() => stop('TIME_UP'), Math.max(0, withinMs));
      this.waiting.add(called);
      if (gone?.aborted) left();
      else gone?.addEventListener('abort', left, { once: true });
    });
  }

  private readonly leave = (): void => {
    const next = this.waiting.values().next();
    // The place goes from hand to hand, so nobody who comes now slips in before those who wait.
    if (!next.done) return next.value();
    this.inside -= 1;
    if (this.inside === 0) this.onEmpty();
  };
}
