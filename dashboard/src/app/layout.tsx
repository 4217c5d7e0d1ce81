import { AppShell, Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AsOfControl } from './as-of-control';
import { GridIcon } from '../ui/icons';
import { FooterStrip } from './footer-strip';
import { SessionMenu } from './session-menu';
import { ThemeMenu } from './theme-menu';
import { WindowControl } from './window-control';
import classes from './layout.module.css';

/** The parts of the overview, as the rail lists them. */
const PARTS = [
  { hash: 'lead-time', name: 'Lead time' },
  { hash: 'order-book', name: 'Order book' },
  { hash: 'suppliers', name: 'Suppliers' },
];

/** The shell of every screen: rail, top bar, footer strip. */
export function Layout(): ReactNode {
  const [opened, { toggle, close }] = useDisclosure(false);
  const keep = (previous: Record<string, unknown>): Record<string, unknown> => previous;
  return (
    <AppShell
      header={{ height: { base: 100, sm: 56 } }}
      navbar={{ width: 200, breakpoint: 'md', collapsed: { mobile: !opened } }}
      footer={{ height: 32 }}
      padding={{ base: 16, sm: 24 }}
      transitionDuration={0}
    >
      <a className={classes.skip} href="#content">
        Skip to the figures
      </a>
      <AppShell.Header className={classes.header}>
        <div className={classes.brand}>
          <Burger
            className={classes.burger}
            opened={opened}
            onClick={toggle}
            hiddenFrom="md"
            size="sm"
            aria-label={opened ? 'Close the navigation' : 'Open the navigation'}
          />
          <Link to="/" search={keep} className={classes.logo}>
            <img src="/sightline.svg" alt="" width="24" height="24" />
            Sightline
          </Link>
        </div>
        <div className={classes.controls} role="group" aria-label="What the figures cover">
          <WindowControl />
          <AsOfControl />
        </div>
        <div className={classes.session}>
          <ThemeMenu />
          <SessionMenu />
        </div>
      </AppShell.Header>
      <AppShell.Navbar className={classes.rail}>
        <nav aria-label="Screens">
          <ul>
            <li>
              <Link
                to="/"
                search={keep}
                className={classes.screen}
                activeOptions={{ includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
                onClick={close}
              >
                <GridIcon />
                Overview
              </Link>
              <ul className={classes.parts}>
                {PARTS.map(({ hash, name }) => (
                  <li key={hash}>
                    <Link to="/" hash={hash} search={keep} className={classes.part} activeProps={{}} onClick={close}>
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </li>
          </ul>
        </nav>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
      <AppShell.Footer className={classes.footer}>
        <FooterStrip />
      </AppShell.Footer>
    </AppShell>
  );
}
