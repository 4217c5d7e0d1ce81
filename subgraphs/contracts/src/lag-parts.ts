/** The four stamps of one live event, as RFC 3339; occurred and recorded are null when the source knows only the day. */
export interface LagStamps {
  occurredAt: string | null;
  recordedAt: string | null;
  ingestedAt: string;
  visibleAt: string;
}

/** The parts of the sync lag, each between two of the four stamps (design/metrics.md 3.6). */
export const LAG_PARTS = ['entry', 'transport', 'processing', 'endToEnd', 'pipeline'] as const;
export type LagPart = (typeof LAG_PARTS)[number];

/** Between which two stamps each part lies. */
export const LAG_SPANS: Readonly<Record<LagPart, readonly [from: keyof LagStamps, to: keyof LagStamps]>> = {
  entry: ['occurredAt', 'recordedAt'],
  transport: ['recordedAt', 'ingestedAt'],
  processing: ['ingestedAt', 'visibleAt'],
  endToEnd: ['occurredAt', 'visibleAt'],
  pipeline: ['recordedAt', 'visibleAt'],
};

/** Why an event takes no part in a lag: a stamp known only to the day is no instant, and a negative lag is a wrong clock. */
export type LagExclusion = 'OCCURRED_DAY_ONLY' | 'RECORDED_DAY_ONLY' | 'CLOCK_SKEW';
export const LAG_EXCLUSIONS: readonly LagExclusion[] = ['OCCURRED_DAY_ONLY', 'RECORDED_DAY_ONLY', 'CLOCK_SKEW'];

/**
 * One part of an event's lag.
 *
 * @returns seconds with their sign, null when they cannot be known; and why the event is left out, null when it counts
 */
export function lagOf(stamps: LagStamps, part: LagPart): { seconds: number | null; leftOut: LagExclusion | null } {
  const [from, to] = LAG_SPANS[part];
  const missing = stamps[from] === null ? from : stamps[to] === null ? to : null;
  if (missing !== null)
    return { seconds: null, leftOut: missing === 'occurredAt' ? 'OCCURRED_DAY_ONLY' : 'RECORDED_DAY_ONLY' };
  const seconds = (Date.parse(stamps[to]!) - Date.parse(stamps[from]!)) / 1000;
  return { seconds, leftOut: seconds < 0 ? 'CLOCK_SKEW' : null };
}
