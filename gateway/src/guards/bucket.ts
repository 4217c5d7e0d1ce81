import type { Allowance } from './limits';

/** What is left to a caller. */
export interface Spent {
  /** False: too little is left, and nothing was taken. */
  ok: boolean;
  /** Points left after this operation. */
  remaining: number;
  /** Milliseconds until the operation would be paid for; 0 when it is. */
  waitMs: number;
}

interface Level {
  points: number;
  atMs: number;
}

/** Callers that are remembered; one that was forgotten has a full bucket again, which it would have by then anyway. */
const MOST_CALLERS = 10_000;

/** A bucket of points for each caller, filled at a steady rate. The whole cost is taken before the operation runs. */
export class Buckets {
  private readonly levels = new Map<string, Level>();

  /** @param nowMs  any clock that never goes back */
  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  take(caller: string, points: number, { capacity, perSecond }: Allowance): Spent {
    const nowMs = this.nowMs();
    const known = this.levels.get(caller);
    const held = known ? Math.min(capacity, known.points + ((nowMs - known.atMs) / 1_000) * perSecond) : capacity;
    const ok = held >= points;
    const left = ok ? held - points : held;
    // Taken out and put back: whoever asked longest ago stands first.
    this.levels.delete(caller);
    this.levels.set(caller, { points: left, atMs: nowMs });
    if (this.levels.size > MOST_CALLERS) this.forgetOne();
    return { ok, remaining: Math.floor(left), waitMs: ok ? 0 : Math.ceil(((points - held) / perSecond) * 1_000) };
  }

  private forgetOne(): void {
    const oldest = this.levels.keys().next();
    if (!oldest.done) this.levels.delete(oldest.value);
  }
}
