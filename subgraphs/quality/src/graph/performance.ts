import {
  DEFAULT_DEFECT_RATE,
  LOT_REJECTION_RATE,
  systemDefinition,
} from '@sightline/contracts/metric-definitions/system-definitions';
import { audienceOf } from '@sightline/kit/figures/contribution-cursor';
import { checkPageSize } from '@sightline/kit/graph/list-cursor';
import { byPlant, bySupplier, qualitySeries, type QualityGroup } from '../app/quality-figures';
import { QualityQuestion } from '../app/quality-question';
import { definitionOf, instantOf, type Scope } from '@sightline/kit/figures/question';
import type { Asking } from '@sightline/kit/figures/question';
import type { Context } from '../context';
import type {
  ItemDefectRateArgs,
  QualityPerformanceBySupplierArgs,
  QualityPerformanceDefectRateArgs,
  QualityPerformanceSeriesArgs,
  QueryQualityPerformanceArgs,
  SupplierDefectRateArgs,
  SupplierLotRejectionRateArgs,
} from './__generated__/schema';

type Entity = { id: string };
type FigureArgs = Partial<SupplierLotRejectionRateArgs>;

const DEFECTS = systemDefinition(DEFAULT_DEFECT_RATE);
const REJECTIONS = systemDefinition(LOT_REJECTION_RATE);

const defectRate = (definitionId: string | null | undefined) =>
  definitionOf(definitionId, DEFAULT_DEFECT_RATE, [DEFECTS.metric]);

/** Of goods that only the simulator knows there are no real figures to ask about. */
const asking = (scope: Scope, simulated: boolean, args: FigureArgs, context: Context): Asking => ({
  scope: simulated ? { ...scope, origin: 'SIMULATED' } : scope,
  window: args.window,
  instant: instantOf(context.call.instant, args),
});

async function ofSupplier({ id }: Entity, args: FigureArgs, context: Context): Promise<Asking> {
  const known = await context.loaders.supplierOrigin.load(id);
  return asking({ supplierIds: [id] }, known?.simulated === true, args, context);
}

async function ofItem({ id }: Entity, args: FigureArgs, context: Context): Promise<Asking> {
  const known = await context.loaders.itemOrigin.load(id);
  return asking({ itemIds: [id] }, known?.simulated === true, args, context);
}

const groupFields = {
  defectRate: ({ question, group }: QualityGroup, _: unknown, { desk }: Context) =>
    desk.metric(question, DEFECTS, group),
  lotRejectionRate: ({ question, group }: QualityGroup, _: unknown, { desk }: Context) =>
    desk.metric(question, REJECTIONS, group),
};

export const performanceResolvers = {
  Query: {
    qualityPerformance: (_: unknown, args: QueryQualityPerformanceArgs, context: Context) =>
      new QualityQuestion(args.scope, args.window, instantOf(context.call.instant, args)),
  },

  QualityPerformance: {
    id: async (question: QualityQuestion, _: unknown, { call, desk }: Context) =>
      question.idFor(audienceOf(call.actor), await desk.originOf(question.scope)),
    origin: (question: QualityQuestion, _: unknown, { desk }: Context) => desk.originOf(question.scope),
    window: (question: QualityQuestion) => question.shownWindow(),
    freshness: (question: QualityQuestion, _: unknown, { desk }: Context) => desk.freshness(question.scope),
    defectRate: (question: QualityQuestion, args: QualityPerformanceDefectRateArgs, { desk }: Context) =>
      desk.metric(question, defectRate(args.definitionId)),
    lotRejectionRate: (question: QualityQuestion, _: unknown, { desk }: Context) => desk.metric(question, REJECTIONS),
    byPlant: (question: QualityQuestion, _: unknown, context: Context) => byPlant(context, question),
    series: (question: QualityQuestion, args: QualityPerformanceSeriesArgs, context: Context) =>
      qualitySeries(context, question, args.bucket),
    bySupplier: (question: QualityQuestion, args: QualityPerformanceBySupplierArgs, context: Context) =>
      bySupplier(context, question, args.orderBy, checkPageSize(args.first)),
  },

  PlantQualityRow: {
    ...groupFields,
    plant: ({ group }: QualityGroup) => (group.key === null ? null : { id: group.key }),
  },

  QualityRow: {
    ...groupFields,
    supplier: ({ group }: QualityGroup) => (group.key === null ? null : { id: group.key }),
  },

  Supplier: {
    // Suppliers says which suppliers exist; row-level security, which of them the caller may see.
    __resolveReference: ({ id }: Entity) => ({ id }),
    defectRate: async (supplier: Entity, args: SupplierDefectRateArgs, context: Context) =>
      context.desk.metric(await ofSupplier(supplier, args, context), defectRate(args.definitionId)),
    lotRejectionRate: async (supplier: Entity, args: SupplierLotRejectionRateArgs, context: Context) =>
      context.desk.metric(await ofSupplier(supplier, args, context), REJECTIONS),
  },

  Item: {
    __resolveReference: ({ id }: Entity) => ({ id }),
    defectRate: async (item: Entity, args: ItemDefectRateArgs, context: Context) =>
      context.desk.metric(await ofItem(item, args, context), defectRate(args.definitionId)),
  },
};
