import { graphql } from '../../gql/gql';

/** The tiles: their own operation, so that they stand before the chart's data is there. */
export const OVERVIEW_PERFORMANCE = graphql(`
  query OverviewPerformance($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime) {
    supplierPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      ...PerformanceTiles_performance
    }
  }
`);

export const PERFORMANCE_TILES = graphql(`
  fragment PerformanceTiles_performance on SupplierPerformance {
    id
    onTime {
      ...MetricFigure @unmask
    }
    otif {
      ...MetricFigure @unmask
    }
    leadTime {
      ...DistributionFigure @unmask
    }
    recordedLag {
      ...DistributionFigure @unmask
    }
    volume {
      lines
      orders
      shipments
      value {
        ...MetricFigure @unmask
      }
    }
  }
`);

/** Lead time and on time over time. */
export const OVERVIEW_SERIES = graphql(`
  query OverviewSeries(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $bucket: Bucket!
  ) {
    supplierPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      series(bucket: $bucket) {
        start
        leadTimeMedian
        leadTimeP90
        leadTimeN
        onTimePercent
        dueLines
      }
      leadTime {
        ...DistributionFigure @unmask
      }
      onTime {
        ...MetricFigure @unmask
      }
    }
  }
`);
