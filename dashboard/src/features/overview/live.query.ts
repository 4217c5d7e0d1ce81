import { graphql } from '../../gql/gql';

/** The delivery tiles, pushed whole whenever a change touches them. */
export const PERFORMANCE_CHANGED = graphql(`
  subscription OverviewPerformanceChanged($scope: ScopeInput, $window: WindowInput, $after: Cursor) {
    supplierPerformanceChanged(scope: $scope, window: $window, after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      performance {
        id
        ...PerformanceTiles_performance
      }
    }
  }
`);
