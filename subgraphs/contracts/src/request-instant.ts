/**
 * One request, one instant. The gateway stamps it; root arguments may override `asOf` and `knownAt`; nothing reads
 * another clock. All are RFC 3339 strings; a calendar day is taken from the text as written (its own offset).
 */
export interface RequestInstant {
  now: string;
  /** Business time of the figures asked for. */
  asOf: string;
  /** What the books held at this instant. */
  knownAt: string;
  knownBy: KnowledgeBasis;
}

/** SOURCE compares when the source recorded a fact; PLATFORM compares when it became visible here. */
export type KnowledgeBasis = 'SOURCE' | 'PLATFORM';

export const presentInstant = (now: string): RequestInstant => ({ now, asOf: now, knownAt: now, knownBy: 'SOURCE' });

/** True when the request asks for the present, so that stored figures answer it. */
export const isPresent = (instant: RequestInstant): boolean =>
  instant.asOf === instant.now && instant.knownAt === instant.now;
