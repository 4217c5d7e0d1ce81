import '../testing/browser';
import { renderHook, waitFor } from '@testing-library/react';
import { LARGEST_PAGE, useLongList, type ListPage } from './use-long-list';

interface Row {
  id: string;
}

const rows = (from: number, to: number): { node: Row }[] =>
  Array.from({ length: to - from }, (_, index) => ({ node: { id: `r${from + index}` } }));

const page = (from: number, to: number, of: number): ListPage<Row> => ({
  totalCount: of,
  pageInfo: { hasNextPage: to < of, endCursor: `c${to}` },
  edges: rows(from, to),
});

describe('a list longer than the largest page', () => {
  it('reads nothing more while the first page holds what was asked for', () => {
    const load = jest.fn();
    const { result } = renderHook(() => useLongList(page(0, 50, 500), 50, load));
    expect(result.current).toMatchObject({ totalCount: 500, more: true, loading: false });
    expect(load).not.toHaveBeenCalled();
  });

  it('goes on behind the first page by its cursor, and shows a row that moved onto two pages once', async () => {
    // Since the first page was read one row more came before it, so its last row is on the second as well.
    const load = jest.fn(async (after: string, count: number) => {
      expect([after, count]).toEqual([`c${LARGEST_PAGE}`, 50]);
      return page(LARGEST_PAGE - 1, LARGEST_PAGE + 49, 500);
    });
    const first = page(0, LARGEST_PAGE, 500);
    const { result } = renderHook(() => useLongList(first, LARGEST_PAGE + 50, load));
    expect(result.current.loading).toBe(true);
    await waitFor(() => expect(result.current.loading).toBe(false));
    expect(result.current.nodes).toHaveLength(LARGEST_PAGE + 49);
    expect(new Set(result.current.nodes.map(({ id }) => id)).size).toBe(LARGEST_PAGE + 49);
  });

  it('keeps the first page and says so when a later one cannot be read', async () => {
    const first = page(0, LARGEST_PAGE, 500);
    const load = async (): Promise<null> => null;
    const { result } = renderHook(() => useLongList(first, LARGEST_PAGE + 50, load));
    await waitFor(() => expect(result.current.failure).not.toBeNull());
    expect(result.current.nodes).toHaveLength(LARGEST_PAGE);
    expect(result.current.loading).toBe(false);
  });
});
