import type { ApolloClient } from '@apollo/client';
import { metricPage } from '../../apollo/rows-page';
import type { QualityFiguresQueryVariables } from '../../gql/graphql';
import type { LoadRows } from '../../ui/rows-page';
import type { Convention } from './quality.model';
import { QUALITY_ROWS } from './quality.query';

/** A figure of this screen: lots rejected, or defects under a convention. */
export type QualityFigure = 'lotRejectionRate' | Convention;

/** Reads the rows of one figure, page by page. Nothing is cached: the cursor pins the figure. */
export function qualityRows(
  client: ApolloClient,
  variables: QualityFiguresQueryVariables,
  figure: QualityFigure,
): LoadRows {
  const defectRate = figure !== 'lotRejectionRate';
  const definitionId = defectRate ? `defectRate.${figure}@1` : null;
  return async (first, after) => {
    const { data } = await client.query({
      query: QUALITY_ROWS,
      fetchPolicy: 'no-cache',
      variables: { ...variables, first, after, definitionId, defectRate },
    });
    return metricPage(defectRate ? data?.qualityPerformance?.defectRate : data?.qualityPerformance?.lotRejectionRate);
  };
}
