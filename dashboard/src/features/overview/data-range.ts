import { graphql } from '../../gql/gql';

/** What there is: the first and the last order line, cheaply. Tells an empty platform from an empty window. */
export const DATA_RANGE = graphql(`
  query DataRange {
    earliest: purchaseOrderLines(orderBy: PROMISED_ASC, first: 1) {
      totalCount
      edges {
        node {
          id
          currentCommitDate
          firstReceivedOn
        }
      }
    }
    latest: purchaseOrderLines(orderBy: RECEIVED_DESC, first: 1) {
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
