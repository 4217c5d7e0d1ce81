import { graphql } from '../../gql/gql';

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
