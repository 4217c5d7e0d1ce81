import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql/gql';
import { distributionPage, metricPage } from '../../apollo/rows-page';
import type { WindowInput } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows-page';

/** One page of the rows behind a figure of one supplier. */
const SUPPLIER_ROWS = graphql(`
  query SupplierRows(
    $id: ID!
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $first: Int!
    $after: Cursor
    $onTime: Boolean!
    $leadTime: Boolean!
  ) {
    supplier(id: $id) {
      id
      onTime(window: $window, asOf: $asOf, knownAt: $knownAt) @include(if: $onTime) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      leadTime(window: $window, asOf: $asOf, knownAt: $knownAt) @include(if: $leadTime) {
        ...DistributionFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
    }
  }
`);

interface SupplierQuestion {
  id: string;
  window: WindowInput;
  asOf: string | null;
  knownAt: string | null;
}

/** Reads the rows behind one supplier's figure, page by page; nothing is cached. */
export function supplierRows(
  client: ApolloClient,
  question: SupplierQuestion,
  figure: 'onTime' | 'leadTime',
): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: SUPPLIER_ROWS,
      fetchPolicy: 'no-cache',
      variables: { ...question, first, after, onTime: figure === 'onTime', leadTime: figure === 'leadTime' },
    });
    return figure === 'onTime' ? metricPage(data?.supplier?.onTime) : distributionPage(data?.supplier?.leadTime);
  };
}
