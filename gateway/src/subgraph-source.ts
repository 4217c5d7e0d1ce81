import type { GraphQLDataSource } from '@apollo/gateway';
import { Kind, parse } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { Call, SigningKeys } from '@sightline/contracts/signed-call';
import { signCall } from '@sightline/contracts/signed-call';
import { presentInstant } from '@sightline/contracts/request-instant';
import type { GraphQLResponseBody, SubgraphPort } from '@sightline/contracts/subgraph-port';
import type { FetchCall } from './execution/run';
import { withHeldLists } from './held-lists';
import { describeThrown } from './log';
import type { GatewayLog } from './log';
import type { GatewayMetrics } from './metrics';
import { deadlineOf } from './request-context';
import type { RequestContext } from './request-context';

type ProcessOptions = Parameters<GraphQLDataSource<RequestContext>['process']>[0];
type ProcessResult = ReturnType<GraphQLDataSource<RequestContext>['process']>;

/** What a fetch brought: `data` is null when the subgraph gave no answer, and `errors` then say why. */
interface FetchResult {
  data: Record<string, unknown> | null;
  errors: GraphQLFormattedError[] | undefined;
}

/** Why a subgraph gave no answer. The caller learns this and the subgraph's name, never an address or a stack. */
export type SubgraphFailure = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT';

export interface SubgraphSourceSettings {
  signingKeys: SigningKeys;
  clock: { now(): Date };
  log: GatewayLog;
  metrics: GatewayMetrics;
}

/** What a subgraph may say of an error; anything else (HTTP status, stacks) would speak to the caller in our name. */
const PRIVATE_EXTENSIONS = new Set(['http', 'stacktrace', 'exception', 'serviceName']);

/** Sends the parts of a plan that belong to one subgraph: signed, with the actor, the request's instant and a deadline. */
export class SubgraphSource implements GraphQLDataSource<RequestContext> {
  constructor(
    private readonly port: SubgraphPort,
    private readonly settings: SubgraphSourceSettings,
  ) {}

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
    const call: Call = {
      actor: context.actor,
      instant: context.instant,
      requestId: context.requestId,
      deadlineMs: deadlineOf(context, isMutation),
    };
    // A mutation that has left goes on in the subgraph anyway, so its caller waits for the truth as long as it may.
    const patienceMs = isMutation ? context.deadlines.mutationMs : context.deadlines.subgraphMs;
    const answer = await this.ask(body, call, patienceMs, isMutation ? null : context.gone);
    if (typeof answer === 'string') {
      return { data: null, errors: this.failureErrors(answer, isRoot ? rootFieldsOf(operation) : []) };
    }
    return { data: answer.data ?? null, errors: answer.errors?.map((error) => this.presentable(error)) };
  }

  /** True when the subgraph answers a signed `{ __typename }` within the time given. */
  async answers(withinMs: number): Promise<boolean> {
    const call: Call = {
      actor: { id: 'gateway', name: 'Gateway', persona: 'admin', scopes: [], supplierIds: null, plantIds: null },
      instant: presentInstant(this.settings.clock.now().toISOString()),
      requestId: 'readiness',
      deadlineMs: Date.now() + withinMs,
    };
    const answer = await this.ask(JSON.stringify({ query: '{ __typename }' }), call, withinMs, null);
    return typeof answer !== 'string' && typeof answer.data?.['__typename'] === 'string';
  }

  private async ask(
    body: string,
    call: Call,
    patienceMs: number,
    gone: AbortSignal | null,
  ): Promise<GraphQLResponseBody | SubgraphFailure> {
    const { name } = this.port;
    const { log, metrics, signingKeys } = this.settings;
    const startedMs = Date.now();
    const headers = signCall(signingKeys, name, 'graphql', call, body, startedMs);
    const wait = new Wait(Math.min(patienceMs, call.deadlineMs - startedMs), gone);
    let failure: SubgraphFailure;
    try {
      const answer = await wait.until(() => this.port.send('graphql', body, headers, wait.signal));
      if (isResponseBody(answer.body) && answer.status < 500 && answer.status !== 401 && answer.status !== 403) {
        metrics.subgraphAnswered(name, 'ok', Date.now() - startedMs);
        return answer.body;
      }
      failure = 'SUBGRAPH_UNAVAILABLE';
      log.error('a subgraph refused a call', { service: name, requestId: call.requestId, status: answer.status });
    } catch (thrown) {
      failure = wait.isOver ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE';
      const what = wait.isOver ? 'a subgraph did not answer in time' : 'a subgraph could not be reached';
      // Whoever asked has left: nothing is wrong with the subgraph.
      if (!gone?.aborted)
        log.warn(what, {
          service: name,
          requestId: call.requestId,
          afterMs: Date.now() - startedMs,
          ...(wait.isOver ? {} : describeThrown(thrown)),
        });
    } finally {
      wait.end();
    }
    metrics.subgraphAnswered(name, failure, Date.now() - startedMs);
    return failure;
  }

  /** One error for each field that stays empty, so that a client finds it by path; below an entity one for the fetch. */
  private failureErrors(failure: SubgraphFailure, fields: readonly string[]): GraphQLFormattedError[] {
    const { name } = this.port;
    const message =
      failure === 'SUBGRAPH_TIMEOUT' ? `"${name}" did not answer in time.` : `"${name}" is not available.`;
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

/** A wait that ends by itself, also when the one who is waited for ignores the signal. */
class Wait {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private over = false;
  private readonly leave = (): void => this.controller.abort(new Error('The caller has left.'));

  constructor(
    milliseconds: number,
    private readonly gone: AbortSignal | null,
  ) {
    this.timer = setTimeout(
      () => {
        this.over = true;
        this.controller.abort(new Error('The time is up.'));
      },
      Math.max(0, milliseconds),
    );
    if (gone?.aborted) this.leave();
    else gone?.addEventListener('abort', this.leave, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** True when the time was up, rather than the caller gone. */
  get isOver(): boolean {
    return this.over;
  }

  until<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const { signal } = this.controller;
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      send().then(resolve, reject);
    });
  }

  end(): void {
    clearTimeout(this.timer);
    this.gone?.removeEventListener('abort', this.leave);
  }
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

function isResponseBody(body: unknown): body is GraphQLResponseBody {
  if (typeof body !== 'object' || body === null) return false;
  const { data, errors } = body as { data?: unknown; errors?: unknown };
  const hasData = typeof data === 'object' && data !== null;
  return (hasData && errors === undefined) || (Array.isArray(errors) && errors.every(isError));
}

const isError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
