/**
 * Sightline's streams over the schema of a fetched protocol suite, for whatever carries them: the parts that speak to clients
 * are ours, the subgraph behind them executes the suite's schema. Everybody is believed: the suites bring no tokens.
 */
import { composeServices } from '@apollo/composition';
import type * as Graphql from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { parse } from 'graphql';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Authenticator } from '@sightline/gateway/actor';
import { DEFAULT_DEADLINES } from '@sightline/gateway/config';
import { CompiledOperations } from '@sightline/gateway/execution/compiled-operations';
import { Callers } from '@sightline/gateway/guards/callers';
import { Guards } from '@sightline/gateway/guards/guards';
import { DEFAULT_ALLOWANCES } from '@sightline/gateway/guards/limits';
import { GatewayMetrics } from '@sightline/gateway/metrics';
import { SubscriptionDesk } from '@sightline/gateway/subscriptions/subscription-desk';
import { GraphQLSockets } from '@sightline/gateway/transports/graphql-ws';
import { HttpStreams } from '@sightline/gateway/transports/http-streams';
import { SubgraphSources } from '@sightline/gateway/subgraph-sources';
import { Sessions } from '@sightline/gateway/transports/sessions';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { GraphQLRequestBody, SubgraphEvent, SubgraphPort } from '@sightline/contracts/subgraph-port';

/** Set by the script that runs the suite. */
const SUITE = process.env['SIGHTLINE_SUITE'] ?? '';
/** The schema of a suite is of the suite's own copy of graphql, which its tests load in this form. */
const suiteGraphql = async (): Promise<typeof Graphql> =>
  (await import(`${SUITE}/node_modules/graphql/index.mjs`)) as typeof Graphql;

const ACTOR = {
  id: 'suite',
  name: 'Suite',
  persona: 'developer',
  scopes: ['graphql:adhoc'],
  supplierIds: null,
  plantIds: null,
};
const signingKeys = { current: { kid: 'suite', secret: 'the secret of a suite that signs nothing' }, previous: null };
const clock = { now: () => new Date() };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

function portOf(name: SubgraphName, schema: GraphQLSchema, graphql: typeof Graphql): SubgraphPort {
  return {
    name,
    send: async () => ({ status: 503, body: {} }),
    async *subscribe(body, _headers, signal): AsyncGenerator<SubgraphEvent, void, void> {
      const { query, variables } = JSON.parse(body) as GraphQLRequestBody;
      const at = clock.now().toISOString();
      const refused = (errors: readonly { message: string }[]): SubgraphEvent => ({
        at,
        errors: errors.map(({ message }) => ({ message, extensions: { code: 'BAD_USER_INPUT' } })),
      });
      try {
        const stream = await graphql.subscribe({ schema, document: graphql.parse(query), variableValues: variables });
        if (!(Symbol.asyncIterator in stream)) return yield refused(stream.errors ?? []);
        signal.addEventListener('abort', () => void stream.return(undefined), { once: true });
        for await (const { data, errors } of stream) yield { at, data: data ?? null, errors } as SubgraphEvent;
      } catch (thrown) {
        yield refused([thrown as Error]);
      }
    },
  };
}

export interface ProtocolServer {
  port: number;
  desk: SubscriptionDesk;
  sessions: Sessions;
  sockets: GraphQLSockets;
  stop(): Promise<void>;
}

export async function startProtocolServer(schema: GraphQLSchema): Promise<ProtocolServer> {
  const graphql = await suiteGraphql();
  const services = SUBGRAPH_NAMES.map((name) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(name === 'suppliers' ? graphql.printSchema(schema) : `type Query { ${name}: Int }`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  const operations = new CompiledOperations(supergraphSdl);
  const metrics = new GatewayMetrics(() => 0);
  const ports = Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, portOf(name, schema, graphql)])) as Record<
    SubgraphName,
    SubgraphPort
  >;
  const desk = new SubscriptionDesk({
    operations,
    guards: new Guards({
      schema: operations.planner.schemas.api,
      supergraphSdl,
      trusted: new Map(),
      callers: new Callers(DEFAULT_ALLOWANCES),
    }),
    ports,
    sources: new SubgraphSources(ports, { signingKeys, clock, log, metrics }),
    signingKeys,
    deadlines: DEFAULT_DEADLINES,
    clock,
    log,
    metrics,
  });
  const believed = { ok: true, actor: ACTOR, expiresMs: Date.now() + 3_600_000 };
  const everybody = {
    watchSignOuts: () => undefined,
    authenticate: async () => believed,
    authenticateToken: async () => believed,
  };
  const sessions = new Sessions(everybody as unknown as Authenticator, clock);
  const sockets = new GraphQLSockets({ desk, sessions, production: false, log, metrics });
  const streams = new HttpStreams({ desk, sessions, metrics });
  const server = createServer((request, response) => {
    // Nobody is asked for a token here, but whose stream it is has to be told.
    request.headers.authorization ??= 'Bearer of-the-suite';
    const search = new URL(request.url ?? '/', 'http://suite').search;
    if (streams.takes(request, search)) void streams.answer(request, response, search);
    else response.writeHead(404).end();
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    desk,
    sessions,
    sockets,
    async stop() {
      sessions.stop();
      desk.stop();
      streams.stop();
      await sockets.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What the fixtures of both suites export. */
export interface SuiteFixtures {
  schema: GraphQLSchema;
  pong: (key: string) => void;
}

export const suiteFixtures = async (): Promise<SuiteFixtures> =>
  (await import(`${SUITE}/tests/fixtures/simple.ts`)) as SuiteFixtures;

/** Said by a test that needs what only the suite's own server can be given. */
export const needsHooks = (options: object): Error => new Error(`NEEDS HOOKS: ${Object.keys(options).join(', ')}`);
