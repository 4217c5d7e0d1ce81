import { PRODUCTION, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import { toUtcMs } from '@sightline/kit/time/instant';
import type { Part } from '../app/figure-desk';
import { PerformanceQuestion } from '../app/performance-question';
import { performanceSeries } from '../app/performance-series';
import { instantOf } from '@sightline/kit/figures/question';
import type { Context } from '../context';
import type { ProductionPerformanceSeriesArgs, QueryProductionPerformanceArgs } from './__generated__/schema';

/** Figures over all of a question, or over one plant of it: the same fields in both types. */
interface Figures {
  question: PerformanceQuestion;
  part: Part;
}

const figure =
  (definitionId: string) =>
  ({ question, part }: Figures, _: unknown, context: Context) =>
    context.desk.metric(question, systemDefinition(definitionId), part);

const figureFields = {
  scheduleAdherence: figure(PRODUCTION.scheduleAdherence),
  firstPassYield: figure(PRODUCTION.firstPassYield),
  unposted: figure(PRODUCTION.unposted),
  unpostedOrders: ({ question, part }: Figures, _: unknown, context: Context) =>
    context.desk.unpostedOrders(question, part),
  async oldestUnpostedSeconds({ question, part }: Figures, _: unknown, context: Context): Promise<number | null> {
    const since = await context.desk.oldestUnposted(question, part);
    return since === null ? null : Math.floor((toUtcMs(question.instant.asOf) - toUtcMs(since)) / 1000);
  },
};

export const performanceResolvers = {
  Query: {
    productionPerformance: (_: unknown, args: QueryProductionPerformanceArgs, context: Context): Figures => ({
      question: new PerformanceQuestion(args.scope, args.window, instantOf(context.call.instant, args)),
      part: null,
    }),
  },

  ProductionPerformance: {
    ...figureFields,
    id: async ({ question }: Figures, _: unknown, context: Context) =>
      question.idFor(await context.desk.originOf(question.scope)),
    // Every order has a row of what is unposted, so these are all plants that have orders in the scope.
    async byPlant({ question }: Figures, _: unknown, context: Context): Promise<Figures[]> {
      const plants = await context.desk.byPlant(question, systemDefinition(PRODUCTION.unposted));
      return (await plants.keys()).flatMap((plantId) => (plantId === null ? [] : [{ question, part: { plantId } }]));
    },
    series: ({ question }: Figures, args: ProductionPerformanceSeriesArgs, context: Context) =>
      performanceSeries(context, question, args.bucket),
    window: ({ question }: Figures) => question.shownWindow(),
    freshness: ({ question }: Figures, _: unknown, context: Context) => context.desk.freshness(question.scope),
  },

  PlantProductionPerformance: {
    ...figureFields,
    plant: ({ part }: Figures) => (part === null ? null : { id: part.plantId }),
  },
};
