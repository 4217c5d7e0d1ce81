import { Link, Outlet, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/button';
import { SearchIcon } from '../ui/icons';
import { AsOfControl } from './as-of-control';
import { CommandsHost, useOpenCommand } from './commands';
import { ConnectionBadge } from './connection-badge';
import { DataRangeProvider } from './data-range-context';
import { FooterStrip } from './footer-strip';
import { LooseEnds } from './loose-ends';
import { OriginBanner, OriginControl } from './origin-control';
import { SCREENS } from './screens';
import { SessionMenu } from './session-menu';
import { SourcesProvider } from './sources-context';
import { ThemeMenu } from './theme-menu';
import { useTurningPages } from './turning-pages';
import { useView } from './use-view';
import { keptSearch, parseViewSearch } from './view';
import { WindowControl } from './window-control';
import classes from './layout.module.css';

/** What every screen stands in. */
export function Layout(): ReactNode {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const kiosk = parseViewSearch(raw).kiosk === 1;
  return (
    <SourcesProvider>
      <DataRangeProvider>
        <CommandsHost>
          <LooseEnds />
          {kiosk ? <Wallboard /> : <Shell />}
        </CommandsHost>
      </DataRangeProvider>
    </SourcesProvider>
  );
}

/** Rail, top bar and footer strip. Between 768 and 1100 px the rail shows icons alone; below, it is a bar at the bottom. */
function Shell(): ReactNode {
  const { empty, view } = useView();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        Skip to the figures
      </a>
      <header className={classes.header}>
        <Link to="/" search={keptSearch} className={classes.logo}>
          <img src="/sightline.svg" alt="" width="24" height="24" />
          <span>Sightline</span>
        </Link>
        <div className={classes.controls} role="group" aria-label="What the figures cover">
          {empty ? null : (
            <>
              <WindowControl />
              <AsOfControl />
            </>
          )}
          <OriginControl />
        </div>
        <div className={classes.session}>
          <FindButton />
          <ConnectionBadge past={view.asOfDay !== null} />
          <ThemeMenu />
          <SessionMenu />
        </div>
      </header>
      <nav className={classes.rail} aria-label="Screens">
        <ul>
          {SCREENS.map(({ path, name, short, icon: Icon, key }) => (
            <li key={path}>
              <Link
                to={path}
                search={keptSearch}
                className={classes.screen}
                title={`${name} (g ${key})`}
                activeOptions={{ includeSearch: false, exact: path === '/' }}
                activeProps={{ 'aria-current': 'page' }}
              >
                <Icon />
                <span className={classes.long}>{name}</span>
                <span className={classes.short} aria-hidden="true">
                  {short}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1} className={classes.main}>
        <OriginBanner />
        <Outlet />
      </main>
      <footer className={classes.footer}>
        <FooterStrip />
      </footer>
    </div>
  );
}

/** The same screen for a wall: nothing to press, larger type, the age of the data still there; it turns its own pages. */
function Wallboard(): ReactNode {
  const { view } = useView();
  useTurningPages();
  return (
    <div className={classes.wallboard}>
      <main id="content" className={classes.main}>
        <OriginBanner />
        <Outlet />
      </main>
      <footer className={classes.footer}>
        <FooterStrip />
        <span className={classes.corner}>
          <ConnectionBadge past={view.asOfDay !== null} />
        </span>
      </footer>
    </div>
  );
}

function FindButton(): ReactNode {
  const open = useOpenCommand();
  return (
    <IconButton
      variant="default"
      aria-label="Find anything (Ctrl K)"
      aria-keyshortcuts="Control+K Meta+K"
      title="Find anything (Ctrl K)"
      onClick={() => open('palette')}
    >
      <SearchIcon />
    </IconButton>
  );
}
