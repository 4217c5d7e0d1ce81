import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { Actor } from '@sightline/contracts/actor';
import type { RequestInstant } from '@sightline/contracts/request-instant';

import type { ContributionSource, Population } from './contribution';

/** A cursor that this figure did not give out: forged, cut, of another figure, or of another caller. */
export class CursorRefused extends Error {
  readonly code = 'CURSOR_INVALID';
  constructor(message = 'This cursor does not belong to this list.') {
    super(message);
    this.name = 'CursorRefused';
  }
}

/** What a cursor of contributions holds: the whole figure at its fixed point, so that later pages still add up to it. */
export interface CursorPayload {
  pin: ContributionSource['pin'];
  population: Population;
  /** The window as asked; it stays the same when only the day of asking moves on. */
  asked: string;
  instant: RequestInstant;
  after: string;
}

export interface ContributionCursors {
  seal(payload: CursorPayload): string;
  /** Throws CursorRefused unless this key and audience sealed it, for the same definition, dimensions and window as asked. */
  open(cursor: string, expected: Pick<CursorPayload, 'population' | 'asked'>): CursorPayload;
}

/** Fingerprint of what a caller may see: a cursor is of no use to someone who may see other rows. */
export const audienceOf = (actor: Pick<Actor, 'supplierIds' | 'plantIds'>): string =>
  createHash('sha256')
    .update(JSON.stringify([sorted(actor.supplierIds), sorted(actor.plantIds)]))
    .digest('base64url')
    .slice(0, 22);

const sorted = (ids: readonly string[] | null): string[] | null => (ids === null ? null : [...ids].sort());

/** The same for equal questions, whatever the order in which dimensions and values are named. */
function questionOf({ population, asked }: Pick<CursorPayload, 'population' | 'asked'>): string {
  const dims = Object.entries(population.dims)
    .map(([dimension, values]) => [dimension, values.map((value) => JSON.stringify(value)).sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([population.definitionId, population.basis, asked, dims]);
}

/** Cursors signed with HMAC-SHA256: `payload.signature`, both base64url. The audience is signed but not told. */
export function contributionCursors(options: { key: string | Buffer; audience: string }): ContributionCursors {
  const signatureOf = (payload: string): string =>
    createHmac('sha256', options.key).update(`contributions\0${options.audience}\0${payload}`).digest('base64url');

  return {
    seal(payload) {
      const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
      return `${text}.${signatureOf(text)}`;
    },

    open(cursor, expected) {
      const [text, signature, ...rest] = cursor.split('.');
      if (!text || !signature || rest.length > 0) throw new CursorRefused();
      // Compared as text: several texts decode to the same bytes, and only one of them is ours.
      const given = Buffer.from(signature);
      const right = Buffer.from(signatureOf(text));
      if (given.length !== right.length || !timingSafeEqual(given, right)) throw new CursorRefused();
      // The signature is ours, so the payload is what `seal` wrote.
      const payload = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as CursorPayload;
      if (questionOf(payload) !== questionOf(expected)) throw new CursorRefused();
      return payload;
    },
  };
}
