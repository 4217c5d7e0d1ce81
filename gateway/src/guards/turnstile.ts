import type { Allowance } from './limits';

/** Leaves the place; to be called once, whatever happened. */
export type Leave = () => void;

interface Hall {
  inside: number;
  waiting: Set<() => void>;
}

/** Why nobody was let in: too many wait already, the caller's time is up, or it has left. */
export type TurnedAway = 'FULL' | 'TIME_UP' | 'GONE';

/** Lets so many operations of one caller run at once, and the next ones in the order in which they came. */
export class Turnstile {
  private readonly halls = new Map<string, Hall>();

  /**
   * @param withinMs  how long the caller may wait for its turn
   * @returns how to leave; a promise of it only when there is a queue
   */
  enter(
    caller: string,
    { atOnce, waiting }: Allowance,
    withinMs: number,
    gone: AbortSignal | null,
  ): Leave | TurnedAway | Promise<Leave | TurnedAway> {
    let hall = this.halls.get(caller);
    if (!hall) this.halls.set(caller, (hall = { inside: 0, waiting: new Set() }));
    if (hall.inside < atOnce) {
      hall.inside += 1;
      return this.leaving(caller, hall);
    }
    if (hall.waiting.size >= waiting) return 'FULL';
    return this.queue(caller, hall, withinMs, gone);
  }

  private queue(caller: string, hall: Hall, withinMs: number, gone: AbortSignal | null): Promise<Leave | TurnedAway> {
    return new Promise((resolve) => {
      const stop = (outcome: Leave | TurnedAway): void => {
        clearTimeout(timer);
        gone?.removeEventListener('abort', left);
        hall.waiting.delete(called);
        resolve(outcome);
      };
      const called = (): void => stop(this.leaving(caller, hall));
      const left = (): void => stop('GONE');
      const timer = setTimeout(() => stop('TIME_UP'), Math.max(0, withinMs));
      hall.waiting.add(called);
      if (gone?.aborted) left();
      else gone?.addEventListener('abort', left, { once: true });
    });
  }

  private leaving(caller: string, hall: Hall): Leave {
    return () => {
      const next = hall.waiting.values().next();
      // The place goes from hand to hand, so nobody who comes now slips in before those who wait.
      if (!next.done) return next.value();
      hall.inside -= 1;
      if (hall.inside === 0) this.halls.delete(caller);
    };
  }
}
