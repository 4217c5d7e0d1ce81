/** Server time minus this machine's time, in milliseconds; 0 until the server has answered once. */
let offsetMillis = 0;
let lastAnswerMillis: number | null = null;

/**
 * Learns the server's time from the Date header of an answer (RFC 9110 6.6.1, whole seconds).
 * Differences under two seconds are the header's own coarseness and are not worth a jump.
 */
export function noteAnswer(dateHeader: string | null, receivedAtMillis: number): void {
  lastAnswerMillis = receivedAtMillis;
  if (dateHeader === null) return;
  const serverMillis = Date.parse(dateHeader);
  if (Number.isNaN(serverMillis)) return;
  const difference = serverMillis - receivedAtMillis;
  offsetMillis = Math.abs(difference) < 2000 ? 0 : difference;
}

/** The server's time now, in milliseconds since 1970: ages are counted on it, never on the viewer's clock. */
export function serverNow(): number {
  return Date.now() + offsetMillis;
}

/** Whether the platform has answered over HTTP after a moment of this machine's clock, in milliseconds since 1970. */
export function answeredAfter(epochMillis: number): boolean {
  return lastAnswerMillis !== null && lastAnswerMillis > epochMillis;
}

/** Seconds since the platform last answered anything at all; null before the first answer. */
export function secondsSinceAnswer(): number | null {
  return lastAnswerMillis === null ? null : Math.max(0, Math.floor((Date.now() - lastAnswerMillis) / 1000));
}
