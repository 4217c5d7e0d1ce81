import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { LARGEST_PAGE, useLongList } from '../../apollo/use-long-list';
import { formatInstant } from '../../format/date';
import { formatDuration } from '../../format/duration';
import { countOf, formatCount, formatDecimal } from '../../format/quantity';
import { unitWord } from '../../format/unit';
import type { WorkOrderFilter, WorkOrderRowFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { useNow } from '../../ui/clock';
import { Segmented } from '../../ui/field';
import { NotRefreshed } from '../../ui/not-refreshed';
import { RecordsWaiting, RecordTable, StateWord, type RecordRow } from '../../ui/record-table';
import layout from '../../ui/screen.module.css';
import { Section } from '../../ui/section';
import { useStableOrder } from '../../ui/stable-order';
import { TileFailure } from '../../ui/tile-failure';
import { WORK_ORDER_CHANGED } from './live.query';
import {
  filterOf,
  longestWaitingFirst,
  standingOf,
  statusWords,
  TAB_MEANINGS,
  TAB_NAMES,
  toldState,
  WORK_ORDER_TABS,
  type WorkOrderTab,
} from './production.model';
import { WORK_ORDER_COUNTS, WORK_ORDERS } from './production.query';

type Order = Omit<WorkOrderRowFragment, ' $fragmentName' | ' $fragmentRefs'>;

interface WorkOrderListProps {
  tab: WorkOrderTab;
  onTab: (tab: WorkOrderTab) => void;
  /** Origin and plant, for every tab. */
  narrowing: WorkOrderFilter;
  /** The order shown beside the list. */
  peeked: string | null;
  onPeek: (id: string) => void;
}

const STEP = 50;

/** Work orders, those first that were made and are not in the books. */
export function WorkOrderList({ tab, onTab, narrowing, peeked, onPeek }: WorkOrderListProps): ReactNode {
  const client = useApolloClient();
  const filter = { ...filterOf(tab), ...narrowing };
  const question = JSON.stringify(filter);
  const [asked, setAsked] = useState({ question, rows: STEP });
  const wanted = asked.question === question ? asked.rows : STEP;
  const variables = { filter, first: Math.min(wanted, LARGEST_PAGE), after: null };
  const result = useQuery(WORK_ORDERS, { ...useLivePolling(), variables });
  const { value, failure, refetch } = useAnswer(result, result.data?.workOrders, filter);
  const load = useCallback(
    async (after: string, first: number) =>
      (
        await client.query({
          query: WORK_ORDERS,
          fetchPolicy: 'network-only',
          variables: { filter: JSON.parse(question) as WorkOrderFilter, first, after },
        })
      ).data?.workOrders,
    [client, question],
  );
  const list = useLongList(value, wanted, load);
  const sorted = useMemo(() => (tab === 'unposted' ? longestWaitingFirst(list.nodes) : list.nodes), [tab, list.nodes]);
  const { rows, fresh, moved, resort } = useStableOrder(sorted, `${question} ${wanted}`);
  const counts = useCounts(narrowing);
  const pulse = usePulse(() => {
    refetch();
    counts.refetch();
  });
  // An order enters and leaves the tab by any change of its own, so the stream is over all that could be in it.
  useStream(streamOf('facts', 'workOrderChanged', WORK_ORDER_CHANGED, { filter: narrowing }), {
    onChange: pulse,
    onRefetch: pulse,
  });
  const now = useNow(30);

  return (
    <Section
      id="work-orders"
      card
      title="Work orders"
      description={TAB_MEANINGS[tab]}
      actions={
        <>
          {moved ? (
            <Button size="xs" variant="default" onClick={resort}>
              {fresh > 0 ? `${formatCount(fresh)} new: show` : 'Order has changed: sort again'}
            </Button>
          ) : null}
          <Segmented<WorkOrderTab>
            label="Which orders"
            data={WORK_ORDER_TABS.map((one) => ({
              value: one,
              label: one === 'all' ? TAB_NAMES[one] : `${TAB_NAMES[one]} (${formatCount(counts.of[one])})`,
            }))}
            value={tab}
            onChange={onTab}
          />
        </>
      }
    >
      {value === null ? (
        failure ? (
          <TileFailure {...failure} />
        ) : (
          <RecordsWaiting label="Loading work orders" rows={10} />
        )
      ) : (
        <>
          <RecordTable
            label={`Work orders: ${TAB_NAMES[tab]}`}
            height={640}
            columns={COLUMNS}
            rows={rows.map((order) => rowOf(order, now, order.id === peeked, onPeek))}
            none={
              tab === 'unposted'
                ? 'ERP has posted all that MES completed.'
                : 'There is no such work order. Choose another tab, or all plants.'
            }
          />
          <div className={layout.foot}>
            <span>
              {rows.length < list.totalCount
                ? `${formatCount(rows.length)} of ${countOf(list.totalCount, 'order')}, earliest planned start first${tab === 'unposted' ? ', these by how long they wait' : ''}.`
                : `${countOf(rows.length, 'order')}${tab === 'unposted' ? ', the longest waiting first' : ', earliest planned start first'}.`}
            </span>
            {failure ? <NotRefreshed failure={failure} /> : null}
            {list.failure ? <span>{list.failure.message}</span> : null}
            {list.more ? (
              <Button
                size="xs"
                variant="default"
                loading={list.loading}
                onClick={() => setAsked({ question, rows: wanted + STEP })}
              >
                Show more
              </Button>
            ) : null}
            {list.failure ? (
              <Button size="xs" variant="default" onClick={refetch}>
                Ask again
              </Button>
            ) : null}
          </div>
        </>
      )}
    </Section>
  );
}

const COLUMNS = [
  { key: 'order', name: 'Work order', firm: true },
  { key: 'standing', name: 'How it stands' },
  { key: 'plant', name: 'Plant', firm: true },
  { key: 'mes', name: 'MES: made' },
  { key: 'erp', name: 'ERP: posted' },
  { key: 'gap', name: 'Not posted', number: true },
  { key: 'waits', name: 'Waits', number: true },
  { key: 'finish', name: 'Planned finish' },
] as const;

function rowOf(order: Order, now: number, chosen: boolean, onPeek: (id: string) => void): RecordRow {
  const standing = standingOf(order, now);
  const unit = unitWord(order.unitOfMeasure);
  const gap = Number(order.unpostedQuantity) !== 0;
  return {
    key: order.id,
    chosen,
    cells: [
      <span key="order">
        <button type="button" className="sl-cell-link" aria-expanded={chosen} onClick={() => onPeek(order.id)}>
          {order.number}
        </button>
        <small>{order.itemName ?? order.item?.sku ?? 'item not named'}</small>
      </span>,
      <span key="standing">
        <StateWord shape={standing.shape}>{standing.words}</StateWord>
        <small>{statusWords(order.status)}</small>
      </span>,
      order.plant?.code ?? '—',
      <span key="mes">
        {formatDecimal(order.completedQuantity)} of {formatDecimal(order.quantity)} {unit}
        <small>{toldState(order.mesState) ?? 'MES has said nothing'}</small>
      </span>,
      <span key="erp">
        {formatDecimal(order.postedQuantity)} {unit}
        <small>{toldState(order.erpState) ?? 'ERP has said nothing'}</small>
      </span>,
      gap ? <strong key="gap">{`${formatDecimal(order.unpostedQuantity)} ${unit}`}</strong> : '0',
      order.unpostedSeconds === null ? '—' : formatDuration(order.unpostedSeconds),
      <span key="finish">
        {formatInstant(order.plannedFinish)}
        {order.plannedFinish === order.frozenFinish ? null : (
          <small>at release {formatInstant(order.frozenFinish)}</small>
        )}
      </span>,
    ],
  };
}

/** How many orders each tab holds, as the platform counts them; null while unknown. */
function useCounts(narrowing: WorkOrderFilter): {
  of: Record<WorkOrderTab, number | null>;
  refetch: () => void;
} {
  const variables = {
    unposted: { ...filterOf('unposted'), ...narrowing },
    running: { ...filterOf('running'), ...narrowing },
    planned: { ...filterOf('planned'), ...narrowing },
  };
  const result = useQuery(WORK_ORDER_COUNTS, { ...useLivePolling(), variables });
  const { value, refetch } = useAnswer(result, result.data, variables);
  const of = {
    unposted: value?.unposted?.totalCount ?? null,
    running: value?.running?.totalCount ?? null,
    planned: value?.planned?.totalCount ?? null,
    all: null,
  };
  return { of, refetch };
}
