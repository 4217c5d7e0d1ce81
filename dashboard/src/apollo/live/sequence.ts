/** What every message of a stream says about its place in it. */
export interface Envelope {
  cursor: string | null;
  /** Cursor of the message before it in this stream, heartbeats included; null on the first. */
  previousCursor: string | null;
  kind: 'SNAPSHOT' | 'CREATED' | 'UPDATED' | 'REMOVED' | 'HEARTBEAT';
}

/** Cursor of the last message followed: the place after which to resume. Null before the first. */
export type Place = string | null;

/**
 * What to do with a message.
 * `apply`: it follows the one before. `gap`: something between is missing; apply it, and fetch anew what may have
 * changed. `repeat`: it was applied before. `mark`: it only says how far the stream has come.
 */
export type Verdict = 'apply' | 'gap' | 'repeat' | 'mark';

/**
 * Follows a stream of facts, in which none may be missing: each message names the one before it, heartbeats included.
 * A snapshot mark starts the stream anew.
 */
export function followFacts(place: Place, message: Envelope): { verdict: Verdict; place: Place } {
  const next = message.cursor ?? place;
  if (message.kind === 'SNAPSHOT') return { verdict: 'mark', place: next };
  const follows = place === null || message.previousCursor === place;
  if (message.kind === 'HEARTBEAT') return { verdict: follows ? 'mark' : 'gap', place: next };
  if (!follows && message.cursor === place) return { verdict: 'repeat', place };
  return { verdict: follows ? 'apply' : 'gap', place: next };
}

/** Follows a stream of figures: each is whole, so the latest is all there is to have. */
export function followFigures(place: Place, message: Envelope): { verdict: Verdict; place: Place } {
  const next = message.cursor ?? place;
  return { verdict: message.kind === 'HEARTBEAT' ? 'mark' : 'apply', place: next };
}
