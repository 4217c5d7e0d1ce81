import { presentInstant } from '@sightline/contracts/request-instant';
import { signCall, type Call, type SigningKeys } from '@sightline/contracts/signed-call';
import type { GraphQLResponseBody, SubgraphPort } from '@sightline/contracts/subgraph-port';
import { describeThrown, type GatewayLog } from '../log';
import type { GatewayMetrics } from '../metrics';
import { Places, type Room } from '../places';
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
 * Calls that one subgraph is given at a time, and those that wait for a place: what waits for one must not take memory,
 * connections and time from those who ask others.
 */
export const BULKHEAD: Room = { atOnce: 128, waiting: 512 };

/** A call without an answer that could be used. */
class Failed {
  /** @param isUnanswered  true: it was sent, or could not be, and nothing whole came back */
  constructor(
    readonly failure: SubgraphFailure,
    readonly isUnanswered: boolean,
  ) {}
}

/**
 * Calls to one subgraph: signed, with a deadline, as many at a time as it can be given, none while it fails, and a second
 * time where no answer came the first time.
 */
export class SubgraphCaller {
  private readonly breaker = new CircuitBreaker();
  private readonly bulkhead = new Places();
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
    const untilMs = Math.min(Date.now() + question.patienceMs, question.call.deadlineMs);
    const first = await this.guarded(question, untilMs);
    if (!(first instanceof Failed)) return first;
    if (!this.mayRetry(question, first, untilMs)) return first.failure;
    this.settings.metrics.subgraphRetried(this.port.name);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE_MS));
    const second = await this.guarded(question, untilMs);
    return second instanceof Failed ? second.failure : second;
  }

  /**
   * True when the subgraph answers a signed `{ __typename }` within the time given, whatever the circuit says. It closes no
   * circuit, for a subgraph that can say its name need not be able to do anything; but calls may try again.
   */
  async answers(withinMs: number): Promise<boolean> {
    const untilMs = Date.now() + withinMs;
    const call: Call = {
      actor: { id: 'gateway', name: 'Gateway', persona: 'admin', scopes: [], supplierIds: null, plantIds: null },
      instant: presentInstant(this.settings.clock.now().toISOString()),
      requestId: 'readiness',
      deadlineMs: untilMs,
    };
    const body = JSON.stringify({ query: '{ __typename }' });
    const answer = await this.send({ body, call, patienceMs: withinMs, isRead: false, gone: null }, untilMs);
    const lives = !(answer instanceof Failed) && typeof answer.data?.['__typename'] === 'string';
    if (lives) this.breaker.showedLife();
    return lives;
  }

  private mayRetry({ isRead, gone }: Question, { isUnanswered }: Failed, untilMs: number): boolean {
    return (
      isUnanswered &&
      isRead &&
      gone?.aborted !== true &&
      Date.now() < untilMs &&
      this.breaker.state(Date.now()) === 'closed' &&
      this.retries.spend()
    );
  }

  private async guarded(question: Question, untilMs: number): Promise<GraphQLResponseBody | Failed> {
    const { gone, isRead } = question;
    const entering = this.bulkhead.enter(BULKHEAD, untilMs - Date.now(), gone);
    const leave = entering instanceof Promise ? await entering : entering;
    if (leave === 'GONE') return this.spare('SUBGRAPH_UNAVAILABLE', 'CALLER_GONE');
    if (typeof leave === 'string') return this.spare('SUBGRAPH_OVERLOADED', 'SUBGRAPH_OVERLOADED');
    try {
      // What cannot be answered any more is not the subgraph's failure.
      if (gone?.aborted) return this.spare('SUBGRAPH_UNAVAILABLE', 'CALLER_GONE');
      if (Date.now() >= untilMs) return this.spare('SUBGRAPH_TIMEOUT', 'TIME_UP');
      const passage = this.breaker.admits(Date.now(), isRead);
      if (passage === null) return this.spare('SUBGRAPH_UNAVAILABLE', 'CIRCUIT_OPEN');
      const answer = await this.send(question, untilMs);
      if (!(answer instanceof Failed)) this.breaker.succeeded();
      else if (gone?.aborted) this.breaker.abandoned(passage);
      else this.breaker.failed(passage, Date.now());
      return answer;
    } finally {
      leave();
    }
  }

  /** A call that is not sent. */
  private spare(failure: SubgraphFailure, outcome: string): Failed {
    this.settings.metrics.subgraphSpared(this.port.name, outcome);
    return new Failed(failure, false);
  }

  private async send({ body, call, isRead, gone }: Question, untilMs: number): Promise<GraphQLResponseBody | Failed> {
    const { name } = this.port;
    const { log, metrics } = this.settings;
    const startedMs = Date.now();
    const wait = new Wait(untilMs - startedMs, gone);
    const doubt = isRead ? setTimeout(() => void this.endIfDead(wait), SILENT_MS) : null;
    let failed: Failed;
    try {
      const answer = await wait.until(() => this.sendOver(body, call, wait));
      if (isResponseBody(answer.body) && answer.status < 500 && answer.status !== 401 && answer.status !== 403) {
        metrics.subgraphAnswered(name, 'ok', Date.now() - startedMs);
        return answer.body;
      }
      failed = new Failed('SUBGRAPH_UNAVAILABLE', false);
      log.error('a subgraph refused a call', { service: name, requestId: call.requestId, status: answer.status });
    } catch (thrown) {
      // Whoever asked has left: nothing is wrong with the subgraph.
      if (gone?.aborted) return this.spare('SUBGRAPH_UNAVAILABLE', 'CALLER_GONE');
      failed = new Failed(wait.isOver ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', !wait.isOver);
      log.warn(wait.isOver ? 'a subgraph did not answer in time' : 'a subgraph could not be reached', {
        service: name,
        requestId: call.requestId,
        afterMs: Date.now() - startedMs,
        ...(wait.isOver ? {} : describeThrown(thrown)),
      });
    } finally {
      wait.end();
      if (doubt !== null) clearTimeout(doubt);
    }
    metrics.subgraphAnswered(name, failed.failure, Date.now() - startedMs);
    return failed;
  }

  private async sendOver(body: string, call: Call, wait: Wait): Promise<{ status: number; body: unknown }> {
    const { port } = this;
    if (port.answer !== undefined) return { status: 200, body: await port.answer(body, call) };
    const headers = signCall(this.settings.signingKeys, port.name, 'graphql', call, body, Date.now());
    return port.send('graphql', body, headers, wait.signal);
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
