import { createHash } from 'node:crypto';
import {
  createSourceEventStream,
  execute,
  getNamedType,
  getOperationAST,
  GraphQLError,
  isInputObjectType,
  isInputType,
  Kind,
  parse,
  typeFromAST,
  validate,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { GraphQLRequestBody, GraphQLResponseBody, SubgraphEvent } from '@sightline/contracts/subgraph-port';
import { compileExecution, type CompiledExecution } from '../execution/compile-execution';
import { compileCoercer, NOT_TAKEN } from '../graph/coerce-input';
import { presentError } from '../graph/present-errors';
import type { RequestContext } from './manifest';

const MOST_DOCUMENTS = 1_000;
/** Lists longer than this are coerced by our own compiled coercer. */
const LONG = 50;

const NO_LISTS: ReadonlyMap<string, unknown> = new Map();

type Coercers = ReadonlyMap<string, (value: unknown) => unknown>;
interface Prepared {
  document: DocumentNode;
  /** For the variables of an input type, by name. */
  coercers: Coercers;
  /** The operations that were asked for, compiled; null: graphql-js executes it. */
  compiled: Map<string | null, CompiledExecution | null>;
}

/** Parses and validates each distinct operation once: the gateway sends few of them, many times. */
export class OperationRunner {
  private readonly documents = new Map<string, Prepared | readonly GraphQLError[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  async run(body: GraphQLRequestBody, context: RequestContext): Promise<GraphQLResponseBody> {
    const prepared = this.prepare(body.query);
    if (!('document' in prepared)) return presentResult({ errors: prepared }, context);
    const given = body.variables ?? {};
    const { variables, heldLists } =
      prepared.coercers.size === 0
        ? { variables: given, heldLists: NO_LISTS }
        : holdLongLists(given, prepared.coercers);
    const contextValue = { ...context, heldLists };
    const operationName = body.operationName ?? null;
    const { document } = prepared;
    // Only its events are answered: graphql-js says so.
    const compiled = isSubscription(document, operationName) ? null : this.compiled(prepared, operationName);
    const result = await (compiled === null
      ? execute({ schema: this.schema, document, variableValues: variables, operationName, contextValue })
      : compiled({ variables, contextValue }));
    return presentResult(result, context);
  }

  private compiled({ document, compiled }: Prepared, operationName: string | null): CompiledExecution | null {
    const known = compiled.get(operationName);
    if (known !== undefined) return known;
    const made = compileExecution(this.schema, document, operationName);
    // A name that the document does not have is not kept: callers could make up any number of them.
    if (getOperationAST(document, operationName) != null) compiled.set(operationName, made);
    return made;
  }

  /**
   * Runs a subscription. Each event is answered for the instant at which it is delivered, in a context of its own: what an
   * earlier one has read is not shown again. An event without data says why the stream ends.
   *
   * @param contextNow  makes the context of the next event
   */
  async *subscribe(
    body: GraphQLRequestBody,
    contextNow: () => RequestContext,
  ): AsyncGenerator<SubgraphEvent, void, void> {
    const context = contextNow();
    const end = (errors: readonly GraphQLError[]): SubgraphEvent => ({
      at: context.call.instant.now,
      ...presentResult({ errors }, context),
    });
    const prepared = this.prepare(body.query);
    if (!('document' in prepared)) return yield end(prepared);
    const operationName = body.operationName ?? null;
    if (!isSubscription(prepared.document, operationName))
      return yield end([new GraphQLError('This is not a subscription.', { extensions: { code: 'BAD_USER_INPUT' } })]);
    const operation = {
      schema: this.schema,
      document: prepared.document,
      variableValues: body.variables ?? {},
      operationName,
    };
    const compiled = this.compiled(prepared, operationName);
    const stream = await createSourceEventStream({ ...operation, contextValue: { ...context, heldLists: NO_LISTS } });
    if (!(Symbol.asyncIterator in stream)) return yield end(stream.errors ?? []);
    try {
      for await (const payload of stream) {
        const present = contextNow();
        const contextValue = { ...present, heldLists: NO_LISTS };
        const event = { rootValue: payload, contextValue };
        const result = await (compiled === null
          ? execute({ ...operation, ...event })
          : compiled({ variables: operation.variableValues, ...event }));
        yield { at: present.call.instant.now, ...presentResult(result, present) };
      }
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error));
      yield end([new GraphQLError(cause.message, { originalError: cause })]);
    }
  }

  private prepare(query: string): Prepared | readonly GraphQLError[] {
    // Long texts are kept by their hash, so that the cache's size does not depend on what callers send.
    const key = query.length < 500 ? query : createHash('sha256').update(query).digest('base64');
    const known = this.documents.get(key);
    if (known !== undefined) return known;
    const prepared = this.parseAndValidate(query);
    if (this.documents.size >= MOST_DOCUMENTS) this.documents.delete(this.documents.keys().next().value!);
    this.documents.set(key, prepared);
    return prepared;
  }

  private parseAndValidate(query: string): Prepared | readonly GraphQLError[] {
    try {
      const document = parse(query);
      const errors = validate(this.schema, document);
      return errors.length > 0
        ? errors
        : {
            document,
            coercers: this.coercersOf(document),
            compiled: new Map<string | null, CompiledExecution | null>(),
          };
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  private coercersOf(document: DocumentNode): Coercers {
    const coercers = new Map<string, (value: unknown) => unknown>();
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      for (const variable of definition.variableDefinitions ?? []) {
        const type = typeFromAST(this.schema, variable.type as never);
        // Scalars are coerced fast enough, and representations of entities are no business of ours.
        if (type === undefined || !isInputType(type) || !isInputObjectType(getNamedType(type))) continue;
        const name = variable.variable.name.value;
        if (isOnlyAnArgument(document, name)) coercers.set(name, compileCoercer(type));
      }
    }
    return coercers;
  }
}

const isSubscription = (document: DocumentNode, operationName: string | null): boolean =>
  getOperationAST(document, operationName)?.operation === 'subscription';

function presentResult(
  { data, errors }: { data?: Record<string, unknown> | null; errors?: readonly GraphQLError[] },
  { call, services }: RequestContext,
): GraphQLResponseBody {
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined
      ? {}
      : { errors: errors.map((error) => presentError(error, call.requestId, services.log)) }),
  };
}

/** True when a variable stands nowhere but as the whole value of fields' arguments: there it can be given back. */
function isOnlyAnArgument(document: DocumentNode, name: string): boolean {
  let uses = 0;
  let asArgument = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable(node) {
      if (node.name.value === name) uses += 1;
    },
    Field(node) {
      for (const argument of node.arguments ?? [])
        if (argument.value.kind === Kind.VARIABLE && argument.value.name.value === name) asArgument += 1;
    },
  });
  return uses > 0 && uses === asArgument;
}

/**
 * Coerces the long lists among the variables at once and sets them aside; an empty list stands in for each while
 * graphql-js coerces the rest, and the field that takes it is given the whole one (guardFields). A list that our coercer
 * does not take stays where it is, and the standard coercion says why.
 */
function holdLongLists(
  variables: Readonly<Record<string, unknown>>,
  coercers: Coercers,
): { variables: Readonly<Record<string, unknown>>; heldLists: ReadonlyMap<string, unknown> } {
  const heldLists = new Map<string, unknown>();
  const rest: Record<string, unknown> = { ...variables };
  for (const [name, value] of Object.entries(variables)) {
    if (!Array.isArray(value) || value.length <= LONG) continue;
    const coerced = coercers.get(name)?.(value);
    if (coerced === undefined || coerced === NOT_TAKEN) continue;
    heldLists.set(name, coerced);
    rest[name] = [];
  }
  return { variables: rest, heldLists };
}
