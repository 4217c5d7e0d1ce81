import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, graphql, parse } from 'graphql';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NonceWindow } from '@sightline/contracts/nonce-window';
import { verifyCall } from '@sightline/contracts/signed-call';
import type { Call, SigningKeys } from '@sightline/contracts/signed-call';
import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { GraphQLRequestBody, SubgraphPort } from '@sightline/contracts/subgraph-port';
import { readGatewayConfig } from './config';
import { startGateway } from './main';
import type { GatewayOptions, RunningGateway } from './main';

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
const NOW = new Date('2026-03-14T09:30:00.000Z');

type Behaviour = 'answers' | 'hangs' | 'throws' | 'refuses' | 'answers nonsense' | 'breaks a promise' | 'answers late';

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
}

const supergraphSdl = (() => {
  const services = (['suppliers', 'inventory'] as const).map((name) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(SDL[name]),
  }));
  const composed = composeServices(services);
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors?.join('\n'));
  return composed.supergraphSdl;
})();

const folder = mkdtempSync(join(tmpdir(), 'sightline gateway '));
const dashboardDir = join(folder, 'dashboard');
mkdirSync(join(dashboardDir, 'assets'), { recursive: true });
writeFileSync(join(dashboardDir, 'index.html'), '<!doctype html><title>Dashboard</title>');
writeFileSync(join(dashboardDir, 'assets', 'main-1a2b.js'), 'console.log(1);');
writeFileSync(join(dashboardDir, 'assets', 'main-1a2b.js.br'), 'brotli');

const agent = new Agent({ keepAlive: true });
const subgraphs = Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, new TestSubgraph(name)])) as Record<
  SubgraphName,
  TestSubgraph
>;
let lines: string[] = [];
let gateway: RunningGateway;

const start = (over: Partial<GatewayOptions> = {}): Promise<RunningGateway> =>
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

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
    [key: string]: unknown;
  };
}

function ask(path: string, options: RequestOptions = {}, body?: string, base = gateway.url): Promise<Answer> {
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

const json = { 'content-type': 'application/json' };
async function tokenFor(persona: string, supplierId?: string): Promise<string> {
  const answer = await ask('/dev/token', { method: 'POST', headers: json }, JSON.stringify({ persona, supplierId }));
  return String(answer.json['token']);
}
async function query(text: string, variables?: Record<string, unknown>, persona = 'executive'): Promise<Answer> {
  const headers = { ...json, authorization: `Bearer ${await tokenFor(persona)}` };
  return ask('/graphql', { method: 'POST', headers }, JSON.stringify({ query: text, variables }));
}

beforeAll(async () => {
  gateway = await start();
});
beforeEach(() => {
  lines = [];
  for (const subgraph of Object.values(subgraphs)) {
    subgraph.behaviour = 'answers';
    subgraph.calls.length = 0;
    subgraph.aborted = 0;
  }
});
afterAll(async () => {
  await gateway.stop();
  agent.destroy();
  rmSync(folder, { recursive: true });
});

describe('a question to the graph', () => {
  it('is answered by two subgraphs, which hear the same actor, instant, trace id and deadline', async () => {
    const answer = await query('{ suppliers { id name receipts } stock }');
    expect(answer.json).toEqual({
      data: {
        suppliers: [
          { id: 'a', name: 'Supplier a', receipts: 97 },
          { id: 'b', name: 'Supplier b', receipts: 98 },
        ],
        stock: 7,
      },
    });
    const calls = [...subgraphs.suppliers.calls, ...subgraphs.inventory.calls];
    expect(calls.length).toBeGreaterThan(1);
    expect(new Set(calls.map((call) => JSON.stringify(call))).size).toBe(1);
    expect(calls[0]).toMatchObject({
      actor: { id: 'demo:executive', persona: 'executive', supplierIds: null },
      instant: { now: NOW.toISOString(), asOf: NOW.toISOString(), knownAt: NOW.toISOString(), knownBy: 'SOURCE' },
      requestId: answer.headers['x-request-id'],
    });
    const leftMs = calls[0]!.deadlineMs - Date.now();
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(500);
  });

  it('may be asked by GET, with the header that a foreign page cannot send', async () => {
    const authorization = `Bearer ${await tokenFor('planner')}`;
    const url = `/graphql?query=${encodeURIComponent('query($id: ID!) { supplier(id: $id) { name } }')}&variables=${encodeURIComponent('{"id":"z"}')}`;
    const asked = await ask(url, { headers: { authorization, 'apollo-require-preflight': 'true' } });
    expect(asked.json).toEqual({ data: { supplier: { name: 'Supplier z' } } });
    expect((await ask(url, { headers: { authorization } })).status).toBe(400);
    const mutation = `/graphql?query=${encodeURIComponent('mutation { send(inputs: []) { applied } }')}`;
    expect((await ask(mutation, { headers: { authorization, ...json } })).status).toBe(405);
  });

  it.each([
    ['without a token', {}],
    ['with a token of nobody', { authorization: 'Bearer a.b.c' }],
  ])('is not answered %s, and no subgraph hears of it', async (_, headers) => {
    const answer = await ask('/graphql', { method: 'POST', headers: { ...json, ...headers } }, '{"query":"{ stock }"}');
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('Bearer');
    expect(answer.json.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(subgraphs.inventory.calls).toEqual([]);
  });

  it.each([
    ['text that is no GraphQL', '{ stock', 'GRAPHQL_PARSE_FAILED'],
    ['a field that does not exist', '{ stocks }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too many tokens', `{ ${'stock '.repeat(1_100)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['too many characters', `{ stock } #${'x'.repeat(15_000)}`, 'DOCUMENT_TOO_LARGE'],
    ['too much depth', `{ ${'deep { '.repeat(15)} value ${'}'.repeat(15)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'depth hidden in fragments',
      `{ deep { ...A } } ${[...'ABCDEFGHIJKLMNOP'].map((name, n, all) => `fragment ${name} on Deep { deep { ${all[n + 1] ? `...${all[n + 1]}` : 'value'} } }`).join(' ')}`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['fragments in a circle', '{ deep { ...A } } fragment A on Deep { deep { ...A } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a missing variable', 'query($id: ID!) { supplier(id: $id) { id } }', 'BAD_USER_INPUT'],
    ['nothing', '', 'BAD_REQUEST'],
  ])('with %s is refused before a subgraph hears of it', async (_, text, code) => {
    const answer = await query(text);
    expect(answer.status).toBe(400);
    expect(answer.json.errors?.[0]?.extensions).toMatchObject({ code });
    expect(subgraphs.suppliers.calls.length + subgraphs.inventory.calls.length).toBe(0);
  });

  it('about the schema itself may be as deep as tools ask', async () => {
    const levels = 'ofType { '.repeat(7);
    const text = `{ __schema { types { fields { type { ${levels} name ${'}'.repeat(7)} } } } } stock }`;
    expect((await query(text)).json).toMatchObject({ data: { stock: 7 } });
  });

  it('with a large body is read from those who send facts, and from nobody else', async () => {
    const inputs = Array.from({ length: 4_000 }, (_, n) => ({ key: `fact ${n}`, amount: 'x'.repeat(80) }));
    const text = 'mutation($inputs: [FactInput!]!) { send(inputs: $inputs) { applied } }';
    expect((await query(text, { inputs }, 'integrator')).json).toEqual({ data: { send: { applied: 4_000 } } });
    const refused = await query(text, { inputs }, 'executive');
    expect(refused.status).toBe(413);
    expect(refused.json.errors).toMatchObject([{ extensions: { code: 'BODY_TOO_LARGE' } }]);
  });

  it('with one wrong fact in a long list is refused by the subgraph that takes the list, and says which', async () => {
    const inputs = Array.from({ length: 200 }, (_, n) => (n === 150 ? { amount: '1' } : { key: `fact ${n}` }));
    const text = 'mutation($inputs: [FactInput!]!) { send(inputs: $inputs) { applied } }';
    const { json: answer } = await query(text, { inputs }, 'integrator');
    expect(answer.data).toEqual({ send: null });
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringContaining('at "inputs[150]"'),
        extensions: { code: 'BAD_USER_INPUT', service: 'suppliers' },
      },
    ]);
  });

  it('whose size is not announced is still cut at the limit', async () => {
    const headers = { ...json, authorization: `Bearer ${await tokenFor('executive')}`, 'transfer-encoding': 'chunked' };
    const answer = await ask('/graphql', { method: 'POST', headers }, JSON.stringify({ query: ' '.repeat(2_000_000) }));
    expect(answer.status).toBe(413);
  });

  it.each([
    ['a form', { 'content-type': 'text/plain' }],
    ['compressed JSON', { ...json, 'content-encoding': 'gzip' }],
  ])('sent as %s is refused', async (_, type) => {
    const headers = { ...type, authorization: `Bearer ${await tokenFor('executive')}` };
    expect((await ask('/graphql', { method: 'POST', headers }, '{"query":"{ stock }"}')).status).toBe(415);
  });
});

describe('an error', () => {
  it('of ours is told without its words, with the trace id under which the log has them', async () => {
    const answer = await query('{ broken stock }');
    expect(answer.json.data).toEqual({ broken: null, stock: 7 });
    const traceId = answer.headers['x-request-id'];
    expect(answer.json.errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', traceId },
      },
    ]);
    expect(lines.find((line) => line.includes('10.0.0.7:5432'))).toContain(String(traceId));
  });

  it('meant for the caller passes, but can’t set our status', async () => {
    const answer = await query('{ forbidden }');
    expect(answer.status).toBe(200);
    expect(answer.json.errors).toEqual([
      { message: 'Not yours.', path: ['forbidden'], extensions: { code: 'FORBIDDEN', service: 'suppliers' } },
    ]);
  });

  it('is told where a subgraph breaks a promise of the schema', async () => {
    subgraphs.suppliers.behaviour = 'breaks a promise';
    const answer = await query('{ strict { promised } }');
    expect(answer.json).toMatchObject({
      data: { strict: null },
      errors: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(answer.json).not.toHaveProperty('extensions');
  });
});

describe('a subgraph', () => {
  it.each<[Behaviour, string]>([
    ['hangs', 'SUBGRAPH_TIMEOUT'],
    ['throws', 'SUBGRAPH_UNAVAILABLE'],
    ['refuses', 'SUBGRAPH_UNAVAILABLE'],
    ['answers nonsense', 'SUBGRAPH_UNAVAILABLE'],
  ])('that %s leaves the rest of the answer whole and is named', async (behaviour, code) => {
    subgraphs.inventory.behaviour = behaviour;
    const startedMs = Date.now();
    const answer = await query('{ suppliers { id receipts } stock later: stockThen }');
    expect(Date.now() - startedMs).toBeLessThan(700);
    expect(answer.status).toBe(200);
    expect(answer.json.data).toEqual({
      suppliers: [
        { id: 'a', receipts: null },
        { id: 'b', receipts: null },
      ],
      stock: null,
      later: null,
    });
    const extensions = { code, service: 'inventory' };
    const errors = answer.json.errors ?? [];
    expect(errors.map((error) => error.extensions)).toEqual([extensions, extensions, extensions]);
    expect(errors.map((error) => error.path)).toEqual(expect.arrayContaining([['stock'], ['later'], undefined]));
    expect(answer.text).not.toContain('10.0.0.7');
  });

  it('that hangs is told to stop when the time is up', async () => {
    subgraphs.inventory.behaviour = 'hangs';
    await query('{ stock }');
    expect(subgraphs.inventory.aborted).toBe(1);
  });

  it('is told to stop a query when the caller leaves', async () => {
    subgraphs.inventory.behaviour = 'hangs';
    const headers = { ...json, authorization: `Bearer ${await tokenFor('executive')}` };
    const outgoing = request(`${gateway.url}/graphql`, { method: 'POST', headers });
    outgoing.on('error', () => undefined);
    outgoing.end('{"query":"{ stock }"}');
    while (subgraphs.inventory.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    outgoing.destroy();
    while (subgraphs.inventory.aborted === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(lines.join('\n')).not.toContain('SUBGRAPH_TIMEOUT');
  });

  it('has longer for a mutation than for a query', async () => {
    subgraphs.suppliers.behaviour = 'answers late';
    expect((await query('mutation { send(inputs: []) { applied } }')).json).toEqual({ data: { send: { applied: 0 } } });
    expect((await query('{ strict { promised } }')).json.errors).toMatchObject([
      { extensions: { code: 'SUBGRAPH_TIMEOUT' } },
    ]);
  });

  it('that does not answer makes the platform not ready, and is named', async () => {
    expect(await ask('/readyz')).toMatchObject({ status: 200, json: { ready: true } });
    expect(await gateway.ready()).toBe(true);
    subgraphs.quality.behaviour = 'throws';
    expect(await ask('/readyz')).toMatchObject({ status: 503, json: { ready: false, silentSubgraphs: ['quality'] } });
    expect(await gateway.ready()).toBe(false);
    expect((await ask('/healthz')).status).toBe(200);
  });
});

describe('the dev issuer', () => {
  const token = (headers: Record<string, string>, body = '{"persona":"executive"}') =>
    ask('/dev/token', { method: 'POST', headers: { ...json, ...headers } }, body);

  it('gives a token to a caller on this machine', async () => {
    expect(await token({})).toMatchObject({
      status: 200,
      json: {
        persona: 'executive',
        expiresAt: '2026-03-14T21:30:00.000Z',
        token: expect.stringMatching(/^ey.+\..+\..+$/),
      },
    });
    const { json: listed } = await ask('/dev/personas');
    expect(listed['personas']).toHaveLength(8);
  });

  it('says what a supplier needs', async () => {
    const answer = await token({}, '{"persona":"supplier"}');
    expect(answer.status).toBe(400);
    expect(answer.json['error']).toMatchObject({ code: 'SUPPLIER_ID_MISSING' });
  });

  it.each<[string, Record<string, string>, number]>([
    ['a page whose name points at this machine', { host: 'evil.example' }, 403],
    ['a foreign page', { origin: 'https://evil.example' }, 403],
    ['a caller behind a proxy', { 'x-forwarded-for': '203.0.113.9' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
  ])('gives none to %s', async (_, headers, status) => {
    const answer = await token(headers);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('token"');
  });

  it('is not there when tokens come from elsewhere', async () => {
    const oidc = { issuer: 'https://id.example', audience: 'sightline', jwksUrl: null };
    const other = await start({ devIssuer: true, config: { ...readGatewayConfig({}), oidc } });
    try {
      expect(
        (await ask('/dev/token', { method: 'POST', headers: json }, '{"persona":"admin"}', other.url)).status,
      ).toBe(404);
    } finally {
      await other.stop();
    }
  });

  it('runs in production only when it is asked for', async () => {
    const config = { ...readGatewayConfig({ NODE_ENV: 'production' }) };
    await expect(start({ config })).rejects.toThrow('Nobody could sign in');
    await expect(start({ config: { ...config, devIssuer: 'off' }, devIssuer: true })).rejects.toThrow(
      'Nobody could sign in',
    );
    await expect(start({ config, devIssuer: true, host: '0.0.0.0' })).rejects.toThrow('does not run on "0.0.0.0"');
    await (await start({ config, devIssuer: true })).stop();
  });
});

describe('the port', () => {
  const page = { headers: { accept: 'text/html' } };

  it('serves the dashboard, and its first page for every address that the page routes', async () => {
    for (const path of ['/', '/suppliers/42?as-of=2014-09-30']) {
      const answer = await ask(path, page);
      expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('<title>Dashboard') });
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
    const script = await ask('/assets/main-1a2b.js', { headers: { 'accept-encoding': 'br' } });
    expect(script).toMatchObject({ status: 200, text: 'brotli', headers: { 'content-encoding': 'br' } });
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await ask('/assets/missing.js')).status).toBe(404);
    expect((await ask('/..%2f..%2fkeys/dev-issuer.pem')).status).toBe(404);
  });

  it('says how to build a dashboard that is not there', async () => {
    const bare = await start({ dashboardDir: null });
    try {
      expect(await ask('/', page, undefined, bare.url)).toMatchObject({
        status: 200,
        text: expect.stringContaining('npm run build'),
      });
    } finally {
      await bare.stop();
    }
  });

  it.each(['/', '/graphql', '/healthz', '/nowhere', '/dev/personas'])(
    'answers %s with its security headers',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'self'"),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  it('counts what it answers', async () => {
    subgraphs.inventory.behaviour = 'throws';
    await query('{ stock }');
    const { text } = await ask('/metrics');
    expect(text).toMatch(/sightline_gateway_requests_total\{route="\/graphql",status="200"\} \d+/);
    expect(text).toMatch(
      /sightline_gateway_subgraph_calls_total\{service="inventory",outcome="SUBGRAPH_UNAVAILABLE"\} \d+/,
    );
    expect(text).toMatch(/sightline_gateway_errors_total\{code="SUBGRAPH_UNAVAILABLE"\} \d+/);
  });

  it('keeps a connection open between requests', async () => {
    const own = new Agent({ keepAlive: true, maxSockets: 1 });
    const opened = new Set<unknown>();
    own.on('free', (socket) => opened.add(socket));
    for (let n = 0; n < 3; n += 1) await ask('/healthz', { agent: own });
    await ask('/graphql', { agent: own, method: 'POST', headers: json }, '{"query":"{ stock }"}');
    await ask('/healthz', { agent: own });
    own.destroy();
    expect(opened.size).toBe(1);
  });

  it('that is taken is told by the system’s own code', async () => {
    await expect(start({ port: Number(new URL(gateway.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('hides the schema in production', async () => {
    const hidden = await start({ devIssuer: true, config: readGatewayConfig({ NODE_ENV: 'production' }) });
    try {
      const headers = { ...json, authorization: `Bearer ${await tokenFor('executive')}` };
      const send = (text: string) =>
        ask('/graphql', { method: 'POST', headers }, JSON.stringify({ query: text }), hidden.url);
      expect((await send('{ __schema { types { name } } }')).status).toBe(400);
      expect((await send('{ stok }')).text).not.toContain('stock');
      expect((await send('{ stock }')).json).toEqual({ data: { stock: 7 } });
    } finally {
      await hidden.stop();
    }
  });
});

describe('the supergraph that is checked in', () => {
  it('loads, with a subgraph behind each of its names', async () => {
    const real = await start({ supergraphSdl: readFileSync(join(__dirname, '../schema/supergraph.graphql'), 'utf8') });
    try {
      expect(await real.ready()).toBe(true);
      const headers = { ...json, authorization: `Bearer ${await tokenFor('executive')}` };
      const body = '{"query":"{ __schema { queryType { name } mutationType { fields { name } } } }"}';
      const answer = await ask('/graphql', { method: 'POST', headers }, body, real.url);
      expect(answer.text).toContain('postGoodsReceipts');
    } finally {
      await real.stop();
    }
  });
});

describe('a stop', () => {
  it('lets a request in flight end, takes no new one, and waits for no idle connection', async () => {
    const stopping = await start();
    const own = new Agent({ keepAlive: true });
    await ask('/healthz', { agent: own }, undefined, stopping.url);
    subgraphs.inventory.behaviour = 'answers late';
    const headers = { ...json, authorization: `Bearer ${await tokenFor('executive')}` };
    const config = { agent: own, method: 'POST', headers };
    const pending = ask('/graphql', config, '{"query":"mutation { send(inputs: []) { applied } }"}', stopping.url);
    subgraphs.suppliers.behaviour = 'answers late';
    while (subgraphs.suppliers.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    const startedMs = Date.now();
    const stopped = stopping.stop();
    expect((await pending).json).toEqual({ data: { send: { applied: 0 } } });
    await stopped;
    expect(Date.now() - startedMs).toBeLessThan(1_000);
    await expect(ask('/healthz', { agent: false }, undefined, stopping.url)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    own.destroy();
  });

  it('cuts off a request that never ends', async () => {
    const stopping = await start({
      config: { ...readGatewayConfig({}), deadlines: { queryMs: 9_000, mutationMs: 9_000, subgraphMs: 9_000 } },
    });
    subgraphs.inventory.behaviour = 'hangs';
    const headers = { ...json, authorization: `Bearer ${await tokenFor('executive')}` };
    const pending = ask('/graphql', { agent: false, method: 'POST', headers }, '{"query":"{ stock }"}', stopping.url);
    const failed = expect(pending).rejects.toMatchObject({ code: 'ECONNRESET' });
    while (subgraphs.inventory.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const startedMs = Date.now();
    await stopping.stop();
    expect(Date.now() - startedMs).toBeLessThan(2_000);
    await failed;
  });
});
