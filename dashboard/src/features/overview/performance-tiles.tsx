import { useApolloClient, useFragment } from '@apollo/client/react';
import type { FragmentType } from '@apollo/client';
import type { ReactNode } from 'react';
import { formatDay } from '../../format/date';
import { formatPercentExact, percentDigits } from '../../format/percent';
import { countOf, formatCount, formatMoney, formatMoneyCompact, formatTile } from '../../format/quantity';
import type { OverviewPerformanceQueryVariables, PerformanceTiles_PerformanceFragment } from '../../gql/graphql';
import { FigureTile, rowsLabel } from '../../ui/figure-tile';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { exactDays, headlineOf, lateWords, windowWords } from './overview.model';
import { PERFORMANCE_TILES } from './performance.query';
import type { PerformanceFigure } from './performance-rows';
import classes from './overview.module.css';

interface PerformanceTilesProps {
  performance: FragmentType<PerformanceTiles_PerformanceFragment> | null;
  variables: OverviewPerformanceQueryVariables;
  /** Why the window is the one it is; stands beside it. */
  note: string | null;
  /** Takes the headline's place when the window holds nothing; null: the headline says so. */
  whenNothing: ReactNode;
  failure: { message: string; traceId: string | null; onRetry: () => void } | null;
}

/** The overview's headline sentence and its four tiles. */
export function PerformanceTiles({
  performance,
  variables,
  note,
  whenNothing,
  failure,
}: PerformanceTilesProps): ReactNode {
  const client = useApolloClient();
  const openRows = useOpenRows();
  const { data, complete } = useFragment({
    fragment: PERFORMANCE_TILES,
    fragmentName: 'PerformanceTiles_performance',
    from: performance,
  });
  const figures = complete ? data : null;

  const rowsOf = (title: string, figure: PerformanceFigure, window: { from: string; to: string }) => () =>
    openRows({
      title: `${title}: the rows`,
      subtitle: `Window ${windowWords(window.from, window.to)}`,
      load: whenAsked(async () => (await import('./performance-rows')).performanceRows(client, variables, figure)),
    });

  const { onTime = null, leadTime = null, recordedLag = null, volume = null } = figures ?? {};
  const nothing = figures !== null && onTime?.n === 0 && leadTime?.n === 0 && volume?.lines === 0;
  const late = onTime ? lateWords(onTime.numerator, onTime.denominator) : null;

  return (
    <>
      <h2 className="sl-unseen">Delivery performance</h2>
      {nothing && whenNothing ? (
        whenNothing
      ) : (
        <p className={classes.headline} aria-live="polite">
          {figures && onTime && leadTime ? (
            (headlineOf({ onTime, leadTime }) ?? (nothing ? 'Nothing was due or received in this window.' : ''))
          ) : failure ? (
            'The figures of this window are not available right now.'
          ) : (
            <span className="sl-skeleton" style={{ display: 'block', height: 28, width: 'min(720px, 90%)' }} />
          )}
        </p>
      )}
      <div className={classes.tiles}>
        <FigureTile
          title="On time"
          facts={onTime}
          failure={failure}
          readings={
            onTime
              ? [
                  onTime.value === null
                    ? { text: '—', exact: '—' }
                    : { text: percentDigits(onTime.value), unit: '%', exact: formatPercentExact(onTime.value) },
                ]
              : []
          }
          context={onTime ? `of ${countOf(onTime.n, 'line')} due${late ? `, ${late}` : ''}` : null}
          rowsLabel={onTime ? rowsLabel(onTime) : undefined}
          onRows={onTime ? rowsOf('On time', 'onTime', onTime.window) : undefined}
        />
        <FigureTile
          title="Lead time"
          facts={leadTime}
          failure={failure}
          readings={
            leadTime
              ? [
                  { label: 'median', ...days(leadTime.median), exact: exactDays(leadTime.median) },
                  { label: '90th percentile', ...days(leadTime.p90), exact: exactDays(leadTime.p90) },
                ]
              : []
          }
          context={leadTime ? `order sent to received, ${countOf(leadTime.n, 'line')}` : null}
          rowsLabel={leadTime ? rowsLabel(leadTime) : undefined}
          onRows={leadTime ? rowsOf('Lead time', 'leadTime', leadTime.window) : undefined}
        />
        <FigureTile
          title="Recorded lag"
          facts={recordedLag}
          failure={failure}
          readings={
            recordedLag
              ? [
                  { label: 'median', ...days(recordedLag.median), exact: exactDays(recordedLag.median) },
                  { label: '95th percentile', ...days(recordedLag.p95), exact: exactDays(recordedLag.p95) },
                ]
              : []
          }
          context={recordedLag ? `received to recorded, ${countOf(recordedLag.n, 'receipt')}` : null}
          rowsLabel={recordedLag ? rowsLabel(recordedLag) : undefined}
          onRows={recordedLag ? rowsOf('Recorded lag', 'recordedLag', recordedLag.window) : undefined}
        />
        <FigureTile
          title="Volume"
          facts={volume ? volume.value : null}
          failure={failure}
          readings={
            volume
              ? [
                  { text: formatCount(volume.lines), label: 'order lines', exact: formatCount(volume.lines) },
                  {
                    text: formatMoneyCompact(volume.value.value, volume.value.unitCode),
                    label: 'value',
                    exact: formatMoney(volume.value.numerator, volume.value.unitCode),
                  },
                ]
              : []
          }
          context={volume ? `${countOf(volume.orders, 'order')}, ${countOf(volume.shipments, 'shipment')}` : null}
          rowsLabel={volume ? rowsLabel(volume.value) : undefined}
          onRows={volume ? rowsOf('Volume', 'value', volume.value.window) : undefined}
        />
      </div>
      {figures && onTime ? (
        <p className={classes.windowNote}>
          Window {formatDay(onTime.window.from)} – {formatDay(onTime.window.to)}
          {note ? `. ${note}` : null}
        </p>
      ) : null}
    </>
  );
}

function days(value: number | null): { text: string; unit?: string } {
  return value === null ? { text: '—' } : { text: formatTile(value), unit: value === 1 ? 'day' : 'days' };
}
