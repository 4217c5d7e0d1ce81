import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql/gql';
import { distributionPage, metricPage } from '../../apollo/rows-page';
import type { OverviewPerformanceQueryVariables } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows-page';

/** One page of the rows behind one of the overview's figures. */
const PERFORMANCE_ROWS = graphql(`
  query PerformanceRows(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $first: Int!
    $after: Cursor
    $onTime: Boolean!
    $otif: Boolean!
    $leadTime: Boolean!
    $recordedLag: Boolean!
    $value: Boolean!
  ) {
    supplierPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      onTime @include(if: $onTime) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      otif @include(if: $otif) {
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
      recordedLag @include(if: $recordedLag) {
        ...DistributionFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      volume @include(if: $value) {
        value {
          ...MetricFigure @unmask
          contributions(first: $first, after: $after) {
            ...ContributionPage @unmask
          }
        }
      }
    }
  }
`);

export type PerformanceFigure = 'onTime' | 'otif' | 'leadTime' | 'recordedLag' | 'value';

/** Reads the rows of one figure of the overview, page by page. Nothing is cached: the cursor pins the figure. */
export function performanceRows(
  client: ApolloClient,
  variables: OverviewPerformanceQueryVariables,
  figure: PerformanceFigure,
): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: PERFORMANCE_ROWS,
      fetchPolicy: 'no-cache',
      variables: {
        ...variables,
        first,
        after,
        onTime: figure === 'onTime',
        otif: figure === 'otif',
        leadTime: figure === 'leadTime',
        recordedLag: figure === 'recordedLag',
        value: figure === 'value',
      },
    });
    const performance = data?.supplierPerformance;
    switch (figure) {
      case 'onTime':
        return metricPage(performance?.onTime);
      case 'otif':
        return metricPage(performance?.otif);
      case 'leadTime':
        return distributionPage(performance?.leadTime);
      case 'recordedLag':
        return distributionPage(performance?.recordedLag);
      case 'value':
        return metricPage(performance?.volume?.value);
    }
  };
}
