import type { ApolloClient } from '@apollo/client';
import { distributionPage } from '../../apollo/rows-page';
import type { SyncHealthQueryVariables } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows-page';
import type { LagName } from './sync.model';
import { FLOW_ROWS, SYNC_ROWS } from './sync.query';

/** Reads the rows of one lag over all flows, page by page. Nothing is cached: the cursor pins the figure. */
export function lagRows(client: ApolloClient, variables: SyncHealthQueryVariables, lag: LagName): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: SYNC_ROWS,
      fetchPolicy: 'no-cache',
      variables: {
        ...variables,
        first,
        after,
        endToEnd: lag === 'endToEnd',
        pipeline: lag === 'pipeline',
        entry: lag === 'entry',
        transport: lag === 'transport',
        processing: lag === 'processing',
      },
    });
    return distributionPage(data?.syncHealth?.lag[lag]);
  };
}

/** The same of the end-to-end lag of one flow. */
export function flowRows(client: ApolloClient, id: string): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: FLOW_ROWS,
      fetchPolicy: 'no-cache',
      variables: { id, first, after },
    });
    return distributionPage(data?.syncFlow?.lag.endToEnd);
  };
}
