import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Why a request is not executed, in words and numbers for the one who sent it. */
export interface GuardRefusal {
  /** Of HTTP; a socket has no use for it. */
  status: number;
  /** At least one; each has `extensions.code`, which is stable. */
  errors: readonly GraphQLFormattedError[];
  headers?: Readonly<Record<string, string>>;
}

/** @param details  beside the code: which limit, what was found, what would fit */
export const refuse = (
  status: number,
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): GuardRefusal => ({ status, errors: [{ message, extensions: { code, ...details } }], headers });

/** A refusal as errors of the graph, for protocols that carry nothing else. */
export const asGraphQLErrors = ({ errors }: GuardRefusal): readonly GraphQLError[] =>
  errors.map(({ message, extensions }) => new GraphQLError(message, { extensions }));
