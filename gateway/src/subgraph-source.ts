import type { GraphQLDataSource } from '@apollo/gateway';
import { Kind, parse } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { Call } from '@sightline/contracts/signed-call';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import { SubgraphCaller, type SubgraphCallerSettings, type SubgraphFailure } from './calls/subgraph-caller';
import type { FetchCall } from './execution/run';
import { withHeldLists } from './held-lists';
import { deadlineOf } from './request-context';
import type { RequestContext } from './request-context';

type ProcessOptions = Parameters<GraphQLDataSource<RequestContext>['process']>[0];
type ProcessResult = ReturnType<GraphQLDataSource<RequestContext>['process']>;

/** What a fetch brought: `data` is null when the subgraph gave no answer, and `errors` then say why. */
interface FetchResult {
  data: Record<string, unknown> | null;
  errors: GraphQLFormattedError[] | undefined;
}

const FAILURES: Readonly<Record<SubgraphFailure, string>> = {
  SUBGRAPH_TIMEOUT: 'did not answer in time.',
  SUBGRAPH_UNAVAILABLE: 'is not available.',
  SUBGRAPH_OVERLOADED: 'has more to do than it can. Ask again in a moment.',
};

/** What a subgraph may say of an error; anything else (HTTP status, stacks) would speak to the caller in our name. */
const PRIVATE_EXTENSIONS = new Set(['http', 'stacktrace', 'exception', 'serviceName']);

/** Sends the parts of a plan that belong to one subgraph: signed, with the actor, the request's instant and a deadline. */
export class SubgraphSource implements GraphQLDataSource<RequestContext> {
  private readonly caller: SubgraphCaller;

  constructor(
    private readonly port: SubgraphPort,
    settings: SubgraphCallerSettings,
  ) {
    this.caller = new SubgraphCaller(port, settings);
  }

  /**
   * One fetch of a query plan. Never throws for a subgraph that fails: it answers without data and with an error that
   * names the subgraph, so that the rest of the plan goes on.
   */
  async process(options: ProcessOptions): ProcessResult {
    // Apollo's own health checks and schema loading would be anonymous; ours come through `answers`.
    if (!('incomingRequestContext' in options)) {
      throw new Error(`The gateway sends no request of the kind "${options.kind}".`);
    }
    const { context, request } = options;
    const query = request.query ?? '';
    let variables: ReturnType<typeof withHeldLists>;
    try {
      variables = withHeldLists(request.variables, context.heldLists);
    } catch (thrown) {
      if (!(thrown instanceof SyntaxError)) throw thrown;
      return { data: null, errors: [{ message: 'The body is not JSON.', extensions: { code: 'BAD_REQUEST' } }] };
    }
    return this.fetch(
      {
        body: JSON.stringify({ query, operationName: request.operationName, variables }),
        operation: query,
        isRoot: options.pathInIncomingRequest === undefined || options.pathInIncomingRequest.length === 0,
        isMutation: options.incomingRequestContext.operation?.operation === 'mutation',
      },
      context,
    );
  }

  /** One fetch, its body as it is sent. Never throws for a subgraph that fails, like `process`. */
  async fetch(
    { body, operation, isRoot, isMutation }: Omit<FetchCall, 'serviceName'>,
    context: RequestContext,
  ): Promise<FetchResult> {
    const call = callOf(context, isMutation);
    // A mutation that has left goes on in the subgraph anyway, so its caller waits for the truth as long as it may.
    const patienceMs = isMutation ? context.deadlines.mutationMs : context.deadlines.subgraphMs;
    const gone = isMutation ? null : context.gone;
    const answer = await this.caller.ask({ body, call, patienceMs, isRead: !isMutation, gone });
    if (typeof answer === 'string') {
      return { data: null, errors: this.failureErrors(answer, isRoot ? rootFieldsOf(operation) : []) };
    }
    return { data: answer.data ?? null, errors: answer.errors?.map((error) => this.presentable(error)) };
  }

  /** True when the subgraph answers a signed `{ __typename }` within the time given. */
  answers(withinMs: number): Promise<boolean> {
    return this.caller.answers(withinMs);
  }

  /** One error for each field that stays empty, so that a client finds it by path; below an entity one for the fetch. */
  private failureErrors(failure: SubgraphFailure, fields: readonly string[]): GraphQLFormattedError[] {
    const { name } = this.port;
    const message = `"${name}" ${FAILURES[failure]}`;
    const extensions = { code: failure, service: name };
    return fields.length === 0
      ? [{ message, extensions }]
      : fields.map((field) => ({ message, path: [field], extensions }));
  }

  private presentable(error: GraphQLFormattedError): GraphQLFormattedError {
    const extensions: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(error.extensions ?? {})) {
      if (!PRIVATE_EXTENSIONS.has(key)) extensions[key] = value;
    }
    return { message: error.message, path: error.path, extensions: { ...extensions, service: this.port.name } };
  }
}

const calls = new WeakMap<RequestContext, Call>();

/** What every call of one request carries: the same for all subgraphs, so made and written once. */
function callOf(context: RequestContext, isMutation: boolean): Call {
  const known = calls.get(context);
  if (known !== undefined) return known;
  const { actor, instant, requestId } = context;
  const call: Call = { actor, instant, requestId, deadlineMs: deadlineOf(context, isMutation) };
  calls.set(context, call);
  return call;
}

/** Response names of the operation's root fields. Only after a failure, so the text is not parsed on the way that works. */
function rootFieldsOf(query: string): string[] {
  const fields = new Set<string>();
  for (const definition of parse(query, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind === Kind.FIELD) fields.add((selection.alias ?? selection.name).value);
    }
  }
  return [...fields];
}
