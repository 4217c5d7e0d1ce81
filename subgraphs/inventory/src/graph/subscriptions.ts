import { factChanges, type FactChange } from '@sightline/kit/live/fact-changes';
import type { Context } from '../context';
import type { StockPositionRow } from '../data/stock-position.entity';
import { STOCK } from '../data/stock-watch.query';
import type { SubscriptionStockChangedArgs } from './__generated__/schema';

export const subscriptions = {
  stockChanged: {
    subscribe: (_root: unknown, { itemIds, plantIds, after }: SubscriptionStockChangedArgs, context: Context) =>
      factChanges(context, STOCK, { itemIds: itemIds ?? null, plantIds: plantIds ?? null }, after ?? null),
    resolve: (change: FactChange<StockPositionRow>) => change,
  },
};

export const stockChange = {
  position: (change: FactChange<StockPositionRow>) => change.row,
};
