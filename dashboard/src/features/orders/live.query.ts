import { graphql } from '../../gql/gql';

/** Order lines as they change; each change names the one before it, so that none can be missing unnoticed. */
export const ORDER_LINE_CHANGED = graphql(`
  subscription OrderLineChanged($filter: PurchaseOrderLineFilter, $after: Cursor) {
    purchaseOrderLineChanged(filter: $filter, after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      occurredAt
      event
      line {
        ...OrderLineRow @unmask
      }
    }
  }
`);
