import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { SignInError } from './session';

/** A failed read in words: what went wrong, under which code, and the id by which the platform's log knows it. */
export interface Failure {
  message: string;
  code: string | null;
  traceId: string | null;
}

function textOf(holder: unknown, ...path: string[]): string | null {
  let at: unknown = holder;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === 'string' ? at : null;
}

const WORDS: Readonly<Record<string, string>> = {
  FORBIDDEN: 'You are not permitted to see this.',
  UNAUTHENTICATED: 'Your sign-in has ended.',
  DOCUMENT_NOT_TRUSTED: 'This page is of another version than the platform. Load it again.',
  PERSISTED_QUERY_NOT_FOUND: 'This page is of another version than the platform. Load it again.',
  RATE_LIMITED: 'Too much was asked in a short time. It is asked again in a few seconds.',
};

/** Describes any error that Apollo Client hands out; null when there is none. */
export function describeFailure(error: Error | undefined | null): Failure | null {
  if (!error) return null;
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const code = textOf(first?.extensions, 'code');
    return {
      message: (code && WORDS[code]) ?? first?.message ?? 'The platform answered with an error.',
      code,
      traceId:
        textOf(first?.extensions, 'traceId') ??
        textOf(first?.extensions, 'requestId') ??
        textOf(error.extensions, 'trace', 'id') ??
        textOf(error.extensions, 'requestId'),
    };
  }
  if (ServerError.is(error)) {
    const traceId = error.response.headers.get('x-request-id');
    return { message: `The platform answered with status ${error.statusCode}.`, code: null, traceId };
  }
  if (error instanceof SignInError) return { message: error.message, code: null, traceId: null };
  return { message: 'The platform does not answer. Is it still running?', code: null, traceId: null };
}
