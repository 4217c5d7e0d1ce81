import { graphql } from '../../gql/gql';

/** What a table shows of a lag; its definition and rows are asked for where one lag is shown alone. */
export const LAG_PARTS = graphql(`
  fragment LagParts on Distribution {
    reason
    n
    median
    p95
    relativeError
  }
`);

/** One flow, as the lists and the matrix show it. */
export const FLOW_ROW = graphql(`
  fragment FlowRow on SyncFlow {
    id
    flow
    subgraph
    source {
      id
      name
      kind
    }
    plant {
      id
      code
    }
    backlog
    oldestBacklogSeconds
    clockSkewSeconds
    duplicates
    gaps
    lastEventAt
    lastHeartbeatAt
    freshness {
      ...FreshnessParts @unmask
    }
    lag {
      endToEnd {
        ...LagParts @unmask
      }
      pipeline {
        ...LagParts @unmask
      }
    }
  }
`);

/** How far behind reality the platform is, as a whole and flow by flow. */
export const SYNC_HEALTH = graphql(`
  query SyncHealth($scope: ScopeInput, $window: WindowInput) {
    syncHealth(scope: $scope, window: $window) {
      id
      unreachableSubgraphs
      lag {
        entry {
          ...DistributionFigure @unmask
        }
        transport {
          ...DistributionFigure @unmask
        }
        processing {
          ...DistributionFigure @unmask
        }
        endToEnd {
          ...DistributionFigure @unmask
        }
        pipeline {
          ...DistributionFigure @unmask
        }
      }
      flows {
        ...FlowRow @unmask
      }
      byPlant {
        plant {
          id
          code
          name
        }
        lag {
          endToEnd {
            ...LagParts @unmask
          }
          pipeline {
            ...LagParts @unmask
          }
        }
        freshness {
          ...FreshnessParts @unmask
        }
      }
    }
  }
`);

/** Lag over time, of all flows. */
export const SYNC_SERIES = graphql(`
  query SyncSeries($scope: ScopeInput, $window: WindowInput, $bucket: Bucket!) {
    syncHealth(scope: $scope, window: $window) {
      id
      series(bucket: $bucket) {
        start
        p50Seconds
        p95Seconds
        n
      }
    }
  }
`);

/** One flow with the three parts of its lag and how it moved. */
export const SYNC_FLOW = graphql(`
  query SyncFlow($id: ID!, $bucket: Bucket!) {
    syncFlow(id: $id) {
      ...FlowRow @unmask
      lag {
        entry {
          ...LagParts @unmask
        }
        transport {
          ...LagParts @unmask
        }
        processing {
          ...LagParts @unmask
        }
        endToEnd {
          ...DistributionFigure @unmask
        }
        pipeline {
          ...DistributionFigure @unmask
        }
      }
      series(bucket: $bucket) {
        start
        p50Seconds
        p95Seconds
        n
      }
    }
  }
`);

/** One page of the rows behind a lag of all flows. */
export const SYNC_ROWS = graphql(`
  query SyncRows(
    $scope: ScopeInput
    $window: WindowInput
    $first: Int!
    $after: Cursor
    $endToEnd: Boolean!
    $pipeline: Boolean!
    $entry: Boolean!
    $transport: Boolean!
    $processing: Boolean!
  ) {
    syncHealth(scope: $scope, window: $window) {
      id
      lag {
        endToEnd @include(if: $endToEnd) {
          ...DistributionFigure @unmask
          contributions(first: $first, after: $after) {
            ...ContributionPage @unmask
          }
        }
        pipeline @include(if: $pipeline) {
          ...DistributionFigure @unmask
          contributions(first: $first, after: $after) {
            ...ContributionPage @unmask
          }
        }
        entry @include(if: $entry) {
          ...DistributionFigure @unmask
          contributions(first: $first, after: $after) {
            ...ContributionPage @unmask
          }
        }
        transport @include(if: $transport) {
          ...DistributionFigure @unmask
          contributions(first: $first, after: $after) {
            ...ContributionPage @unmask
          }
        }
        processing @include(if: $processing) {
          ...DistributionFigure @unmask
          contributions(first: $first, after: $after) {
            ...ContributionPage @unmask
          }
        }
      }
    }
  }
`);

/** One page of the rows behind the lag of one flow. */
export const FLOW_ROWS = graphql(`
  query FlowRows($id: ID!, $first: Int!, $after: Cursor) {
    syncFlow(id: $id) {
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
