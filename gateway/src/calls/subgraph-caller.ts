import { presentInstant } from '@sightline/contracts/request-instant';
import { signCall, type Call, type SigningKeys } from '@sightline/contracts/signed-call';
import type { GraphQLResponseBody, SubgraphPort } from '@sightline/contracts/subgraph-port';
import { describeThrown, type GatewayLog } from '../log';
import type { GatewayMetrics } from '../metrics';
import { Bulkhead } from './bulkhead';
import { CircuitBreaker } from './circuit-breaker';
import { RetryBudget } from './retry-budget';
import { Wait } from './wait';

/** Why a subgraph gave no answer. The caller learns this and the subgraph's name, never an address or a stack. */
export type SubgraphFailure = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_OVERLOADED';

export interface SubgraphCallerSettings {
  signingKeys: SigningKeys;
  clock: { now(): Date };
  log: GatewayLog;
  metrics: GatewayMetrics;
}

/** One thing to ask. */
export interface Question {
  body: string;
  call: Call;
  /** How long the answer is waited for, in milliseconds; never beyond the call's deadline. */
  patienceMs: number;
  /** True: asking twice does what asking once does. */
  isRead: boolean;
  /** Aborted when nobody waits for the answer any more; null: it is waited for in any case. */
  gone: AbortSignal | null;
}

/** A read that is silent for so long has its subgraph asked whether it lives, and for so long that is waited for. */
const SILENT_MS = 400;
const SIGN_OF_LIFE_MS = 500;
/** When a timer of ours comes this much later, it is we who were busy. */
const OWN_DELAY_MS = 100;
const LONGEST_PAUSE_MS = 50;

/**
 * Calls to one subgraph: signed, with a deadline, as many at a time as it can be given, none while it fails, and a second
 * time where nothing was done the first time.
 */
export class SubgraphCaller {
  private readonly breaker = new CircuitBreaker();
  private readonly bulkhead = new Bulkhead();
  private readonly retries = new RetryBudget();
  /** Whether the subgraph lives, asked once for all who wonder. */
  private signOfLife: Promise<boolean> | null = null;

  constructor(
    private readonly port: SubgraphPort,
    private readonly settings: SubgraphCallerSettings,
  ) {
    settings.metrics.watchSubgraph(
      port.name,
      () => this.breaker.state(Date.now()),
      () => this.bulkhead.taken,
    );
  }

  /** Never throws for a subgraph that fails. */
  async ask(question: Question): Promise<GraphQLResponseBody | SubgraphFailure> {
    this.retries.called();
    const first = await this.guarded(question);
    const mayRetry =
      first === 'SUBGRAPH_UNAVAILABLE' &&
      question.isRead &&
      !question.gone?.aborted &&
      this.breaker.state(Date.now()) === 'closed';
    if (!mayRetry) return first;
    if (!this.retries.spend()) return first;
    this.settings.metrics.subgraphRetried(this.port.name);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE_MS));
    return this.guarded(question);
  }

  /** True when the subgraph answers a signed `{ __typename }` within the time given; whatever the circuit says. */
  async answers(withinMs: number): Promise<boolean> {
    const call: Call = {
      actor: { id: 'gateway', name: 'Gateway', persona: 'admin', scopes: [], supplierIds: null, plantIds: null },
      instant: presentInstant(this.settings.clock.now().toISOString()),
      requestId: 'readiness',
      deadlineMs: Date.now() + withinMs,
    };
    const body = JSON.stringify({ query: '{ __typename }' });
    const answer = await this.send({ body, call, patienceMs: withinMs, isRead: false, gone: null });
    const isThere = typeof answer !== 'string' && typeof answer.data?.['__typename'] === 'string';
    if (isThere) this.breaker.succeeded();
    return isThere;
  }

  private async guarded(question: Question): Promise<GraphQLResponseBody | SubgraphFailure> {
    const { breaker, bulkhead, port, settings } = this;
    const refuse = (failure: SubgraphFailure, outcome: string): SubgraphFailure => {
      settings.metrics.subgraphAnswered(port.name, outcome, 0);
      return failure;
    };
    const place = bulkhead.enter();
    if (place === 'full') return refuse('SUBGRAPH_OVERLOADED', 'SUBGRAPH_OVERLOADED');
    if (place !== null) await place;
    try {
      if (!breaker.admits(Date.now())) return refuse('SUBGRAPH_UNAVAILABLE', 'CIRCUIT_OPEN');
      const answer = await this.send(question);
      if (typeof answer !== 'string') breaker.succeeded();
      else if (question.gone?.aborted) breaker.abandoned();
      else breaker.failed(Date.now());
      return answer;
    } finally {
      bulkhead.leave();
    }
  }

  private async send({
    body,
    call,
    patienceMs,
    isRead,
    gone,
  }: Question): Promise<GraphQLResponseBody | SubgraphFailure> {
    const { name } = this.port;
    const { log, metrics, signingKeys } = this.settings;
    const startedMs = Date.now();
    const headers = signCall(signingKeys, name, 'graphql', call, body, startedMs);
    const wait = new Wait(Math.min(patienceMs, call.deadlineMs - startedMs), gone);
    const doubt = isRead ? setTimeout(() => void this.endIfDead(wait), SILENT_MS) : null;
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
      if (doubt !== null) clearTimeout(doubt);
    }
    metrics.subgraphAnswered(name, failure, Date.now() - startedMs);
    return failure;
  }

  /** A slow answer is waited for as long as the request may take; a subgraph that does not live is not. */
  private async endIfDead(wait: Wait): Promise<void> {
    this.signOfLife ??= this.lives().finally(() => (this.signOfLife = null));
    if (!(await this.signOfLife)) wait.endBy('The subgraph gives no sign of life.');
  }

  private async lives(): Promise<boolean> {
    const began = Date.now();
    if (await this.answers(SIGN_OF_LIFE_MS)) return true;
    // Whoever was held up himself has not heard what was said meanwhile.
    return Date.now() - began > SIGN_OF_LIFE_MS + OWN_DELAY_MS;
  }
}

function isResponseBody(body: unknown): body is GraphQLResponseBody {
  if (typeof body !== 'object' || body === null) return false;
  const { data, errors } = body as { data?: unknown; errors?: unknown };
  const hasData = typeof data === 'object' && data !== null;
  return (hasData && errors === undefined) || (Array.isArray(errors) && errors.every(isError));
}

const isError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
