import { useApolloClient, useFragment } from '@apollo/client/react';
import type { FragmentType } from '@apollo/client';
import type { ReactNode } from 'react';
import { formatDay } from '../../format/date';
import { countOf, formatCount, formatMoney, formatMoneyCompact } from '../../format/quantity';
import type { OverviewPerformanceQueryVariables, PerformanceTiles_PerformanceFragment } from '../../gql/graphql';
import { FigureTile, rowsLabel } from '../../ui/figure-tile';
import type { FailureFacts } from '../../ui/tile-failure';
import { dayReading, shareReading } from '../../ui/readings';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { headlineOf, lateWords, windowWords, type HeadlineExtras } from './overview.model';
import { PERFORMANCE_TILES } from './performance.query';
import type { PerformanceFigure } from './performance-rows';
import classes from './overview.module.css';

type Performance = FragmentType<PerformanceTiles_PerformanceFragment>;

interface PerformanceTilesProps {
  performance: Performance | null;
  variables: OverviewPerformanceQueryVariables;
  /** Why the window is the one it is; stands beside it. */
  note: string | null;
  /** Takes the headline's place when the window holds nothing; null: the headline says so. */
  whenNothing: ReactNode;
  failure: FailureFacts | null;
  /** What the other parts of the platform add to the sentence. */
  extras?: HeadlineExtras;
  /** The tiles of the other parts, after those of delivery. */
  children?: ReactNode;
}

/** The figures behind the fragment; null while they are not all there. */
function useFigures(performance: Performance | null) {
  const { data, complete } = useFragment({
    fragment: PERFORMANCE_TILES,
    fragmentName: 'PerformanceTiles_performance',
    from: performance,
  });
  return complete ? data : null;
}

function useRowsOf(variables: OverviewPerformanceQueryVariables) {
  const client = useApolloClient();
  const openRows = useOpenRows();
  return (title: string, figure: PerformanceFigure, window: { from: string; to: string }) => () =>
    openRows({
      title: `${title}: the rows`,
      subtitle: `Window ${windowWords(window.from, window.to)}`,
      load: whenAsked(async () => (await import('./performance-rows')).performanceRows(client, variables, figure)),
    });
}

/** The overview's headline sentence and its tiles, those of delivery first. */
export function PerformanceTiles(props: PerformanceTilesProps): ReactNode {
  const { performance, variables, note, whenNothing, failure, extras = {}, children } = props;
  const figures = useFigures(performance);
  const rowsOf = useRowsOf(variables);
  const { onTime = null, otif = null, leadTime = null, volume = null } = figures ?? {};
  const nothing = figures !== null && onTime?.n === 0 && leadTime?.n === 0 && volume?.lines === 0;
  const late = onTime ? lateWords(onTime.numerator, onTime.denominator) : null;

  return (
    <>
      <h2 className="sl-unseen">Key figures</h2>
      {nothing && whenNothing ? (
        whenNothing
      ) : (
        <p className={classes.headline} aria-live="polite">
          {figures && onTime && leadTime ? (
            (headlineOf({ onTime, leadTime, ...extras }) ??
            (nothing ? 'Nothing was due or received in this window.' : ''))
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
          readings={onTime ? [shareReading(onTime.value)] : []}
          context={onTime ? `of ${countOf(onTime.n, 'line')} due${late ? `, ${late}` : ''}` : null}
          rowsLabel={onTime ? rowsLabel(onTime) : undefined}
          onRows={onTime ? rowsOf('On time', 'onTime', onTime.window) : undefined}
        />
        <FigureTile
          title="OTIF"
          facts={otif}
          failure={failure}
          readings={otif ? [shareReading(otif.value)] : []}
          context={otif ? `on time in full, of ${countOf(otif.n, 'line')} due` : null}
          rowsLabel={otif ? rowsLabel(otif) : undefined}
          onRows={otif ? rowsOf('OTIF', 'otif', otif.window) : undefined}
        />
        <FigureTile
          title="Lead time"
          facts={leadTime}
          failure={failure}
          readings={
            leadTime ? [dayReading(leadTime.median, 'median'), dayReading(leadTime.p90, '90th percentile')] : []
          }
          context={leadTime ? `order sent to received, ${countOf(leadTime.n, 'line')}` : null}
          rowsLabel={leadTime ? rowsLabel(leadTime) : undefined}
          onRows={leadTime ? rowsOf('Lead time', 'leadTime', leadTime.window) : undefined}
        />
        {children}
      </div>
      <p className={classes.windowNote}>
        {figures && onTime ? (
          <>
            Window {formatDay(onTime.window.from)} – {formatDay(onTime.window.to)}
            {note ? `. ${note}` : null}
          </>
        ) : null}
      </p>
    </>
  );
}

/** How late the books are, and how much the window holds: the two tiles beside the order book. */
export function RecordTiles({
  performance,
  variables,
  failure,
}: Omit<PerformanceTilesProps, 'note' | 'whenNothing'>): ReactNode {
  const figures = useFigures(performance);
  const rowsOf = useRowsOf(variables);
  const { recordedLag = null, volume = null } = figures ?? {};
  return (
    <div className={classes.tiles} data-pair="true">
      <FigureTile
        title="Recorded lag"
        facts={recordedLag}
        failure={failure}
        readings={
          recordedLag ? [dayReading(recordedLag.median, 'median'), dayReading(recordedLag.p95, '95th percentile')] : []
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
  );
}
