import { useQuery } from '@apollo/client/react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { describeFailure } from '../apollo/failure';
import { chooseScheme } from '../ui/color-scheme';
import { Dialog } from '../ui/dialog';
import { choicesFor, moved, orderLineIn, type Choice } from './palette.model';
import { FIND_ANYTHING } from './palette.query';
import { removeView, saveView, toggleDefaultView, useSavedViews } from './saved-views';
import { SCREENS } from './screens';
import { useSources } from './sources-context';
import { useOrigins } from './use-origins';
import { keptSearch } from './view';
import classes from './palette.module.css';

interface PaletteProps {
  onClose: () => void;
  onHelp: () => void;
}

/** How long one must rest before the platform is asked. */
const PAUSE_MS = 150;

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setPaused(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return paused;
}

/** Find and open anything by typing: screens, saved views, suppliers, order lines, actions. */
export function Palette({ onClose, onHelp }: PaletteProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [naming, setNaming] = useState(false);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const here = useLocation();
  const { found, searching, failure } = useFound(usePaused(typed.trim()));
  const choices = useDeferredValue(choicesFor(typed, useOwnChoices(naming), found));
  const chosen = choices[Math.min(at, choices.length - 1)];

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (chosen) document.getElementById(`${list}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, list]);

  const run = (choice: Choice): void => {
    if (choice.id === 'action:save') {
      setNaming(true);
      setTyped('');
      input.current?.focus();
      return;
    }
    onClose();
    if (choice.id === 'action:help') onHelp();
    else if (choice.id === 'action:light') chooseScheme('light');
    else if (choice.id === 'action:dark') chooseScheme('dark');
    else if (choice.id === 'action:print') window.setTimeout(() => window.print(), 100);
    else if (choice.href !== undefined) {
      const url = new URL(choice.href, window.location.origin);
      // A saved view is a whole address; everything else keeps the window, the as-of day and the origin.
      if (choice.group === 'Saved views') void navigate({ href: choice.href });
      else {
        const extra = Object.fromEntries(url.searchParams);
        void navigate({
          to: url.pathname,
          search: (previous: Record<string, unknown>) => ({ ...keptSearch(previous), ...extra }),
        });
      }
    }
  };

  const pressed = (event: React.KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(moved(Math.min(at, choices.length - 1), step, choices.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (naming) {
        if (typed.trim() !== '') {
          saveView(typed.trim(), here.href);
          onClose();
        }
      } else if (chosen) run(chosen);
    }
  };

  return (
    <Dialog title={naming ? 'Save this view' : 'Find anything'} onClose={onClose} bare>
      <div className={classes.ask}>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-expanded={!naming}
          aria-controls={list}
          aria-activedescendant={!naming && chosen ? `${list}-${chosen.id}` : undefined}
          aria-label={naming ? 'Name of the view' : 'Find a screen, a supplier, an order line or a saved view'}
          placeholder={naming ? 'Name of this view, then Enter' : 'Screen, supplier, order, item, saved view…'}
          value={typed}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={pressed}
        />
      </div>
      {naming ? (
        <p className={classes.hint}>
          Saves the address of this screen: its window, filters and as-of day. Kept in this browser.
        </p>
      ) : (
        <ul id={list} className={classes.list} role="listbox" aria-label="What was found" tabIndex={-1}>
          {choices.map((choice, index) => (
            <li key={choice.id} role="presentation">
              {choices[index - 1]?.group === choice.group ? null : (
                <p className={classes.group} aria-hidden="true">
                  {choice.group}
                </p>
              )}
              <div
                id={`${list}-${choice.id}`}
                role="option"
                aria-selected={choice === chosen}
                className={classes.choice}
                onPointerMove={() => setAt(index)}
                onClick={() => run(choice)}
              >
                <span>{choice.name}</span>
                {choice.note ? <small>{choice.note}</small> : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {naming ? null : (
        <div className={classes.foot} role="status">
          {failure ??
            (searching
              ? 'Searching…'
              : choices.length === 0
                ? 'Nothing answers to that.'
                : '↑ ↓ to choose, Enter to open')}
        </div>
      )}
      {naming ? null : <SavedViews />}
    </Dialog>
  );
}

function useOwnChoices(naming: boolean): Choice[] {
  const views = useSavedViews();
  if (naming) return [];
  return [
    ...SCREENS.map((screen): Choice => ({
      id: `screen:${screen.path}`,
      group: 'Screens',
      name: screen.name,
      note: screen.about,
      href: screen.path,
    })),
    ...views.map((view): Choice => ({
      id: `view:${view.name}`,
      group: 'Saved views',
      name: view.name,
      note: `${view.href}${view.isDefault ? ' · default' : ''}`,
      href: view.href,
    })),
    { id: 'action:save', group: 'Actions', name: 'Save this view', note: 'under a name of your choice' },
    { id: 'action:print', group: 'Actions', name: 'Print this screen' },
    { id: 'action:light', group: 'Actions', name: 'Light theme' },
    { id: 'action:dark', group: 'Actions', name: 'Dark theme' },
    { id: 'action:help', group: 'Actions', name: 'Keyboard help', note: '?' },
  ];
}

/** What the platform finds for the text, once it is long enough to mean something. */
function useFound(text: string): { found: Choice[]; searching: boolean; failure: string | null } {
  const { shown } = useOrigins();
  const { sources } = useSources();
  const number = orderLineIn(text);
  const names = (sources ?? [])
    .slice(0, 20)
    .flatMap(({ id }) => (number === null ? [] : [{ sourceSystemId: id, type: 'purchaseOrderLine', value: number }]));
  const { data, previousData, loading, error } = useQuery(FIND_ANYTHING, {
    skip: text.length < 2,
    errorPolicy: 'all',
    variables: {
      search: text,
      origin: shown,
      lines: { externalIds: names },
      withLines: names.length > 0,
      withItems: true,
    },
  });
  const answer = text.length < 2 ? undefined : (data ?? (loading ? previousData : undefined));
  const found: Choice[] = [
    ...(answer?.purchaseOrderLines?.edges ?? []).map(({ node }): Choice => ({
      id: `line:${node.id}`,
      group: 'Order lines',
      name: `${node.orderNumber}${node.lineNumber ? ` / ${node.lineNumber}` : ''}`,
      note: node.itemName ?? undefined,
      href: `/orders/${encodeURIComponent(node.id)}`,
    })),
    ...(answer?.suppliers?.edges ?? []).map(({ node }): Choice => ({
      id: `supplier:${node.id}`,
      group: 'Suppliers',
      name: node.name,
      note: node.code === node.name ? undefined : node.code,
      href: `/suppliers/${encodeURIComponent(node.id)}`,
    })),
    ...(answer?.items?.edges ?? []).map(({ node }): Choice => ({
      id: `item:${node.id}`,
      group: 'Order lines',
      name: `Open lines of ${node.name}`,
      note: node.sku,
      href: `/orders?item=${encodeURIComponent(node.id)}`,
    })),
  ];
  const failure = error && found.length === 0 ? (describeFailure(error)?.message ?? null) : null;
  return { found, searching: loading, failure };
}

function SavedViews(): ReactNode {
  const views = useSavedViews();
  if (views.length === 0) return null;
  return (
    <details className={classes.views}>
      <summary>Manage saved views</summary>
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <span>{view.name}</span>
            <button type="button" aria-pressed={view.isDefault} onClick={() => toggleDefaultView(view.name)}>
              {view.isDefault ? 'Default' : 'Make default'}
            </button>
            <button type="button" onClick={() => removeView(view.name)} aria-label={`Delete the view ${view.name}`}>
              Delete
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
