import type { ApolloClient } from '@apollo/client';
import { metricPage } from '../../apollo/rows-page';
import type { ScopeInput } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows.model';
import { ORDER_BOOK_ROWS } from './order-book.query';

export type OrderBookFigure =
  | 'ordered'
  | 'delivered'
  | 'open'
  | 'overdue'
  | 'deliveredUnrecorded'
  | 'deliveredUnrecordedValue'
  | 'falselyOverdue';

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
