import type { Duplex } from 'node:stream';

/** What follows the head is not copied for each socket when it is larger than this. */
const SHARED_FROM_BYTES = 16 * 1024;
/** A whole message of text (RFC 6455, 5.2). */
const FINAL_TEXT = 0x81;

/**
 * A text message that many sockets get, each with a head of its own before what all share; frames of the WebSocket protocol,
 * not compressed, from a server.
 */
export class SharedMessage {
  /** The frame for heads of one length, while the system has taken it from everyone it was written to. */
  private frame: Buffer | null = null;
  private headBytes = -1;

  /** @param tail  what follows each head; nobody writes into it */
  constructor(private tail: Buffer) {}

  /** Writes it, whole, to a socket. */
  writeTo(wire: Duplex, head: Buffer): void {
    const { tail } = this;
    if (tail.length > SHARED_FROM_BYTES) {
      // A small one is copied, so that a socket has one thing to write; this one is not.
      const opening = header(head.length + tail.length);
      wire.cork();
      wire.write(Buffer.concat([opening, head]));
      wire.write(tail);
      wire.uncork();
      return;
    }
    const frame = this.frame !== null && this.headBytes === head.length ? this.frame : this.frameFor(head.length);
    frame.set(head, frame.length - tail.length - head.length);
    wire.write(frame);
    // What the system has not taken yet is still to be read from these bytes: the next one gets bytes of its own.
    this.frame = wire.writableLength === 0 ? frame : null;
  }

  /** A frame with room for the head. */
  private frameFor(headBytes: number): Buffer {
    this.headBytes = headBytes;
    const opening = header(headBytes + this.tail.length);
    const frame = Buffer.allocUnsafe(opening.length + headBytes + this.tail.length);
    frame.set(opening);
    frame.set(this.tail, opening.length + headBytes);
    // Kept once: events stay for a while, for those who are behind.
    this.tail = frame.subarray(opening.length + headBytes);
    return frame;
  }
}

/** What stands before a message of so many bytes. */
function header(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_TEXT, length]);
  const bytes = Buffer.alloc(length < 65_536 ? 4 : 10);
  bytes[0] = FINAL_TEXT;
  if (length < 65_536) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  return bytes;
}
