import { checkPageSize, ListCursors } from '@sightline/kit/graph/list-cursor';
import { dayOfInstant } from '@sightline/kit/time/instant';
import type { Context } from '../context';
import type { LineFilter } from '../data/line-filter.query';
import { countLines, linesPage, type LineOrder, type LinePosition } from '../data/lines.query';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';

export interface LineConnection {
  edges: { cursor: string; node: PurchaseOrderLine }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Counted for whoever asks for it. */
  totalCount: () => Promise<number>;
}

/** A page of lines as a connection; its cursors belong to this filter and order. */
export async function lineConnection(
  context: Context,
  filter: LineFilter,
  order: LineOrder,
  page: { first: number; after: string | null },
): Promise<LineConnection> {
  const cursors = new ListCursors(context.services.cursorKey);
  const list = JSON.stringify(['lines', filter, order]);
  const first = checkPageSize(page.first);
  const after = page.after === null ? null : (cursors.open(list, page.after) as LinePosition);
  const today = dayOfInstant(context.call.instant.asOf, null);
  const found = await context.read((manager) => linesPage(manager, filter, order, { first, after, today }));
  const edges = found.lines.map(({ line, position }) => ({ cursor: cursors.seal(list, position), node: line }));
  return {
    edges,
    pageInfo: { hasNextPage: found.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: () => context.read((manager) => countLines(manager, filter, order, { after, today })),
  };
}
