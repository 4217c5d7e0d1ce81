import { graphql } from '../../gql/gql';

/** Defects and rejected lots of one supplier, whom the scope names. */
export const SUPPLIER_QUALITY = graphql(`
  query SupplierQuality($scope: ScopeInput, $window: WindowInput, $asOf: DateTime, $knownAt: DateTime) {
    qualityPerformance(scope: $scope, window: $window, asOf: $asOf, knownAt: $knownAt) {
      id
      defectRate {
        ...MetricFigure @unmask
      }
      lotRejectionRate {
        ...MetricFigure @unmask
      }
    }
  }
`);
