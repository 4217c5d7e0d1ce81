import type { ApolloClient } from '@apollo/client';
import { distributionPage, metricPage } from '../../apollo/rows-page';
import type { OverviewPerformanceQueryVariables } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows.model';
import { PERFORMANCE_ROWS } from './performance.query';

export type PerformanceFigure = 'onTime' | 'leadTime' | 'recordedLag' | 'value';

/** Reads the rows of one figure of the overview, page by page. Nothing is cached: the cursor pins the figure. */
export function performanceRows(
  client: ApolloClient,
  variables: OverviewPerformanceQueryVariables,
  figure: PerformanceFigure,
): LoadRows {
  return async (first, after) => {
    const { data } = await client.query({
      query: PERFORMANCE_ROWS,
      fetchPolicy: 'no-cache',
      variables: {
        ...variables,
        first,
        after,
        onTime: figure === 'onTime',
        leadTime: figure === 'leadTime',
        recordedLag: figure === 'recordedLag',
        value: figure === 'value',
      },
    });
    const performance = data?.supplierPerformance;
    switch (figure) {
      case 'onTime':
        return metricPage(performance?.onTime);
      case 'leadTime':
        return distributionPage(performance?.leadTime);
      case 'recordedLag':
        return distributionPage(performance?.recordedLag);
      case 'value':
        return metricPage(performance?.volume?.value);
    }
  };
}
