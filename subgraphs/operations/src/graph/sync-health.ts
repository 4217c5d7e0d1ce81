import { GraphQLError } from 'graphql';
import { freshnessOfFlows } from '../app/flow-freshness';
import { lagBreakdown, lagSeries, type LagQuestion } from '../app/lag-figures';
import { defaultOriginOf, dimensionsOf, flowsInScope, readQuestion, type SyncQuestion } from '../app/sync-question';
import type { Context } from '../context';
import { worstFirst, type Flow } from '../domain/flow';
import type {
  QuerySyncFlowArgs,
  QuerySyncHealthArgs,
  SyncFlowSeriesArgs,
  SyncHealthSeriesArgs,
} from './__generated__/schema';
import type { PlantLagModel, SyncFlowModel } from './models';

/** The question as it is understood. @throws GraphQLError when it makes no sense */
export async function ask(args: Partial<QuerySyncHealthArgs>, context: Context): Promise<SyncQuestion> {
  const origin = defaultOriginOf(await context.desk.flows());
  const question = readQuestion(args.scope, args.window, context.call.instant.asOf, origin);
  if (question.ok) return question.value;
  const { message, reason, field } = question.refusal;
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', reason, field } });
}

const flowsOf = async ({ scope }: SyncQuestion, { desk }: Context): Promise<Flow[]> =>
  flowsInScope(await desk.flows(), scope);

const lagQuestionOf = async (question: SyncQuestion, context: Context): Promise<LagQuestion> => ({
  window: question.window,
  flows: await flowsOf(question, context),
  dims: dimensionsOf(question.scope),
});

const rankedFlows = (flows: readonly Flow[], now: string): Flow[] =>
  worstFirst(flows.map((flow) => ({ flow, age: freshnessOfFlows([flow], now) }))).map(({ flow }) => flow);

const oneFlow = ({ flow, window }: SyncFlowModel): LagQuestion => ({
  window,
  flows: [flow],
  dims: { flowId: [flow.id] },
});

export const syncQueries = {
  syncHealth: (_root: unknown, args: QuerySyncHealthArgs, context: Context): Promise<SyncQuestion> =>
    ask(args, context),

  syncFlow: (_root: unknown, { id }: QuerySyncFlowArgs, context: Context): Promise<SyncFlowModel | null> =>
    flowById(id, context),
};

async function flowById(id: string, context: Context): Promise<SyncFlowModel | null> {
  const flow = (await context.desk.flows()).find((one) => one.id === id);
  return flow === undefined ? null : { flow, window: (await ask({}, context)).window };
}

export const plant = {
  // Inventory owns plants and says which of them exist.
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  syncHealth: ({ id }: { id: string }, _args: unknown, context: Context) => ask({ scope: { plantIds: [id] } }, context),
};

export const syncHealth = {
  origin: ({ scope }: SyncQuestion) => scope.origin,

  async byPlant(question: SyncQuestion, _args: unknown, context: Context): Promise<PlantLagModel[]> {
    const all = await lagQuestionOf(question, context);
    const plantIds = [...new Set(all.flows.map((flow) => flow.plantId))].sort((a, b) =>
      a === null ? 1 : b === null ? -1 : a < b ? -1 : 1,
    );
    return plantIds.map((plantId) => ({
      plantId,
      question: {
        window: all.window,
        flows: all.flows.filter((flow) => flow.plantId === plantId),
        dims: { ...all.dims, plantId: [plantId] },
      },
    }));
  },

  series: async (question: SyncQuestion, { bucket }: SyncHealthSeriesArgs, context: Context) =>
    lagSeries(await lagQuestionOf(question, context), bucket, context),

  flows: async (question: SyncQuestion, _args: unknown, context: Context): Promise<SyncFlowModel[]> =>
    rankedFlows(await flowsOf(question, context), context.call.instant.now).map((flow) => ({
      flow,
      window: question.window,
    })),

  async worst(question: SyncQuestion, _args: unknown, context: Context): Promise<SyncFlowModel | null> {
    const [worst] = rankedFlows(await flowsOf(question, context), context.call.instant.now);
    return worst === undefined ? null : { flow: worst, window: question.window };
  },

  lag: async (question: SyncQuestion, _args: unknown, context: Context) =>
    lagBreakdown(await lagQuestionOf(question, context), context),

  unreachableSubgraphs: (_question: SyncQuestion, _args: unknown, { desk }: Context) => desk.unreachable(),
};

export const plantLag = {
  plant: ({ plantId }: PlantLagModel) => (plantId === null ? null : { id: plantId }),
  lag: ({ question }: PlantLagModel, _args: unknown, context: Context) => lagBreakdown(question, context),
  freshness: ({ question }: PlantLagModel, _args: unknown, { call }: Context) =>
    freshnessOfFlows(question.flows, call.instant.now),
};

export const syncFlow = {
  __resolveReference: ({ id }: { id: string }, context: Context) => flowById(id, context),
  id: ({ flow }: SyncFlowModel) => flow.id,
  source: ({ flow }: SyncFlowModel) => ({ id: flow.sourceSystemId }),
  plant: ({ flow }: SyncFlowModel) => (flow.plantId === null ? null : { id: flow.plantId }),
  flow: ({ flow }: SyncFlowModel) => flow.flow,
  subgraph: ({ flow }: SyncFlowModel) => flow.subgraph,
  lag: (model: SyncFlowModel, _args: unknown, context: Context) => lagBreakdown(oneFlow(model), context),
  freshness: ({ flow }: SyncFlowModel, _args: unknown, { call }: Context) => freshnessOfFlows([flow], call.instant.now),
  backlog: ({ flow }: SyncFlowModel) => flow.backlog,
  oldestBacklogSeconds: ({ flow }: SyncFlowModel, _args: unknown, { call }: Context) =>
    flow.oldestBacklogAt === null
      ? null
      : Math.max(0, Math.floor((Date.parse(call.instant.now) - Date.parse(flow.oldestBacklogAt)) / 1000)),
  clockSkewSeconds: ({ flow }: SyncFlowModel) => flow.skewSeconds,
  duplicates: ({ flow }: SyncFlowModel) => flow.duplicates,
  gaps: ({ flow }: SyncFlowModel) => flow.gaps,
  lastEventAt: ({ flow }: SyncFlowModel) => flow.lastEventAt,
  lastHeartbeatAt: ({ flow }: SyncFlowModel) => flow.lastHeartbeatAt,
  series: (model: SyncFlowModel, { bucket }: SyncFlowSeriesArgs, context: Context) =>
    lagSeries(oneFlow(model), bucket, context),
};
