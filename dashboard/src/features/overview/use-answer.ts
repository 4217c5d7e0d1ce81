import { describeFailure } from '../../apollo/failure';
import { useKept } from '../../apollo/use-kept';

/** What a tile needs of a question: its answer, or the last one, and what went wrong. */
export interface Answer<Value> {
  value: Value | null;
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
  const { value } = useKept(fresh, JSON.stringify(question));
  const described = describeFailure(result.error);
  const again = (): void => void result.refetch();
  const failed = described !== null && (fresh === null || fresh === undefined);
  return { value, failure: failed ? { ...described, onRetry: again } : null, refetch: again };
}
