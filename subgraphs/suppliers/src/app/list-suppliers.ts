import {
  DEFAULT_ON_TIME,
  definitionById,
  leadTimeDefinitionId,
  VOLUME_LINES,
} from '@sightline/contracts/metric-definitions/system-definitions';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Aggregate } from '@sightline/kit/figures/contribution';
import type { Asking } from '@sightline/kit/figures/question';
import { presentDistribution, presentValue } from '@sightline/kit/figures/present';
import { ListCursors } from '@sightline/kit/graph/list-cursor';
import { presentInstant } from '@sightline/contracts/request-instant';
import type { Context } from '../context';
import type { SupplierRow } from '../data/supplier.entity';
import { findSuppliers } from '../data/suppliers.query';

export type SupplierOrder = 'NAME_ASC' | 'NAME_DESC' | 'LEAD_TIME_P90_DESC' | 'ON_TIME_ASC' | 'LINES_DESC';

export interface SupplierFilter {
  search?: string | null;
  tiers?: readonly string[] | null;
  ids?: readonly string[] | null;
  origin?: DataOrigin | null;
}

export interface SupplierConnection {
  edges: { cursor: string; node: SupplierRow }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/**
 * Suppliers the caller may see, in an order. Orders by a figure use the default window; who has no such figure comes
 * last, by name.
 */
export async function listSuppliers(
  context: Context,
  filter: SupplierFilter,
  order: SupplierOrder,
  page: { first: number; after: string | null },
): Promise<SupplierConnection> {
  const found = await context.read((manager) => findSuppliers(manager, filter));
  const asking: Asking = {
    scope: { origin: filter.origin ?? null },
    window: null,
    instant: presentInstant(context.call.instant.now),
  };
  const ordered = await inOrder(context, found, order, asking);
  const cursors = new ListCursors(context.services.cursorKey);
  const list = JSON.stringify(['suppliers', filter, order]);
  // The list is short (suppliers, not lines), so the place is found by id: what joined or left since does not matter.
  const after = page.after === null ? null : cursors.open(list, page.after)[0];
  const start = after === null ? 0 : ordered.findIndex((supplier) => supplier.id === after) + 1;
  const shown = ordered.slice(start, start + page.first);
  const edges = shown.map((node) => ({ cursor: cursors.seal(list, [node.id]), node }));
  return {
    edges,
    pageInfo: { hasNextPage: start + shown.length < ordered.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: ordered.length,
  };
}

const byName = (a: SupplierRow, b: SupplierRow): number => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);

/** Puts suppliers in order; what an order by figures ranks is read from the figures of `asking`. */
export async function inOrder(
  context: Context,
  suppliers: readonly SupplierRow[],
  order: SupplierOrder,
  asking: Asking,
): Promise<SupplierRow[]> {
  const named = [...suppliers].sort(byName);
  if (order === 'NAME_ASC') return named;
  if (order === 'NAME_DESC') return named.reverse();
  const rankOf = await ranks(context, order, asking);
  const rank = (supplier: SupplierRow): number => rankOf(supplier.id) ?? Number.POSITIVE_INFINITY;
  // Sorting is stable: equals and those without a rank stay by name.
  return named.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

async function ranks(
  context: Context,
  order: 'LEAD_TIME_P90_DESC' | 'ON_TIME_ASC' | 'LINES_DESC',
  asking: Asking,
): Promise<(supplierId: string) => number | null> {
  const [id, rank] = RANKINGS[order];
  const definition = definitionById(id)!;
  const groups = await context.desk.grouped(asking, definition, 'supplierId');
  const all = await groups.all();
  return (supplierId) => {
    const aggregate = all.get(supplierId);
    return aggregate === undefined ? null : rank(aggregate);
  };
}

const descending = (value: number | null): number | null => (value === null ? null : -value);

const RANKINGS: Readonly<
  Record<
    'LEAD_TIME_P90_DESC' | 'ON_TIME_ASC' | 'LINES_DESC',
    readonly [string, (aggregate: Aggregate) => number | null]
  >
> = {
  LEAD_TIME_P90_DESC: [
    leadTimeDefinitionId('SENT_TO_RECEIVED'),
    (aggregate) => descending(presentDistribution(aggregate, null).p90),
  ],
  ON_TIME_ASC: [DEFAULT_ON_TIME, (aggregate) => presentValue(aggregate, 'PERCENT', null).value],
  LINES_DESC: [VOLUME_LINES, (aggregate) => -aggregate.n],
};
