/** A text message larger than this is not copied for each socket. */
const SHARED_FROM_BYTES = 16 * 1024;
const LONGEST_HEADER_BYTES = 10;
/** A whole message of text (RFC 6455, 5.2). */
const FINAL_TEXT = 0x81;

/**
 * A text message of two parts as a frame of the WebSocket protocol, not compressed, from a server. The second part is shared
 * by many sockets: a small one is copied, so that a socket has one thing to write; a large one is not.
 */
export function textFrame(head: Buffer, tail: Buffer): readonly Buffer[] {
  const length = head.length + tail.length;
  const isShared = tail.length > SHARED_FROM_BYTES;
  const frame = Buffer.allocUnsafe(LONGEST_HEADER_BYTES + head.length + (isShared ? 0 : tail.length));
  let at = writeHeader(frame, length);
  at += head.copy(frame, at);
  if (isShared) return [frame.subarray(0, at), tail];
  at += tail.copy(frame, at);
  return [frame.subarray(0, at)];
}

/** @returns its bytes */
function writeHeader(frame: Buffer, length: number): number {
  frame[0] = FINAL_TEXT;
  if (length < 126) {
    frame[1] = length;
    return 2;
  }
  if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
    return 4;
  }
  frame[1] = 127;
  frame.writeBigUInt64BE(BigInt(length), 2);
  return LONGEST_HEADER_BYTES;
}
