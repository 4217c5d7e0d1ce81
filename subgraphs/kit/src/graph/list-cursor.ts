import { createHmac, timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';

/**
 * Signed positions in a list. A cursor belongs to one list under one filter: a forged one, or one of another list, is
 * refused instead of giving a page of something else.
 */
export class ListCursors {
  constructor(private readonly key: string) {}

  /** @param list  names the list and everything that decides which rows are in it and in which order */
  seal(list: string, position: readonly (string | number | null)[]): string {
    const body = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${body}.${this.sign(list, body)}`;
  }

  /** @throws GraphQLError CURSOR_INVALID */
  open(list: string, cursor: string): (string | number | null)[] {
    const [body = '', signature = ''] = cursor.split('.');
    const expected = Buffer.from(this.sign(list, body));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given))
      throw new GraphQLError('This cursor does not belong to this list.', { extensions: { code: 'CURSOR_INVALID' } });
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as (string | number | null)[];
  }

  private sign(list: string, body: string): string {
    return createHmac('sha256', this.key).update(`list\n${list}\n${body}`).digest('base64url');
  }
}

/** Largest page of a list. */
export const LARGEST_PAGE = 200;

/** @throws GraphQLError BAD_USER_INPUT when `first` is not between 0 and the largest page */
export function checkPageSize(first: number, largest = LARGEST_PAGE): number {
  if (Number.isInteger(first) && first >= 0 && first <= largest) return first;
  throw new GraphQLError(`first must lie between 0 and ${largest}.`, {
    extensions: { code: 'BAD_USER_INPUT', suggestedFirst: largest },
  });
}
