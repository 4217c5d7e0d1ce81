import type { ComponentProps, ReactNode } from 'react';
import { OrderBookSection } from '../features/order-book/order-book-section';
import { TopExceptions } from '../features/orders/top-exceptions';
import { LeadTimeSection } from '../features/overview/lead-time-section';
import type { OverviewFigures } from '../features/overview/overview-figures';
import { RecordTiles } from '../features/overview/performance-tiles';
import { HeatTable } from '../features/suppliers/heat-table';
import type { WindowInput } from '../gql/graphql';
import { useDark } from '../ui/color-scheme';
import { useApp } from './app-context';
import { lineLink, ordersLink, supplierLink, suppliersLink } from './links';
import { useView } from './use-view';
import classes from './overview-route.module.css';

interface OverviewBelowProps extends Pick<ComponentProps<typeof OverviewFigures>, 'delivery'> {
  window: WindowInput;
  span: { from: string; to: string };
}

/** The overview below its tiles: the chart, what needs a decision, the suppliers, the books. */
export function OverviewBelow({ delivery, window, span }: OverviewBelowProps): ReactNode {
  const { today } = useApp();
  const dark = useDark();
  const { view, search, change } = useView();
  const variables = { scope: view.scope, window, asOf: view.asOf, knownAt: view.knownAt };
  return (
    <>
      <div className={classes.chartAndList}>
        <LeadTimeSection
          variables={variables}
          span={span}
          asOfDay={view.asOfDay}
          supplierLink={supplierLink}
          view={search.view ?? 'chart'}
          onView={(chosen) => change({ view: chosen === 'table' ? 'table' : undefined })}
          dark={dark}
        />
        <TopExceptions
          filter={{ origin: view.origin, sourcing: search.transfers ? ['PURCHASED', 'TRANSFER'] : ['PURCHASED'] }}
          today={today}
          past={view.asOfDay !== null}
          lineLink={lineLink}
          supplierLink={supplierLink}
          allLink={(words) => ordersLink(words)}
        />
      </div>
      <HeatTable variables={variables} nameOf={supplierLink} allLink={suppliersLink} />
      {view.bookDay ? (
        <OrderBookSection
          scope={view.scope}
          day={view.bookDay}
          onDay={(book) => change({ book })}
          undated={search.undated === true}
          onUndated={(undated) => change({ undated: undated ? true : undefined })}
          today={today}
        />
      ) : null}
      <RecordTiles performance={delivery.value} variables={variables} failure={delivery.failure} />
    </>
  );
}
