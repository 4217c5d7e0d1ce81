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

/** The quality tiles, pushed whole whenever a change touches them. */
export const QUALITY_CHANGED = graphql(`
  subscription OverviewQualityChanged($scope: ScopeInput, $window: WindowInput, $after: Cursor) {
    qualityPerformanceChanged(scope: $scope, window: $window, after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      performance {
        id
        defectRate {
          ...MetricFigure @unmask
        }
        lotRejectionRate {
          ...MetricFigure @unmask
        }
      }
    }
  }
`);

/** That a work order changed: what is not posted is asked for again. */
export const WORK_ORDERS_CHANGED = graphql(`
  subscription OverviewWorkOrdersChanged($filter: WorkOrderFilter, $after: Cursor) {
    workOrderChanged(filter: $filter, after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      workOrder {
        id
      }
    }
  }
`);
