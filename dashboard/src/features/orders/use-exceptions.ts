import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer, type Answer } from '../../apollo/use-answer';
import type { Day } from '../../format/date';
import type { PurchaseOrderLineFilter } from '../../gql/graphql';
import type { Line } from './exceptions-table';
import { rankExceptions, type Exception } from './exceptions.model';
import { ORDER_LINE_CHANGED } from './live.query';
import { ORDER_LINES } from './orders.query';

/** The largest page that the API gives. */
const LARGEST_PAGE = 200;

export interface Exceptions {
  /** Null until the first answer. */
  ranked: (Exception<Line> & { id: string })[] | null;
  /** Lines there are; those ranked are the first `LARGEST_PAGE` by promised date. */
  totalCount: number;
  failure: Answer<unknown>['failure'];
  refetch: () => void;
}

/** The lines that answer to a filter, longest promised first, ranked by impact. */
export function useExceptions(filter: PurchaseOrderLineFilter, today: Day): Exceptions {
  const variables = { filter, first: LARGEST_PAGE, after: null };
  const result = useQuery(ORDER_LINES, { ...useLivePolling(), variables });
  const { value, failure, refetch } = useAnswer(result, result.data?.purchaseOrderLines, filter);
  const ranked = useMemo(
    () =>
      value === null
        ? null
        : rankExceptions(
            value.edges.map(({ node }) => node),
            today,
          ).map((one) => ({ ...one, id: one.line.id })),
    [value, today],
  );
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
    ranked,
    totalCount: value?.totalCount ?? 0,
    failure,
    refetch,
  };
}
