import { isSimulatedSource } from '@sightline/contracts/simulated';
import { freshnessOfFlows } from '../app/flow-freshness';
import { readQuestion } from '../app/sync-question';
import type { Context } from '../context';
import { worstFirst, type Flow } from '../domain/flow';
import type { SourceSystemModel, SyncFlowModel } from './models';

/** Kind of a source that has never said what it is. */
const UNREGISTERED = 'unregistered';

const flowsOf = async ({ id }: SourceSystemModel, { desk }: Context): Promise<Flow[]> =>
  (await desk.flows()).filter((flow) => flow.sourceSystemId === id);

export const sourceSystemQueries = {
  async sourceSystems(_root: unknown, _args: unknown, { desk }: Context): Promise<SourceSystemModel[]> {
    const delivered = new Set(
      (await desk.flows()).filter((flow) => flow.facts === null || flow.facts > 0).map((flow) => flow.sourceSystemId),
    );
    const ids = await desk.sourceSystemIds();
    // Those that never sent a fact first: someone has to look.
    return [...ids.filter((id) => !delivered.has(id)), ...ids.filter((id) => delivered.has(id))].map((id) => ({ id }));
  },
};

export const sourceSystem = {
  async __resolveReference({ id }: SourceSystemModel, { desk }: Context): Promise<SourceSystemModel | null> {
    if ((await desk.sourceSystemIds()).includes(id)) return { id };
    // While someone does not answer, nobody can say that a source is unknown.
    return (await desk.unreachable()).length > 0 ? { id } : null;
  },

  // Until a source registers under a name of its own, people know it by its id.
  name: async ({ id }: SourceSystemModel, _args: unknown, { desk }: Context) =>
    (await desk.registeredSources()).get(id)?.name ?? id,
  kind: async ({ id }: SourceSystemModel, _args: unknown, { desk }: Context) =>
    (await desk.registeredSources()).get(id)?.kind ?? UNREGISTERED,
  simulated: ({ id }: SourceSystemModel) => isSimulatedSource(id),

  async flows(source: SourceSystemModel, _args: unknown, context: Context): Promise<SyncFlowModel[]> {
    const { asOf, now } = context.call.instant;
    const question = readQuestion(null, null, asOf, 'REAL');
    if (!question.ok) throw new Error(`The default window was refused: ${question.refusal.message}`);
    const ranked = worstFirst(
      (await flowsOf(source, context)).map((flow) => ({ flow, age: freshnessOfFlows([flow], now) })),
    );
    return ranked.map(({ flow }) => ({ flow, window: question.value.window }));
  },

  freshness: async (source: SourceSystemModel, _args: unknown, context: Context) =>
    freshnessOfFlows(await flowsOf(source, context), context.call.instant.now),
};
