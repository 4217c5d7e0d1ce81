import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { readGatewayConfig } from './config';
import {
  ask,
  gateway,
  json,
  query,
  start,
  subgraphs,
  supergraphSdl,
  tokenFor,
  useGateway,
} from '../test/gateway-under-test';

useGateway();

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

  it('lets nobody but those who develop ask about the schema, or anything of their own, in production', async () => {
    const hidden = await start({ devIssuer: true, config: readGatewayConfig({ NODE_ENV: 'production' }) });
    try {
      const send = async (persona: string, text: string) => {
        const headers = { ...json, authorization: `Bearer ${await tokenFor(persona)}` };
        return ask('/graphql', { method: 'POST', headers }, JSON.stringify({ query: text }), hidden.url);
      };
      for (const text of ['{ __schema { types { name } } }', '{ stok }', '{ stock }']) {
        const refused = await send('executive', text);
        expect(refused).toMatchObject({
          status: 403,
          json: { errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] },
        });
        expect(refused.text).not.toContain('"stock"');
      }
      expect((await send('developer', '{ __schema { queryType { name } } stock }')).json.data).toMatchObject({
        stock: 7,
      });
      expect((await send('developer', '{ stok }')).text).toContain('Did you mean');
    } finally {
      await hidden.stop();
    }
  });
});

describe('another supergraph', () => {
  it('changes nothing of what is known of subgraphs, and gives nobody points back', async () => {
    const own = await start();
    const metric = async (name: string): Promise<string | undefined> =>
      (await ask('/metrics', {}, undefined, own.url)).text.split('\n').find((line) => line.startsWith(name));
    const circuit = 'sightline_gateway_subgraph_circuit_open{service="inventory"}';
    const headers = { ...json, authorization: `Bearer ${await tokenFor('executive')}` };
    const spend = async (): Promise<number> => {
      const body = JSON.stringify({ query: '{ suppliers { id receipts } stock }' });
      const { json: answer } = await ask('/graphql', { method: 'POST', headers }, body, own.url);
      return (answer['extensions'] as { cost: { remaining: number; capacity: number } }).cost.remaining;
    };
    const config = readGatewayConfig({});
    try {
      subgraphs.inventory.behaviour = 'refuses';
      for (let n = 0; n < 3; n += 1) await spend();
      expect(await metric(circuit)).toBe(`${circuit} 1`);
      await own.reload(supergraphSdl);
      expect(await metric(circuit)).toBe(`${circuit} 1`);
      expect(await spend()).toBeLessThan(config.allowances.readers.capacity - 3);
      expect(
        await metric('sightline_gateway_subgraph_calls_total{service="inventory",outcome="CIRCUIT_OPEN"}'),
      ).toBeDefined();
    } finally {
      await own.stop();
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
    expect((await pending).json.data).toEqual({ send: { applied: 0 } });
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
    // A command: of a read, its subgraph would be asked for a sign of life, and given up without one.
    subgraphs.suppliers.behaviour = 'hangs';
    const headers = { ...json, authorization: `Bearer ${await tokenFor('executive')}` };
    const command = JSON.stringify({ query: 'mutation { send(inputs: []) { applied } }' });
    const pending = ask('/graphql', { agent: false, method: 'POST', headers }, command, stopping.url);
    const failed = pending.catch((thrown: unknown) => thrown);
    while (subgraphs.suppliers.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const startedMs = Date.now();
    await stopping.stop();
    expect(Date.now() - startedMs).toBeLessThan(2_000);
    expect(await failed).toMatchObject({ code: 'ECONNRESET' });
  });
});
