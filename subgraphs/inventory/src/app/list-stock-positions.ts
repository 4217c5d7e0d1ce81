import { ListCursors } from '@sightline/kit/graph/list-cursor';
import type { RequestContext } from '@sightline/kit/server/manifest';
import {
  countNotInStock,
  listPositions,
  totalPositions,
  type PositionFilter,
  type PositionTotal,
  type ShownPosition,
} from '../data/stock-position.query';
import { NOT_IN_STOCK_LABELS } from '../domain/not-in-stock-labels';

export interface StockPositionPage {
  edges: { cursor: string; node: ShownPosition }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  negativeCount: number;
  totals: Pick<PositionTotal, 'status' | 'owner' | 'unitOfMeasure' | 'quantity' | 'positions'>[];
  /** Counted only when it is asked for. */
  notInStock: () => Promise<{ code: string; label: string; count: number }[]>;
}

/** Positions that the caller may see, one page of them, with what all of them add up to. */
export function listStockPositions(
  context: RequestContext,
  filter: PositionFilter,
  page: { first: number; after: string | null },
): Promise<StockPositionPage> {
  const cursors = new ListCursors(context.services.cursorKey);
  const list = `stock positions ${JSON.stringify(filter)}`;
  const [sku = null, id = null] = page.after === null ? [] : cursors.open(list, page.after);
  const after = page.after === null ? null : ([String(sku), String(id)] as const);
  return context.read(async (manager) => {
    const found = await listPositions(manager, filter, page.first, after);
    const totals = await totalPositions(manager, filter);
    const edges = found.slice(0, page.first).map((node) => ({ cursor: cursors.seal(list, [node.sku, node.id]), node }));
    return {
      edges,
      pageInfo: { hasNextPage: found.length > page.first, endCursor: edges.at(-1)?.cursor ?? null },
      totalCount: totals.reduce((count, total) => count + total.positions, 0),
      negativeCount: totals.reduce((count, total) => count + total.negative, 0),
      totals,
      notInStock: async () => {
        const reasons = await context.read((waiting) => countNotInStock(waiting, filter));
        return reasons.map(({ reason, count }) => ({ code: reason, label: NOT_IN_STOCK_LABELS[reason], count }));
      },
    };
  });
}
