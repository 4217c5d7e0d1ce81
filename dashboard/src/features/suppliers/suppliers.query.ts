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
      otif {
        ...MetricFigure @unmask
      }
      recordedLag {
        ...DistributionFigure @unmask
      }
      breakdown(by: SUPPLIER, first: 200) {
        totalCount
        edges {
          node {
            key
            label
            supplier {
              id
              code
              name
            }
            onTime {
              value
              reason
              n
            }
            otif {
              value
              reason
              n
            }
            leadTime {
              median
              p90
              reason
              n
            }
            recordedLag {
              p90
              reason
              n
            }
          }
        }
      }
    }
  }
`);
