import type { ApolloGateway } from '@apollo/gateway';
import { getVariableValues, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { HeldLists } from '../held-lists';
import { withoutHints } from '../hints';
import type { Executed } from './compile-operation';
import { CompiledOperations } from './compiled-operations';
import { own, type JsonObject } from './json-object';
import type { SendFetch } from './run';

type Loaded = Awaited<ReturnType<ApolloGateway['load']>>;
type Executor = Loaded['executor'];
type ExecutorRequest = Parameters<Executor>[0];
type ExecutorAnswer = Awaited<ReturnType<Executor>>;
type SchemaCallback = Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0];

/** What an operation may keep of what the platform knows of a request. */
export interface RequestParts {
  heldLists: HeldLists;
  /** True for operations that were released with a client of ours. */
  isTrusted: boolean;
  /** False: errors give no hints about the schema. */
  mayKnowSchema: boolean;
  /** Sends the fetches of this request. */
  send: SendFetch;
}

export interface CompilingGatewayOptions<Context> {
  supergraphSdl: string;
  partsOf: (context: Context) => RequestParts;
  /** Told of every operation that ran: by our executor, or by Apollo's for the reason given. */
  onExecuted: (by: 'compiled' | 'stock', reason: string | null) => void;
  /** Told of every operation that had to be planned. */
  onPlanned?: (isTrusted: boolean) => void;
}

/**
 * @apollo/gateway with another executor: it loads the supergraph and knows its schema; Apollo's planner plans, once for each
 * operation; our compiled plans run. A plan that they do not cover is run by the gateway's own executor.
 */
export class CompilingGateway<Context> {
  /** One for everything that this gateway runs: building it reads the whole supergraph. */
  readonly operations: CompiledOperations;

  constructor(
    private readonly gateway: ApolloGateway,
    private readonly options: CompilingGatewayOptions<Context>,
  ) {
    this.operations = new CompiledOperations(options.supergraphSdl, options.onPlanned);
  }

  onSchemaLoadOrUpdate(callback: SchemaCallback): () => void {
    return this.gateway.onSchemaLoadOrUpdate(callback);
  }

  async load(options: Parameters<ApolloGateway['load']>[0]): Promise<Loaded> {
    const loaded = await this.gateway.load(options);
    return { ...loaded, executor: (request) => this.execute(request, loaded.executor) };
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }

  private async execute(request: ExecutorRequest, stock: Executor): Promise<ExecutorAnswer> {
    const { document, operation: meant, source, request: asked } = request;
    const { heldLists, isTrusted, mayKnowSchema, send } = this.options.partsOf(request.context as Context);
    const { run, operation } = this.operations.of({
      text: source,
      document,
      operation: meant,
      operationName: asked.operationName ?? undefined,
      isTrusted,
    });
    if (typeof run === 'string') {
      this.options.onExecuted('stock', run);
      return stock(request);
    }
    this.options.onExecuted('compiled', null);
    const variables = (asked.variables ?? {}) as JsonObject;
    const errors = variableErrors(this.operations.planner.schemas.api, operation, variables);
    if (errors !== null) return { errors: mayKnowSchema ? errors : errors.map(unhinted) };
    return answerOf(
      await run({
        variables,
        send,
        variableText: variableTexts(variables, heldLists),
      }),
    );
  }
}

/** Variables as JSON text; lists that were set aside as they came. */
export const variableTexts =
  (variables: Readonly<JsonObject>, heldLists: HeldLists): ((name: string) => string | undefined) =>
  (name) => {
    const held = heldLists.get(name);
    if (held !== undefined) return held;
    const value = own(variables, name);
    return value === undefined ? undefined : JSON.stringify(value);
  };

/** What is wrong with an operation's variables; null: nothing. */
export function variableErrors(
  schema: Parameters<typeof getVariableValues>[0],
  { variableDefinitions }: OperationDefinitionNode,
  variables: Readonly<JsonObject>,
): readonly GraphQLError[] | null {
  if (variableDefinitions === undefined || variableDefinitions.length === 0) return null;
  return getVariableValues(schema, variableDefinitions, variables).errors ?? null;
}

const unhinted = (error: GraphQLError): GraphQLError =>
  new GraphQLError(withoutHints(error.message), { nodes: error.nodes, extensions: error.extensions });

/** As the stock executor answers, so that what comes after need not know which one ran. */
function answerOf({ data, errors, broken }: Executed): ExecutorAnswer {
  if (errors.length > 0) return { data, errors };
  return broken.length > 0 ? { data, extensions: { valueCompletion: broken } } : { data };
}
