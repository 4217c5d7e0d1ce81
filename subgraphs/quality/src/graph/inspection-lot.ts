import { lotIdOf } from '@sightline/contracts/identities';
import { presentResults } from '@sightline/kit/door/present-results';
import { checkPageSize, ListCursors } from '@sightline/kit/graph/list-cursor';
import { recordInspections } from '../app/record-inspections';
import type { Context } from '../context';
import { countLots, lotsPage, type LotPosition } from '../data/inspection-lots.query';
import { originOfInspection } from '../domain/contribution-of-inspection';
import { isCountable } from '../domain/countable-units';
import { deliveredIn, type Inspection } from '../domain/inspection-lot';
import { refusalInWords } from '../domain/refusals';
import type {
  InspectionLotResolvers,
  LotResolvers,
  MutationRecordInspectionsArgs,
  PurchaseOrderLineResolvers,
  QueryInspectionLotArgs,
  QueryInspectionLotsArgs,
} from './__generated__/schema';

const reference = (id: string | null): { id: string } | null => (id === null ? null : { id });
/** Of a lot that was skipped nobody has judged any part. */
const judged = ({ decision }: Inspection) => (decision === null || decision.decision === 'SKIPPED' ? null : decision);

const inspectionLot: InspectionLotResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.lotById.load(id),
  supplier: ({ goods }) => reference(goods.supplierId),
  item: ({ goods }) => reference(goods.itemId),
  plant: ({ goods }) => reference(goods.plantId),
  purchaseOrderLine: ({ goods }) => reference(goods.purchaseOrderLineId),
  lot: ({ goods }) =>
    goods.itemId === null || goods.lotNumber === null ? null : { id: lotIdOf(goods.itemId, goods.lotNumber) },
  supplierLotNumber: ({ goods }) => goods.supplierLotNumber,
  deliveredQuantity: ({ delivered, unitOfMeasure }) =>
    delivered === null ? null : deliveredIn(delivered, unitOfMeasure),
  decision: ({ decision }) => decision?.decision ?? null,
  countable: ({ unitOfMeasure }) => isCountable(unitOfMeasure),
  acceptedQuantity: (lot) => judged(lot)?.acceptedQuantity ?? null,
  rejectedQuantity: (lot) => judged(lot)?.rejectedQuantity ?? null,
  createdAt: ({ created }) => created.at ?? `${created.on}T00:00:00Z`,
  createdOn: ({ created }) => created.on,
  decidedAt: ({ decision }) => decision?.when.at ?? null,
  decidedOn: ({ decision }) => decision?.when.on ?? null,
  simulated: (lot) => originOfInspection(lot) === 'SIMULATED',
  externalIds: ({ externalIds }) => [...externalIds],
  freshness: (lot, _args, { desk }) =>
    desk.freshness({
      plantIds: lot.goods.plantId === null ? null : [lot.goods.plantId],
      origin: originOfInspection(lot),
    }),
};

const purchaseOrderLine: PurchaseOrderLineResolvers = {
  // Suppliers owns order lines and says which of them exist; a line without lots here has none.
  __resolveReference: ({ id }) => ({ id }),
  inspectionLots: async ({ id }, _args, { loaders }) => (await loaders.lotsOfLine.load(id)).map(({ lot }) => lot),
};

const stockLot: LotResolvers = {
  // Inventory owns lots of stock and says which of them exist.
  __resolveReference: ({ id }) => ({ id }),
  inspectionLots: async ({ id }, _args, { loaders }) => (await loaders.lotsOfStockLot.load(id)).map(({ lot }) => lot),
};

export const inspectionLotResolvers = {
  Query: {
    inspectionLot: (_: unknown, { id }: QueryInspectionLotArgs, { loaders }: Context) => loaders.lotById.load(id),

    /** A page of lots as a connection; its cursors belong to this filter and order. */
    async inspectionLots(_: unknown, { filter, orderBy, first, after }: QueryInspectionLotsArgs, context: Context) {
      const cursors = new ListCursors(context.services.cursorKey);
      const list = JSON.stringify(['inspectionLots', filter ?? {}, orderBy]);
      const page = {
        first: checkPageSize(first),
        after: after == null ? null : (cursors.open(list, after) as unknown as LotPosition),
      };
      const found = await context.read((manager) => lotsPage(manager, filter ?? {}, orderBy, page));
      const edges = found.lots.map(({ lot, position }) => ({ cursor: cursors.seal(list, position), node: lot }));
      return {
        edges,
        pageInfo: { hasNextPage: found.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
        // Counted for whoever asks for it.
        totalCount: () => context.read((manager) => countLots(manager, filter ?? {})),
      };
    },
  },

  Mutation: {
    recordInspections: (_: unknown, { inputs }: MutationRecordInspectionsArgs, context: Context) =>
      context
        .command((manager) => recordInspections(manager, inputs, context.services.clock.now().toISOString()))
        .then((results) => presentResults(results, refusalInWords)),
  },

  InspectionLot: inspectionLot,
  PurchaseOrderLine: purchaseOrderLine,
  Lot: stockLot,
};
