import { request } from 'node:http';
import { NOW, ask, gateway, json, lines, query, subgraphs, tokenFor, useGateway } from '../test/gateway-under-test';
import type { Behaviour } from '../test/gateway-under-test';

useGateway();

describe('a question to the graph', () => {
  it('is answered by two subgraphs, which hear the same actor, instant, trace id and deadline', async () => {
    const askedMs = Date.now();
    const answer = await query('{ suppliers { id name receipts } stock }');
    const answeredMs = Date.now();
    expect(answer.json).toMatchObject({
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
    // Half a second from when the question arrived, however busy the machine is.
    expect(calls[0]!.deadlineMs).toBeGreaterThanOrEqual(askedMs + 500);
    expect(calls[0]!.deadlineMs).toBeLessThanOrEqual(answeredMs + 500);
  });

  it('may be asked by GET, with the header that a foreign page cannot send', async () => {
    const authorization = `Bearer ${await tokenFor('planner')}`;
    const url = `/graphql?query=${encodeURIComponent('query($id: ID!) { supplier(id: $id) { name } }')}&variables=${encodeURIComponent('{"id":"z"}')}`;
    const asked = await ask(url, { headers: { authorization, 'apollo-require-preflight': 'true' } });
    expect(asked.json.data).toEqual({ supplier: { name: 'Supplier z' } });
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
    ['too many tokens', `{ ${'stock '.repeat(1_100)} }`, 'OPERATION_TOO_LARGE'],
    ['too many characters', `{ stock } #${'x'.repeat(15_000)}`, 'OPERATION_TOO_LARGE'],
    ['too much depth', `{ ${'deep { '.repeat(10)} value ${'}'.repeat(10)} }`, 'OPERATION_TOO_LARGE'],
    [
      'depth hidden in fragments',
      `{ deep { ...A } } ${[...'ABCDEFGHIJKLMNOP'].map((name, n, all) => `fragment ${name} on Deep { deep { ${all[n + 1] ? `...${all[n + 1]}` : 'value'} } }`).join(' ')}`,
      'OPERATION_TOO_LARGE',
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
    expect((await query(text, { inputs }, 'integrator')).json.data).toEqual({ send: { applied: 4_000 } });
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

  it('is told where what the schema promises is missing and no subgraph says why', async () => {
    subgraphs.suppliers.behaviour = 'breaks a promise';
    const answer = await query('{ strict { promised } }');
    expect(answer.json).toMatchObject({
      data: { strict: null },
      errors: [{ path: ['strict', 'promised'], extensions: { code: 'ENTITY_UNKNOWN' } }],
    });
    expect(Object.keys(answer.json['extensions'] as object).sort()).toEqual(['cost', 'traceId']);
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
    expect((await query('mutation { send(inputs: []) { applied } }')).json.data).toEqual({ send: { applied: 0 } });
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
