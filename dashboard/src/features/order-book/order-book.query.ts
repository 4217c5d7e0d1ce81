import { graphql } from '../../gql/gql';

/**
 * The order book of one day, twice: as the books had it at the end of that day, and as it is known to have been now.
 */
export const ORDER_BOOK = graphql(`
  query OrderBookOfDay($scope: ScopeInput, $dayEnd: DateTime!, $undated: Boolean!) {
    books: orderBook(scope: $scope, asOf: $dayEnd, knownAt: $dayEnd, includeUndatedOrders: $undated) {
      ordered {
        ...MetricFigure @unmask
      }
      delivered {
        ...MetricFigure @unmask
      }
      open {
        ...MetricFigure @unmask
      }
      overdue {
        ...MetricFigure @unmask
      }
      deliveredUnrecorded {
        ...MetricFigure @unmask
      }
      deliveredUnrecordedValue {
        ...MetricFigure @unmask
      }
      falselyOverdue {
        ...MetricFigure @unmask
      }
    }
    truth: orderBook(scope: $scope, asOf: $dayEnd, includeUndatedOrders: $undated) {
      ordered {
        ...MetricFigure @unmask
      }
      delivered {
        ...MetricFigure @unmask
      }
      open {
        ...MetricFigure @unmask
      }
      overdue {
        ...MetricFigure @unmask
      }
    }
  }
`);
