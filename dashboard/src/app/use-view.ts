import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useApp } from './app-context';
import { useDataRange, type RangeState } from './data-range-context';
import { parseViewSearch, resolveView, type View, type ViewSearch } from './view';

export interface ViewState extends RangeState {
  view: View;
  search: ViewSearch;
  /** Changes the address; what is undefined leaves it. */
  change: (part: Partial<ViewSearch>) => void;
}

/** The view that the address asks for, resolved against the data there is. */
export function useView(): ViewState {
  const { today } = useApp();
  const range = useDataRange();
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const search = parseViewSearch(raw);
  const navigate = useNavigate();
  const change = useCallback(
    (part: Partial<ViewSearch>) => {
      void navigate({
        to: '.',
        search: (previous: Record<string, unknown>) => parseViewSearch({ ...previous, ...part }),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { ...range, view: resolveView(search, range.range, today), search, change };
}
