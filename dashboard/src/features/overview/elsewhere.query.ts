import { graphql } from '../../gql/gql';

/*
 * The overview's figures from the other parts of the platform, each asked for by itself: a part that is slow or down
 * keeps only its own tiles waiting.
 */

export const OVERVIEW_OVERDUE = graphql(`
  query OverviewOverdue($scope: ScopeInput, $asOf: DateTime, $knownAt: DateTime) {
    orderBook(scope: $scope, asOf: $asOf, knownAt: $knownAt) {
      ordered {
        value
        reason
      }
      overdue {
        ...MetricFigure @unmask
      }
    }
  }
`);

export const OVERVIEW_QUALITY = graphql(`
  query OverviewQuality($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime) {
    qualityPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      defectRate {
        ...MetricFigure @unmask
      }
      lotRejectionRate {
        ...MetricFigure @unmask
      }
    }
  }
`);

export const OVERVIEW_PRODUCTION = graphql(`
  query OverviewProduction($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime) {
    productionPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      unposted {
        ...MetricFigure @unmask
      }
      unpostedOrders
      oldestUnpostedSeconds
    }
  }
`);

export const OVERVIEW_SYNC = graphql(`
  query OverviewSync($scope: ScopeInput, $window: WindowInput) {
    syncHealth(scope: $scope, window: $window) {
      id
      unreachableSubgraphs
      lag {
        endToEnd {
          ...DistributionFigure @unmask
        }
        pipeline {
          ...DistributionFigure @unmask
        }
      }
    }
  }
`);

/** Defects over time, for the chart's lower half. */
export const OVERVIEW_DEFECTS = graphql(`
  query OverviewDefects(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $bucket: Bucket!
  ) {
    qualityPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      series(bucket: $bucket) {
        start
        defectPpm
        inspected
        deliveredQuantity
      }
      defectRate {
        ...MetricFigure @unmask
      }
    }
  }
`);

/** The lots not accepted in which most was found defective: what the chart marks. */
export const OVERVIEW_REJECTED_LOTS = graphql(`
  query OverviewRejectedLots($filter: InspectionLotFilter) {
    inspectionLots(filter: $filter, orderBy: DEFECTS_DESC, first: 3) {
      edges {
        node {
          id
          number
          createdOn
          decidedOn
          defectiveInSample
          sampleSize
          supplier {
            id
            name
          }
        }
      }
    }
  }
`);
