import { isNegative } from '@sightline/kit/decimal/decimal';
import { checkPageSize } from '@sightline/kit/graph/list-cursor';
import { listStockPositions } from '../app/list-stock-positions';
import type {
  LotResolvers,
  QueryResolvers,
  StockPositionConnectionResolvers,
  StockPositionResolvers,
} from './__generated__/schema';

export const stockPosition: StockPositionResolvers = {
  item: async ({ itemId }, _args, { loaders }) => (await loaders.item.load(itemId))!,
  plant: async ({ plantId }, _args, { loaders }) => (await loaders.plant.load(plantId))!,
  lot: ({ lotId }, _args, { loaders }) => (lotId === null ? null : loaders.lot.load(lotId)),
  negative: ({ quantity }) => isNegative(quantity),
  freshness: (position, _args, { stockAges }) => stockAges.of(position),
};

export const stockPositionConnection: StockPositionConnectionResolvers = {
  notInStock: (page) => page.notInStock(),
};

export const lot: LotResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.lot.load(id),
  item: async ({ itemId }, _args, { loaders }) => (await loaders.item.load(itemId))!,
  supplier: ({ supplierId }) => (supplierId === null ? null : { id: supplierId }),
  stock: async ({ id }, _args, { loaders }) => [...(await loaders.positionsOfLot.load(id))],
};

export const stockQueries: Pick<QueryResolvers, 'stockPositions' | 'lot'> = {
  lot: (_root, { id }, { loaders }) => loaders.lot.load(id),

  stockPositions: (_root, { filter, first, after }, context) =>
    listStockPositions(
      context,
      {
        itemIds: filter?.itemIds ?? null,
        plantIds: filter?.plantIds ?? null,
        statuses: filter?.statuses ?? null,
        owners: filter?.owners ?? null,
        negative: filter?.negative ?? null,
        search: filter?.search?.trim() || null,
        origin: filter?.origin ?? null,
      },
      { first: checkPageSize(first), after: after ?? null },
    ),
};
