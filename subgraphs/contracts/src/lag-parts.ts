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

/** One part of an event's lag: seconds with their sign, null when they cannot be known; and why it is left out, null when it counts. */
export interface Lag {
  seconds: number | null;
  leftOut: LagExclusion | null;
}

/** One part of an event's lag. */
export const lagOf = (stamps: LagStamps, part: LagPart): Lag => lagBetween(instantsOf(stamps), part);

/** All parts of an event's lag, in the order of LAG_PARTS. */
export function lagsOf(stamps: LagStamps): Lag[] {
  const instants = instantsOf(stamps);
  return LAG_PARTS.map((part) => lagBetween(instants, part));
}

/** Milliseconds; null where only the day is known. */
type Instants = Readonly<Record<keyof LagStamps, number | null>>;

const instantsOf = (stamps: LagStamps): Instants => ({
  occurredAt: stamps.occurredAt === null ? null : Date.parse(stamps.occurredAt),
  recordedAt: stamps.recordedAt === null ? null : Date.parse(stamps.recordedAt),
  ingestedAt: Date.parse(stamps.ingestedAt),
  visibleAt: Date.parse(stamps.visibleAt),
});

function lagBetween(instants: Instants, part: LagPart): Lag {
  const [from, to] = LAG_SPANS[part];
  const [begun, ended] = [instants[from], instants[to]];
  if (begun === null || ended === null) {
    const missing = begun === null ? from : to;
    return { seconds: null, leftOut: missing === 'occurredAt' ? 'OCCURRED_DAY_ONLY' : 'RECORDED_DAY_ONLY' };
  }
  const seconds = (ended - begun) / 1000;
  return { seconds, leftOut: seconds < 0 ? 'CLOCK_SKEW' : null };
}
