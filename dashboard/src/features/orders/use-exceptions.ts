import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useMemo } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer, type Answer } from '../../apollo/use-answer';
import { LARGEST_PAGE, useLongList, type LongList } from '../../apollo/use-long-list';
import type { Day } from '../../format/date';
import type { PurchaseOrderLineFilter } from '../../gql/graphql';
import type { Line } from './exceptions-table';
import { exceptionOf, type Exception } from './exceptions.model';
import { ORDER_LINE_CHANGED } from './live.query';
import { ORDER_LINES } from './orders.query';

export interface Exceptions {
  /** As the platform ranks them; null until the first answer. */
  ranked: (Exception<Line> & { id: string })[] | null;
  /** Lines there are, shown or not. */
  totalCount: number;
  failure: Answer<unknown>['failure'];
  /** The pages after the first. */
  further: Pick<LongList<Line>, 'more' | 'loading' | 'failure'>;
  refetch: () => void;
}

/**
 * The lines that answer to a filter, by what hangs on them, as the platform ranks them over all there are.
 *
 * @param wanted lines to show at most
 */
export function useExceptions(filter: PurchaseOrderLineFilter, today: Day, wanted: number): Exceptions {
  const client = useApolloClient();
  const question = JSON.stringify(filter);
  const variables = { filter, first: Math.min(wanted, LARGEST_PAGE), after: null };
  const result = useQuery(ORDER_LINES, { ...useLivePolling(), variables });
  const { value, failure, refetch } = useAnswer(result, result.data?.purchaseOrderLines, question);
  const load = useCallback(
    async (after: string, first: number) => {
      const page = await client.query({
        query: ORDER_LINES,
        fetchPolicy: 'network-only',
        variables: { filter: JSON.parse(question) as PurchaseOrderLineFilter, first, after },
      });
      return page.data?.purchaseOrderLines;
    },
    [client, question],
  );
  const list = useLongList<Line>(value, wanted, load);
  const { nodes } = list;
  const ranked = useMemo(() => nodes.map((line) => ({ ...exceptionOf(line, today), id: line.id })), [nodes, today]);
  const pulse = usePulse(refetch);
  // Lines leave and enter the answer by any change of theirs, so the stream is over all that could be in it.
  const { origin, supplierIds, itemIds, sourcing, orderNumber } = filter;
  useStream(
    streamOf('facts', 'purchaseOrderLineChanged', ORDER_LINE_CHANGED, {
      filter: { origin, supplierIds, itemIds, sourcing, orderNumber },
    }),
    { onChange: pulse, onRefetch: pulse },
  );
  return {
    ranked: value === null ? null : ranked,
    totalCount: list.totalCount,
    failure,
    further: list,
    refetch,
  };
}
