import { useCallback, useEffect, useRef, useState } from 'react';
import type { LoadRows, Row, RowsFigure } from './rows-page';

const PAGE = 50;
/** The largest page the API gives. */
const LARGEST_PAGE = 200;
/** A browser table beyond this helps nobody; the API has the rest. */
const MOST_ROWS = 10_000;

export interface LoadedRows {
  figure: RowsFigure | null;
  rows: readonly Row[];
  /** Null until the first page is there. */
  totalCount: number | null;
  loading: boolean;
  /** Rows read so far, also those of a long run that are not in `rows` yet. */
  read: number;
  failure: string | null;
  next: string | null;
  more: () => void;
  all: () => void;
}

interface State {
  figure: RowsFigure | null;
  rows: readonly Row[];
  totalCount: number | null;
  next: string | null;
  loading: boolean;
  failure: string | null;
}

const EMPTY: State = { figure: null, rows: [], totalCount: null, next: null, loading: true, failure: null };

/** Pages through the rows of one figure. The figure is that of the first page; its cursor pins all later ones. */
export function useRows(load: LoadRows): LoadedRows {
  const [state, setState] = useState<State>(EMPTY);
  const [progress, setProgress] = useState(0);
  const run = useRef(0);

  const read = useCallback(
    async (start: State, pageSize: number, until: number): Promise<void> => {
      const mine = ++run.current;
      let at: State = { ...start, loading: true, failure: null };
      setState(at);
      try {
        do {
          const page = await load(pageSize, at.next);
          if (run.current !== mine) return;
          at = {
            ...at,
            figure: at.figure ?? page.figure,
            rows: [...at.rows, ...page.rows],
            totalCount: page.totalCount,
            next: page.next,
          };
          // The first page shows at once; of a long run only the count, so that each page does not draw all before it.
          if (until <= 1) setState(at);
          else setProgress(at.rows.length);
        } while (at.next !== null && at.rows.length < until);
        setState({ ...at, loading: false });
      } catch (failure) {
        if (run.current !== mine) return;
        setState({ ...at, loading: false, failure: failure instanceof Error ? failure.message : String(failure) });
      }
    },
    [load],
  );

  useEffect(() => {
    void read(EMPTY, PAGE, 1);
    return () => {
      run.current += 1;
    };
  }, [read]);

  return {
    ...state,
    read: Math.max(progress, state.rows.length),
    more: () => void read(state, PAGE, 1),
    all: () => void read(state, LARGEST_PAGE, MOST_ROWS),
  };
}
