import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { EntityManager } from 'typeorm';
import { positionVisibleAt } from '../outbox/projector';
import type { ContributionSource } from './contribution';
import { CursorRefused } from './contribution-cursor';

/** The fixed point of a figure, as its cursors carry it. */
export type Pin = ContributionSource['pin'];

/** The fixed point of figures that were folded: a position of the log, and the instant; that of the present is empty. */
export const foldedPin = (pos: number, instant: RequestInstant): Record<string, string | number> =>
  isPresent(instant)
    ? { kind: 'folded', pos, asOf: '', knownAt: '', knownBy: 'SOURCE' }
    : { kind: 'folded', pos, asOf: instant.asOf, knownAt: instant.knownAt, knownBy: instant.knownBy };

/** Position of the log at which a figure stands. Throws CursorRefused: no figure of this kind gave the pin out. */
export function positionOf(pin: Pin): number {
  const pos = pin['pos'];
  if (typeof pos !== 'number') throw new CursorRefused();
  return pos;
}

/**
 * The instant for which a pinned figure was folded. An empty one was the present: everything up to the position.
 *
 * @throws CursorRefused when no figure of this kind gave the pin out
 */
export function instantOfPin(pin: Pin, asked: RequestInstant): RequestInstant {
  const { asOf, knownAt, knownBy } = pin;
  if (typeof asOf !== 'string' || typeof knownAt !== 'string' || (knownBy !== 'SOURCE' && knownBy !== 'PLATFORM'))
    throw new CursorRefused();
  return asOf === ''
    ? { now: asked.now, asOf: asked.now, knownAt: asked.now, knownBy }
    : { now: asked.now, asOf, knownAt, knownBy };
}

/** What names the instant of a question: the present is one question, whenever it is asked. */
export const instantKey = (instant: RequestInstant): readonly string[] =>
  isPresent(instant) ? [] : [instant.asOf, instant.knownAt, instant.knownBy];

/** Up to where in the log an instant knows: all up to a position, or of it what was readable here by then. */
export const knownUntil = async (manager: EntityManager, pos: number, instant: RequestInstant): Promise<number> =>
  instant.knownBy === 'PLATFORM' && !isPresent(instant)
    ? Math.min(pos, await positionVisibleAt(manager, instant.knownAt))
    : pos;
