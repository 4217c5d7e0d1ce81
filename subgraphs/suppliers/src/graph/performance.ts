import {
  DEFAULT_ON_TIME,
  DEFAULT_OTIF,
  definitionById,
  LATENESS,
  leadTimeDefinitionId,
  RECORDED_LAG,
  VOLUME_LINES,
  VOLUME_VALUE,
  type LeadTimeStage,
} from '@sightline/contracts/metric-definitions/system-definitions';
import { checkPageSize } from '@sightline/kit/graph/list-cursor';
import { audienceOf } from '@sightline/kit/figures/contribution-cursor';
import { breakdown, bySupplier } from '../app/break-down';
import { performanceSeries } from '../app/performance-series';
import { PerformanceQuestion } from '../app/performance-question';
import { definitionOf, instantOf, type Group } from '@sightline/kit/figures/question';
import type { Context } from '../context';
import type {
  QuerySupplierPerformanceArgs,
  SupplierPerformanceBreakdownArgs,
  SupplierPerformanceBySupplierArgs,
  SupplierPerformanceSeriesArgs,
} from './__generated__/schema';

/** Figures over all of a question, or over one group of it: the same fields in SupplierPerformance and PerformanceGroup. */
interface Figures {
  question: PerformanceQuestion;
  group: Group | undefined;
}

const figureFields = {
  lateness: ({ question, group }: Figures, _: unknown, context: Context) =>
    context.desk.distribution(question, definitionById(LATENESS)!, group),
  recordedLag: ({ question, group }: Figures, _: unknown, context: Context) =>
    context.desk.distribution(question, definitionById(RECORDED_LAG)!, group),
  leadTime: ({ question, group }: Figures, args: { stage: LeadTimeStage }, context: Context) =>
    context.desk.distribution(question, definitionById(leadTimeDefinitionId(args.stage))!, group),
  onTime: ({ question, group }: Figures, args: { definitionId?: string | null }, context: Context) =>
    context.desk.metric(question, definitionOf(args.definitionId, DEFAULT_ON_TIME, ['onTime']), group),
  otif: ({ question, group }: Figures, args: { definitionId?: string | null }, context: Context) =>
    context.desk.metric(question, definitionOf(args.definitionId, DEFAULT_OTIF, ['otif']), group),
  volume: (figures: Figures) => figures,
};

export const performanceResolvers = {
  Query: {
    supplierPerformance: (_: unknown, args: QuerySupplierPerformanceArgs, context: Context): Figures => ({
      question: new PerformanceQuestion(args.scope, args.window, instantOf(context.call.instant, args)),
      group: undefined,
    }),
  },

  SupplierPerformance: {
    ...figureFields,
    id: async ({ question }: Figures, _: unknown, context: Context) =>
      question.idFor(audienceOf(context.call.actor), await context.desk.originOf(question.scope)),
    origin: ({ question }: Figures, _: unknown, context: Context) => context.desk.originOf(question.scope),
    window: ({ question }: Figures) => question.shownWindow(),
    freshness: ({ question }: Figures, _: unknown, context: Context) => context.desk.freshness(question.scope),
    breakdown: ({ question }: Figures, args: SupplierPerformanceBreakdownArgs, context: Context) =>
      breakdown(context, question, args.by, { first: checkPageSize(args.first), after: args.after ?? null }),
    series: ({ question }: Figures, args: SupplierPerformanceSeriesArgs, context: Context) =>
      performanceSeries(context, question, args.bucket, args.stage),
    bySupplier: ({ question }: Figures, args: SupplierPerformanceBySupplierArgs, context: Context) =>
      bySupplier(context, question, args.orderBy, checkPageSize(args.first)),
  },

  SupplierPerformanceRow: {
    leadTime: (figures: Figures, _: unknown, context: Context) =>
      figureFields.leadTime(figures, { stage: 'SENT_TO_RECEIVED' }, context),
    onTime: (figures: Figures, _: unknown, context: Context) => figureFields.onTime(figures, {}, context),
  },

  PerformanceGroup: {
    ...figureFields,
    supplier: ({ group }: Figures, _: unknown, context: Context) =>
      group?.dimension === 'supplierId' && group.key !== null ? context.loaders.supplierById.load(group.key) : null,
    plant: ({ group }: Figures) => (group?.dimension === 'plantId' && group.key !== null ? { id: group.key } : null),
    key: ({ group }: Figures) => group?.key ?? null,
  },

  Volume: {
    async lines({ question, group }: Figures, _: unknown, context: Context): Promise<number> {
      const figure = await context.desk.metric(question, definitionById(VOLUME_LINES)!, group);
      return figure.n();
    },
    orders: (figures: Figures, _: unknown, context: Context) => distinct(figures, 'orderNumber', context),
    shipments: (figures: Figures, _: unknown, context: Context) => distinct(figures, 'shipmentNumber', context),
    value: ({ question, group }: Figures, _: unknown, context: Context) =>
      context.desk.metric(question, definitionById(VOLUME_VALUE)!, group),
  },
};

async function distinct({ question, group }: Figures, dimension: string, context: Context): Promise<number> {
  const counts = await context.desk.distinct(
    question,
    definitionById(VOLUME_LINES)!,
    dimension,
    group?.dimension ?? null,
  );
  return counts.get(group?.key ?? null) ?? 0;
}
