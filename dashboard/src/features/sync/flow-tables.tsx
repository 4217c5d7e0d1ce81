import type { ReactNode } from 'react';
import { formatInstant } from '../../format/date';
import { formatDuration } from '../../format/duration';
import { formatLag } from '../../format/lag';
import { formatCount, UNKNOWN } from '../../format/quantity';
import { FreshnessMark } from '../../ui/freshness-mark';
import { RecordTable } from '../../ui/record-table';
import type { FlowRow } from './flow-matrix';
import type { Health } from './sync-tiles';
import { errorWords } from './sync.model';

interface FlowTableProps {
  flows: readonly FlowRow[];
  peeked: string | null;
  onPeek: (id: string) => void;
}

/** Every flow with all that is counted of it. */
export function FlowTable({ flows, peeked, onPeek }: FlowTableProps): ReactNode {
  return (
    <RecordTable
      label="Flows, those that never synced first, then the worst"
      height={640}
      columns={[
        { key: 'flow', name: 'Flow', firm: true },
        { key: 'age', name: 'Age', firm: true },
        { key: 'promise', name: 'Promise', number: true },
        { key: 'endToEnd', name: 'End to end p95', number: true },
        { key: 'pipeline', name: 'Pipeline p95', number: true },
        { key: 'facts', name: 'Facts', number: true },
        { key: 'backlog', name: 'Waiting here', number: true },
        { key: 'duplicates', name: 'Sent twice', number: true },
        { key: 'gaps', name: 'Missing', number: true },
        { key: 'skew', name: 'Clock ahead', number: true },
        { key: 'event', name: 'Last fact', firm: true },
        { key: 'heartbeat', name: 'Last sign of life', firm: true },
      ]}
      rows={flows.map((flow) => ({
        key: flow.id,
        chosen: flow.id === peeked,
        cells: [
          <span key="flow">
            <button
              type="button"
              className="sl-cell-link"
              aria-expanded={flow.id === peeked}
              onClick={() => onPeek(flow.id)}
            >
              {flow.flow}
            </button>
            <small>
              {flow.source.name}
              {flow.plant ? `, ${flow.plant.code}` : ''}
            </small>
          </span>,
          <FreshnessMark key="age" freshness={flow.freshness} named={false} />,
          formatDuration(flow.freshness.budgetSeconds),
          formatLag(flow.lag.endToEnd.p95),
          formatLag(flow.lag.pipeline.p95),
          formatCount(flow.lag.endToEnd.n),
          <span key="backlog">
            {formatCount(flow.backlog)}
            {flow.oldestBacklogSeconds === null ? null : (
              <small>oldest {formatDuration(flow.oldestBacklogSeconds)}</small>
            )}
          </span>,
          formatCount(flow.duplicates),
          formatCount(flow.gaps),
          formatLag(flow.clockSkewSeconds),
          flow.lastEventAt ? formatInstant(flow.lastEventAt) : 'never',
          flow.lastHeartbeatAt ? formatInstant(flow.lastHeartbeatAt) : UNKNOWN,
        ],
      }))}
      none="No source has told of itself yet. registerSources names one; npm start brings the simulated ones."
    />
  );
}

/** The lag of each plant's flows. */
export function PlantLagTable({ plants }: { plants: Health['byPlant'] }): ReactNode {
  return (
    <RecordTable
      label="Lag of each plant"
      columns={[
        { key: 'plant', name: 'Plant', firm: true },
        { key: 'age', name: 'Age' },
        { key: 'e50', name: 'End to end median', number: true },
        { key: 'e95', name: 'End to end p95', number: true },
        { key: 'p95', name: 'Pipeline p95', number: true },
        { key: 'n', name: 'Facts', number: true },
      ]}
      rows={plants.map(({ plant, lag, freshness }) => ({
        key: plant?.id ?? 'none',
        cells: [
          plant ? (plant.code === plant.name ? plant.name : `${plant.code} ${plant.name}`) : 'No plant',
          <FreshnessMark key="age" freshness={freshness} named />,
          formatLag(lag.endToEnd.median),
          formatLag(lag.endToEnd.p95),
          formatLag(lag.pipeline.p95),
          <span key="n">
            {formatCount(lag.endToEnd.n)}
            {lag.endToEnd.relativeError === null ? null : <small>{errorWords(lag.endToEnd.relativeError)}</small>}
          </span>,
        ],
      }))}
      none="No plant has a flow yet."
    />
  );
}
