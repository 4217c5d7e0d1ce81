import { GraphQLError } from 'graphql';
import { checkPageSize, ListCursors } from '@sightline/kit/graph/list-cursor';
import { countItems, listItems, type ItemFilter } from '../data/item.query';
import type { ItemResolvers, QueryResolvers } from './__generated__/schema';

/** Exactly one of two ways to name a thing. */
export function oneOf(names: Readonly<Record<string, string | null | undefined>>): { by: string; value: string } {
  const given = Object.entries(names).flatMap(([by, value]) => (value == null ? [] : [{ by, value }]));
  if (given.length === 1) return given[0]!;
  throw new GraphQLError(`Give exactly one of ${Object.keys(names).join(' and ')}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

export const item: ItemResolvers = {
  __resolveReference: (reference, { loaders }) =>
    'id' in reference ? loaders.item.load(reference.id) : loaders.itemBySku.load(reference.sku),
  conversions: ({ conversions }) => [...conversions],
  externalIds: ({ externalIds }) => [...externalIds],
  stock: async ({ id }, { plantId }, { loaders }) =>
    (await loaders.positionsOfItem.load(id)).filter((position) => plantId == null || position.plantId === plantId),
};

export const itemQueries: Pick<QueryResolvers, 'item' | 'items'> = {
  item: (_root, { id, sku }, { loaders }) => {
    const name = oneOf({ id, sku });
    return name.by === 'id' ? loaders.item.load(name.value) : loaders.itemBySku.load(name.value);
  },

  items: async (_root, { filter, first, after }, context) => {
    const size = checkPageSize(first);
    const wanted: ItemFilter = { search: filter?.search?.trim() || null, ids: filter?.ids ?? null };
    const cursors = new ListCursors(context.services.cursorKey);
    const list = `items ${JSON.stringify([wanted.search, wanted.ids === null ? null : [...wanted.ids].sort()])}`;
    const afterSku = after == null ? null : String(cursors.open(list, after)[0]);
    return context.read(async (manager) => {
      const found = await listItems(manager, wanted, size, afterSku);
      const edges = found.slice(0, size).map((node) => ({ cursor: cursors.seal(list, [node.sku]), node }));
      return {
        edges,
        pageInfo: { hasNextPage: found.length > size, endCursor: edges.at(-1)?.cursor ?? null },
        totalCount: await countItems(manager, wanted),
      };
    });
  },
};
