import { useQuery } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useLivePolling } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { LARGEST_PAGE } from '../../apollo/use-long-list';
import type { Day } from '../../format/date';
import { countOf, formatCount } from '../../format/quantity';
import type { DataOrigin, PurchaseOrderLineFilter, Sourcing } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/field';
import { NotRefreshed } from '../../ui/not-refreshed';
import { Section } from '../../ui/section';
import { useStableOrder } from '../../ui/stable-order';
import { TileFailure } from '../../ui/tile-failure';
import { ExceptionsTable, type LineLinks } from './exceptions-table';
import { OPEN_STATUSES, ORDER_TABS, type OrdersSearch, type OrderTab } from './exceptions.model';
import { ORDER_COUNTS } from './orders.query';
import { OrderSearch } from './order-search';
import { useExceptions } from './use-exceptions';
import classes from './orders.module.css';

const NONE: never[] = [];

const NAMES: Readonly<Record<OrderTab, string>> = {
  overdue: 'Overdue',
  slipped: 'Commit slipped',
  partial: 'Partly received',
  open: 'All open',
};

const MEANINGS: Readonly<Record<OrderTab, string>> = {
  overdue: 'Due before today by the date last committed to, and not delivered.',
  slipped: 'Not delivered, and promised for a later day than at first.',
  partial: 'Something came, something is still open.',
  open: 'Ordered and not fully delivered.',
};

interface OrdersPageProps extends LineLinks {
  search: OrdersSearch;
  onTab: (tab: OrderTab) => void;
  /** Only orders whose number begins so; empty: all. */
  onSearch: (orderNumber: string) => void;
  /** Takes supplier and item out of the filter. */
  onClear: () => void;
  origin: DataOrigin | null;
  sourcing: readonly Sourcing[];
  today: Day;
}

/** The filter of a tab, as the platform understands it. */
function filterOf(
  props: Pick<OrdersPageProps, 'search' | 'origin' | 'sourcing'>,
  tab: OrderTab,
): PurchaseOrderLineFilter {
  const { search, origin, sourcing } = props;
  return {
    origin,
    sourcing: [...sourcing],
    supplierIds: search.supplier === null ? null : [search.supplier],
    itemIds: search.item === null ? null : [search.item],
    orderNumber: search.orderNumber,
    ...(tab === 'overdue' ? { overdue: true } : {}),
    ...(tab === 'partial' ? { statuses: ['PARTIALLY_RECEIVED'] } : {}),
    ...(tab === 'slipped' ? { slipped: true } : {}),
    ...(tab === 'open' || tab === 'slipped' ? { statuses: [...OPEN_STATUSES] } : {}),
  };
}

/** Order lines that need somebody, ranked by what hangs on them. */
export function OrdersPage(props: OrdersPageProps): ReactNode {
  const { search, onTab, onSearch, onClear, today, lineLink, supplierLink } = props;
  const filter = filterOf(props, search.tab);
  const question = JSON.stringify(filter);
  const [asked, setAsked] = useState({ question, rows: LARGEST_PAGE });
  const wanted = asked.question === question ? asked.rows : LARGEST_PAGE;
  const { ranked, totalCount, failure, further, refetch } = useExceptions(filter, today, wanted);
  const counts = useCounts(props);
  const { rows, fresh, moved, resort } = useStableOrder(ranked ?? NONE, `${question} ${wanted}`);
  const supplier = search.supplier === null ? null : (rows[0]?.line.supplier?.name ?? 'one supplier');

  return (
    <Section
      id="orders"
      card
      title={NAMES[search.tab]}
      description={MEANINGS[search.tab]}
      actions={
        <>
          {moved ? (
            <Button size="xs" variant="default" onClick={resort}>
              {fresh > 0 ? `${formatCount(fresh)} new: show` : 'Order has changed: sort again'}
            </Button>
          ) : null}
          <OrderSearch value={search.orderNumber ?? ''} onSearch={onSearch} />
          <Segmented<OrderTab>
            label="Which lines"
            data={ORDER_TABS.map((tab) => ({ value: tab, label: `${NAMES[tab]} (${formatCount(counts[tab])})` }))}
            value={search.tab}
            onChange={onTab}
          />
        </>
      }
    >
      {supplier !== null || search.item !== null ? (
        <p className={classes.more}>
          Only {supplier !== null ? `lines of ${supplier}` : 'lines of one item'}.{' '}
          <Button size="xs" variant="default" onClick={onClear}>
            Show all
          </Button>
        </p>
      ) : null}
      {ranked ? (
        <>
          <ExceptionsTable
            rows={rows}
            label={`Order lines: ${NAMES[search.tab]}`}
            lineLink={lineLink}
            supplierLink={supplierLink}
          />
          <div className={classes.foot}>
            <span>
              {rows.length < totalCount
                ? `The first ${formatCount(rows.length)} of ${countOf(totalCount, 'line')}`
                : countOf(rows.length, 'line')}
              , ranked by value not delivered × days. Currencies are never added up: each is ranked by itself, that of
              most lines first.
            </span>
            {further.failure ? <TileFailure {...further.failure} onRetry={refetch} brief /> : null}
            {further.more ? (
              <Button
                size="xs"
                variant="default"
                loading={further.loading}
                onClick={() => setAsked({ question, rows: wanted + LARGEST_PAGE })}
              >
                Show more
              </Button>
            ) : null}
            {failure ? (
              <NotRefreshed failure={failure} />
            ) : (
              <Button size="xs" variant="default" onClick={refetch}>
                Ask again
              </Button>
            )}
          </div>
        </>
      ) : failure ? (
        <TileFailure {...failure} />
      ) : (
        <div className={classes.waiting} role="status" aria-label="Loading order lines">
          {Array.from({ length: 10 }, (_, index) => (
            <span key={index} className="sl-skeleton" />
          ))}
        </div>
      )}
    </Section>
  );
}

/** How many lines each tab holds, as the platform counts them; null while unknown. */
function useCounts(props: Pick<OrdersPageProps, 'search' | 'origin' | 'sourcing'>): Record<OrderTab, number | null> {
  const variables = {
    overdue: filterOf(props, 'overdue'),
    slipped: filterOf(props, 'slipped'),
    partial: filterOf(props, 'partial'),
    open: filterOf(props, 'open'),
  };
  const result = useQuery(ORDER_COUNTS, { ...useLivePolling(), variables });
  const { value } = useAnswer(result, result.data?.open ? result.data : null, variables);
  return {
    overdue: value?.overdue?.totalCount ?? null,
    slipped: value?.slipped?.totalCount ?? null,
    partial: value?.partial?.totalCount ?? null,
    open: value?.open?.totalCount ?? null,
  };
}
