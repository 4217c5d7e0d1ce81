import { useEffect, useMemo, useState } from 'react';

export interface StableOrder<Row> {
  /** In the order in which they already stand; new ones at the end. */
  rows: readonly Row[];
  /** Rows that came since the order was taken. */
  fresh: number;
  /** Sorting again would give another order. */
  moved: boolean;
  /** Takes the order anew. */
  resort: () => void;
}

/** Rows of `sorted` in the held order, those it does not know at the end. Pure. */
export function inHeldOrder<Row extends { id: string }>(sorted: readonly Row[], held: readonly string[]): Row[] {
  const place = new Map(held.map((id, index) => [id, index]));
  return [...sorted].sort((a, b) => (place.get(a.id) ?? held.length) - (place.get(b.id) ?? held.length));
}

/**
 * Holds the order of rows until the reader asks for another: fresh figures never move a row under the pointer.
 *
 * @param sorted   the rows as they should stand
 * @param question another question takes the order anew
 */
export function useStableOrder<Row extends { id: string }>(sorted: readonly Row[], question: string): StableOrder<Row> {
  const [held, setHeld] = useState<{ question: string | null; order: readonly string[] }>({
    question: null,
    order: [],
  });
  const stale = held.question !== question || held.order.length === 0;
  const ids = useMemo(() => sorted.map((row) => row.id), [sorted]);
  useEffect(() => {
    if (stale && ids.length > 0) setHeld({ question, order: ids });
  }, [stale, ids, question]);
  const rows = useMemo(() => (stale ? sorted : inHeldOrder(sorted, held.order)), [stale, sorted, held.order]);
  const known = useMemo(() => new Set(held.order), [held.order]);
  return {
    rows,
    fresh: stale ? 0 : ids.filter((id) => !known.has(id)).length,
    moved: rows.some((row, index) => row.id !== ids[index]),
    resort: () => setHeld({ question, order: ids }),
  };
}
