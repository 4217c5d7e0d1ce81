import { describeFailure } from './failure';
import { useKept } from './use-kept';

/** What a tile needs of a question: its answer, or the last one, and what went wrong. */
export interface Answer<Value> {
  value: Value | null;
  /** The value is an earlier one: the last attempt brought none. */
  kept: boolean;
  failure: { message: string; traceId: string | null; onRetry: () => void } | null;
  refetch: () => void;
}

/**
 * The answer of one part of the platform; the last one is kept while later attempts fail.
 *
 * @param result   of useQuery
 * @param fresh    the part's own field in it; null or undefined: not there yet, or failed
 * @param question another question starts with nothing
 */
export function useAnswer<Value>(
  result: { error?: Error; refetch: () => unknown },
  fresh: Value | null | undefined,
  question: unknown,
): Answer<Value> {
  const { value, kept } = useKept(fresh, JSON.stringify(question));
  const described = describeFailure(result.error);
  const again = (): void => void result.refetch();
  const failed = described !== null && (fresh === null || fresh === undefined);
  return { value, kept: kept && failed, failure: failed ? { ...described, onRetry: again } : null, refetch: again };
}
