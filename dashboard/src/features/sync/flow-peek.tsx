import { useApolloClient, useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { polled } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatInstant } from '../../format/date';
import { formatDuration } from '../../format/duration';
import { formatLag } from '../../format/lag';
import { countOf, formatCount, UNKNOWN } from '../../format/quantity';
import type { SyncFlowQuery } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { FreshnessMark } from '../../ui/freshness-mark';
import { NumberTable } from '../../ui/number-table';
import { Peek, PeekFacts, PeekPart } from '../../ui/peek';
import { RecordsWaiting } from '../../ui/record-table';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { TileFailure } from '../../ui/tile-failure';
import type { FlowRow } from './flow-matrix';
import { errorWords, flowName, LAG_NAMES, LAG_WORDS, pointName, trimSeries, type LagBucket } from './sync.model';
import { SYNC_FLOW } from './sync.query';

interface FlowPeekProps {
  id: string;
  /** What the list has of it: shown while the rest is on its way. Null: it is in no list. */
  known: FlowRow | null;
  bucket: LagBucket;
  onClose: () => void;
}

type FullFlow = NonNullable<SyncFlowQuery['syncFlow']>;

const SHOWN_POINTS = 24;

/** One flow beside the list: its parts, its counts, how it moved, its rows. */
export function FlowPeek({ id, known, bucket, onClose }: FlowPeekProps): ReactNode {
  const result = useQuery(SYNC_FLOW, { ...polled, variables: { id, bucket } });
  const { value: flow, failure } = useAnswer(result, result.data?.syncFlow, { id, bucket });
  const shown = flow ?? known;
  if (shown === null) {
    return (
      <Peek title="Flow" onClose={onClose}>
        {failure ? (
          <TileFailure {...failure} />
        ) : result.data ? (
          <p>There is no such flow, or you may not see it.</p>
        ) : (
          <RecordsWaiting label="Loading the flow" />
        )}
      </Peek>
    );
  }
  return (
    <Peek title={flowName(shown)} onClose={onClose}>
      <FreshnessMark freshness={shown.freshness} failure={failure} named />
      <PeekFacts
        facts={[
          { name: 'Promise', value: formatDuration(shown.freshness.budgetSeconds) },
          { name: 'Recorded by', value: shown.subgraph },
          { name: 'Kind of system', value: shown.source.kind },
          { name: 'Source', value: <code>{shown.source.id}</code> },
          { name: 'Last fact', value: shown.lastEventAt ? formatInstant(shown.lastEventAt) : 'never' },
          { name: 'Last sign of life', value: shown.lastHeartbeatAt ? formatInstant(shown.lastHeartbeatAt) : UNKNOWN },
          {
            name: 'Taken in, not readable yet',
            value: `${countOf(shown.backlog, 'fact')}${shown.oldestBacklogSeconds === null ? '' : `, oldest ${formatDuration(shown.oldestBacklogSeconds)}`}`,
          },
          { name: 'Sent again', value: countOf(shown.duplicates, 'fact') },
          { name: 'Missing in its own numbers', value: formatCount(shown.gaps) },
          {
            name: 'Clock ahead of ours',
            value: shown.clockSkewSeconds === null ? 'within a minute' : formatLag(shown.clockSkewSeconds),
          },
        ]}
      />
      {flow === null ? (
        failure ? (
          <TileFailure {...failure} />
        ) : (
          <RecordsWaiting label="Loading the lag of this flow" />
        )
      ) : (
        <FlowLag flow={flow} bucket={bucket} />
      )}
    </Peek>
  );
}

function FlowLag({ flow, bucket }: { flow: FullFlow; bucket: LagBucket }): ReactNode {
  const client = useApolloClient();
  const openRows = useOpenRows();
  const points = trimSeries(flow.series).slice(-SHOWN_POINTS).toReversed();
  const { n } = flow.lag.endToEnd;
  return (
    <>
      <PeekPart title="Lag" note={`${countOf(n, 'fact')} of the last 90 days. Percentiles of parts do not add up.`}>
        <NumberTable
          label="Lag of this flow"
          columns={[
            { key: 'lag', name: 'From to', text: true },
            { key: 'p50', name: 'Median' },
            { key: 'p95', name: '95th perc.' },
            { key: 'n', name: 'Facts' },
          ]}
          rows={LAG_NAMES.map((name) => {
            const figure = flow.lag[name];
            const error = errorWords(figure.relativeError);
            return {
              key: name,
              cells: [
                LAG_WORDS[name].name,
                formatLag(figure.median),
                formatLag(figure.p95),
                `${formatCount(figure.n)}${error ? ` (${error})` : ''}`,
              ],
            };
          })}
        />
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            openRows({
              title: `End to end of ${flowName(flow)}: the rows`,
              subtitle: 'The last 90 days',
              load: whenAsked(async () => (await import('./sync-rows')).flowRows(client, flow.id)),
            })
          }
        >
          Rows of the end-to-end lag
        </Button>
      </PeekPart>
      <PeekPart
        title={`Newest ${bucket === 'HOUR' ? 'hours' : 'days'} with facts`}
        note={
          points.length === 0 ? 'No fact became readable: lag is measured live, loaded history has none.' : 'In UTC.'
        }
      >
        {points.length === 0 ? null : (
          <NumberTable
            label="Lag of this flow over time"
            height={320}
            columns={[
              { key: 'start', name: bucket.toLowerCase(), text: true },
              { key: 'p50', name: 'Median' },
              { key: 'p95', name: '95th perc.' },
              { key: 'n', name: 'Facts' },
            ]}
            rows={points.map((point) => ({
              key: point.start,
              cells: [
                pointName(point.start, bucket),
                formatLag(point.p50Seconds),
                formatLag(point.p95Seconds),
                formatCount(point.n),
              ],
            }))}
          />
        )}
      </PeekPart>
    </>
  );
}
