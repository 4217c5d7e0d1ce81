import { factChanges, type FactChange } from '@sightline/kit/live/fact-changes';
import { figureChanges, type FigureMark } from '@sightline/kit/live/figure-changes';
import { PerformanceQuestion } from '../app/performance-question';
import type { Context } from '../context';
import { LINES, LINES_IN_SCOPE, type ToldLine } from '../data/line-watch.query';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import type {
  SubscriptionPurchaseOrderLineChangedArgs,
  SubscriptionSupplierPerformanceChangedArgs,
} from './__generated__/schema';

export const subscriptionResolvers = {
  Subscription: {
    purchaseOrderLineChanged: {
      subscribe: (_: unknown, args: SubscriptionPurchaseOrderLineChangedArgs, context: Context) =>
        factChanges(context, LINES, args.filter ?? {}, args.after ?? null),
      resolve: (change: FactChange<ToldLine>) => change,
    },

    supplierPerformanceChanged: {
      subscribe(_: unknown, args: SubscriptionSupplierPerformanceChangedArgs, context: Context) {
        // A question that makes no sense is refused now, and not with every event.
        new PerformanceQuestion(args.scope, args.window, context.call.instant);
        return figureChanges(context, LINES_IN_SCOPE, args.scope, args.after ?? null);
      },
      resolve: (mark: FigureMark, args: SubscriptionSupplierPerformanceChangedArgs, context: Context) => ({
        ...mark,
        performance:
          mark.kind === 'HEARTBEAT'
            ? null
            : { question: new PerformanceQuestion(args.scope, args.window, context.call.instant), group: undefined },
      }),
    },
  },

  PurchaseOrderLineChange: {
    line({ row }: FactChange<ToldLine>, _: unknown, { loaders }: Context): PurchaseOrderLine | null {
      if (row === null) return null;
      const { supplierId } = row.line.terms;
      if (supplierId !== null && row.supplier !== undefined) loaders.supplierById.prime(supplierId, row.supplier);
      return row.line;
    },
  },
};
