import type { When } from '@sightline/contracts/events/envelope';
import { presentResults } from '@sightline/kit/door/present-results';
import { dayOfInstant } from '@sightline/kit/time/instant';
import { sendPurchaseOrderLines } from '../app/send-purchase-order-lines';
import { recordPurchaseOrderLineEvents } from '../app/record-purchase-order-line-events';
import type { Context } from '../context';
import { lineIdByKey } from '../data/lines.query';
import { originOfLine } from '../domain/contribution-of-line';
import { completion, firstReceipt, openQuantity, receivedQuantity, returnedQuantity } from '../domain/line-delivery';
import { atStake, impactDays } from '../domain/line-impact';
import type { CommitRecord, Movement, PurchaseOrderLine } from '../domain/purchase-order-line';
import { userErrorOf } from '../domain/refusals';
import type {
  MutationRecordPurchaseOrderLineEventsArgs,
  MutationSendPurchaseOrderLinesArgs,
  QueryPurchaseOrderLineArgs,
  QueryPurchaseOrderLinesArgs,
} from './__generated__/schema';
import { lineConnection } from './line-connection';

const reference = <Id extends string | null>(id: Id): { id: string } | null => (id === null ? null : { id });
const first = (movements: readonly Movement[]): When | null => movements[0]?.when ?? null;
const at = (when: When | null | undefined): string | null => when?.at ?? null;
const on = (when: When | null | undefined): string | null => when?.on ?? null;

export const purchaseOrderLineResolvers = {
  Query: {
    async purchaseOrderLine(
      _: unknown,
      args: QueryPurchaseOrderLineArgs,
      context: Context,
    ): Promise<PurchaseOrderLine | null> {
      const { externalId } = args;
      const id =
        args.id ?? (externalId == null ? null : await context.read((manager) => lineIdByKey(manager, externalId)));
      return id === null ? null : context.loaders.lineById.load(id);
    },

    purchaseOrderLines: (_: unknown, args: QueryPurchaseOrderLinesArgs, context: Context) =>
      lineConnection(context, args.filter ?? {}, args.orderBy, { first: args.first, after: args.after ?? null }),
  },

  Mutation: {
    sendPurchaseOrderLines: (_: unknown, args: MutationSendPurchaseOrderLinesArgs, context: Context) =>
      context
        .command((manager) => sendPurchaseOrderLines(manager, args.inputs, context.services.clock.now().toISOString()))
        .then((results) => presentResults(results, userErrorOf)),

    recordPurchaseOrderLineEvents: (_: unknown, args: MutationRecordPurchaseOrderLineEventsArgs, context: Context) =>
      context
        .command((manager) =>
          recordPurchaseOrderLineEvents(manager, args.inputs, context.services.clock.now().toISOString()),
        )
        .then((results) => presentResults(results, userErrorOf)),
  },

  PurchaseOrderLine: {
    __resolveReference: (line: { id: string }, context: Context) => context.loaders.lineById.load(line.id),
    orderNumber: (line: PurchaseOrderLine) => line.terms.orderNumber,
    lineNumber: (line: PurchaseOrderLine) => line.terms.lineNumber,
    scheduleNumber: (line: PurchaseOrderLine) => line.terms.scheduleNumber,
    supplier: (line: PurchaseOrderLine, _: unknown, context: Context) =>
      line.terms.supplierId === null ? null : context.loaders.supplierById.load(line.terms.supplierId),
    sourcing: (line: PurchaseOrderLine) => line.terms.sourcing,
    supplyingPlant: (line: PurchaseOrderLine) => reference(line.terms.supplyingPlantId),
    manufacturingSite: (line: PurchaseOrderLine) =>
      line.terms.manufacturingSiteId === null
        ? null
        : { id: line.terms.manufacturingSiteId, name: line.terms.manufacturingSite },
    destinationCountry: (line: PurchaseOrderLine) => line.terms.destinationCountry,
    shipmentMode: (line: PurchaseOrderLine) => line.terms.shipmentMode,
    externalIds: (line: PurchaseOrderLine) => line.terms.externalIds,
    item: (line: PurchaseOrderLine) => reference(line.terms.itemId),
    itemName: (line: PurchaseOrderLine) => line.terms.itemName,
    productGroup: (line: PurchaseOrderLine) => line.terms.productGroup,
    plant: (line: PurchaseOrderLine) => reference(line.terms.plantId),
    quantity: (line: PurchaseOrderLine) => line.terms.quantity,
    unitOfMeasure: (line: PurchaseOrderLine) => line.terms.unitOfMeasure,
    value: ({ terms }: PurchaseOrderLine) =>
      terms.value === null || terms.currency === null ? null : { amount: terms.value, currency: terms.currency },
    incoterm: (line: PurchaseOrderLine) => line.terms.incoterm,
    createdOn: (line: PurchaseOrderLine) => on(line.created),
    sentAt: (line: PurchaseOrderLine) => at(line.sent),
    sentOn: (line: PurchaseOrderLine) => on(line.sent),
    acknowledgedAt: (line: PurchaseOrderLine) => at(line.acknowledged),
    acknowledgedOn: (line: PurchaseOrderLine) => on(line.acknowledged),
    requestedDate: (line: PurchaseOrderLine) => line.terms.requestedDate,
    shippedAt: (line: PurchaseOrderLine) => at(first(line.shipped)),
    shippedOn: (line: PurchaseOrderLine) => on(first(line.shipped)),
    handedOverAt: (line: PurchaseOrderLine) => at(first(line.handedOver)),
    handedOverOn: (line: PurchaseOrderLine) => on(first(line.handedOver)),
    arrivedAt: (line: PurchaseOrderLine) => at(first(line.arrived)),
    arrivedOn: (line: PurchaseOrderLine) => on(first(line.arrived)),
    firstReceivedAt: (line: PurchaseOrderLine) => at(firstReceipt(line)?.when),
    firstReceivedOn: (line: PurchaseOrderLine) => on(firstReceipt(line)?.when),
    receivedAt: (line: PurchaseOrderLine) => at(completion(line, 'RECEIVED')?.when),
    receivedOn: (line: PurchaseOrderLine) => on(completion(line, 'RECEIVED')?.when),
    receiptRecordedAt: (line: PurchaseOrderLine) => at(completion(line, 'RECEIVED')?.recorded),
    receiptRecordedOn: (line: PurchaseOrderLine) => on(completion(line, 'RECEIVED')?.recorded),
    availableAt: (line: PurchaseOrderLine) => at(completion(line, 'AVAILABLE')?.when),
    availableOn: (line: PurchaseOrderLine) => on(completion(line, 'AVAILABLE')?.when),
    receivedQuantity: (line: PurchaseOrderLine) => receivedQuantity(line),
    returnedQuantity: (line: PurchaseOrderLine) => returnedQuantity(line),
    openQuantity: (line: PurchaseOrderLine) => openQuantity(line),
    atStake,
    impactDays: (line: PurchaseOrderLine, _: unknown, { call }: Context) =>
      impactDays(line, dayOfInstant(call.instant.asOf, null)),
    freshness: (line: PurchaseOrderLine, _: unknown, context: Context) =>
      context.desk.freshness({
        sourceSystemIds: line.source === null ? null : [line.source.sourceSystemId],
        plantIds: line.terms.plantId === null ? null : [line.terms.plantId],
        origin: originOfLine(line),
      }),
    simulated: (line: PurchaseOrderLine) => originOfLine(line) === 'SIMULATED',
  },

  Commit: {
    occurredAt: (commit: CommitRecord) => commit.occurred.at,
    occurredOn: (commit: CommitRecord) => commit.occurred.on,
    recordedAt: (commit: CommitRecord) => commit.recorded.at,
    recordedOn: (commit: CommitRecord) => commit.recorded.on,
  },

  ManufacturingSite: {
    __resolveReference: (site: { id: string }, context: Context) => context.loaders.siteById.load(site.id),
  },
};
