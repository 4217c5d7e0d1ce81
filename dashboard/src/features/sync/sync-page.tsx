import { useQuery } from '@apollo/client/react';
import { useMemo, type ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatCount } from '../../format/quantity';
import type { SyncHealthQueryVariables } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/field';
import { Glyph } from '../../ui/glyph';
import { NotRefreshed } from '../../ui/not-refreshed';
import { RecordsWaiting } from '../../ui/record-table';
import layout from '../../ui/screen.module.css';
import { Section } from '../../ui/section';
import type { SeriesView } from '../../ui/series-section';
import { useStableOrder } from '../../ui/stable-order';
import { TileFailure } from '../../ui/tile-failure';
import { FlowMatrix } from './flow-matrix';
import { FlowPeek } from './flow-peek';
import { FlowTable, PlantLagTable } from './flow-tables';
import { LagSeries } from './lag-series';
import { SYNC_HEALTH_CHANGED } from './live.query';
import { SyncTiles } from './sync-tiles';
import { headlineOf, worstFirst, type LagBucket } from './sync.model';
import { SYNC_HEALTH, SYNC_SERIES } from './sync.query';

/** How the flows are shown; in the address as `flows`. */
export type FlowsView = 'matrix' | 'list';

interface SyncPageProps {
  /** Of origin alone; lag has no past, so no as-of. */
  variables: SyncHealthQueryVariables;
  /** The page looks back: lag does not, and says so. */
  past: boolean;
  flows: FlowsView;
  onFlows: (view: FlowsView) => void;
  bucket: LagBucket;
  onBucket: (bucket: LagBucket) => void;
  /** The flow shown beside the list. */
  flow: string | null;
  onFlow: (id: string | null) => void;
  view: SeriesView;
  onView: (view: SeriesView) => void;
  dark: boolean;
}

/** Where data is late or missing: which flow, against which promise, and in which part of its way. */
export function SyncPage(props: SyncPageProps): ReactNode {
  const { variables, past, flows: shape, onFlows, bucket, onBucket, flow, onFlow } = props;
  const polling = useLivePolling();
  const result = useQuery(SYNC_HEALTH, { ...polling, variables });
  const answer = useAnswer(result, result.data?.syncHealth, variables);
  const { value: health, failure } = answer;
  const asked = { ...variables, bucket };
  const ofSeries = useQuery(SYNC_SERIES, { ...polling, variables: asked });
  const series = useAnswer(ofSeries, ofSeries.data?.syncHealth?.series, asked);
  // Ages and what waits are pushed into the flows themselves; lags and counts follow at leisure.
  const pulse = usePulse(answer.refetch);
  const pulseSeries = usePulse(series.refetch, 30_000);
  useStream(streamOf('figures', 'syncHealthChanged', SYNC_HEALTH_CHANGED, { scope: variables.scope }), {
    onChange: () => {
      pulse();
      pulseSeries();
    },
    onRefetch: pulse,
  });
  const sorted = useMemo(() => worstFirst(health?.flows ?? []), [health]);
  const { rows, fresh, moved, resort } = useStableOrder(sorted, JSON.stringify(variables));
  const unreachable = health?.unreachableSubgraphs ?? [];
  return (
    <>
      {past ? (
        <p className={layout.note}>
          Sync health has no past: this is how the flows are now. What the books held on a day is on the other screens.
        </p>
      ) : null}
      {unreachable.length > 0 ? (
        <p className={layout.note} role="status">
          <Glyph shape="risk" />
          {unreachable.join(', ')} {unreachable.length === 1 ? 'does' : 'do'} not answer: the flows that{' '}
          {unreachable.length === 1 ? 'it records' : 'they record'} are missing here.
        </p>
      ) : null}
      <p className={layout.headline}>{headlineOf(sorted)}</p>
      <Section
        id="flows"
        card
        title="Sources by plant"
        description="Every flow against the age it promises: those that never synced first, then the worst. Press one for its parts and rows."
        actions={
          <>
            {moved ? (
              <Button size="xs" variant="default" onClick={resort}>
                {fresh > 0 ? `${formatCount(fresh)} new: show` : 'Order has changed: sort again'}
              </Button>
            ) : null}
            <Segmented<FlowsView>
              label="Show flows as"
              data={[
                { value: 'matrix', label: 'By plant' },
                { value: 'list', label: 'All counts' },
              ]}
              value={shape}
              onChange={onFlows}
            />
          </>
        }
      >
        {health === null ? (
          failure ? (
            <TileFailure {...failure} />
          ) : (
            <RecordsWaiting label="Loading flows" rows={8} />
          )
        ) : (
          <>
            {shape === 'list' || rows.length === 0 ? (
              <FlowTable flows={rows} peeked={flow} onPeek={onFlow} />
            ) : (
              <FlowMatrix flows={rows} peeked={flow} onPeek={onFlow} />
            )}
            {failure ? <NotRefreshed failure={failure} /> : null}
          </>
        )}
      </Section>
      <SyncTiles answer={answer} variables={variables} />
      <LagSeries
        series={series.value}
        failure={series.failure}
        freshness={health?.lag.endToEnd.freshness ?? null}
        bucket={bucket}
        onBucket={onBucket}
        view={props.view}
        onView={props.onView}
        dark={props.dark}
      />
      <Section id="plants" card title="Plants" description="Lag of each plant's flows, and their weakest source.">
        {health === null ? (
          failure ? (
            <TileFailure {...failure} />
          ) : (
            <RecordsWaiting label="Loading plants" rows={3} />
          )
        ) : (
          <PlantLagTable plants={health.byPlant} />
        )}
        {health && failure ? <NotRefreshed failure={failure} /> : null}
      </Section>
      {flow === null ? null : (
        <FlowPeek
          key={flow}
          id={flow}
          known={rows.find(({ id }) => id === flow) ?? null}
          bucket={bucket}
          onClose={() => onFlow(null)}
        />
      )}
    </>
  );
}
