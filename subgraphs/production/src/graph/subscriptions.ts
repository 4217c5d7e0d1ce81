import { factChanges, type FactChange } from '@sightline/kit/live/fact-changes';
import type { Context } from '../context';
import { WORK_ORDERS } from '../data/work-order-watch.query';
import type { WorkOrder } from '../domain/work-order';
import type { SubscriptionWorkOrderChangedArgs } from './__generated__/schema';

export const subscriptionResolvers = {
  Subscription: {
    workOrderChanged: {
      subscribe: (_: unknown, args: SubscriptionWorkOrderChangedArgs, context: Context) =>
        factChanges(context, WORK_ORDERS, args.filter ?? {}, args.after ?? null),
      resolve: (change: FactChange<WorkOrder>) => change,
    },
  },

  WorkOrderChange: {
    workOrder: (change: FactChange<WorkOrder>) => change.row,
  },
};
