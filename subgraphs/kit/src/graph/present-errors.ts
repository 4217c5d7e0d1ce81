import type { GraphQLError, GraphQLFormattedError } from 'graphql';

/** Errors of other rooms that are meant for the caller say so by their code. */
const MEANT_FOR_CALLERS = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'FORBIDDEN',
  'NOT_FOUND',
  'NO_HISTORY',
  'CURSOR_INVALID',
  'CURSOR_EXPIRED',
  'PAGE_SIZE_INVALID',
  'SERIES_TOO_LONG',
  'STILL_FOLDING',
  'SIMULATED_SOURCE_NOT_ALLOWED',
  'SUBGRAPH_UNAVAILABLE',
]);

/** PostgreSQL's word for a statement that ran out of the time it was given. */
const STATEMENT_CANCELLED = '57014';

/**
 * What a caller is told about an error: what is meant for it as it is; anything else only that it happened, with the
 * trace id under which the whole of it is in our log.
 */
export function presentError(
  error: GraphQLError,
  requestId: string,
  log: (line: string) => void,
): GraphQLFormattedError {
  const cause = error.originalError;
  const code = codeOf(error) ?? codeOf(cause);
  if (code !== null && MEANT_FOR_CALLERS.has(code))
    return { ...error.toJSON(), extensions: { ...error.extensions, code } };
  if (code === STATEMENT_CANCELLED)
    return {
      message: 'The answer would have taken longer than the request allows. Ask for less, or again later.',
      ...(error.path ? { path: error.path } : {}),
      extensions: { code: 'DEADLINE_EXCEEDED' },
    };
  // What is wrong with the operation itself (variables, unknown fields) stands at no place of the answer: nothing of ours
  // has run. graphql-js gives such an error an original one where a scalar did not take a value.
  if (code === null && (cause === undefined || error.path === undefined))
    return { ...error.toJSON(), extensions: { ...error.extensions, code: 'BAD_USER_INPUT' } };
  log(`${requestId} ${error.path?.join('.') ?? ''} ${cause?.stack ?? error.stack ?? error.message}`);
  return {
    message: 'Something went wrong on our side.',
    ...(error.path ? { path: error.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: requestId },
  };
}

function codeOf(error: unknown): string | null {
  if (error === null || typeof error !== 'object') return null;
  const { code, extensions } = error as { code?: unknown; extensions?: { code?: unknown } };
  if (typeof extensions?.code === 'string') return extensions.code;
  return typeof code === 'string' ? code : null;
}
