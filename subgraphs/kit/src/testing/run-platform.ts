import { randomUUID } from 'node:crypto';
import { SCOPES_OF_PERSONA, type Actor, type Persona } from '@sightline/contracts/actor';
import { presentInstant, type RequestInstant } from '@sightline/contracts/request-instant';
import { signCall, type SigningKeys } from '@sightline/contracts/signed-call';
import type { GraphQLRequestBody, GraphQLResponseBody, SubgraphEvent } from '@sightline/contracts/subgraph-port';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphManifest } from '../server/manifest';
import { startSubgraph, type RunningSubgraph } from '../server/start-subgraph';
import type { Clock } from '../time/clock';
import { scriptedSubgraph, type ScriptedSubgraph } from './scripted-port';
import type { TestDatabase } from './test-database';

const KEYS: SigningKeys = {
  current: { kid: 'test', secret: 'a secret of tests, longer than 32 bytes' },
  previous: null,
};
const CURSOR_KEY = 'a key of tests for cursors';
/** Rounds after which a platform that still moves is taken to move for ever. */
const MOST_ROUNDS = 200;

export interface TestAnswer<Data> {
  /** Whole as it came; null when the operation failed. */
  data: Data;
  errors: NonNullable<GraphQLResponseBody['errors']>;
}

/** Some of the subgraphs, mounted in one process on a real database. Nothing moves by itself: `settle` moves everything. */
export interface TestPlatform {
  subgraph(name: SubgraphName): RunningSubgraph;
  /** A subgraph that was not started: the test writes its log. */
  scripted(name: SubgraphName): ScriptedSubgraph;
  /** Moves every outbox, projection and consumer until nothing is left to do. */
  settle(): Promise<void>;
  /** Asks as the gateway does, signed. The instant defaults to the clock's present. */
  ask<Data = Record<string, unknown>>(
    name: SubgraphName,
    who: Persona | Actor,
    query: string,
    variables?: Record<string, unknown>,
    instant?: Partial<RequestInstant>,
  ): Promise<TestAnswer<Data>>;
  /** Opens a stream as the gateway does, signed. */
  listen(name: SubgraphName, who: Persona | Actor, query: string, variables?: Record<string, unknown>): TestStream;
  /** Stops a subgraph and starts it again on what it left in the database. */
  restart(name: SubgraphName): Promise<void>;
  /** What the subgraphs logged. */
  lines: readonly string[];
  stop(): Promise<void>;
}

/** A stream that a test reads event by event. */
export interface TestStream {
  /** The next event; fails when the stream has ended. */
  next(): Promise<SubgraphEvent>;
  leave(): void;
}

/** The demo actor of a persona. A supplier sees the suppliers given, everyone else all. */
export function actorOf(persona: Persona, supplierIds: readonly string[] | null = null): Actor {
  return {
    id: `test:${persona}`,
    name: `Test ${persona}`,
    persona,
    scopes: SCOPES_OF_PERSONA[persona],
    supplierIds: persona === 'supplier' ? (supplierIds ?? []) : supplierIds,
    plantIds: null,
  };
}

/** Starts the subgraphs of the manifests; those left out are scripted. */
export async function startTestSubgraphs(
  manifests: readonly SubgraphManifest[],
  options: { database: TestDatabase; clock: Clock; foldedEvents?: number },
): Promise<TestPlatform> {
  const lines: string[] = [];
  const running = new Map<SubgraphName, RunningSubgraph>();
  const byName = new Map(manifests.map((manifest) => [manifest.name, manifest]));
  const others = new Map(
    SUBGRAPH_NAMES.filter((name) => !byName.has(name)).map((name) => [name, scriptedSubgraph(name)]),
  );
  const runningOf = (name: SubgraphName): RunningSubgraph => {
    const found = running.get(name);
    if (found === undefined) throw new Error(`${name} is not part of this test`);
    return found;
  };
  const start = async (manifest: SubgraphManifest): Promise<void> => {
    const started = await startSubgraph(manifest, {
      databaseUrl: options.database.urlOf(manifest.name),
      signingKeys: KEYS,
      cursorKey: CURSOR_KEY,
      clock: options.clock,
      upstream: (name) => others.get(name)?.port ?? runningOf(name).port,
      log: (line) => lines.push(line),
      background: false,
      ...(options.foldedEvents === undefined ? {} : { foldedEvents: options.foldedEvents }),
    });
    running.set(manifest.name, started);
  };
  for (const manifest of manifests) await start(manifest);

  return {
    lines,
    subgraph: runningOf,
    scripted(name) {
      const found = others.get(name);
      if (found === undefined) throw new Error(`${name} runs in this test and writes its own log`);
      return found;
    },
    async settle() {
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        let done = 0;
        for (const subgraph of running.values()) done += await subgraph.step();
        if (done === 0) return;
      }
      throw new Error(`Nothing settles: the subgraphs keep each other busy after ${MOST_ROUNDS} rounds`);
    },
    async ask<Data>(
      name: SubgraphName,
      who: Persona | Actor,
      query: string,
      variables: Record<string, unknown> = {},
      instant: Partial<RequestInstant> = {},
    ): Promise<TestAnswer<Data>> {
      const call = {
        actor: typeof who === 'string' ? actorOf(who) : who,
        instant: { ...presentInstant(options.clock.now().toISOString()), ...instant },
        requestId: randomUUID(),
        deadlineMs: Date.now() + 5_000,
      };
      const body = JSON.stringify({ query, variables } satisfies GraphQLRequestBody);
      const headers = signCall(KEYS, name, 'graphql', call, body, Date.now());
      const answer = await runningOf(name).port.send('graphql', body, headers);
      if (answer.status !== 200) throw new Error(`${name} answered with status ${answer.status}`);
      const { data = null, errors = [] } = answer.body as GraphQLResponseBody;
      return { data: data as Data, errors };
    },
    listen(name, who, query, variables = {}) {
      const call = {
        actor: typeof who === 'string' ? actorOf(who) : who,
        instant: presentInstant(options.clock.now().toISOString()),
        requestId: randomUUID(),
        deadlineMs: Date.now() + 5_000,
      };
      const body = JSON.stringify({ query, variables } satisfies GraphQLRequestBody);
      const headers = signCall(KEYS, name, 'subscribe', call, body, Date.now());
      const gone = new AbortController();
      const events = runningOf(name).port.subscribe(body, headers, gone.signal)[Symbol.asyncIterator]();
      return {
        async next() {
          const step = await events.next();
          if (step.done === true) throw new Error('the stream has ended');
          return step.value;
        },
        leave: () => gone.abort(),
      };
    },
    async restart(name) {
      const manifest = byName.get(name);
      if (manifest === undefined) throw new Error(`${name} is not part of this test`);
      await runningOf(name).stop();
      await start(manifest);
    },
    async stop() {
      for (const subgraph of running.values()) await subgraph.stop();
    },
  };
}
