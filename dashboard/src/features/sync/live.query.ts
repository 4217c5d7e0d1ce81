import { graphql } from '../../gql/gql';

/** What moves every second of a flow: its age and what waits. Lags and counts are asked for at leisure. */
export const SYNC_HEALTH_CHANGED = graphql(`
  subscription SyncHealthChanged($scope: ScopeInput, $after: Cursor) {
    syncHealthChanged(scope: $scope, after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      health {
        id
        unreachableSubgraphs
        flows {
          id
          backlog
          oldestBacklogSeconds
          lastEventAt
          lastHeartbeatAt
          freshness {
            ...FreshnessParts @unmask
          }
        }
      }
    }
  }
`);
