import { graphql } from '../../gql/gql';

/** The tiles, and the same for each plant. */
export const PRODUCTION_FIGURES = graphql(`
  query ProductionFigures($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime) {
    productionPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      scheduleAdherence {
        ...MetricFigure @unmask
      }
      firstPassYield {
        ...MetricFigure @unmask
      }
      unposted {
        ...MetricFigure @unmask
      }
      unpostedOrders
      oldestUnpostedSeconds
      byPlant {
        plant {
          id
          code
          name
        }
        scheduleAdherence {
          value
          reason
          n
        }
        firstPassYield {
          value
          reason
          n
        }
        unposted {
          value
          unitCode
          reason
          freshness {
            ...FreshnessParts @unmask
          }
        }
        unpostedOrders
        oldestUnpostedSeconds
      }
    }
  }
`);

/** The figures over time. */
export const PRODUCTION_SERIES = graphql(`
  query ProductionSeries(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $bucket: Bucket!
  ) {
    productionPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      series(bucket: $bucket) {
        start
        scheduleAdherencePercent
        dueOrders
        firstPassYieldPercent
        completedOrders
      }
    }
  }
`);

export const WORK_ORDERS = graphql(`
  query WorkOrders($filter: WorkOrderFilter, $orderBy: WorkOrderOrder!, $first: Int!, $after: Cursor) {
    workOrders(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          itemName
          item {
            id
            sku
          }
          plant {
            id
            code
            name
          }
          quantity
          unitOfMeasure
          completedQuantity
          postedQuantity
          unpostedQuantity
          scrappedQuantity
          mesState
          erpState
          status
          plannedStart
          plannedFinish
          frozenFinish
          completedAt
          unpostedSeconds
          freshness {
            ...FreshnessParts @unmask
          }
        }
      }
    }
  }
`);

/** One page of the rows behind one of the figures. */
export const PRODUCTION_ROWS = graphql(`
  query ProductionRows(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $first: Int!
    $after: Cursor
    $scheduleAdherence: Boolean!
    $firstPassYield: Boolean!
    $unposted: Boolean!
  ) {
    productionPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      scheduleAdherence @include(if: $scheduleAdherence) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      firstPassYield @include(if: $firstPassYield) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      unposted @include(if: $unposted) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
    }
  }
`);
