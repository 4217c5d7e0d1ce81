import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { SignInError } from './session';

/** A failed read in words: what went wrong, under which code, and the id by which the platform's log knows it. */
export interface Failure {
  message: string;
  code: string | null;
  /** The part of the platform that did not answer; null: none is named, or nothing answered. */
  part: string | null;
  traceId: string | null;
  /** The platform answered, if only in parts; false: it was not reached, and whatever was asked for is not refreshed. */
  answered: boolean;
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
  STILL_FOLDING: 'The platform still works this day out of its facts. It is asked again in a few seconds.',
  RATE_LIMITED: 'Too much was asked in a short time. It is asked again in a few seconds.',
};

/** Why a part of the platform gave nothing, by the gateway's code. */
const SILENCE: Readonly<Record<string, (part: string) => string>> = {
  SUBGRAPH_UNAVAILABLE: (part) => `The part of the platform that answers for ${part} is not available.`,
  SUBGRAPH_TIMEOUT: (part) => `The part of the platform that answers for ${part} did not answer in time.`,
};

/** Describes any error that Apollo Client hands out; null when there is none. */
export function describeFailure(error: Error | undefined | null): Failure | null {
  if (!error) return null;
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const code = textOf(first?.extensions, 'code');
    const part = textOf(first?.extensions, 'service');
    return {
      message:
        (code && WORDS[code]) ??
        (code && part && SILENCE[code]?.(part)) ??
        first?.message ??
        'The platform answered with an error.',
      code,
      part,
      traceId:
        textOf(first?.extensions, 'traceId') ??
        textOf(first?.extensions, 'requestId') ??
        textOf(error.extensions, 'trace', 'id') ??
        textOf(error.extensions, 'requestId'),
      answered: true,
    };
  }
  if (ServerError.is(error)) {
    const traceId = error.response.headers.get('x-request-id');
    return {
      message: `The platform answered with status ${error.statusCode}.`,
      code: null,
      part: null,
      traceId,
      answered: false,
    };
  }
  if (error instanceof SignInError) {
    return { message: error.message, code: null, part: null, traceId: null, answered: false };
  }
  const message = 'The platform does not answer. Is it still running?';
  return { message, code: null, part: null, traceId: null, answered: false };
}
