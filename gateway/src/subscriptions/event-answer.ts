import { executeQueryPlan } from '@apollo/gateway';
import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@sightline/contracts/actor';
import { presentInstant } from '@sightline/contracts/request-instant';
import type { SubgraphEvent } from '@sightline/contracts/subgraph-port';
import { brokenPromises } from '../broken-promises';
import type { Deadlines } from '../config';
import { describeThrown, type GatewayLog } from '../log';
import { presentErrorWith, type PresentError } from '../masking';
import type { GatewayMetrics } from '../metrics';
import type { RequestContext } from '../request-context';
import type { SubgraphSources } from '../subgraph-sources';
import type { CompiledOperation } from '../execution/compile-operation';
import type { JsonObject } from '../execution/json-object';
import { EVENT_SERVICE, type SubscriptionPlan } from './plan';
import type { SubscriptionOperation } from './read-operation';

type ExecutorContext = Parameters<typeof executeQueryPlan>[2];

export interface EventAnswersOptions {
  sources: SubgraphSources;
  deadlines: Deadlines;
  log: GatewayLog;
  metrics: GatewayMetrics;
}

/**
 * An event is the news of something that the other parts of the platform hear of at the same moment: what one of them does
 * not know yet is asked again after these many milliseconds each, before the client is told that it is unknown.
 */
const ASK_AGAIN_MS = [20, 60, 150, 350];
/** Where asking again was in vain, the events of the stream are not held up by it for so long. */
const IN_VAIN_MS = 10_000;

/** As either executor answers. */
interface Completed {
  data?: unknown;
  errors?: readonly (GraphQLError | GraphQLFormattedError)[];
  extensions?: Record<string, unknown>;
}

/** What of one event goes to a client. */
export interface EventAnswer {
  data: unknown;
  errors?: readonly GraphQLFormattedError[];
}

/**
 * Completes the events of streams with what the other subgraphs know: our executor on Apollo's plan of the operation, and
 * Apollo's where ours does not cover it. Both take the event for the answer of the plan's first step.
 */
export class EventAnswers {
  private readonly executorLog;
  private readonly present: PresentError;
  /** When asking again was last in vain, for each stream; milliseconds of the process. */
  private readonly inVain = new WeakMap<SubscriptionPlan, number>();

  constructor(private readonly options: EventAnswersOptions) {
    const { log, metrics } = options;
    this.present = presentErrorWith(log, metrics);
    this.executorLog = {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: unknown) => log.warn(String(message)),
      error: (message: unknown) => log.error(String(message)),
    };
  }

  /**
   * The answer to one event. Everything that it asks of others is asked for the event's own instant, with deadlines that
   * count from now. What another part does not know yet is asked again for half a second. Never throws: what goes wrong is
   * told as an error of this event.
   *
   * @param gone  aborted when nobody waits for it any more
   */
  async answer(
    event: SubgraphEvent,
    plan: SubscriptionPlan,
    operation: SubscriptionOperation,
    actor: Actor,
    gone: AbortSignal,
  ): Promise<EventAnswer> {
    const { deadlines } = this.options;
    const requestId = randomUUID();
    const context: RequestContext = {
      actor,
      instant: presentInstant(event.at),
      requestId,
      arrivedMs: Date.now(),
      deadlines,
      heldLists: new Map(),
      gone,
    };
    try {
      const execute = (): Promise<Completed> =>
        plan.compiled === null
          ? this.runByApollo(event, plan, operation, context)
          : this.runCompiled(event, plan.compiled, operation, context);
      const result = await this.untilKnown(execute, plan, gone);
      const errors =
        result.errors?.map((error) =>
          this.present(error instanceof GraphQLError ? error.toJSON() : error, error, requestId),
        ) ?? [];
      const broken = brokenPromises(result.extensions) ?? [];
      const all = [...errors, ...broken];
      return { data: result.data ?? null, ...(all.length > 0 ? { errors: all } : {}) };
    } catch (thrown) {
      this.options.log.error('an event could not be answered', { requestId, ...describeThrown(thrown) });
      const error = new GraphQLError('Something went wrong on our side.', {
        extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: requestId },
      });
      return { data: null, errors: [error.toJSON()] };
    }
  }

  private async untilKnown(
    execute: () => Promise<Completed>,
    plan: SubscriptionPlan,
    gone: AbortSignal,
  ): Promise<Completed> {
    let result = await execute();
    const isWorthIt = performance.now() - (this.inVain.get(plan) ?? Number.NEGATIVE_INFINITY) > IN_VAIN_MS;
    for (const ms of isWorthIt ? ASK_AGAIN_MS : []) {
      if (!isUnknown(result) || gone.aborted) return result;
      await pause(ms, undefined, { signal: gone }).catch(() => undefined);
      result = await execute();
    }
    if (isWorthIt && isUnknown(result)) this.inVain.set(plan, performance.now());
    return result;
  }

  private async runCompiled(
    event: SubgraphEvent,
    compiled: CompiledOperation,
    operation: SubscriptionOperation,
    context: RequestContext,
  ): Promise<Completed> {
    this.options.metrics.operationExecuted('compiled', null);
    const { data, errors, broken } = await compiled({
      variables: operation.variables,
      send: async (call) =>
        call.serviceName === EVENT_SERVICE
          ? eventAnswer(event)
          : this.options.sources.of(call.serviceName).fetch(call, context),
    });
    return { data, errors, extensions: broken.length > 0 ? { valueCompletion: broken } : {} };
  }

  private runByApollo(
    event: SubgraphEvent,
    plan: SubscriptionPlan,
    operation: SubscriptionOperation,
    context: RequestContext,
  ): Promise<Completed> {
    const { sources, metrics } = this.options;
    metrics.operationExecuted('stock', 'subscription');
    const { schemas, apiSchema } = plan.planner;
    const services: Record<string, GraphQLDataSource<RequestContext>> = Object.fromEntries(sources.byName);
    services[EVENT_SERVICE] = { process: async () => eventAnswer(event) };
    const requestContext = {
      request: { variables: { ...operation.variables } },
      context,
      // Two majors of graphql's types meet here; the documents are the same.
      document: operation.document as ExecutorContext['document'],
      operationName: operation.operationName ?? null,
      schema: schemas.api,
      logger: this.executorLog,
      // Without it, the first error of a subgraph becomes an error of the executor's own.
      metrics: {},
    } as unknown as ExecutorContext;
    return executeQueryPlan(
      plan.perEvent,
      services,
      requestContext,
      plan.operationContext,
      schemas.supergraph,
      apiSchema,
    );
  }
}

/** Something is missing that no subgraph has reported an error for: nobody who was asked knows it. */
const isUnknown = ({ errors, extensions }: Completed): boolean =>
  (errors ?? []).length === 0 && (brokenPromises(extensions) ?? []).length > 0;

/**
 * The event as the answer of the plan's first step. What others add is merged into the very object, so each execution gets
 * one of its own.
 */
const eventAnswer = (
  event: SubgraphEvent,
): { data: JsonObject | null; errors: GraphQLFormattedError[] | undefined } => ({
  data: structuredClone(event.data ?? null),
  errors: plainErrors(event),
});

/** Errors as plain objects, each with its path and code: a copy of a GraphQLError would lose both. */
function plainErrors(event: SubgraphEvent): GraphQLFormattedError[] | undefined {
  return event.errors?.map((error) => {
    const plain = 'toJSON' in error && typeof error.toJSON === 'function' ? (error.toJSON() as typeof error) : error;
    return { message: plain.message, path: plain.path, extensions: { ...plain.extensions } };
  });
}
