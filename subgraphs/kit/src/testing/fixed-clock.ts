import type { Clock } from '../time/clock';

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  private ms: number;

  /** @param instant  RFC 3339 */
  constructor(instant = '2026-03-14T09:30:00.000Z') {
    this.ms = Date.parse(instant);
  }

  now(): Date {
    return new Date(this.ms);
  }

  /** @param instant  RFC 3339; may lie in the past */
  set(instant: string): void {
    this.ms = Date.parse(instant);
  }

  advance(seconds: number): void {
    this.ms += seconds * 1000;
  }
}
