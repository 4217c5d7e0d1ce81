import { executeQueryPlan } from '@apollo/gateway';
import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@sightline/contracts/actor';
import { presentInstant } from '@sightline/contracts/request-instant';
import type { SubgraphEvent } from '@sightline/contracts/subgraph-port';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { brokenPromises } from '../broken-promises';
import type { Deadlines } from '../config';
import { describeThrown, type GatewayLog } from '../log';
import { maskError } from '../masking';
import type { GatewayMetrics } from '../metrics';
import type { RequestContext } from '../request-context';
import type { SubgraphSource } from '../subgraph-source';
import { EVENT_SERVICE, type SubscriptionPlan, type SubscriptionPlanner } from './plan';
import type { SubscriptionOperation } from './read-operation';

type ExecutorContext = Parameters<typeof executeQueryPlan>[2];
type Document = ExecutorContext['document'];

export interface EventAnswersOptions {
  planner: SubscriptionPlanner;
  sources: ReadonlyMap<SubgraphName, SubgraphSource>;
  deadlines: Deadlines;
  log: GatewayLog;
  metrics: GatewayMetrics;
}

/** What of one event goes to a client. */
export interface EventAnswer {
  data: unknown;
  errors?: readonly GraphQLFormattedError[];
}

/** Completes the events of streams with what the other subgraphs know: Apollo's executor on the plan of the operation. */
export class EventAnswers {
  private readonly executorLog;

  constructor(private readonly options: EventAnswersOptions) {
    const { log } = options;
    this.executorLog = {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: unknown) => log.warn(String(message)),
      error: (message: unknown) => log.error(String(message)),
    };
  }

  /**
   * The answer to one event. Everything that it asks of others is asked for the event's own instant, with deadlines that
   * count from now. Never throws: what goes wrong is told as an error of this event.
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
    const { planner, deadlines, sources } = this.options;
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
    const services: Record<string, GraphQLDataSource<RequestContext>> = Object.fromEntries(sources);
    services[EVENT_SERVICE] = {
      // The executor merges what the others say into this very object, so each execution gets one of its own.
      process: async () => ({ data: structuredClone(event.data ?? null), errors: plainErrors(event) }),
    };
    const requestContext = {
      request: { variables: { ...operation.variables } },
      context,
      // Two majors of graphql's types meet here; the documents are the same.
      document: operation.document as Document,
      operationName: operation.operationName ?? null,
      schema: planner.schema,
      logger: this.executorLog,
      // Without it, the first error of a subgraph becomes an error of the executor's own.
      metrics: {},
    } as unknown as ExecutorContext;
    try {
      const result = await executeQueryPlan(
        plan.perEvent,
        services,
        requestContext,
        plan.operationContext,
        planner.supergraphSchema,
        planner.apiSchema,
      );
      const errors = result.errors?.map((error) => this.present(error, requestId)) ?? [];
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

  private present(error: GraphQLError | GraphQLFormattedError, requestId: string): GraphQLFormattedError {
    const { log, metrics } = this.options;
    const formatted = error instanceof GraphQLError ? error.toJSON() : error;
    const shown = maskError(formatted, error, requestId, (fields) =>
      log.error('an error was kept from a caller', fields),
    );
    metrics.errorTold(String(shown.extensions?.['code']));
    return shown;
  }
}

/** Errors as plain objects, each with its path and code: a copy of a GraphQLError would lose both. */
function plainErrors(event: SubgraphEvent): GraphQLFormattedError[] | undefined {
  return event.errors?.map((error) => {
    const plain = 'toJSON' in error && typeof error.toJSON === 'function' ? (error.toJSON() as typeof error) : error;
    return { message: plain.message, path: plain.path, extensions: { ...plain.extensions } };
  });
}
