import { graphql } from '../../gql/gql';

/** The tiles, pushed whole whenever a change touches them. */
export const QUALITY_CHANGED = graphql(`
  subscription QualityChanged($scope: ScopeInput, $window: WindowInput, $after: Cursor) {
    qualityPerformanceChanged(scope: $scope, window: $window, after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      performance {
        ...QualityTiles @unmask
      }
    }
  }
`);

/** Inspection lots as they change; each change names the one before it, so that none can be missing unnoticed. */
export const INSPECTION_LOT_CHANGED = graphql(`
  subscription InspectionLotChanged($filter: InspectionLotFilter, $after: Cursor) {
    inspectionLotChanged(filter: $filter, after: $after) {
      cursor
      previousCursor
      kind
      caughtUpTo
      emittedAt
      occurredAt
      event
      lot {
        ...InspectionLotRow @unmask
      }
    }
  }
`);
