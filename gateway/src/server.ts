import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import type { ApolloServerPlugin, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import { answerExtensions } from './answer-extensions';
import { CompilingGateway } from './execution/compiling-gateway';
import type { CompiledOperations } from './execution/compiled-operations';
import { brokenPromises } from './broken-promises';
import { DirectAnswers } from './direct-answers';
import { MOST } from './guards/limits';
import { mayKnowSchema } from './hints';
import type { GatewayLog } from './log';
import { presentErrorWith } from './masking';
import type { GatewayMetrics } from './metrics';
import type { AdmittedContext } from './request-context';
import type { SubgraphSources } from './subgraph-sources';

export interface GraphQLServerOptions {
  supergraphSdl: string;
  /** How each subgraph is asked. */
  sources: SubgraphSources;
  production: boolean;
  log: GatewayLog;
  metrics: GatewayMetrics;
}

/** @apollo/server with @apollo/gateway over the composed supergraph, behind whatever transport. */
export class GraphQLServer {
  /** Plan and compile the operations of this supergraph, those of streams as well. */
  readonly operations: CompiledOperations;
  /** Answers the usual operations. */
  readonly direct: DirectAnswers;
  private readonly apollo: ApolloServer<AdmittedContext>;
  /** Under which request an error came up: errors are formatted without their request. */
  private readonly requestOf = new WeakMap<object, string>();

  constructor(private readonly options: GraphQLServerOptions) {
    const { log, metrics, production, sources } = options;
    const present = presentErrorWith(log, metrics);
    const apolloLog = {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: unknown) => log.warn(String(message)),
      error: (message: unknown) => log.error(String(message)),
    };
    const gateway = new ApolloGateway({
      supergraphSdl: options.supergraphSdl,
      buildService: ({ name }) => sources.of(name),
      logger: apolloLog,
      // A query plan shows what each subgraph is asked.
      __exposeQueryPlanExperimental: false,
    });
    const compiling = new CompilingGateway<AdmittedContext>(gateway, {
      supergraphSdl: options.supergraphSdl,
      partsOf: (context) => ({
        heldLists: context.heldLists,
        isTrusted: context.admitted.isTrusted,
        mayKnowSchema: mayKnowSchema(context.actor),
        send: (call) => sources.of(call.serviceName).fetch(call, context),
      }),
      onExecuted: (by, reason) => options.metrics.operationExecuted(by, reason),
      onPlanned: (isTrusted) => options.metrics.operationPlanned(isTrusted),
    });
    this.operations = compiling.operations;
    this.direct = new DirectAnswers({
      operations: this.operations,
      send: (call, context) => sources.of(call.serviceName).fetch(call, context),
      onExecuted: () => options.metrics.operationExecuted('compiled', null),
      present: (error, requestId) => present(formatted(error), error, requestId),
    });
    this.apollo = new ApolloServer<AdmittedContext>({
      gateway: compiling,
      logger: apolloLog,
      nodeEnv: production ? 'production' : 'development',
      // Who may write operations may read the schema: the guards decide it.
      introspection: true,
      includeStacktraceInErrorResponses: false,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      stopOnTerminationSignals: false,
      parseOptions: { maxTokens: MOST.tokens },
      maxRecursiveSelections: 10_000,
      formatError: (formatted, thrown) => present(formatted, thrown, this.requestIdOf(thrown)),
      plugins: [
        // All of these would talk to Apollo's host or to nobody; none is left to an environment variable.
        ApolloServerPluginUsageReportingDisabled(),
        ApolloServerPluginSchemaReportingDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginLandingPageDisabled(),
        this.errorsPlugin(),
      ],
    });
  }

  /** Loads the supergraph. @throws when it can't be read or names a subgraph that nobody serves */
  async start(): Promise<void> {
    await this.apollo.start();
  }

  async stop(): Promise<void> {
    await this.apollo.stop();
  }

  /** Answers one request of the GraphQL-over-HTTP protocol. Never throws: a fault of ours is an answer as well. */
  execute(
    request: Omit<HTTPGraphQLRequest, 'headers'> & { headers: Iterable<[string, string]> },
    context: AdmittedContext,
  ): Promise<HTTPGraphQLResponse> {
    return this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { ...request, headers: new HeaderMap(request.headers) },
      context: async () => context,
    });
  }

  private requestIdOf(thrown: unknown): string {
    const known = typeof thrown === 'object' && thrown !== null ? this.requestOf.get(thrown) : undefined;
    return known ?? randomUUID();
  }

  private errorsPlugin(): ApolloServerPlugin<AdmittedContext> {
    return {
      requestDidStart: async () => ({
        didResolveOperation: async ({ operation }) => {
          if (operation?.operation !== 'subscription') return;
          throw new GraphQLError(
            'Subscriptions are answered over a WebSocket on this address (graphql-transport-ws), or here to requests that accept "text/event-stream" or "multipart/mixed;subscriptionSpec=1.0".',
            {
              extensions: { code: 'SUBSCRIPTION_NEEDS_STREAM', http: { status: 400 } },
            },
          );
        },
        didEncounterErrors: async ({ errors, contextValue }) => {
          for (const error of errors) this.requestOf.set(error, contextValue.requestId);
        },
        willSendResponse: async ({ response, contextValue: { admitted, requestId } }) => {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          result.errors = brokenPromises(result.extensions) ?? result.errors;
          const { valueCompletion: _told, ...extensions } = result.extensions ?? {};
          const ours = answerExtensions(admitted, this.operations.planner.schemas.api, requestId, result.data);
          result.extensions = { ...extensions, ...ours };
        },
      }),
    };
  }
}

/** As Apollo Server would format it. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  const { code = 'INTERNAL_SERVER_ERROR', ...extensions } = error.extensions;
  return { ...error.toJSON(), extensions: { ...extensions, code } };
}
