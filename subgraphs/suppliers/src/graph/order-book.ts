import { definitionById, ORDER_BOOK } from '@sightline/contracts/metric-definitions/system-definitions';
import type { MetricValueFigure } from '@sightline/kit/figures/figure';
import { instantOf, type Asking } from '@sightline/kit/figures/question';
import type { Context } from '../context';
import type { QueryOrderBookArgs } from './__generated__/schema';

interface Book {
  asking: Pick<Asking, 'scope' | 'instant'>;
  includeUndatedOrders: boolean;
}

const figure =
  (definitionId: string) =>
  ({ asking, includeUndatedOrders }: Book, _: unknown, context: Context): Promise<MetricValueFigure> =>
    context.desk.orderBookFigure(asking, definitionById(definitionId)!, includeUndatedOrders);

export const orderBookResolvers = {
  Query: {
    orderBook(_: unknown, args: QueryOrderBookArgs, context: Context): Book {
      return {
        asking: { scope: args.scope, instant: instantOf(context.call.instant, args) },
        includeUndatedOrders: args.includeUndatedOrders,
      };
    },
  },

  OrderBook: {
    ordered: figure(ORDER_BOOK.ordered),
    delivered: figure(ORDER_BOOK.delivered),
    open: figure(ORDER_BOOK.open),
    overdue: figure(ORDER_BOOK.overdue),
    deliveredUnrecorded: figure(ORDER_BOOK.deliveredUnrecorded),
    deliveredUnrecordedValue: figure(ORDER_BOOK.deliveredUnrecordedValue),
    falselyOverdue: figure(ORDER_BOOK.falselyOverdue),
    origin: ({ asking }: Book, _: unknown, context: Context) => context.desk.originOf(asking.scope),
    freshness: ({ asking }: Book, _: unknown, context: Context) => context.desk.freshness(asking.scope),
  },
};
