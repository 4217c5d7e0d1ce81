import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { describeThrown } from './log';
import type { GatewayLog, LogFields } from './log';
import type { GatewayMetrics } from './metrics';

/** Codes that are meant for callers: what is wrong with their request, or which part of the platform is away. */
const PUBLIC_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'BODY_TOO_LARGE',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_FOUND',
  'NO_HISTORY',
  'OPERATION_RESOLUTION_FAILURE',
  'PAGE_SIZE_INVALID',
  'SERIES_TOO_LONG',
  'STILL_FOLDING',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SIGN_IN_UNAVAILABLE',
  'UNAUTHENTICATED',
]);
const PUBLIC_FAMILIES = ['CURSOR_', 'SUBGRAPH_', 'SUBSCRIPTION_'];

/** True when an error with this code may be told as it is. Anything not listed may not. */
export const isPublicCode = (code: unknown): code is string =>
  typeof code === 'string' && (PUBLIC_CODES.has(code) || PUBLIC_FAMILIES.some((family) => code.startsWith(family)));

/**
 * What a caller is told about an error: a public one as it is, of any other only that it happened, and where.
 *
 * @param formatted as it would go out
 * @param traceId   under which the whole of it is in the log
 * @param report    gets everything that is kept back
 */
export function maskError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  traceId: string,
  report: (fields: LogFields) => void,
): GraphQLFormattedError {
  const { code, serviceName: _internal, ...extensions } = formatted.extensions ?? {};
  if (isPublicCode(code)) return { ...formatted, extensions: { code, ...extensions } };

  report({ requestId: traceId, path: formatted.path, code, ...describeThrown(originOf(thrown)) });
  return {
    message: 'Something went wrong on our side.',
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', traceId },
  };
}

/** What a caller is told about an error, as it is counted; what is kept back goes to the log. */
export type PresentError = (
  formatted: GraphQLFormattedError,
  thrown: unknown,
  traceId: string,
) => GraphQLFormattedError;

export const presentErrorWith =
  (log: GatewayLog, metrics: GatewayMetrics): PresentError =>
  (formatted, thrown, traceId) => {
    const shown = maskError(formatted, thrown, traceId, (fields) =>
      log.error('an error was kept from a caller', fields),
    );
    metrics.errorTold(String(shown.extensions?.['code']));
    return shown;
  };

/** The error below the GraphQL error: its stack says where it came from. */
const originOf = (thrown: unknown): unknown =>
  thrown instanceof GraphQLError && thrown.originalError instanceof Error ? thrown.originalError : thrown;
