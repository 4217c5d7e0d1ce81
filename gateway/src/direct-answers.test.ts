import { ask, gateway, json, query, subgraphs, tokenFor, useGateway } from '../test/gateway-under-test';
import type { Behaviour } from '../test/gateway-under-test';

useGateway();

/** A type with a parameter takes more than a glance, so Apollo Server answers; the plain type is answered directly. */
const [DIRECTLY, BY_APOLLO] = ['application/json', 'application/json;charset=utf-8'];

async function askWith(accept: string, body: object): Promise<{ status: number; type: unknown; json: unknown }> {
  const headers = { ...json, accept, authorization: `Bearer ${await tokenFor('executive')}` };
  const answer = await ask('/graphql', { method: 'POST', headers }, JSON.stringify(body));
  for (const error of answer.json.errors ?? []) delete error.extensions['traceId'];
  // Which of two subgraphs fails first is a matter of chance: a read is tried again after a pause of any length.
  answer.json.errors?.sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  // Of each request its own: which it was, and what it left to its caller.
  const {
    traceId: _one,
    cost,
    ...extensions
  } = (answer.json['extensions'] ?? {}) as { traceId?: string; cost?: { requested: number } };
  answer.json['extensions'] = { ...extensions, cost: cost?.requested };
  return { status: answer.status, type: answer.headers['content-type'], json: answer.json };
}

describe('the way around Apollo Server', () => {
  it.each<[string, object, Behaviour?]>([
    ['a question across two subgraphs', { query: '{ suppliers { id name receipts } stock }' }],
    ['variables', { query: 'query($id: ID!) { supplier(id: $id) { name } }', variables: { id: 'z' } }],
    ['one of two operations', { query: 'query A { stock } query B { stockThen }', operationName: 'B' }],
    ['neither of two operations', { query: 'query A { stock } query B { stockThen }' }],
    ['an operation that is not there', { query: 'query A { stock }', operationName: 'B' }],
    ['variables that are missing', { query: 'query($id: ID!) { supplier(id: $id) { name } }' }],
    ['an error that is kept from the caller', { query: '{ broken stock }' }],
    ['an error that is meant for the caller', { query: '{ forbidden stock }' }],
    ['a subgraph that is away', { query: '{ suppliers { id receipts } stock }' }, 'throws'],
    ['a mutation', { query: 'mutation { send(inputs: [{ key: "k" }]) { applied results { key } } }' }],
    ['a subscription', { query: 'subscription { stock }' }],
    ['the schema itself', { query: '{ __schema { queryType { name } } __typename }' }],
    ['a client that names its library', { query: '{ stock }', extensions: { clientLibrary: { name: 'c' } } }],
    ['a persisted query', { query: '{ stock }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
    ['variables that are no object', { query: '{ stock }', variables: 'none' }],
  ])('answers the same: %s', async (_, body, behaviour = 'answers') => {
    subgraphs.inventory.behaviour = behaviour;
    const directly = await askWith(DIRECTLY, body);
    expect(directly).toEqual(await askWith(BY_APOLLO, body));
  });

  it('tells a promise that was broken as an error', async () => {
    subgraphs.suppliers.behaviour = 'breaks a promise';
    const directly = await askWith(DIRECTLY, { query: '{ strict { promised } }' });
    expect(directly).toEqual(await askWith(BY_APOLLO, { query: '{ strict { promised } }' }));
    expect(directly.json).toMatchObject({ errors: [{ extensions: { code: 'ENTITY_UNKNOWN' } }] });
  });

  it.each([
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
    ['application/json, application/graphql-response+json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('answers a client that accepts %s with %s', async (accept, type) => {
    expect(await askWith(accept, { query: '{ stock }' })).toMatchObject({
      status: 200,
      type,
      json: { data: { stock: 7 } },
    });
  });

  it('is counted like every execution', async () => {
    const before = await counted();
    await query('{ stock }');
    expect((await counted()) - before).toBe(1);
  });
});

async function counted(): Promise<number> {
  const { text } = await ask('/metrics', {}, undefined, gateway.url);
  const [, count] = /^sightline_gateway_executions_total\{by="compiled",reason=""\} (\d+)$/m.exec(text) ?? [];
  return Number(count ?? 0);
}
