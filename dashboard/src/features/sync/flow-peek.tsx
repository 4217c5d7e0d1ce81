import { useApolloClient, useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { polled } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatInstant } from '../../format/date';
import { formatDuration } from '../../format/duration';
import { formatLag } from '../../format/lag';
import { countOf, formatCount, UNKNOWN } from '../../format/quantity';
import { Button } from '../../ui/button';
import { FreshnessMark } from '../../ui/freshness-mark';
import { NumberTable } from '../../ui/number-table';
import { Peek, PeekFacts, PeekPart } from '../../ui/peek';
import { RecordsWaiting } from '../../ui/record-table';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { TileFailure } from '../../ui/tile-failure';
import { errorWords, flowName, LAG_NAMES, LAG_WORDS, pointName, trimSeries, type LagBucket } from './sync.model';
import { SYNC_FLOW } from './sync.query';

interface FlowPeekProps {
  id: string;
  bucket: LagBucket;
  onClose: () => void;
}

const SHOWN_POINTS = 24;

/** One flow beside the list: its parts, its counts, how it moved, its rows. */
export function FlowPeek({ id, bucket, onClose }: FlowPeekProps): ReactNode {
  const client = useApolloClient();
  const openRows = useOpenRows();
  const result = useQuery(SYNC_FLOW, { ...polled, variables: { id, bucket } });
  const { value: flow, kept, failure } = useAnswer(result, result.data?.syncFlow, { id, bucket });
  if (flow === null) {
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
  const points = trimSeries(flow.series).slice(-SHOWN_POINTS).toReversed();
  const { n } = flow.lag.endToEnd;
  return (
    <Peek title={flowName(flow)} onClose={onClose}>
      <FreshnessMark freshness={flow.freshness} kept={kept} named />
      <PeekFacts
        facts={[
          { name: 'Promise', value: formatDuration(flow.freshness.budgetSeconds) },
          { name: 'Recorded by', value: flow.subgraph },
          { name: 'Kind of system', value: flow.source.kind },
          { name: 'Source', value: <code>{flow.source.id}</code> },
          { name: 'Last fact', value: flow.lastEventAt ? formatInstant(flow.lastEventAt) : 'never' },
          { name: 'Last sign of life', value: flow.lastHeartbeatAt ? formatInstant(flow.lastHeartbeatAt) : UNKNOWN },
          {
            name: 'Taken in, not readable yet',
            value: `${countOf(flow.backlog, 'fact')}${flow.oldestBacklogSeconds === null ? '' : `, oldest ${formatDuration(flow.oldestBacklogSeconds)}`}`,
          },
          { name: 'Sent again', value: countOf(flow.duplicates, 'fact') },
          { name: 'Missing in its own numbers', value: formatCount(flow.gaps) },
          {
            name: 'Clock ahead of ours',
            value: flow.clockSkewSeconds === null ? 'within a minute' : formatLag(flow.clockSkewSeconds),
          },
        ]}
      />
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
              load: whenAsked(async () => (await import('./sync-rows')).flowRows(client, id)),
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
    </Peek>
  );
}
