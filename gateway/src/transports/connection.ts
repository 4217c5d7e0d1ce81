import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Session } from './sessions';
import type { SharedMessage } from './websocket-frame';

/** Close codes of this server beside those of the protocol (4400 to 4500) and of RFC 6455. */
export const CLOSE = {
  goingAway: 1001,
  tryAgainLater: 1013,
  /** The token is not valid, or not any more. Clients take 4401 as final; after this one they come back with a new token. */
  forbidden: 4403,
  internal: 4500,
} as const;

/** A connection with more than this many bytes waiting is given nothing more until it has taken some. */
export const BEHIND_BYTES = 256 * 1024;

/** One client's socket: who it is, and whether it keeps up. */
export class Connection {
  /** Null: nobody has signed in yet. */
  session: Session | null = null;
  isAlive = true;
  /** When it is asked whether it is there, among the seconds of a round. */
  readonly pingSlot: number;

  /**
   * @param socket  speaks the protocol
   * @param wire    what it speaks over: whole frames are written to it, between its own
   */
  constructor(
    readonly socket: WebSocket,
    private readonly wire: Duplex,
    pingSlot: number,
    private readonly onEnd: (reason: 'EXPIRED' | 'TOO_SLOW') => void,
  ) {
    this.pingSlot = pingSlot;
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  mayHear(): boolean {
    return this.session !== null && this.session.mayHear();
  }

  /** Sends a message that others get as well, behind a head of its own. False: the socket is closed. */
  send(head: Buffer, message: SharedMessage): boolean {
    if (!this.isOpen) return false;
    message.writeTo(this.wire, head);
    return true;
  }

  get isBehind(): boolean {
    return this.wire.writableLength > BEHIND_BYTES;
  }

  /** It does not read: a close would wait behind what it does not read, so it is cut off. It may come back by its cursors. */
  giveUp(): void {
    if (!this.isOpen) return;
    this.onEnd('TOO_SLOW');
    this.socket.terminate();
  }

  expire(reason: string): void {
    if (!this.isOpen) return;
    this.onEnd('EXPIRED');
    this.socket.close(CLOSE.forbidden, reason);
  }
}
