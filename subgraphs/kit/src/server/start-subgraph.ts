import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor } from '@sightline/contracts/actor';
import { NonceWindow } from '@sightline/contracts/nonce-window';
import { signCall, verifyCall, type Call, type SigningKeys } from '@sightline/contracts/signed-call';
import { presentInstant } from '@sightline/contracts/request-instant';
import type {
  GraphQLRequestBody,
  GraphQLResponseBody,
  LocalSubgraphPort,
  SubgraphEvent,
  SubgraphPort,
} from '@sightline/contracts/subgraph-port';
import type { FeedPage, FeedRequest, ProgressRequest } from '@sightline/contracts/subgraph-ports';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { AUTHENTICATED } from '../graph/access';
import { LogTail } from '../live/log-tail';
import { Doorbell, readFeed } from '../outbox/feed';
import { applyPage, consumerPosition, type Consumer } from '../outbox/inbox';
import { deriveNext, projectNext } from '../outbox/projector';
import { recentLogOf } from '../outbox/recent-log';
import { Sequencer } from '../outbox/sequencer';
import { migrate } from '../postgres/migrate';
import { openDatabase } from '../postgres/open-database';
import { RequestReads, withTenant } from '../postgres/transaction';
import type { Clock } from '../time/clock';
import { Background } from './background';
import { buildSchema } from './build-schema';
import { Bulks } from './bulks';
import { Patience } from './patience';
import type { RequestContext, SubgraphManifest, SubgraphServices } from './manifest';
import { reportProgress } from './progress-report';
import { OperationRunner } from './run-operation';

export interface SubgraphConfig {
  databaseUrl: string;
  signingKeys: SigningKeys;
  cursorKey: string;
  clock: Clock;
  upstream: (name: SubgraphName) => SubgraphPort;
  log: (line: string) => void;
  /** See SubgraphServices; left out: as the subgraph says. */
  foldedEvents?: number;
  /** Of the process that runs it, shared with the others in there; left out: its own. */
  bulks?: Bulks;
  /** False: nothing runs by itself, `settle` moves everything on. For tests with a fixed clock. */
  background?: boolean;
}

export interface RunningSubgraph {
  name: SubgraphName;
  port: LocalSubgraphPort;
  database: DataSource;
  /** True while the database answers. */
  ready(): Promise<boolean>;
  /** Moves outbox, projection and consumers on by one round; answers how much there was to do. */
  step(): Promise<number>;
  stop(): Promise<void>;
}

/** Events that are folded in a tenth of a second. */
const FOLDED_EVENTS = 5_000;
/** Longest that a feed answer may take beyond the wait it was asked for. */
const ANSWER_MS = 5_000;
const FEED_WAIT_MS = 5_000;
const SAFETY_POLL_MS = 1_000;
/** So long after a command the door counts as in use. */
const USED_MS = 10_000;

/**
 * Starts a subgraph from its manifest: migrates its schema, builds its guarded GraphQL schema, and keeps its outbox, its
 * projection and its consumers moving.
 *
 * @throws when the database cannot be reached, a migration fails, or a field of the schema is unguarded
 */
export async function startSubgraph(manifest: SubgraphManifest, config: SubgraphConfig): Promise<RunningSubgraph> {
  const { name } = manifest;
  const log = (line: string): void => config.log(`[${name}] ${line}`);
  const runner = new OperationRunner(buildSchema(manifest));
  const database = await openDatabase({
    url: config.databaseUrl,
    schema: name,
    entities: manifest.entities,
    migrations: manifest.migrations,
    log,
  });
  await migrate(database, name);

  const closing = new AbortController();
  const outboxFilled = new Doorbell();
  const logAdvanced = new Doorbell();
  const madeVisible = new Doorbell();
  const sequencer = new Sequencer({
    url: config.databaseUrl,
    schema: name,
    log,
    onAdvance: () => logAdvanced.ring(),
    recent: recentLogOf(database),
  });
  const { derive } = manifest;
  const tail = new LogTail({
    name,
    database,
    cursorKey: config.cursorKey,
    clock: config.clock,
    log,
    derives: derive !== undefined,
    closing: closing.signal,
  });
  let lastCommandMs = Number.NEGATIVE_INFINITY;
  const services: SubgraphServices = {
    name,
    database,
    clock: config.clock,
    cursorKey: config.cursorKey,
    log,
    wake: () => {
      lastCommandMs = performance.now();
      outboxFilled.ring();
    },
    ask: (target, path, body, waitMs) => askSubgraph(config, name, target, path, body, waitMs, closing.signal),
    tail,
    foldedEvents: config.foldedEvents ?? manifest.foldedEvents ?? FOLDED_EVENTS,
  };
  const bulks = config.bulks ?? new Bulks();
  const project = (): Promise<number> =>
    projectNext({
      dataSource: database,
      project: manifest.project,
      flowOf: manifest.flowOf,
      now: () => config.clock.now(),
      onVisible: (entries) => bulks.passed(entries),
    });
  const deriveOnce = async (): Promise<number> =>
    derive === undefined ? 0 : deriveNext({ dataSource: database, derive });
  const consume = (
    consumer: Consumer<SubgraphServices>,
    waitMs: number,
    patience: Patience | null = null,
  ): Promise<number> => consumeOnce(database, consumer, services, waitMs, patience);

  const background = new Background(log);
  if (config.background !== false) {
    background.loop('sequencer', async () => {
      const heard = outboxFilled.rings;
      await sequencer.drain();
      await outboxFilled.wait(SAFETY_POLL_MS, heard);
    });
    background.loop('projector', async () => {
      const heard = logAdvanced.rings;
      if ((await project()) === 0) await logAdvanced.wait(SAFETY_POLL_MS, heard);
      else {
        madeVisible.ring();
        // A projection may announce in the log what the facts come to.
        outboxFilled.ring();
        tail.nudge();
      }
    });
    if (derive !== undefined)
      background.loop('deriver', async () => {
        const heard = madeVisible.rings;
        await bulks.pause(closing.signal);
        if ((await deriveOnce()) === 0) await madeVisible.wait(SAFETY_POLL_MS, heard);
        else tail.nudge();
      });
    for (const consumer of manifest.consumers) {
      const endOfLog = async (): Promise<number> => {
        const end: FeedRequest = { after: 0, limit: 1, types: [], waitMs: 0 };
        return (await services.ask<FeedPage>(consumer.from, 'feed', end, 0)).through;
      };
      const isNeeded = (): boolean =>
        consumer.patient === 'UNTIL_COMMAND' && performance.now() - lastCommandMs < USED_MS;
      const patience = consumer.patient ? new Patience(endOfLog, isNeeded, closing.signal) : null;
      background.loop(`consumer ${consumer.name}`, async () => {
        if ((await consume(consumer, FEED_WAIT_MS, patience)) > 0) outboxFilled.ring();
      });
    }
  }

  const nonces = new NonceWindow();
  const answer = (body: unknown, call: Call): Promise<GraphQLResponseBody> =>
    runner.run(
      body as GraphQLRequestBody,
      manifest.makeContext(requestContext(call, services, closing.signal, () => call.deadlineMs - Date.now())),
    );
  const port: LocalSubgraphPort = {
    name,
    async answer(body, call) {
      const parsed = parsedOf(body);
      return parsed === undefined ? { errors: [NOT_JSON] } : answer(parsed, call);
    },
    async send(path, body, headers, signal) {
      const verified = verifyCall(config.signingKeys, name, path, headers, body, Date.now(), nonces);
      if (!verified.ok) {
        log(`refused a call: ${verified.reason}`);
        return { status: 401, body: { error: 'This call is not signed for here.' } };
      }
      const parsed = parsedOf(body);
      // The gateway passes long lists on as they came, without having read them.
      if (parsed === undefined) return { status: 200, body: { errors: [NOT_JSON] } };
      if (path === 'feed') {
        const stop = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]);
        return { status: 200, body: await readFeed(database, parsed as FeedRequest, logAdvanced, stop) };
      }
      if (path === 'progress') {
        const report = await withTenant(
          database,
          'ALL',
          (manager) =>
            reportProgress(
              manager,
              name,
              derive === undefined ? null : services.foldedEvents,
              parsed as ProgressRequest,
            ),
          true,
        );
        return { status: 200, body: report };
      }
      return { status: 200, body: await answer(parsed, verified.call) };
    },
    subscribe(body, headers, signal) {
      const verified = verifyCall(config.signingKeys, name, 'subscribe', headers, body, Date.now(), nonces);
      if (!verified.ok) {
        log(`refused a stream: ${verified.reason}`);
        throw new CallRefused();
      }
      const gone = AbortSignal.any([closing.signal, signal]);
      const contextNow = (): RequestContext => {
        const instant = presentInstant(config.clock.now().toISOString());
        return manifest.makeContext(requestContext({ ...verified.call, instant }, services, gone, () => ANSWER_MS));
      };
      return untilGone(
        runner.subscribe(JSON.parse(body) as GraphQLRequestBody, contextNow),
        gone,
        closing.signal,
        name,
      );
    },
  };

  return {
    name,
    port,
    database,
    async ready() {
      return database.query('SELECT 1').then(
        () => true,
        () => false,
      );
    },
    async step() {
      let done = await sequencer.drain();
      for (let projected = await project(); projected > 0; projected = await project()) done += projected;
      for (let derived = await deriveOnce(); derived > 0; derived = await deriveOnce()) done += derived;
      for (const consumer of manifest.consumers) done += await consume(consumer, 0);
      if (done > 0) tail.nudge();
      return done;
    },
    async stop() {
      closing.abort();
      background.stop();
      for (const bell of [outboxFilled, logAdvanced, madeVisible]) bell.close();
      await background.ended();
      await sequencer.stop();
      await database.destroy();
    },
  };
}

/** The stream is not opened: its call is not signed for here. */
export class CallRefused extends Error {
  constructor() {
    super('This call is not signed for here.');
  }
}

/** Events until the subscriber leaves; a subgraph that stops cuts the stream off instead of ending it. */
async function* untilGone(
  events: AsyncIterable<SubgraphEvent>,
  gone: AbortSignal,
  closing: AbortSignal,
  name: SubgraphName,
): AsyncGenerator<SubgraphEvent, void, void> {
  for await (const event of events) {
    if (gone.aborted) break;
    yield event;
  }
  if (closing.aborted) throw new Error(`${name} is stopping`);
}

const NOT_JSON = { message: 'The body is not JSON.', extensions: { code: 'BAD_REQUEST' } };

/** Undefined: the text is no JSON. */
function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The caller's text, so the caller is told; nothing of ours went wrong.
  }
}

/** @param msLeft  milliseconds that a read may still take */
function requestContext(
  call: Call,
  services: SubgraphServices,
  gone: AbortSignal,
  msLeft: () => number,
): RequestContext {
  const tenancy = call.actor.supplierIds ?? 'ALL';
  const reads = new RequestReads(services.database, tenancy, msLeft);
  return {
    call,
    tenancy,
    services,
    gone,
    scopes: new Set<string>([AUTHENTICATED, ...call.actor.scopes]),
    msLeft,
    read: (work) => reads.read(work),
    command: async (work) => {
      const done = await withTenant(services.database, 'ALL', work);
      services.wake();
      return done;
    },
  };
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = (): void =>
      reject(signal.reason instanceof Error ? signal.reason : new Error('the wait was given up'));
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}

/** @returns entries applied, or positions passed over */
async function consumeOnce(
  database: DataSource,
  consumer: Consumer<SubgraphServices>,
  services: SubgraphServices,
  waitMs: number,
  patience: Patience | null,
): Promise<number> {
  const position = await consumerPosition(database, consumer.name);
  const request: FeedRequest = { after: position?.pos ?? 0, limit: 2_000, types: consumer.types, waitMs };
  const page = await services.ask<FeedPage>(consumer.from, 'feed', request, waitMs);
  if (position !== null && page.through === position.pos && page.epoch === position.epoch) return 0;
  await patience?.before(page);
  const applied = await applyPage(database, consumer, page, request.after, services);
  return Math.max(applied, page.through - (position?.pos ?? 0));
}

async function askSubgraph<Answer>(
  config: SubgraphConfig,
  from: SubgraphName,
  target: SubgraphName,
  path: 'feed' | 'progress',
  body: unknown,
  waitMs: number,
  closing: AbortSignal,
): Promise<Answer> {
  const now = config.clock.now().toISOString();
  const platform: Actor = {
    id: `platform:${from}`,
    name: `Sightline ${from}`,
    persona: 'admin',
    scopes: [],
    supplierIds: null,
    plantIds: null,
  };
  const call: Call = {
    actor: platform,
    instant: { now, asOf: now, knownAt: now, knownBy: 'SOURCE' },
    requestId: randomUUID(),
    deadlineMs: Date.now() + waitMs + ANSWER_MS,
  };
  const text = JSON.stringify(body);
  const headers = signCall(config.signingKeys, target, path, call, text, Date.now());
  const signal = AbortSignal.any([closing, AbortSignal.timeout(waitMs + ANSWER_MS)]);
  // A subgraph in the same process cannot be cut off; the wait for it can.
  const answer = await Promise.race([config.upstream(target).send(path, text, headers, signal), rejectedBy(signal)]);
  if (answer.status !== 200) throw new Error(`${target} answered ${path} with status ${answer.status}`);
  return answer.body as Answer;
}
