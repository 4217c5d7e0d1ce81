import { graphql } from '../gql/gql';

/** What the platform finds for what was typed. Items lead to their open order lines. */
export const FIND_ANYTHING = graphql(`
  query FindAnything(
    $search: String!
    $origin: DataOrigin
    $lines: PurchaseOrderLineFilter
    $withLines: Boolean!
    $withItems: Boolean!
  ) {
    suppliers(filter: { search: $search, origin: $origin }, first: 8) {
      edges {
        node {
          id
          name
          code
        }
      }
    }
    purchaseOrderLines(filter: $lines, first: 8) @include(if: $withLines) {
      edges {
        node {
          id
          orderNumber
          lineNumber
          itemName
          status
        }
      }
    }
    items(filter: { search: $search }, first: 6) @include(if: $withItems) {
      edges {
        node {
          id
          sku
          name
        }
      }
    }
  }
`);
