import type { ReactNode } from 'react';
import { OrdersPage } from '../features/orders/orders-page';
import { parseOrdersSearch } from '../features/orders/exceptions.model';
import { useApp } from './app-context';
import { lineLink, overviewLink, supplierLink } from './links';
import { Page } from './page';
import { useView } from './use-view';
import classes from './overview-route.module.css';

/** Order lines that need a decision. */
export function OrdersRoute(): ReactNode {
  const { today } = useApp();
  const { view, raw, change, search } = useView();
  return (
    <Page title="Orders">
      {view.asOfDay ? (
        <p className={classes.travel}>
          This list has no past: it shows the lines as they are now. The order book of a day is on the{' '}
          {overviewLink('overview')}.
        </p>
      ) : null}
      <OrdersPage
        search={parseOrdersSearch(raw)}
        onTab={(tab) => change({ tab: tab === 'overdue' ? undefined : tab })}
        onSearch={(q) => change({ q: q === '' ? undefined : q })}
        onClear={() => change({ supplier: undefined, item: undefined })}
        origin={view.origin}
        sourcing={search.transfers ? ['PURCHASED', 'TRANSFER'] : ['PURCHASED']}
        today={today}
        lineLink={lineLink}
        supplierLink={supplierLink}
      />
    </Page>
  );
}
