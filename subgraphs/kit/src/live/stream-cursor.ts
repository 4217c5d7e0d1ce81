import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';

/** A stream cannot go on after this cursor: it has to be started anew, with a snapshot. */
export class CursorExpired extends Error {
  readonly code = 'CURSOR_EXPIRED';
  constructor(why: string) {
    super(`This cursor cannot be resumed (${why}). Subscribe without it.`);
  }
}

/**
 * Signed places in the streams of one subgraph. They hold numbers only, so a cursor tells nothing, and of a place in the log
 * any stream of the subgraph can go on: what its caller may see is decided at each delivery.
 */
export class StreamCursors {
  constructor(
    private readonly key: string,
    private readonly subgraph: SubgraphName,
  ) {}

  /** @param kind  which numbering the place belongs to, e.g. `log` */
  seal(kind: string, epoch: number, place: readonly number[]): string {
    const body = Buffer.from(JSON.stringify([epoch, ...place])).toString('base64url');
    return `${body}.${this.sign(kind, body)}`;
  }

  /**
   * @throws CursorExpired when it is forged, of another stream, or of an epoch that is over
   */
  open(kind: string, epoch: number, cursor: string): number[] {
    const [body = '', signature = ''] = cursor.split('.');
    const expected = Buffer.from(this.sign(kind, body));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given))
      throw new CursorExpired('it was not given out by this stream');
    const [ofEpoch, ...place] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as number[];
    if (ofEpoch !== epoch) throw new CursorExpired('the log was started anew since');
    return place;
  }

  private sign(kind: string, body: string): string {
    // Half of the digest keeps a cursor short: it comes with every message.
    return createHmac('sha256', this.key)
      .update(`stream\n${this.subgraph}\n${kind}\n${body}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url');
  }
}
