import type { LogEvent } from '@sightline/contracts/events/envelope';
import type { ExternalKey } from '@sightline/contracts/identities';
import type { LotHead, LotName } from '../data/lot-head.repository';
import type { KnownLine } from '../data/order-line.repository';
import type { Refusal } from '../domain/refusals';

/** What became of a fact. */
export type AppliedFact =
  | { kind: 'APPLIED'; lotId: string }
  | { kind: 'PARKED'; waitsFor: readonly string[]; refusal: Refusal }
  | { kind: 'SAID_NO'; refusal: Refusal };

/** What is known while a list of facts is applied: the lots, the order lines, and what the list itself has brought so far. */
export interface LotBook {
  readonly now: string;
  lineOf(key: ExternalKey): KnownLine | null;
  lotOf(name: LotName): LotHead | null;
  /** The lot with that id, made when there is none. */
  lot(id: string, importId: string | null): LotHead;
  isKnownEvent(eventId: string): boolean;
  give(head: LotHead, names: readonly LotName[], importId: string | null): void;
  /** Appends an event about a lot and counts it up. */
  tell(
    head: LotHead,
    event: Omit<LogEvent, 'subjectType' | 'subjectId' | 'subjectVersion' | 'tenant' | 'ingestedAt'>,
  ): void;
  /** Something that facts may wait for has come. */
  brings(...what: readonly string[]): void;
}
