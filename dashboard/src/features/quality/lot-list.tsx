import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useState, type ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { LARGEST_PAGE, useLongList } from '../../apollo/use-long-list';
import { formatDay, type Day } from '../../format/date';
import { countOf, formatCount, formatDecimal, UNKNOWN } from '../../format/quantity';
import { unitWord } from '../../format/unit';
import type { InspectionLotFilter, InspectionLotRowFragment } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/field';
import { NotRefreshed } from '../../ui/not-refreshed';
import { RecordsWaiting, RecordTable, StateWord, type RecordRow } from '../../ui/record-table';
import layout from '../../ui/screen.module.css';
import { Section } from '../../ui/section';
import { useStableOrder } from '../../ui/stable-order';
import { TileFailure } from '../../ui/tile-failure';
import { INSPECTION_LOT_CHANGED } from './live.query';
import {
  filterOf,
  LOT_ORDERS,
  LOT_TAB_MEANINGS,
  LOT_TAB_NAMES,
  LOT_TABS,
  orderByOf,
  stageWords,
  standingOf,
  statusWords,
  type LotOrder,
  type LotTab,
} from './quality.model';
import { INSPECTION_LOT_COUNTS, INSPECTION_LOTS } from './quality.query';

type Lot = Omit<InspectionLotRowFragment, ' $fragmentName' | ' $fragmentRefs'>;

/** Links of the app, which alone knows the addresses. */
export interface LotLinks {
  supplierLink: (id: string, name: string) => ReactNode;
  lineLink: (id: string, name: ReactNode) => ReactNode;
}

interface LotListProps extends LotLinks {
  tab: LotTab;
  onTab: (tab: LotTab) => void;
  order: LotOrder;
  onOrder: (order: LotOrder) => void;
  /** Origin, supplier and plant, for every tab. */
  narrowing: InspectionLotFilter;
  span: { from: Day; to: Day };
  today: Day;
  /** The lot shown beside the list. */
  peeked: string | null;
  onPeek: (id: string) => void;
}

const STEP = 50;
const ORDER_NAMES: Readonly<Record<LotOrder, string>> = { newest: 'Newest', defects: 'Most defects' };

/** "PO-7 / 10", the order line that brought a lot. */
export function lineName(line: { orderNumber: string; lineNumber: string | null }): string {
  return line.lineNumber ? `${line.orderNumber} / ${line.lineNumber}` : line.orderNumber;
}

/** Inspection lots, page by page. */
export function LotList(props: LotListProps): ReactNode {
  const { tab, onTab, order, onOrder, narrowing, span, today, peeked, onPeek } = props;
  const client = useApolloClient();
  const filter = { ...filterOf(tab, span), ...narrowing };
  const question = JSON.stringify({ filter, orderBy: orderByOf(order) });
  const [asked, setAsked] = useState({ question, rows: STEP });
  const wanted = asked.question === question ? asked.rows : STEP;
  const variables = { filter, orderBy: orderByOf(order), first: Math.min(wanted, LARGEST_PAGE), after: null };
  const result = useQuery(INSPECTION_LOTS, { ...useLivePolling(), variables });
  const { value, failure, refetch } = useAnswer(result, result.data?.inspectionLots, question);
  const load = useCallback(
    async (after: string, first: number) => {
      const same = JSON.parse(question) as Pick<typeof variables, 'filter' | 'orderBy'>;
      const page = await client.query({
        query: INSPECTION_LOTS,
        fetchPolicy: 'network-only',
        variables: { ...same, first, after },
      });
      return page.data?.inspectionLots;
    },
    [client, question],
  );
  const list = useLongList(value, wanted, load);
  const { rows, fresh, moved, resort } = useStableOrder(list.nodes, `${question} ${wanted}`);
  const counts = useCounts(narrowing, span);
  const pulse = usePulse(() => {
    refetch();
    counts.refetch();
  });
  // A lot enters and leaves the tab by any change of its own, so the stream is over all that could be in it.
  useStream(streamOf('facts', 'inspectionLotChanged', INSPECTION_LOT_CHANGED, { filter: narrowing }), {
    onChange: pulse,
    onRefetch: pulse,
  });
  return (
    <Section
      id="lots"
      card
      title="Inspection lots"
      description={LOT_TAB_MEANINGS[tab]}
      actions={
        <>
          {moved ? (
            <Button size="xs" variant="default" onClick={resort}>
              {fresh > 0 ? `${formatCount(fresh)} new: show` : 'Order has changed: sort again'}
            </Button>
          ) : null}
          <Segmented<LotTab>
            label="Which lots"
            data={LOT_TABS.map((one) => ({
              value: one,
              label: one === 'all' ? LOT_TAB_NAMES[one] : `${LOT_TAB_NAMES[one]} (${formatCount(counts.of[one])})`,
            }))}
            value={tab}
            onChange={onTab}
          />
          <Segmented<LotOrder>
            label="Order of lots"
            data={LOT_ORDERS.map((one) => ({ value: one, label: ORDER_NAMES[one] }))}
            value={order}
            onChange={onOrder}
          />
        </>
      }
    >
      {value === null ? (
        failure ? (
          <TileFailure {...failure} />
        ) : (
          <RecordsWaiting label="Loading inspection lots" rows={10} />
        )
      ) : (
        <>
          <RecordTable
            label={`Inspection lots: ${LOT_TAB_NAMES[tab]}`}
            height={640}
            columns={COLUMNS}
            rows={rows.map((lot) => rowOf(lot, today, lot.id === peeked, onPeek, props))}
            none={
              tab === 'open'
                ? 'Nothing waits for a decision.'
                : 'There is no such lot in this window. A longer window or another tab may have some.'
            }
          />
          <div className={layout.foot}>
            <span>
              {rows.length < list.totalCount
                ? `${formatCount(rows.length)} of ${countOf(list.totalCount, 'lot')}.`
                : `${countOf(rows.length, 'lot')}.`}
            </span>
            {failure ? <NotRefreshed failure={failure} /> : null}
            {list.failure ? <TileFailure {...list.failure} onRetry={refetch} brief /> : null}
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
          </div>
        </>
      )}
    </Section>
  );
}

const COLUMNS = [
  { key: 'lot', name: 'Inspection lot', firm: true },
  { key: 'standing', name: 'Decision and status' },
  { key: 'supplier', name: 'Supplier' },
  { key: 'line', name: 'Order line, plant', firm: true },
  { key: 'quantity', name: 'Lot', number: true },
  { key: 'sample', name: 'Defective / sample', number: true },
  { key: 'sorted', name: 'After sorting', number: true },
  { key: 'opened', name: 'Opened', number: true },
] as const;

function rowOf(
  lot: Lot,
  today: Day,
  chosen: boolean,
  onPeek: (id: string) => void,
  { supplierLink, lineLink }: LotLinks,
): RecordRow {
  const standing = standingOf(lot, today);
  return {
    key: lot.id,
    chosen,
    cells: [
      <span key="lot">
        <button type="button" className="sl-cell-link" aria-expanded={chosen} onClick={() => onPeek(lot.id)}>
          {lot.number}
        </button>
        <small>{lot.item ? lot.item.name : 'item not named'}</small>
      </span>,
      <span key="standing">
        <StateWord shape={standing.shape}>{standing.words}</StateWord>
        <small>
          {statusWords(lot.status)}, {stageWords(lot.stage).toLowerCase()}
        </small>
      </span>,
      lot.supplier ? supplierLink(lot.supplier.id, lot.supplier.name) : 'Own goods',
      <span key="line">
        {lot.purchaseOrderLine ? lineLink(lot.purchaseOrderLine.id, lineName(lot.purchaseOrderLine)) : UNKNOWN}
        <small>{lot.plant?.code ?? 'plant not said'}</small>
      </span>,
      `${formatDecimal(lot.lotQuantity)} ${unitWord(lot.unitOfMeasure)}`,
      lot.sampleSize === null ? UNKNOWN : `${formatDecimal(lot.defectiveInSample)} / ${formatCount(lot.sampleSize)}`,
      formatDecimal(lot.defectiveAfterSort),
      formatDay(lot.createdOn),
    ],
  };
}

/** How many lots each tab holds, as the platform counts them; null while unknown. */
function useCounts(
  narrowing: InspectionLotFilter,
  span: { from: Day; to: Day },
): { of: Record<LotTab, number | null>; refetch: () => void } {
  const variables = {
    open: { ...filterOf('open', span), ...narrowing },
    rejected: { ...filterOf('rejected', span), ...narrowing },
  };
  const result = useQuery(INSPECTION_LOT_COUNTS, { ...useLivePolling(), variables });
  const { value, refetch } = useAnswer(result, result.data, variables);
  const of = {
    open: value?.open?.totalCount ?? null,
    rejected: value?.rejected?.totalCount ?? null,
    all: null,
  };
  return { of, refetch };
}
