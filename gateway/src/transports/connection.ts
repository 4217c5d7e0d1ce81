import type { Actor } from '@sightline/contracts/actor';
import type { WebSocket } from 'ws';

/** Close codes of this server beside those of the protocol (4400 to 4500) and of RFC 6455. */
export const CLOSE = {
  goingAway: 1001,
  tryAgainLater: 1013,
  /** The token is not valid, or not any more. Clients take 4401 as final; after this one they come back with a new token. */
  forbidden: 4403,
  internal: 4500,
  tooSlow: 4413,
} as const;

/** A socket with more than this many bytes waiting is behind: the next event waits for it, for a while. */
const BEHIND_BYTES = 256 * 1024;
/** Whatever it waits for, no socket is ever handed more than this. */
const MOST_BUFFERED_BYTES = 8 * 1024 * 1024;

/** Who signed in on a socket. */
export interface Principal {
  actor: Actor;
  token: string;
  /** Milliseconds since the epoch: nothing is told from then on. */
  untilMs: number;
}

/** One client's socket: who it is, until when, and whether it keeps up. */
export class Connection {
  principal: Principal | null = null;
  isAlive = true;

  constructor(
    readonly socket: WebSocket,
    private readonly nowMs: () => number,
    private readonly onEnd: (reason: 'EXPIRED' | 'TOO_SLOW') => void,
  ) {}

  /** Asked before each event: what was allowed when the stream began need not be now. */
  mayHear(): boolean {
    if (this.principal !== null && this.nowMs() < this.principal.untilMs) return true;
    this.expire('The token has expired.');
    return false;
  }

  /** Hands over one message. False: it can't take it, and is closed. */
  send(message: string): boolean {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    if (this.socket.bufferedAmount > MOST_BUFFERED_BYTES) {
      this.giveUp();
      return false;
    }
    this.socket.send(message);
    return true;
  }

  get isBehind(): boolean {
    return this.socket.readyState === this.socket.OPEN && this.socket.bufferedAmount > BEHIND_BYTES;
  }

  /** It does not keep up: it may come back, and go on by its cursors. */
  giveUp(): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.onEnd('TOO_SLOW');
    this.socket.close(CLOSE.tooSlow, 'Too slow: subscribe again after the last cursor.');
  }

  expire(reason: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.onEnd('EXPIRED');
    this.socket.close(CLOSE.forbidden, reason);
  }
}
