import { definitionById, leadTimeDefinitionId } from '@sightline/contracts/metric-definitions/system-definitions';
import { instantOf } from '@sightline/kit/figures/question';
import type { Context } from '../context';
import type { ItemLeadTimeArgs, ItemOpenPurchaseOrderLinesArgs } from './__generated__/schema';
import { lineConnection } from './line-connection';

export const itemResolvers = {
  Item: {
    __resolveReference: (item: { id: string }) => ({ id: item.id }),

    leadTime: (item: { id: string }, args: ItemLeadTimeArgs, context: Context) =>
      context.desk.distribution(
        { scope: { itemIds: [item.id] }, window: args.window, instant: instantOf(context.call.instant, args) },
        definitionById(leadTimeDefinitionId(args.stage))!,
      ),

    openPurchaseOrderLines: (item: { id: string }, args: ItemOpenPurchaseOrderLinesArgs, context: Context) =>
      lineConnection(context, { itemIds: [item.id], open: true }, 'PROMISED_ASC', {
        first: args.first,
        after: args.after ?? null,
      }),
  },
};
