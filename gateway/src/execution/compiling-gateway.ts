import type { ApolloGateway } from '@apollo/gateway';
import {
  getVariableValues,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import type { HeldLists } from '../held-lists';
import { CompileContext, compileOperation, type CompiledOperation, type Executed } from './compile-operation';
import { PlanNotCovered } from './compile-plan';
import { own, type JsonObject } from './json-object';
import { OperationCache } from './operation-cache';
import { OperationPlanner } from './planner';
import type { SendFetch } from './run';

type Loaded = Awaited<ReturnType<ApolloGateway['load']>>;
type Executor = Loaded['executor'];
type ExecutorRequest = Parameters<Executor>[0];
type ExecutorAnswer = Awaited<ReturnType<Executor>>;
type SchemaCallback = Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0];

/** What an operation may keep of what the platform knows of a request. */
export interface RequestParts {
  heldLists: HeldLists;
  /** Sends the fetches of this request. */
  send: SendFetch;
}

export interface CompilingGatewayOptions<Context> {
  supergraphSdl: string;
  partsOf: (context: Context) => RequestParts;
  /** Told of every operation that ran: by our executor, or by Apollo's for the reason given. */
  onExecuted: (by: 'compiled' | 'stock', reason: string | null) => void;
}

/** Compiled operations that are kept; each is some tens of kilobytes. */
const MOST_OPERATIONS = 1_000;

interface Prepared {
  operation: OperationDefinitionNode;
  /** A string: why it is not compiled. */
  run: CompiledOperation | string;
}

/**
 * @apollo/gateway with another executor: it loads the supergraph and knows its schema; Apollo's planner plans, once for each
 * operation; our compiled plans run. A plan that they do not cover is run by the gateway's own executor.
 */
export class CompilingGateway<Context> {
  private readonly operations = new OperationCache<Prepared>(MOST_OPERATIONS);
  /** One for everything that this gateway runs: building it reads the whole supergraph. */
  readonly planner: OperationPlanner;
  private readonly context: CompileContext;

  constructor(
    private readonly gateway: ApolloGateway,
    private readonly options: CompilingGatewayOptions<Context>,
  ) {
    this.planner = new OperationPlanner(options.supergraphSdl);
    this.context = new CompileContext(this.planner.schemas);
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
    const { document, queryHash, request: asked } = request;
    const { run, operation } = this.operations.of(`${queryHash}${asked.operationName ?? ''}`, () =>
      this.prepare(document.definitions, asked.operationName ?? undefined),
    );
    if (typeof run === 'string') {
      this.options.onExecuted('stock', run);
      return stock(request);
    }
    this.options.onExecuted('compiled', null);
    const variables = (asked.variables ?? {}) as JsonObject;
    const errors = variableErrors(this.planner.schemas.api, operation, variables);
    if (errors !== null) return { errors };
    const { heldLists, send } = this.options.partsOf(request.context as Context);
    return answerOf(
      await run({
        variables,
        send,
        variableText: (name) => {
          const held = heldLists.get(name);
          if (held !== undefined) return held;
          const value = own(variables, name);
          return value === undefined ? undefined : JSON.stringify(value);
        },
      }),
    );
  }

  private prepare(
    definitions: ExecutorRequest['document']['definitions'],
    operationName: string | undefined,
  ): Prepared {
    const fragments: Record<string, FragmentDefinitionNode> = {};
    const operations: OperationDefinitionNode[] = [];
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    }
    const operation =
      operationName === undefined ? operations[0] : operations.find((one) => one.name?.value === operationName);
    if (operation === undefined) throw new Error('An operation was let through that is not in its document.');
    const plan = this.planner.plan({ kind: Kind.DOCUMENT, definitions }, operationName);
    try {
      return { operation, run: compileOperation({ operation, fragments, plan }, this.context) };
    } catch (thrown) {
      if (thrown instanceof PlanNotCovered) return { operation, run: thrown.message };
      throw thrown;
    }
  }
}

function variableErrors(
  schema: Parameters<typeof getVariableValues>[0],
  { variableDefinitions }: OperationDefinitionNode,
  variables: JsonObject,
): readonly GraphQLError[] | null {
  if (variableDefinitions === undefined || variableDefinitions.length === 0) return null;
  return getVariableValues(schema, variableDefinitions, variables).errors ?? null;
}

/** As the stock executor answers, so that what comes after need not know which one ran. */
function answerOf({ data, errors, broken }: Executed): ExecutorAnswer {
  if (errors.length > 0) return { data, errors };
  return broken.length > 0 ? { data, extensions: { valueCompletion: broken } } : { data };
}
