import { lazy, Suspense, type ReactNode } from 'react';
import { useFolding } from '../apollo/folding';
import { formatDay } from '../format/date';
import { Button } from '../ui/button';
import { TileFailure } from '../ui/tile-failure';
import { BehindScreen } from './behind-screen';
import { useView } from './use-view';
import { patiently } from '../ui/patient-import';
import classes from './overview-route.module.css';

const EmptyPlatform = lazy(async () => ({
  default: (await patiently(() => import('./empty-platform'))).EmptyPlatform,
}));

interface PageProps {
  title: string;
  /** Beside the title. */
  actions?: ReactNode;
  children: ReactNode;
  /** The screen has something to show also where there is not a single order line. */
  withoutOrders?: boolean;
  /** False: the screen shows the graph itself. */
  behind?: boolean;
}

/**
 * What every screen has: its title, what to say when the platform is empty or silent, and that one looks at the past.
 * The screen itself is drawn only when there is something to draw.
 */
export function Page({ title, actions, children, withoutOrders = false, behind = true }: PageProps): ReactNode {
  const { empty, failure, retry, view, change } = useView();
  const folding = useFolding();
  if (empty && !withoutOrders) {
    return (
      <Suspense fallback={null}>
        <EmptyPlatform />
      </Suspense>
    );
  }
  if (failure && failure.code === null) {
    return (
      <div className={classes.page}>
        <h1 className={classes.title}>{title}</h1>
        <TileFailure {...failure} onRetry={retry} />
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        <div className={classes.actions}>
          {actions}
          {behind ? <BehindScreen /> : null}
        </div>
      </header>
      {view.asOfDay ? (
        <p className={classes.travel} role="status">
          <span>
            <strong>Looking back.</strong> Figures as the books had them at the end of {formatDay(view.asOfDay)} (UTC).
            {folding ? ' Folding the past: some seconds.' : null}
          </span>
          <Button size="xs" variant="default" onClick={() => change({ asOf: undefined })}>
            Back to now
          </Button>
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** Holds the place of a screen that waits to know which days there is data for. */
export function Waiting(): ReactNode {
  return <div className={`${classes.below} sl-skeleton`} role="status" aria-label="Loading" />;
}
