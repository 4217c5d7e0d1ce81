import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { usePulse } from '../../apollo/polling';
import { graphql } from '../../gql/gql';
import type { PurchaseOrderLineFilter } from '../../gql/graphql';

const SUPPLIER_LINE_CHANGED = graphql(`
  subscription SupplierLineChanged($filter: PurchaseOrderLineFilter, $after: Cursor) {
    purchaseOrderLineChanged(filter: $filter, after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      line {
        id
      }
    }
  }
`);

/** Tables of many suppliers are read anew this often at most while lines keep changing. */
const PULSE_MS = 10_000;

/** Calls `refetch` when order lines change, because the figures of their suppliers do then; null: the page looks back. */
export function useLinePulse(filter: PurchaseOrderLineFilter | null, refetch: () => unknown): void {
  const pulse = usePulse(refetch, PULSE_MS);
  useStream(filter && streamOf('facts', 'purchaseOrderLineChanged', SUPPLIER_LINE_CHANGED, { filter }), {
    onChange: pulse,
    onRefetch: pulse,
  });
}
