import { GraphQLError } from 'graphql';

/** What a caller is told when a subscription is not begun. */
export const refusal = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/** Why a subscription that had begun is over; no errors: it is complete. */
export class StreamOver extends Error {
  constructor(readonly errors: readonly { message: string; extensions?: Record<string, unknown> }[]) {
    super(errors.map((error) => error.message).join(' '));
  }
}
