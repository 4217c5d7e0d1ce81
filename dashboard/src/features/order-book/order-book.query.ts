import { graphql } from '../../gql';

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

/** One page of the rows behind one figure of the order book. `knownAt` null: as known now. */
export const ORDER_BOOK_ROWS = graphql(`
  query OrderBookRows(
    $scope: ScopeInput
    $asOf: DateTime!
    $knownAt: DateTime
    $undated: Boolean!
    $first: Int!
    $after: Cursor
    $ordered: Boolean!
    $delivered: Boolean!
    $open: Boolean!
    $overdue: Boolean!
    $deliveredUnrecorded: Boolean!
    $deliveredUnrecordedValue: Boolean!
    $falselyOverdue: Boolean!
  ) {
    orderBook(scope: $scope, asOf: $asOf, knownAt: $knownAt, includeUndatedOrders: $undated) {
      ordered @include(if: $ordered) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      delivered @include(if: $delivered) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      open @include(if: $open) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      overdue @include(if: $overdue) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      deliveredUnrecorded @include(if: $deliveredUnrecorded) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      deliveredUnrecordedValue @include(if: $deliveredUnrecordedValue) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
      falselyOverdue @include(if: $falselyOverdue) {
        ...MetricFigure @unmask
        contributions(first: $first, after: $after) {
          ...ContributionPage @unmask
        }
      }
    }
  }
`);
