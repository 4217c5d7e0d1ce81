import { Link, Outlet } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { CloseIcon, GridIcon, MenuIcon } from '../ui/icons';
import { AsOfControl } from './as-of-control';
import { FooterStrip } from './footer-strip';
import { SessionMenu } from './session-menu';
import { ThemeMenu } from './theme-menu';
import { useView } from './use-view';
import { WindowControl } from './window-control';
import classes from './layout.module.css';

/** The parts of the overview, as the rail lists them. */
const PARTS = [
  { hash: 'lead-time', name: 'Lead time' },
  { hash: 'order-book', name: 'Order book' },
  { hash: 'suppliers', name: 'Suppliers' },
];

const sameView = (previous: Record<string, unknown>): Record<string, unknown> => previous;

/** The shell of every screen: rail, top bar, footer strip. Below 992 px the rail folds away behind a button. */
export function Layout(): ReactNode {
  const [opened, setOpened] = useState(false);
  const { empty } = useView();
  const close = (): void => setOpened(false);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        Skip to the figures
      </a>
      <header className={classes.header}>
        <div className={classes.brand}>
          <button
            type="button"
            className={classes.burger}
            aria-expanded={opened}
            aria-controls="rail"
            aria-label={opened ? 'Close the navigation' : 'Open the navigation'}
            onClick={() => setOpened((was) => !was)}
          >
            {opened ? <CloseIcon /> : <MenuIcon />}
          </button>
          <Link to="/" search={sameView} className={classes.logo}>
            <img src="/sightline.svg" alt="" width="24" height="24" />
            Sightline
          </Link>
        </div>
        <div className={classes.controls} role="group" aria-label="What the figures cover">
          {empty ? null : (
            <>
              <WindowControl />
              <AsOfControl />
            </>
          )}
        </div>
        <div className={classes.session}>
          <ThemeMenu />
          <SessionMenu />
        </div>
      </header>
      <div id="rail" className={classes.rail} data-opened={opened}>
        <nav aria-label="Screens">
          <ul>
            <li>
              <Link
                to="/"
                search={sameView}
                className={classes.screen}
                activeOptions={{ includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
                onClick={close}
              >
                <GridIcon />
                Overview
              </Link>
              <ul className={classes.parts} hidden={empty}>
                {PARTS.map(({ hash, name }) => (
                  <li key={hash}>
                    <Link
                      to="/"
                      hash={hash}
                      search={sameView}
                      className={classes.part}
                      activeOptions={{ includeHash: true, includeSearch: false }}
                      activeProps={{ 'aria-current': 'location' }}
                      onClick={close}
                    >
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          </ul>
        </nav>
      </div>
      <main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <footer className={classes.footer}>
        <FooterStrip />
      </footer>
    </div>
  );
}
