import type { Actor } from '@sightline/contracts/actor';
import type { Leave } from '../places';
import { Buckets } from './bucket';
import { allowanceOf, MOST_POINTS, type Allowances } from './limits';
import { refuse, type GuardRefusal } from './refusal';
import { Turnstile } from './turnstile';

/** What an operation costs its caller, in points. Goes out as `extensions.cost`. */
export interface CostNote {
  requested: number;
  /** Most that one operation may cost. */
  limit: number;
  /** What the caller has left. */
  remaining: number;
  /** What a caller that was still for a while has. */
  capacity: number;
  restoredPerSecond: number;
}

/** What each caller has used, and what it has under way: of all supergraphs that a gateway serves one after the other. */
export class Callers {
  private readonly buckets: Buckets;
  private readonly turnstile = new Turnstile();

  /** @param nowMs  a clock that never goes back, in milliseconds */
  constructor(
    private readonly allowances: Allowances,
    nowMs?: () => number,
  ) {
    this.buckets = new Buckets(nowMs);
  }

  /** Takes an operation's points. */
  pay(points: number, actor: Actor): { cost: CostNote } | { refusal: GuardRefusal } {
    const allowance = allowanceOf(this.allowances, actor);
    const { ok, remaining, waitMs } = this.buckets.take(actor.id, points, allowance);
    const cost: CostNote = {
      requested: points,
      limit: MOST_POINTS,
      remaining,
      capacity: allowance.capacity,
      restoredPerSecond: allowance.perSecond,
    };
    if (ok) return { cost };
    const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
    return {
      refusal: refuse(
        429,
        'RATE_LIMITED',
        `The operation costs ${points} points and you have ${remaining} left; you get ${allowance.perSecond} a second.`,
        { cost, retryAfterMs: waitMs },
        { 'retry-after': String(seconds) },
      ),
    };
  }

  /**
   * Lets an operation begin, at once or when others of the same caller have ended.
   *
   * @param withinMs  how long the caller may wait
   * @param gone      aborted when the caller has left
   * @returns how to end it, or why it can't begin
   */
  async enter(actor: Actor, withinMs: number, gone: AbortSignal | null): Promise<Leave | GuardRefusal> {
    const allowance = allowanceOf(this.allowances, actor);
    const entered = await this.turnstile.enter(actor.id, allowance, withinMs, gone);
    if (typeof entered === 'function') return entered;
    const message =
      entered === 'FULL'
        ? `${allowance.atOnce} operations of yours are under way and ${allowance.waiting} wait; send the next one later.`
        : `${allowance.atOnce} operations of yours are under way, and this one's time was up before its turn.`;
    return refuse(429, 'TOO_MANY_AT_ONCE', message, { atOnce: allowance.atOnce }, { 'retry-after': '1' });
  }
}
