import { graphql } from '../../gql/gql';

/** What there is: the lines promised first and last and the line received last, cheaply. Tells an empty platform from an empty window. */
export const DATA_RANGE = graphql(`
  query DataRange($filter: PurchaseOrderLineFilter) {
    earliest: purchaseOrderLines(filter: $filter, orderBy: PROMISED_ASC, first: 1) {
      edges {
        node {
          id
          currentCommitDate
          firstReceivedOn
        }
      }
    }
    lastPromised: purchaseOrderLines(filter: $filter, orderBy: PROMISED_DESC, first: 1) {
      edges {
        node {
          id
          currentCommitDate
          firstReceivedOn
        }
      }
    }
    latest: purchaseOrderLines(filter: $filter, orderBy: RECEIVED_DESC, first: 1) {
      edges {
        node {
          id
          currentCommitDate
          firstReceivedOn
        }
      }
    }
  }
`);
