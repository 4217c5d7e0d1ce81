import type { ContributionPageFragment, DistributionFigureFragment, MetricFigureFragment } from '../gql/graphql';
import type { RowsPage } from '../ui/rows-page';

type Unmasked<T> = Omit<T, ' $fragmentName' | ' $fragmentRefs'>;

interface WithRows {
  contributions: Unmasked<ContributionPageFragment>;
}

function rowsOf(figure: WithRows): Omit<RowsPage, 'figure'> {
  const { edges, pageInfo, totalCount } = figure.contributions;
  return {
    rows: edges.map(({ node }) => node),
    totalCount,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

/** A page of rows as the drawer reads it, from a metric value. Throws when the platform gave no figure. */
export function metricPage(figure: (Unmasked<MetricFigureFragment> & WithRows) | null | undefined): RowsPage {
  if (!figure) throw new Error('the platform gave no figure for them');
  return { ...rowsOf(figure), figure: { ...figure, kind: 'metric' } };
}

/** The same from a distribution. */
export function distributionPage(
  figure: (Unmasked<DistributionFigureFragment> & WithRows) | null | undefined,
): RowsPage {
  if (!figure) throw new Error('the platform gave no figure for them');
  return { ...rowsOf(figure), figure: { ...figure, kind: 'distribution' } };
}
