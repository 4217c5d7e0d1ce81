import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql/gql';
import { distributionPage, metricPage } from '../../apollo/rows-page';
import type { OverviewPerformanceQueryVariables } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows-page';

const OVERDUE_ROWS = graphql(`
  query OverdueRows($scope: ScopeInput, $asOf: DateTime, $knownAt: DateTime, $first: Int!, $after: Cursor) {
    orderBook(scope: $scope, asOf: $asOf, knownAt: $knownAt) {
      overdue {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
    }
  }
`);

const QUALITY_ROWS = graphql(`
  query OverviewQualityRows(
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

const UNPOSTED_ROWS = graphql(`
  query UnpostedRows(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $first: Int!
    $after: Cursor
  ) {
    productionPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      unposted {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
    }
  }
`);

const LAG_ROWS = graphql(`
  query LagRows($scope: ScopeInput, $window: WindowInput, $first: Int!, $after: Cursor) {
    syncHealth(scope: $scope, window: $window) {
      id
      lag {
        endToEnd {
          ...DistributionFigure @unmask
          contributions(first: $first, after: $after) {
            ...ContributionPage @unmask
          }
        }
      }
    }
  }
`);

export type ElsewhereFigure = 'overdue' | 'defectRate' | 'lotRejectionRate' | 'unposted' | 'lag';

/** Reads the rows of a figure that another part of the platform answers for, page by page; nothing is cached. */
export function elsewhereRows(
  client: ApolloClient,
  variables: OverviewPerformanceQueryVariables,
  figure: ElsewhereFigure,
): LoadRows {
  const fetchPolicy = 'no-cache';
  const { scope, window, asOf, knownAt } = variables;
  return async (first, after) => {
    switch (figure) {
      case 'overdue': {
        const asked = { scope, asOf, knownAt, first, after };
        const { data } = await client.query({ query: OVERDUE_ROWS, fetchPolicy, variables: asked });
        return metricPage(data?.orderBook?.overdue);
      }
      case 'defectRate':
      case 'lotRejectionRate': {
        const which = { defectRate: figure === 'defectRate', lotRejectionRate: figure === 'lotRejectionRate' };
        const asked = { ...variables, first, after, ...which };
        const { data } = await client.query({ query: QUALITY_ROWS, fetchPolicy, variables: asked });
        return metricPage(data?.qualityPerformance?.[figure]);
      }
      case 'unposted': {
        const { data } = await client.query({
          query: UNPOSTED_ROWS,
          fetchPolicy,
          variables: { ...variables, first, after },
        });
        return metricPage(data?.productionPerformance?.unposted);
      }
      case 'lag': {
        const { data } = await client.query({
          query: LAG_ROWS,
          fetchPolicy,
          variables: { scope, window, first, after },
        });
        return distributionPage(data?.syncHealth?.lag.endToEnd);
      }
    }
  };
}
