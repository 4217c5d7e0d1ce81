import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql/gql';
import { metricPage } from '../../apollo/rows-page';
import type { ScopeInput } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows-page';

/** One page of the rows behind one figure of the order book. `knownAt` null: as known now. */
const ORDER_BOOK_ROWS = graphql(`
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

export type OrderBookFigure =
  'ordered' | 'delivered' | 'open' | 'overdue' | 'deliveredUnrecorded' | 'deliveredUnrecordedValue' | 'falselyOverdue';

interface OrderBookQuestion {
  scope: ScopeInput | null;
  dayEnd: string;
  undated: boolean;
  /** What the books held at the end of the day, or what is known now. */
  view: 'books' | 'truth';
}

/** Reads the rows of one figure of the order book, page by page; nothing is cached. */
export function orderBookRows(client: ApolloClient, question: OrderBookQuestion, figure: OrderBookFigure): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: ORDER_BOOK_ROWS,
      fetchPolicy: 'no-cache',
      variables: {
        scope: question.scope,
        asOf: question.dayEnd,
        knownAt: question.view === 'books' ? question.dayEnd : null,
        undated: question.undated,
        first,
        after,
        ordered: figure === 'ordered',
        delivered: figure === 'delivered',
        open: figure === 'open',
        overdue: figure === 'overdue',
        deliveredUnrecorded: figure === 'deliveredUnrecorded',
        deliveredUnrecordedValue: figure === 'deliveredUnrecordedValue',
        falselyOverdue: figure === 'falselyOverdue',
      },
    });
    return metricPage(data?.orderBook?.[figure]);
  };
}
