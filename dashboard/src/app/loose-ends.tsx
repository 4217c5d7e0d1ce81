import { useApolloClient } from '@apollo/client/react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useConnection } from '../apollo/live/live-context';
import { usePulse } from '../apollo/polling';
import { useRetryFailed } from '../apollo/retry-failed';
import { serverNow } from '../apollo/server-clock';
import { freshnessAt } from '../format/freshness';
import { useNow } from '../ui/clock';
import { favicon, stateOf, titleOf, type HeadState } from './head-state';
import { readSavedViews } from './saved-views';
import { SCREENS } from './screens';
import { useSources } from './sources-context';
import { useOrigins } from './use-origins';

/** Sources that turn one after another are asked for together. */
const TURN_MS = 5_000;

/** What stands outside of the page itself: the tab's title and picture, and the view to open first. */
export function LooseEnds(): ReactNode {
  const { sources } = useSources();
  const { shown } = useOrigins();
  const { kind } = useConnection();
  const { pathname } = useLocation();
  useNow(1);
  const aged = (sources ?? [])
    .filter(({ simulated }) => shown === null || simulated === (shown === 'SIMULATED'))
    .map(({ id, freshness }) => ({ id, status: freshnessAt(freshness, serverNow()).status }));
  const statuses = aged.map(({ status }) => status);
  useAskedAnew(aged.map(({ id, status }) => `${id} ${status}`).join());
  const state: HeadState = stateOf(statuses, kind);
  const screen = SCREENS.find(({ path }) => (path === '/' ? pathname === '/' : pathname.startsWith(path)));
  const title = titleOf(screen?.name ?? 'Sightline', state);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (link) link.href = favicon(state.mark);
  }, [state.mark]);
  useDefaultView();
  useRetryFailed();
  return null;
}

/**
 * Asks for all that is shown when a source begins or ceases to keep its promise. A figure names the weakest of its sources
 * as it was when the figure was read: one that falls silent afterwards sends nothing that would say so.
 */
function useAskedAnew(conditions: string): void {
  const client = useApolloClient();
  const ask = usePulse(() => {
    // What fails shows on its own tile.
    client.refetchQueries({ include: 'active' }).catch(() => undefined);
  }, TURN_MS);
  const known = useRef(conditions);
  useEffect(() => {
    const before = known.current;
    known.current = conditions;
    if (before !== '' && before !== conditions) ask();
  }, [conditions, ask]);
}

/** Opens the default view when the dashboard was opened at its bare address. */
function useDefaultView(): void {
  const navigate = useNavigate();
  const { href } = useLocation();
  const first = useRef(href);
  useEffect(() => {
    if (first.current !== '/') return;
    first.current = '';
    const chosen = readSavedViews().find((view) => view.isDefault);
    if (chosen) void navigate({ href: chosen.href, replace: true });
  }, [navigate]);
}
