import { graphql } from '../../gql/gql';

/** Work orders as they change; each change names the one before it, so that none can be missing unnoticed. */
export const WORK_ORDER_CHANGED = graphql(`
  subscription WorkOrderChanged($filter: WorkOrderFilter, $after: Cursor) {
    workOrderChanged(filter: $filter, after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      occurredAt
      event
      workOrder {
        ...WorkOrderRow @unmask
      }
    }
  }
`);
