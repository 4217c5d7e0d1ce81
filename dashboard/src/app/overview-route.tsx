import { lazy, Suspense, type ReactNode } from 'react';
import { OverviewFigures, useDelivery } from '../features/overview/overview-figures';
import { rangeWords } from '../features/overview/overview.model';
import { formatDay } from '../format/date';
import { Button } from '../ui/button';
import { Switch } from '../ui/field';
import { Page } from './page';
import { useView, type ViewState } from './use-view';
import { patiently } from '../ui/patient-import';
import classes from './overview-route.module.css';

/** What lies below the tiles comes after them: its code is fetched while the figures are. */
const Below = lazy(async () => ({ default: (await patiently(() => import('./overview-below'))).OverviewBelow }));

/** The first page: are commitments met, how long does it take, is it good, and how fresh is all of this? */
export function OverviewRoute(): ReactNode {
  const state = useView();
  const { view, search, change, range } = state;
  const asked = {
    variables: { scope: view.scope, window: view.window ?? {}, asOf: view.asOf, knownAt: view.knownAt },
    ready: view.window !== null,
    past: view.asOfDay !== null,
  };
  const delivery = useDelivery(asked);
  return (
    <Page
      title="Overview"
      actions={
        search.kiosk ? null : (
          <Switch
            label="Include transfers from own warehouses"
            checked={search.transfers === true}
            onChange={(event) => change({ transfers: event.currentTarget.checked ? true : undefined })}
          />
        )
      }
    >
      <OverviewFigures
        {...asked}
        delivery={delivery}
        note={
          view.widened && range
            ? `Nothing reaches into the last 90 days, so all data are shown: ${rangeWords(range)}.`
            : null
        }
        whenNothing={
          range && view.choice !== 'all' ? <WholeRangeOffer words={rangeWords(range)} state={state} /> : null
        }
      />
      {view.window && view.span ? (
        <Suspense fallback={<div className={classes.below} role="status" aria-label="Loading the charts" />}>
          <Below delivery={delivery} window={view.window} span={view.span} />
        </Suspense>
      ) : (
        <div className={classes.below} />
      )}
    </Page>
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
