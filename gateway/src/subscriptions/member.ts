import type { PreparedEvent } from './prepared-event';
import type { StreamOver } from './refusal';

/** One client's subscription, as whatever carries it to the client keeps it. */
export interface Member {
  /** Hands over an event. False: it may not have it any more, or is gone; it has left. */
  deliver(event: PreparedEvent): boolean;
  /** True while too much of what it was handed has not been taken yet. */
  readonly isBehind: boolean;
  /** It does not read: it is cut off, and may come back with its cursor. */
  giveUp(): void;
  /** The stream is over, and why. */
  end(over: StreamOver): void;
}
