import { useApolloClient } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { Answer } from '../../apollo/use-answer';
import { formatDuration } from '../../format/duration';
import { countOf } from '../../format/quantity';
import { unitWord } from '../../format/unit';
import type {
  OverviewOverdueQuery,
  OverviewPerformanceQueryVariables,
  OverviewProductionQuery,
  OverviewQualityQuery,
  OverviewSyncQuery,
} from '../../gql/graphql';
import type { FigureFacts } from '../../ui/figure';
import { FigureTile, rowsLabel, type Reading } from '../../ui/figure-tile';
import { toneOf, verdictOf } from '../../ui/limits';
import { countReading, ppmReading, quantityReading, secondsReading, shareReading } from '../../ui/readings';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import type { ElsewhereFigure } from './elsewhere-rows';

/** The answers of the other parts of the platform. */
export interface Elsewhere {
  overdue: Answer<NonNullable<OverviewOverdueQuery['orderBook']>>;
  quality: Answer<NonNullable<OverviewQualityQuery['qualityPerformance']>>;
  production: Answer<NonNullable<OverviewProductionQuery['productionPerformance']>>;
  sync: Answer<NonNullable<OverviewSyncQuery['syncHealth']>>;
}

interface ElsewhereTilesProps extends Elsewhere {
  /** One for each part, because not every part knows every scope. */
  variables: Record<'overdue' | 'quality' | 'production' | 'sync', OverviewPerformanceQueryVariables>;
  /** The page looks back: lag is measured live and has no past. */
  past: boolean;
}

/** Quality, production, order book and pipeline, one tile each; a part that fails marks only its own. */
export function ElsewhereTiles(props: ElsewhereTilesProps): ReactNode {
  const { overdue, quality, production, sync, variables, past } = props;
  const client = useApolloClient();
  const openRows = useOpenRows();
  const tile = (
    title: string,
    facts: FigureFacts | null,
    failure: Answer<unknown>['failure'],
    readings: readonly Reading[],
    context: ReactNode,
    rows: { figure: ElsewhereFigure; of: keyof ElsewhereTilesProps['variables'] },
    tone: 'plain' | 'watch' | 'risk' = 'plain',
  ): ReactNode => (
    <FigureTile
      tall={rows.of === 'sync'}
      title={title}
      facts={facts}
      failure={failure}
      readings={readings}
      context={context}
      tone={tone}
      rowsLabel={facts ? rowsLabel(facts) : undefined}
      onRows={() =>
        openRows({
          title: `${title}: the rows`,
          subtitle: 'In the window of this page',
          load: whenAsked(async () =>
            (await import('./elsewhere-rows')).elsewhereRows(client, variables[rows.of], rows.figure),
          ),
        })
      }
    />
  );
  const book = overdue.value;
  // A book that holds lines, none of them overdue, has no overdue row to add up: that is a known 0.
  const none = book !== null && book.overdue.reason === 'NO_DATA' && book.ordered.value !== null;
  const late = book && (none ? { ...book.overdue, value: 0, reason: null } : book.overdue);
  const { defectRate = null, lotRejectionRate = null } = quality.value ?? {};
  const unposted = production.value?.unposted ?? null;
  const { endToEnd = null, pipeline = null } = sync.value?.lag ?? {};
  const missing = sync.value?.unreachableSubgraphs ?? [];
  const waiting = production.value?.oldestUnpostedSeconds ?? null;
  return (
    <>
      {tile(
        'Overdue now',
        late,
        overdue.failure,
        late ? [countReading(late.value, late.value === 1 ? 'line' : 'lines')] : [],
        'due before today in the books, not delivered',
        { figure: 'overdue', of: 'overdue' },
        late?.value ? 'watch' : 'plain',
      )}
      {tile(
        'Defects',
        defectRate,
        quality.failure,
        defectRate ? [ppmReading(defectRate.value)] : [],
        defectRate ? `defective per million delivered, ${countOf(defectRate.n, 'lot')} inspected` : null,
        { figure: 'defectRate', of: 'quality' },
      )}
      {tile(
        'Lot rejection',
        lotRejectionRate,
        quality.failure,
        lotRejectionRate ? [shareReading(lotRejectionRate.value)] : [],
        lotRejectionRate ? `of ${countOf(lotRejectionRate.n, 'lot')} decided` : null,
        { figure: 'lotRejectionRate', of: 'quality' },
      )}
      {tile(
        'Made, not posted',
        unposted,
        production.failure,
        unposted ? [quantityReading(unposted.value, unitWord(unposted.unitCode) || 'units')] : [],
        production.value
          ? `${countOf(production.value.unpostedOrders ?? 0, 'work order')} complete in MES, not in ERP${waiting === null ? '' : `, the oldest for ${formatDuration(waiting)}`}`
          : null,
        { figure: 'unposted', of: 'production' },
        toneOf(verdictOf('unpostedSeconds', waiting)),
      )}
      {past
        ? null
        : tile(
            'Sync lag',
            endToEnd,
            sync.failure,
            endToEnd
              ? [
                  secondsReading(endToEnd.p95, 'end to end, 95th percentile'),
                  secondsReading(pipeline?.p95 ?? null, 'pipeline, 95th percentile'),
                ]
              : [],
            endToEnd
              ? `happened to visible here, ${countOf(endToEnd.n, 'fact')}${missing.length === 0 ? '' : `; without ${missing.join(', ')}, which did not answer`}`
              : null,
            { figure: 'lag', of: 'sync' },
          )}
    </>
  );
}
