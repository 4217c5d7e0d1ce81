import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useApp } from './app-context';
import { useDataRange, type RangeState } from './data-range-context';
import { useOrigins } from './use-origins';
import { parseViewSearch, resolveView, type View, type ViewSearch } from './view';

export interface ViewState extends RangeState {
  view: View;
  search: ViewSearch;
  /** The whole address, for what only one screen understands. */
  raw: Record<string, unknown>;
  /** Changes the address; what is undefined leaves it. Also takes what only one screen understands. */
  change: (part: Partial<ViewSearch> & Record<string, unknown>) => void;
}

/** The view that the address asks for, resolved against the data there is. */
export function useView(): ViewState {
  const { today } = useApp();
  const range = useDataRange();
  const { shown } = useOrigins();
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const search = useMemo(() => parseViewSearch(raw), [raw]);
  const navigate = useNavigate();
  const change = useCallback(
    (part: Partial<ViewSearch> & Record<string, unknown>) => {
      void navigate({
        to: '.',
        search: (previous: Record<string, unknown>) => {
          const next = { ...previous, ...part };
          return { ...next, ...parseViewSearch(next) };
        },
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  const view = useMemo(() => resolveView(search, range.range, today, shown), [search, range.range, today, shown]);
  return { ...range, view, search, raw, change };
}
