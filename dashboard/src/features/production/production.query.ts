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

/** What a list of work orders shows, and how an order stands is judged by. */
export const WORK_ORDER_ROW = graphql(`
  fragment WorkOrderRow on WorkOrder {
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
    unpostedSeconds
  }
`);

export const WORK_ORDERS = graphql(`
  query WorkOrders($filter: WorkOrderFilter, $first: Int!, $after: Cursor) {
    workOrders(filter: $filter, orderBy: START_ASC, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...WorkOrderRow @unmask
        }
      }
    }
  }
`);

/** How many orders each tab holds, counted by the platform. */
export const WORK_ORDER_COUNTS = graphql(`
  query WorkOrderCounts($unposted: WorkOrderFilter, $running: WorkOrderFilter, $planned: WorkOrderFilter) {
    unposted: workOrders(filter: $unposted, first: 1) {
      totalCount
    }
    running: workOrders(filter: $running, first: 1) {
      totalCount
    }
    planned: workOrders(filter: $planned, first: 1) {
      totalCount
    }
  }
`);

/** One order with everything that is known of it. */
export const WORK_ORDER = graphql(`
  query WorkOrder($id: ID!) {
    workOrder(id: $id) {
      ...WorkOrderRow @unmask
      reworkedQuantity
      dueAt
      bomRevision
      releasedAt
      startedAt
      completedAt
      completedOn
      origin
      externalIds {
        sourceSystemId
        type
        value
      }
      freshness {
        ...FreshnessParts @unmask
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
