import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql/gql';
import { distributionPage, metricPage } from '../../apollo/rows-page';
import type { SupplierFiguresQueryVariables } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows-page';

/** One page of the rows behind a figure of one supplier, whom the scope names. */
const SUPPLIER_ROWS = graphql(`
  query SupplierRows(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $definitionId: ID
    $first: Int!
    $after: Cursor
    $onTime: Boolean!
    $otif: Boolean!
    $leadTime: Boolean!
    $lateness: Boolean!
    $recordedLag: Boolean!
  ) {
    supplierPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      onTime(definitionId: $definitionId) @include(if: $onTime) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      otif(definitionId: $definitionId) @include(if: $otif) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      leadTime @include(if: $leadTime) {
        ...DistributionFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      lateness @include(if: $lateness) {
        ...DistributionFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      recordedLag @include(if: $recordedLag) {
        ...DistributionFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
    }
  }
`);

export type SupplierFigure = 'onTime' | 'otif' | 'leadTime' | 'lateness' | 'recordedLag';

/**
 * Reads the rows behind one supplier's figure, page by page; nothing is cached.
 *
 * @param definitionId by which to judge; left out: the default
 */
export function supplierRows(
  client: ApolloClient,
  variables: SupplierFiguresQueryVariables,
  figure: SupplierFigure,
  definitionId: string | null = null,
): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: SUPPLIER_ROWS,
      fetchPolicy: 'no-cache',
      variables: {
        ...variables,
        definitionId,
        first,
        after,
        onTime: figure === 'onTime',
        otif: figure === 'otif',
        leadTime: figure === 'leadTime',
        lateness: figure === 'lateness',
        recordedLag: figure === 'recordedLag',
      },
    });
    const performance = data?.supplierPerformance;
    return figure === 'onTime' || figure === 'otif'
      ? metricPage(performance?.[figure])
      : distributionPage(performance?.[figure]);
  };
}
