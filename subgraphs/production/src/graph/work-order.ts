import { checkPageSize } from '@sightline/kit/graph/list-cursor';
import { presentResults } from '@sightline/kit/door/present-results';
import { findWorkOrder } from '../app/find-work-order';
import { listWorkOrders } from '../app/list-work-orders';
import { recordWorkOrderEvents } from '../app/record-work-order-events';
import { releaseWorkOrders } from '../app/release-work-orders';
import type { Context } from '../context';
import { originOfOrder, plantDay } from '../domain/contribution-of-order';
import { refusalInWords } from '../domain/refusals';
import { unpostedQuantity, unpostedSeconds } from '../domain/unposted';
import type { WorkOrder } from '../domain/work-order';
import type {
  MutationRecordWorkOrderEventsArgs,
  MutationReleaseWorkOrdersArgs,
  PlantWorkOrdersArgs,
  QueryWorkOrderArgs,
  QueryWorkOrdersArgs,
} from './__generated__/schema';

const nowOf = (context: Context): string => context.services.clock.now().toISOString();

export const workOrderResolvers = {
  Query: {
    workOrder: (_: unknown, args: QueryWorkOrderArgs, context: Context) => findWorkOrder(context, args),

    workOrders: (_: unknown, args: QueryWorkOrdersArgs, context: Context) =>
      listWorkOrders(context, args.filter ?? {}, args.orderBy, {
        first: checkPageSize(args.first),
        after: args.after ?? null,
      }),
  },

  Mutation: {
    releaseWorkOrders: async (_: unknown, { inputs }: MutationReleaseWorkOrdersArgs, context: Context) =>
      presentResults(
        await context.command((manager) => releaseWorkOrders(manager, inputs, nowOf(context))),
        refusalInWords,
      ),

    recordWorkOrderEvents: async (_: unknown, { inputs }: MutationRecordWorkOrderEventsArgs, context: Context) =>
      presentResults(
        await context.command((manager) => recordWorkOrderEvents(manager, inputs, nowOf(context))),
        refusalInWords,
      ),
  },

  Plant: {
    // Inventory owns plants and says which of them exist; one without orders here has none.
    __resolveReference: ({ id }: { id: string }) => ({ id }),

    workOrders: ({ id }: { id: string }, args: PlantWorkOrdersArgs, context: Context) => {
      const asked = args.filter?.plantIds ?? null;
      const plantIds = asked === null || asked.includes(id) ? [id] : [];
      return listWorkOrders(context, { ...args.filter, plantIds }, args.orderBy, {
        first: checkPageSize(args.first),
        after: args.after ?? null,
      });
    },
  },

  WorkOrder: {
    __resolveReference: ({ id }: { id: string }, context: Context) => context.loaders.workOrder.load(id),
    number: (order: WorkOrder) => order.terms.number,
    item: (order: WorkOrder) => ({ id: order.terms.itemId }),
    itemName: (order: WorkOrder) => order.terms.itemName,
    plant: (order: WorkOrder) => ({ id: order.terms.plantId }),
    quantity: (order: WorkOrder) => order.terms.quantity,
    unitOfMeasure: (order: WorkOrder) => order.terms.unitOfMeasure,
    unpostedQuantity,
    dueAt: (order: WorkOrder) => order.terms.dueAt,
    bomRevision: (order: WorkOrder) => order.terms.bomRevision,
    releasedAt: (order: WorkOrder) => order.released.at,
    startedAt: (order: WorkOrder) => order.started?.at ?? null,
    completedAt: (order: WorkOrder) => order.completed?.at ?? null,
    async completedOn(order: WorkOrder, _: unknown, context: Context): Promise<string | null> {
      if (order.completed === null) return null;
      const plant = await context.loaders.timeZone.load(order.terms.plantId);
      return plantDay(order.completed, { timeZone: plant?.timeZone ?? null });
    },
    unpostedSeconds: (order: WorkOrder, _: unknown, context: Context) =>
      unpostedSeconds(order, context.call.instant.now),
    externalIds: (order: WorkOrder) => order.terms.externalIds,
    origin: originOfOrder,
    freshness: (order: WorkOrder, _: unknown, context: Context) =>
      context.desk.freshness({ plantIds: [order.terms.plantId], origin: originOfOrder(order) }),
  },
};
