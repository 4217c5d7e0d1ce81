import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { describeFailure, type Failure } from '../../apollo/failure';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useKept } from '../../apollo/use-kept';
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
  kept: boolean;
  failure: (Failure & { onRetry: () => void }) | null;
  refetch: () => void;
}

/** The lines that answer to a filter, longest promised first, ranked by impact. */
export function useExceptions(filter: PurchaseOrderLineFilter, today: Day): Exceptions {
  const variables = { filter, first: LARGEST_PAGE, after: null };
  const { data, error, refetch } = useQuery(ORDER_LINES, { ...useLivePolling(), variables });
  const { value, kept } = useKept(data?.purchaseOrderLines, JSON.stringify(filter));
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
  const described = describeFailure(error);
  const again = (): void => void refetch();
  const pulse = usePulse(again);
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
    kept,
    failure: described && !data?.purchaseOrderLines ? { ...described, onRetry: again } : null,
    refetch: again,
  };
}
