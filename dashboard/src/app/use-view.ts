import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { describeFailure, type Failure } from '../apollo/failure';
import { polled } from '../apollo/polling';
import { DATA_RANGE } from '../features/overview/data-range';
import { dataRange, type DataRange } from '../features/overview/overview.model';
import { useApp } from './app-context';
import { parseViewSearch, resolveView, type View, type ViewSearch } from './view';

export interface ViewState {
  view: View;
  search: ViewSearch;
  /** Changes the address; what is undefined leaves it. */
  change: (part: Partial<ViewSearch>) => void;
  /** Undefined while unknown, null when the platform holds nothing. */
  range: DataRange | null | undefined;
  /** The platform answers and holds not a single order line. */
  empty: boolean;
  failure: Failure | null;
  retry: () => void;
}

/** The view that the address asks for, resolved against the data there is. */
export function useView(): ViewState {
  const { today } = useApp();
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const search = parseViewSearch(raw);
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(DATA_RANGE, polled);
  const earliest = data?.earliest;
  const answered = earliest !== undefined && earliest !== null;
  const range = answered
    ? dataRange(earliest.edges[0]?.node, data?.latest?.edges[0]?.node, today)
    : error
      ? null
      : undefined;
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
  return {
    view: resolveView(search, range, today),
    search,
    change,
    range,
    empty: answered && earliest.totalCount === 0,
    failure: answered ? null : describeFailure(error),
    retry: () => void refetch(),
  };
}
