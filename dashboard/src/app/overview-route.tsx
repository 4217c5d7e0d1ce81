import { useQuery } from '@apollo/client/react';
import { Button, Switch, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { describeFailure } from '../apollo/failure';
import { polled } from '../apollo/polling';
import { useKept } from '../apollo/use-kept';
import { OrderBookSection } from '../features/order-book/order-book-section';
import { LeadTimeSection } from '../features/overview/lead-time-section';
import { rangeWords } from '../features/overview/overview.model';
import { PerformanceTiles } from '../features/overview/performance-tiles';
import { OVERVIEW_PERFORMANCE } from '../features/overview/performance.query';
import { SupplierTable } from '../features/suppliers/supplier-table';
import { formatDay } from '../format/date';
import type { WindowInput } from '../gql/graphql';
import { TileFailure } from '../ui/tile-failure';
import { useApp } from './app-context';
import { useView, type ViewState } from './use-view';
import { DEFAULT_SORT } from './view';
import classes from './overview-route.module.css';

const EmptyPlatform = lazy(async () => ({ default: (await import('./empty-platform')).EmptyPlatform }));

/** The first page: what came on time, how long it took, what the books said, and who supplied it. */
export function OverviewRoute(): ReactNode {
  const state = useView();
  if (state.empty) {
    return (
      <Suspense fallback={null}>
        <EmptyPlatform />
      </Suspense>
    );
  }
  if (state.failure && state.failure.code === null) {
    return (
      <div className={classes.page}>
        <h1 className={classes.title}>Overview</h1>
        <TileFailure {...state.failure} onRetry={state.retry} />
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>Overview</h1>
        <Switch
          size="xs"
          label="Include transfers from own warehouses"
          checked={state.search.transfers === true}
          onChange={(event) => state.change({ transfers: event.currentTarget.checked ? true : undefined })}
        />
      </header>
      {state.view.asOfDay ? (
        <p className={classes.travel} role="status">
          <span>
            <strong>Looking back.</strong> Delivery figures as the books had them at the end of{' '}
            {formatDay(state.view.asOfDay)} (UTC).
          </span>
          <Button size="xs" variant="default" onClick={() => state.change({ asOf: undefined })}>
            Back to now
          </Button>
        </p>
      ) : null}
      <Delivery state={state} window={state.view.window} />
    </div>
  );
}

function Delivery({ state, window }: { state: ViewState; window: WindowInput | null }): ReactNode {
  const { today } = useApp();
  const dark = useComputedColorScheme('light') === 'dark';
  const { view, search, change, range } = state;
  const variables = { scope: view.scope, window: window ?? {}, asOf: view.asOf, knownAt: view.knownAt };
  const { data, error, refetch } = useQuery(OVERVIEW_PERFORMANCE, { ...polled, variables, skip: window === null });
  const { value: performance } = useKept(data?.supplierPerformance, JSON.stringify(variables));
  const described = describeFailure(error);
  const failure = described && !data?.supplierPerformance ? { ...described, onRetry: () => void refetch() } : null;

  return (
    <>
      <div>
        <PerformanceTiles
          performance={performance}
          variables={variables}
          failure={failure}
          note={
            view.widened && range
              ? `Nothing reaches into the last 90 days, so all data are shown: ${rangeWords(range)}.`
              : null
          }
          whenNothing={
            range && view.choice !== 'all' ? <WholeRangeOffer words={rangeWords(range)} state={state} /> : null
          }
        />
      </div>
      {window && view.span ? (
        <>
          <LeadTimeSection
            variables={variables}
            span={view.span}
            view={search.view ?? 'chart'}
            onView={(chosen) => change({ view: chosen === 'table' ? 'table' : undefined })}
            dark={dark}
          />
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
          <SupplierTable
            variables={variables}
            sort={search.sort ?? DEFAULT_SORT}
            onSort={(sort) => change({ sort })}
            search={search.q ?? ''}
            onSearch={(q) => change({ q })}
          />
        </>
      ) : null}
    </>
  );
}

/** An empty window over a full platform must not look dead: say where the data is, and go there. */
function WholeRangeOffer({ words, state }: { words: string; state: ViewState }): ReactNode {
  return (
    <div className={classes.offer}>
      <p>
        <strong>Nothing was due or received in this window</strong> ({state.view.windowLabel.toLowerCase()}
        {state.view.asOfDay ? ` up to ${formatDay(state.view.asOfDay)}` : ''}). The data you have runs from{' '}
        <strong>{words}</strong>.
      </p>
      <Button size="sm" onClick={() => state.change({ window: 'all' })}>
        Show all of it
      </Button>
    </div>
  );
}
