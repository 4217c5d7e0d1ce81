import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, graphql, parse } from 'graphql';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NonceWindow } from '@sightline/contracts/nonce-window';
import { verifyCall } from '@sightline/contracts/signed-call';
import type { Call, SigningKeys } from '@sightline/contracts/signed-call';
import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { GraphQLRequestBody, SubgraphPort } from '@sightline/contracts/subgraph-port';
import { readGatewayConfig } from '../src/config';
import { startGateway } from '../src/main';
import type { GatewayOptions, RunningGateway } from '../src/main';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const SDL = {
  suppliers: `${FEDERATION}
    type Query { supplier(id: ID!): Supplier  suppliers: [Supplier!]  broken: String  forbidden: String  strict: Strict  deep: Deep }
    type Mutation { send(inputs: [FactInput!]!): Payload }
    type Supplier @key(fields: "id") { id: ID!  name: String! }
    type Strict { promised: String! }
    type Deep { deep: Deep  value: Int }
    input FactInput { key: String!  amount: String }
    type Payload { results: [FactResult!]!  applied: Int! }
    type FactResult { key: String!  outcome: String! }`,
  inventory: `${FEDERATION}
    type Query { stock: Int  stockThen: Int }
    type Supplier @key(fields: "id") { id: ID!  receipts: Int }`,
};

const rootOf: Record<keyof typeof SDL, Record<string, unknown>> = {
  suppliers: {
    supplier: ({ id }: { id: string }) => ({ __typename: 'Supplier', id, name: `Supplier ${id}` }),
    suppliers: () => ['a', 'b'].map((id) => ({ __typename: 'Supplier', id, name: `Supplier ${id}` })),
    broken: () => {
      throw new Error('duplicate key value violates "pk" at 10.0.0.7:5432');
    },
    forbidden: () => {
      throw new GraphQLError('Not yours.', { extensions: { code: 'FORBIDDEN', http: { status: 418 } } });
    },
    strict: () => ({ promised: 'kept' }),
    send: ({ inputs }: { inputs: { key: string }[] }) => ({
      applied: inputs.length,
      results: inputs.map(({ key }) => ({ key, outcome: 'APPLIED' })),
    }),
  },
  inventory: { stock: () => 7, stockThen: () => 8 },
};

const keys: SigningKeys = { current: { kid: 'k1', secret: 'x'.repeat(32) }, previous: null };
export const NOW = new Date('2026-03-14T09:30:00.000Z');

export type Behaviour =
  'answers' | 'hangs' | 'throws' | 'refuses' | 'answers nonsense' | 'breaks a promise' | 'answers late';

/** A subgraph in this process: it verifies its calls like a real one and misbehaves as told. */
class TestSubgraph implements SubgraphPort {
  behaviour: Behaviour = 'answers';
  readonly calls: Call[] = [];
  aborted = 0;
  private readonly nonces = new NonceWindow();
  private readonly schema;

  constructor(readonly name: SubgraphName) {
    const typeDefs = parse(name === 'suppliers' || name === 'inventory' ? SDL[name] : 'type Query { idle: Int }');
    const Supplier = { __resolveReference: ({ id }: { id: string }) => ({ id, receipts: id.charCodeAt(0) }) };
    this.schema = buildSubgraphSchema({ typeDefs, resolvers: name === 'inventory' ? { Supplier } : {} });
  }

  async send(
    path: string,
    body: string,
    headers: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<{ status: number; body: unknown }> {
    const verified = verifyCall(keys, this.name, path, headers, body, Date.now(), this.nonces);
    if (!verified.ok) return { status: 401, body: { error: verified.reason } };
    this.calls.push(verified.call);
    signal?.addEventListener('abort', () => (this.aborted += 1));
    switch (this.behaviour) {
      case 'hangs':
        return new Promise(() => undefined);
      case 'throws':
        throw new Error('connect ECONNREFUSED 10.0.0.7:4102');
      case 'refuses':
        return { status: 503, body: { error: 'draining at 10.0.0.7' } };
      case 'answers nonsense':
        return { status: 200, body: '<html>proxy at 10.0.0.7</html>' };
      case 'breaks a promise':
        return { status: 200, body: { data: { strict: { promised: null } } } };
      case 'answers late':
        await new Promise((resolve) => setTimeout(resolve, 300));
        break;
      case 'answers':
        break;
    }
    const { query, variables, operationName } = JSON.parse(body) as GraphQLRequestBody;
    const rootValue = this.name === 'suppliers' || this.name === 'inventory' ? rootOf[this.name] : {};
    const result = await graphql({
      schema: this.schema,
      source: query,
      rootValue,
      variableValues: variables,
      operationName,
    });
    const answer = JSON.parse(JSON.stringify(result)) as { data?: unknown; errors?: { extensions?: unknown }[] };
    // As the kit's server says it: without data, it is the operation that was wrong.
    if (answer.data === undefined)
      for (const error of answer.errors ?? []) error.extensions = { code: 'BAD_USER_INPUT' };
    return { status: 200, body: answer };
  }

  subscribe(): never {
    throw new Error('This subgraph has no streams; test/stream-platform.ts has.');
  }
}

export const supergraphSdl = (() => {
  const services = (['suppliers', 'inventory'] as const).map((name) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(SDL[name]),
  }));
  const composed = composeServices(services);
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors?.join('\n'));
  return composed.supergraphSdl;
})();

export const folder = mkdtempSync(join(tmpdir(), 'sightline gateway '));
export const dashboardDir = join(folder, 'dashboard');
mkdirSync(join(dashboardDir, 'assets'), { recursive: true });
/** An operation that the dashboard of this gateway was released with, and its hash. */
export const RELEASED = { hash: 'a1b2', text: 'query Released($id: ID!) { stock supplier(id: $id) { name } }' };
/** And one whose variables can be wrong in more ways. */
export const RELEASED_SEND = {
  hash: 'c3d4',
  text: 'mutation Send($inputs: [FactInput!]!) { send(inputs: $inputs) { applied } }',
};
mkdirSync(join(dashboardDir, '.vite'));
writeFileSync(
  join(dashboardDir, '.vite', 'trusted-documents.json'),
  JSON.stringify({ [RELEASED.hash]: RELEASED.text, [RELEASED_SEND.hash]: RELEASED_SEND.text }),
);
writeFileSync(join(dashboardDir, 'index.html'), '<!doctype html><title>Dashboard</title>');
writeFileSync(join(dashboardDir, 'assets', 'main-1a2b.js'), 'console.log(1);');
writeFileSync(join(dashboardDir, 'assets', 'main-1a2b.js.br'), 'brotli');

export const agent = new Agent({ keepAlive: true });
export const subgraphs = Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, new TestSubgraph(name)])) as Record<
  SubgraphName,
  TestSubgraph
>;
export let lines: string[] = [];
export let gateway: RunningGateway;

export const start = (over: Partial<GatewayOptions> = {}): Promise<RunningGateway> =>
  startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraphSdl,
    ports: subgraphs,
    signingKeys: keys,
    keysDir: join(folder, 'keys'),
    dashboardDir,
    clock: { now: () => NOW },
    log: (line) => lines.push(line),
    config: { ...readGatewayConfig({}), deadlines: { queryMs: 500, mutationMs: 900, subgraphMs: 250 } },
    ...over,
  });

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
    [key: string]: unknown;
  };
}

export function ask(path: string, options: RequestOptions = {}, body?: string, base = gateway.url): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, base), { agent, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = (response.headers['content-type'] ?? '').includes('json');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: isJson ? JSON.parse(text) : {},
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export const json = { 'content-type': 'application/json' };
export async function tokenFor(persona: string, supplierId?: string): Promise<string> {
  const answer = await ask('/dev/token', { method: 'POST', headers: json }, JSON.stringify({ persona, supplierId }));
  return String(answer.json['token']);
}
export async function query(text: string, variables?: Record<string, unknown>, persona = 'executive'): Promise<Answer> {
  const headers = { ...json, authorization: `Bearer ${await tokenFor(persona)}` };
  return ask('/graphql', { method: 'POST', headers }, JSON.stringify({ query: text, variables }));
}

/** One gateway over real sockets for all tests of a file; its subgraphs behave again before each test. */
export function useGateway(): void {
  beforeAll(async () => {
    gateway = await start();
  });
  beforeEach(async () => {
    for (const subgraph of Object.values(subgraphs)) subgraph.behaviour = 'answers';
    // A circuit that an earlier test has opened is closed by the first call that goes well.
    while ((await query('{ suppliers { receipts } }')).json.errors !== undefined) await pause(20);
    lines = [];
    for (const subgraph of Object.values(subgraphs)) {
      subgraph.calls.length = 0;
      subgraph.aborted = 0;
    }
  });
  afterAll(async () => {
    await gateway.stop();
    agent.destroy();
    rmSync(folder, { recursive: true });
  });
}
