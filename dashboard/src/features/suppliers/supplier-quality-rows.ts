import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql/gql';
import { metricPage } from '../../apollo/rows-page';
import type { SupplierFiguresQueryVariables } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows-page';

const SUPPLIER_QUALITY_ROWS = graphql(`
  query SupplierQualityRows(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $first: Int!
    $after: Cursor
    $defectRate: Boolean!
    $lotRejectionRate: Boolean!
  ) {
    qualityPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      defectRate @include(if: $defectRate) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      lotRejectionRate @include(if: $lotRejectionRate) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
    }
  }
`);

export type SupplierQualityFigure = 'defectRate' | 'lotRejectionRate';

/** Reads the lots behind one supplier's quality figure, page by page; nothing is cached. */
export function supplierQualityRows(
  client: ApolloClient,
  variables: SupplierFiguresQueryVariables,
  figure: SupplierQualityFigure,
): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: SUPPLIER_QUALITY_ROWS,
      fetchPolicy: 'no-cache',
      variables: {
        ...variables,
        first,
        after,
        defectRate: figure === 'defectRate',
        lotRejectionRate: figure === 'lotRejectionRate',
      },
    });
    return metricPage(data?.qualityPerformance?.[figure]);
  };
}
