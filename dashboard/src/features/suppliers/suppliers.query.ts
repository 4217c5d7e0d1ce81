import { graphql } from '../../gql';

/** Every supplier with its figures. 200 is the most that one answer holds. */
export const SUPPLIER_FIGURES = graphql(`
  query SupplierFigures($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime) {
    supplierPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      onTime {
        ...MetricFigure @unmask
      }
      leadTime {
        ...DistributionFigure @unmask
      }
      bySupplier(first: 200, orderBy: LINES_DESC) {
        supplier {
          id
          code
          name
        }
        onTime {
          value
          reason
          n
          numerator
          freshness {
            status
          }
        }
        leadTime {
          median
          p90
          reason
          n
        }
      }
    }
  }
`);

/** One page of the rows behind a figure of one supplier. */
export const SUPPLIER_ROWS = graphql(`
  query SupplierRows(
    $id: ID!
    $window: WindowInput
    $asOf: DateTime
    $knownAt: DateTime
    $first: Int!
    $after: Cursor
    $onTime: Boolean!
    $leadTime: Boolean!
  ) {
    supplier(id: $id) {
      id
      onTime(window: $window, asOf: $asOf, knownAt: $knownAt) @include(if: $onTime) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      leadTime(window: $window, asOf: $asOf, knownAt: $knownAt) @include(if: $leadTime) {
        ...DistributionFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
    }
  }
`);
