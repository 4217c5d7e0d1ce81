import { createRootRoute, createRoute, createRouter, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Layout } from './layout';
import { OverviewRoute } from './overview-route';
import { parseViewSearch } from './view';
import classes from './notice.module.css';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound, validateSearch: parseViewSearch });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewRoute });

function NotFound(): ReactNode {
  return (
    <div className={classes.notice}>
      <h1>There is no such screen</h1>
      <p>
        The address may be from another version. <Link to="/">Open the overview</Link>.
      </p>
    </div>
  );
}

export const router = createRouter({ routeTree: root.addChildren([overview]), scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
