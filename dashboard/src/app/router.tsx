import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { patiently } from '../ui/patient-import';
import { Layout } from './layout';
import { OverviewRoute } from './overview-route';
import { parseViewSearch } from './view';
import classes from './notice.module.css';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound, validateSearch: parseViewSearch });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewRoute });

// Every screen but the first is a chunk of its own, fetched when first opened or pointed at.
const suppliers = createRoute({
  getParentRoute: () => root,
  path: '/suppliers',
  component: lazyRouteComponent(() => patiently(() => import('./suppliers-route')), 'SuppliersRoute'),
});

const supplier = createRoute({
  getParentRoute: () => root,
  path: '/suppliers/$id',
  component: lazyRouteComponent(() => patiently(() => import('./supplier-route')), 'SupplierRoute'),
});

const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  component: lazyRouteComponent(() => patiently(() => import('./orders-route')), 'OrdersRoute'),
});

const line = createRoute({
  getParentRoute: () => root,
  path: '/orders/$id',
  component: lazyRouteComponent(() => patiently(() => import('./order-line-route')), 'OrderLineRoute'),
});

const quality = createRoute({
  getParentRoute: () => root,
  path: '/quality',
  component: lazyRouteComponent(() => patiently(() => import('./quality-route')), 'QualityRoute'),
});

const production = createRoute({
  getParentRoute: () => root,
  path: '/production',
  component: lazyRouteComponent(() => patiently(() => import('./production-route')), 'ProductionRoute'),
});

const sync = createRoute({
  getParentRoute: () => root,
  path: '/sync',
  component: lazyRouteComponent(() => patiently(() => import('./sync-route')), 'SyncRoute'),
});

const explorer = createRoute({
  getParentRoute: () => root,
  path: '/explorer',
  component: lazyRouteComponent(() => import('./explorer-route'), 'ExplorerRoute'),
});

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

export const router = createRouter({
  routeTree: root.addChildren([overview, suppliers, supplier, orders, line, quality, production, sync, explorer]),
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
