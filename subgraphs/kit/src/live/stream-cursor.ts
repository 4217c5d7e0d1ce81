import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { tenantSetting, type Tenancy } from '../postgres/transaction';

/** A stream cannot go on after this cursor: it has to be started anew, with a snapshot. */
export class CursorExpired extends Error {
  readonly code = 'CURSOR_EXPIRED';
  constructor(why: string) {
    super(
      `This cursor cannot be resumed (${why}). Subscribe without it, and read anew when the first message, a SNAPSHOT, is there.`,
    );
  }
}

/** Whoever brings this cursor did not get it from this stream. */
export class CursorInvalid extends Error {
  readonly code = 'CURSOR_INVALID';
  constructor() {
    super('This cursor was not given out by this stream.');
  }
}

/**
 * Signed places in the streams of one subgraph, each for those who may see the same. They hold numbers only, so a cursor tells
 * nothing, and of a place in the log any stream of the subgraph can go on: what its caller may see is decided at each delivery.
 */
export class StreamCursors {
  constructor(
    private readonly key: string,
    private readonly subgraph: SubgraphName,
  ) {}

  /**
   * @param kind      which numbering the place belongs to, e.g. `log`
   * @param audience  who may come back with it
   */
  seal(kind: string, epoch: number, place: readonly number[], audience: Tenancy): string {
    const body = Buffer.from(JSON.stringify([epoch, ...place])).toString('base64url');
    return `${body}.${this.sign(kind, body, audience)}`;
  }

  /**
   * @throws CursorInvalid when it is forged, of another stream or of another audience
   * @throws CursorExpired when it is of an epoch that is over
   */
  open(kind: string, epoch: number, cursor: string, audience: Tenancy): number[] {
    const [body = '', signature = ''] = cursor.split('.');
    const expected = Buffer.from(this.sign(kind, body, audience));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw new CursorInvalid();
    const [ofEpoch, ...place] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as number[];
    if (ofEpoch !== epoch) throw new CursorExpired('the log was started anew since');
    return place;
  }

  private sign(kind: string, body: string, audience: Tenancy): string {
    const who = tenantSetting(audience === 'ALL' ? audience : [...audience].sort());
    // Half of the digest keeps a cursor short: it comes with every message.
    return createHmac('sha256', this.key)
      .update(`stream\n${this.subgraph}\n${kind}\n${who}\n${body}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url');
  }
}
