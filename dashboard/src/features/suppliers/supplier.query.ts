import { graphql } from '../../gql/gql';

/** Who the supplier is. */
export const SUPPLIER_HEAD = graphql(`
  query SupplierHead($id: ID!) {
    supplier(id: $id) {
      id
      code
      name
      tier
      country
      externalIds {
        sourceSystemId
        type
        value
      }
    }
  }
`);

/** The tiles of one supplier, whom the scope names. */
export const SUPPLIER_PERFORMANCE = graphql(`
  query SupplierPerformanceOfOne($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime) {
    supplierPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
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
      lateness {
        ...DistributionFigure @unmask
      }
    }
  }
`);

/** Lead time by month: what a box of each month stands on. */
export const SUPPLIER_SERIES = graphql(`
  query SupplierSeries(
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
    }
  }
`);

/** How many lines took longer than each edge: twelve columns of a histogram, counted by the platform. */
export const LEAD_TIME_SPREAD = graphql(`
  query LeadTimeSpread(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $e0: Float!
    $e1: Float!
    $e2: Float!
    $e3: Float!
    $e4: Float!
    $e5: Float!
    $e6: Float!
    $e7: Float!
    $e8: Float!
    $e9: Float!
    $e10: Float!
    $e11: Float!
  ) {
    supplierPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      leadTime {
        n
        above0: countAbove(than: $e0)
        above1: countAbove(than: $e1)
        above2: countAbove(than: $e2)
        above3: countAbove(than: $e3)
        above4: countAbove(than: $e4)
        above5: countAbove(than: $e5)
        above6: countAbove(than: $e6)
        above7: countAbove(than: $e7)
        above8: countAbove(than: $e8)
        above9: countAbove(than: $e9)
        above10: countAbove(than: $e10)
        above11: countAbove(than: $e11)
      }
    }
  }
`);

/** The same lines under three definitions, with those that differ. */
export const DEFINITION_COMPARISON = graphql(`
  query DefinitionComparison(
    $scope: ScopeInput
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $definitionIds: [ID!]!
    $first: Int!
    $after: Cursor
  ) {
    compareDefinitions(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt, definitionIds: $definitionIds) {
      agreement
      results {
        definition {
          ...DefinitionParts @unmask
        }
        metric {
          ...MetricFigure @unmask
        }
      }
      differences(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            cause
            line {
              id
              orderNumber
              lineNumber
              itemName
              currentCommitDate
              receivedOn
            }
            verdicts {
              passed
              rule
              definition {
                id
              }
            }
          }
        }
      }
    }
  }
`);
