import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@sightline/contracts/actor';
import { presentInstant } from '@sightline/contracts/request-instant';
import { signCall, type SigningKeys } from '@sightline/contracts/signed-call';
import { STREAM_HEARTBEAT_MS, type SubgraphEvent, type SubgraphPort } from '@sightline/contracts/subgraph-port';
import { describeThrown, type GatewayLog } from '../log';
import { CURSOR_ALIAS, type SubscriptionPlan } from './plan';
import { StreamOver } from './refusal';

export interface UpstreamOptions {
  port: SubgraphPort;
  plan: SubscriptionPlan['upstream'];
  variables: Readonly<Record<string, unknown>>;
  actor: Actor;
  signingKeys: SigningKeys;
  clock: { now(): Date };
  log: GatewayLog;
  patience?: Patience;
  /** Told each time that a stream which was open has to be opened again. */
  onReopen?: () => void;
}

/** How long an upstream is waited for; all in milliseconds. */
export interface Patience {
  /** A stream that says nothing for this long, not even a heartbeat, is dead. */
  silenceMs: number;
  /** A subgraph that can't be reached for this long ends the stream. */
  awayMs: number;
  firstPauseMs: number;
  longestPauseMs: number;
}

const PATIENCE: Patience = {
  silenceMs: 3 * STREAM_HEARTBEAT_MS,
  awayMs: 30_000,
  firstPauseMs: 50,
  longestPauseMs: 1_000,
};

/** An event and the place in the stream behind it; the cursor is null where a stream has none. */
export interface UpstreamEvent {
  event: SubgraphEvent;
  cursor: string | null;
}

/** The fault lies with the subgraph, not with what it was asked: it is asked again. */
const PASSING = new Set(['INTERNAL_SERVER_ERROR', 'SUBGRAPH_UNAVAILABLE']);

/**
 * The events of one stream of one subgraph. A stream that breaks or falls silent is opened again behind the last event, so
 * that whoever reads sees neither a gap nor a repeat, only time passing.
 *
 * @param after  cursor behind which to begin; null: from now
 * @param signal ends it at once, also while it waits; every wait of it settles then
 * @throws StreamOver when the subgraph refuses, or stays away for too long
 */
export async function* upstreamEvents(
  options: UpstreamOptions,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<UpstreamEvent, void, void> {
  const { plan, port, log } = options;
  const patience = options.patience ?? PATIENCE;
  let cursor = after;
  let awaySinceMs: number | null = null;
  let pauseMs = patience.firstPauseMs;
  for (;;) {
    try {
      for await (const event of open(options, cursor, signal, patience.silenceMs)) {
        if (event.data === undefined) throw over(event, port.name);
        awaySinceMs = null;
        pauseMs = patience.firstPauseMs;
        cursor = takeCursor(event, plan) ?? cursor;
        yield { event, cursor: plan.afterVariable === null ? null : cursor };
        if (signal.aborted) return;
      }
      // One without cursors that ends in order is complete; the others never are.
      if (plan.afterVariable === null) return;
    } catch (thrown) {
      if (signal.aborted) return;
      if (thrown instanceof StreamOver) throw thrown;
      log.warn('a stream of a subgraph broke off', { service: port.name, ...describeThrown(thrown) });
    }
    if (signal.aborted) return;
    // Without cursors nobody could tell what was missed meanwhile.
    if (plan.afterVariable === null) throw unavailable(port.name);
    awaySinceMs ??= Date.now();
    if (Date.now() - awaySinceMs >= patience.awayMs) throw unavailable(port.name);
    options.onReopen?.();
    // Jitter, so that the streams of a subgraph that returns do not all come in one moment.
    await pause(pauseMs * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
    pauseMs = Math.min(pauseMs * 2, patience.longestPauseMs);
    if (signal.aborted) return;
  }
}

/** One connection. It ends by itself when nothing comes for too long. */
async function* open(
  { port, plan, variables, actor, signingKeys, clock }: UpstreamOptions,
  after: string | null,
  signal: AbortSignal,
  silenceMs: number,
): AsyncGenerator<SubgraphEvent, void, void> {
  const asked = Object.fromEntries(
    plan.variables.flatMap((name) => (name in variables ? [[name, variables[name]]] : [])),
  );
  if (plan.afterVariable !== null) asked[plan.afterVariable] = after;
  const body = JSON.stringify({ query: plan.query, operationName: plan.operationName, variables: asked });
  const call = {
    actor,
    instant: presentInstant(clock.now().toISOString()),
    requestId: randomUUID(),
    deadlineMs: Date.now() + silenceMs,
  };
  const headers = signCall(signingKeys, port.name, 'subscribe', call, body, Date.now());
  const silent = new AbortController();
  const events = port.subscribe(body, headers, AbortSignal.any([signal, silent.signal]))[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orSilence(events.next(), silenceMs, signal);
      if (next === 'LEFT') return;
      if (next === 'SILENT') throw new Error(`nothing came for ${silenceMs} ms`);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Reaches the subgraph also while it has nothing to say: return() alone would wait behind the pending next().
    silent.abort();
    // Nobody waits for it: the stream may take its time to end, and has nothing more to tell.
    events.return?.().catch(() => undefined);
  }
}

/** The next step, or why it is waited for no longer: also of an iterator that ignores its signal. */
function orSilence<Step>(step: Promise<Step>, ms: number, signal: AbortSignal): Promise<Step | 'SILENT' | 'LEFT'> {
  return new Promise((resolve, reject) => {
    const leave = (): void => settle(() => resolve('LEFT'));
    const timer = setTimeout(() => settle(() => resolve('SILENT')), ms);
    const settle = (how: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      how();
    };
    step.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
}

/** The subgraph's last word; a fault that passes is thrown as what it is. */
function over(event: SubgraphEvent, service: string): Error {
  const errors = event.errors ?? [];
  const code = errors[0]?.extensions?.['code'];
  if (errors.length === 0 || (typeof code === 'string' && PASSING.has(code)))
    return new Error(errors[0]?.message ?? `${service} ended its stream without a word`);
  return new StreamOver(errors.map(({ message, extensions }) => ({ message, extensions: { ...extensions, service } })));
}

const unavailable = (service: string): StreamOver =>
  new StreamOver([
    { message: `"${service}" is not available.`, extensions: { code: 'SUBGRAPH_UNAVAILABLE', service } },
  ]);

function takeCursor(event: SubgraphEvent, plan: SubscriptionPlan['upstream']): string | null {
  const change = event.data?.[plan.responseName];
  if (typeof change !== 'object' || change === null) return null;
  const cursor = (change as Record<string, unknown>)[CURSOR_ALIAS];
  return typeof cursor === 'string' ? cursor : null;
}
