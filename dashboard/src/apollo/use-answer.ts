import type { ApolloClient } from '@apollo/client';
import { describeFailure, type Failure } from './failure';
import { lastFailure, type Question } from './last-failures';
import { useKept } from './use-kept';

/** What a tile needs of a question: its answer, or the last one, and what went wrong. */
export interface Answer<Value> {
  value: Value | null;
  /** What went wrong with the last attempt; the value, if there is one, is then an earlier one. */
  failure: (Failure & { onRetry: () => void }) | null;
  refetch: () => void;
}

/** What `useQuery` gives, as far as it matters here. */
interface Result {
  error?: Error;
  refetch: () => unknown;
  client: ApolloClient;
  observable: Question;
}

/** What a question failed with when it was last asked; null when it was answered whole, or was not answered yet. */
export function failureOf({ error, client, observable }: Omit<Result, 'refetch'>): Failure | null {
  return lastFailure(client, observable) ?? describeFailure(error);
}

/**
 * The answer of one part of the platform; the last one is kept while later attempts fail.
 *
 * @param result   of useQuery
 * @param fresh    the part's own field in it; null or undefined: not there yet, or failed
 * @param question another question starts with nothing
 */
export function useAnswer<Value>(result: Result, fresh: Value | null | undefined, question: unknown): Answer<Value> {
  const value = useKept(fresh, typeof question === 'string' ? question : JSON.stringify(question));
  const failure = failureOf(result);
  const again = (): void => void result.refetch();
  const missing = fresh === null || fresh === undefined;
  // Of a platform that was not reached no part has answered, though the client still shows what it had.
  const failed = failure !== null && (missing || !failure.answered);
  return {
    value,
    failure: failed ? { ...failure, onRetry: again } : null,
    refetch: again,
  };
}
