import type { ApolloClient } from '@apollo/client';
import { metricPage } from '../../apollo/rows-page';
import type { ProductionFiguresQueryVariables } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows-page';
import { PRODUCTION_ROWS } from './production.query';

export type ProductionFigure = 'scheduleAdherence' | 'firstPassYield' | 'unposted';

/** Reads the rows of one figure, page by page. Nothing is cached: the cursor pins the figure. */
export function productionRows(
  client: ApolloClient,
  variables: ProductionFiguresQueryVariables,
  figure: ProductionFigure,
): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: PRODUCTION_ROWS,
      fetchPolicy: 'no-cache',
      variables: {
        ...variables,
        first,
        after,
        scheduleAdherence: figure === 'scheduleAdherence',
        firstPassYield: figure === 'firstPassYield',
        unposted: figure === 'unposted',
      },
    });
    return metricPage(data?.productionPerformance?.[figure]);
  };
}
