import { graphql } from '../../gql/gql';

/** The same lots under each counting convention, and how many were not accepted. */
export const QUALITY_TILES = graphql(`
  fragment QualityTiles on QualityPerformance {
    id
    found: defectRate(definitionId: "defectRate.found@1") {
      ...MetricFigure @unmask
    }
    sorted: defectRate(definitionId: "defectRate.sorted@1") {
      ...MetricFigure @unmask
    }
    lot: defectRate(definitionId: "defectRate.lot@1") {
      ...MetricFigure @unmask
    }
    inspected: defectRate(definitionId: "defectRate.inspected@1") {
      ...MetricFigure @unmask
    }
    estimated: defectRate(definitionId: "defectRate.estimated@1") {
      ...MetricFigure @unmask
      lower
      upper
    }
    lotRejectionRate {
      ...MetricFigure @unmask
    }
  }
`);

export const QUALITY_FIGURES = graphql(`
  query QualityFigures($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime) {
    qualityPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      ...QualityTiles @unmask
    }
  }
`);

/** Defects over time. */
export const QUALITY_SERIES = graphql(`
  query QualitySeries($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime, $bucket: Bucket!) {
    qualityPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      series(bucket: $bucket) {
        start
        defectPpm
        inspected
        deliveredQuantity
        defectiveQuantity
      }
    }
  }
`);

/** What the tables show of a supplier's or plant's figures. */
export const QUALITY_PARTIES = graphql(`
  query QualityParties(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $orderBy: QualityOrder!
  ) {
    qualityPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      bySupplier(first: 200, orderBy: $orderBy) {
        supplier {
          id
          name
        }
        defectRate {
          value
          reason
          n
          numerator
          denominator
        }
        lotRejectionRate {
          value
          reason
          n
        }
      }
      byPlant {
        plant {
          id
          code
          name
        }
        defectRate {
          value
          reason
          n
          numerator
          denominator
        }
        lotRejectionRate {
          value
          reason
          n
        }
      }
      freshness {
        ...FreshnessParts @unmask
      }
    }
  }
`);

/** What a list of inspection lots shows. */
export const INSPECTION_LOT_ROW = graphql(`
  fragment InspectionLotRow on InspectionLot {
    id
    number
    stage
    status
    decision
    supplier {
      id
      name
    }
    item {
      id
      sku
      name
    }
    plant {
      id
      code
    }
    purchaseOrderLine {
      id
      orderNumber
      lineNumber
    }
    lotQuantity
    unitOfMeasure
    sampleSize
    defectiveInSample
    defectiveAfterSort
    createdAt
    createdOn
    decidedAt
    decidedOn
  }
`);

export const INSPECTION_LOTS = graphql(`
  query InspectionLots($filter: InspectionLotFilter, $orderBy: InspectionLotOrder!, $first: Int!, $after: Cursor) {
    inspectionLots(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...InspectionLotRow @unmask
        }
      }
    }
  }
`);

/** How many lots each tab holds, counted by the platform. */
export const INSPECTION_LOT_COUNTS = graphql(`
  query InspectionLotCounts($open: InspectionLotFilter, $rejected: InspectionLotFilter) {
    open: inspectionLots(filter: $open, first: 1) {
      totalCount
    }
    rejected: inspectionLots(filter: $rejected, first: 1) {
      totalCount
    }
  }
`);

/** One lot with everything that is known of it. */
export const INSPECTION_LOT = graphql(`
  query InspectionLot($id: ID!) {
    inspectionLot(id: $id) {
      ...InspectionLotRow @unmask
      supplierLotNumber
      deliveredQuantity
      disposition
      reason
      countable
      acceptedQuantity
      rejectedQuantity
      simulated
      lot {
        id
        lotNumber
      }
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
export const QUALITY_ROWS = graphql(`
  query QualityRows(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $first: Int!
    $after: Cursor
    $definitionId: ID
    $defectRate: Boolean!
  ) {
    qualityPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      defectRate(definitionId: $definitionId) @include(if: $defectRate) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      lotRejectionRate @skip(if: $defectRate) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
    }
  }
`);
