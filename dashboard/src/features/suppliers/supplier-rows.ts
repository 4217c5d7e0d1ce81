import type { ApolloClient } from '@apollo/client';
import { distributionPage, metricPage } from '../../apollo/rows-page';
import type { WindowInput } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows.model';
import { SUPPLIER_ROWS } from './suppliers.query';

interface SupplierQuestion {
  id: string;
  window: WindowInput;
  asOf: string | null;
  knownAt: string | null;
}

/** Reads the rows behind one supplier's figure, page by page; nothing is cached. */
export function supplierRows(
  client: ApolloClient,
  question: SupplierQuestion,
  figure: 'onTime' | 'leadTime',
): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: SUPPLIER_ROWS,
      fetchPolicy: 'no-cache',
      variables: { ...question, first, after, onTime: figure === 'onTime', leadTime: figure === 'leadTime' },
    });
    return figure === 'onTime' ? metricPage(data?.supplier?.onTime) : distributionPage(data?.supplier?.leadTime);
  };
}
