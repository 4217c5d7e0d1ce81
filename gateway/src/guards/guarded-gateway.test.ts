import { readGatewayConfig } from '../config';
import {
  ask,
  json,
  RELEASED,
  RELEASED_SEND,
  start,
  subgraphs,
  tokenFor,
  useGateway,
  type Answer,
} from '../../test/gateway-under-test';

useGateway();

const NAMED = { persistedQuery: { version: 1, sha256Hash: RELEASED.hash } };

async function post(body: unknown, persona = 'executive', url?: string): Promise<Answer> {
  const token = await (persona === 'supplier' ? tokenFor(persona, 'acme') : tokenFor(persona));
  const headers = { ...json, authorization: `Bearer ${token}` };
  return ask('/graphql', { method: 'POST', headers }, JSON.stringify(body), url);
}
const codeOf = (answer: Answer): unknown => answer.json.errors?.[0]?.extensions['code'];
const calls = (): number => Object.values(subgraphs).reduce((sum, subgraph) => sum + subgraph.calls.length, 0);

describe('an operation that the dashboard was released with', () => {
  const data = { stock: 7, supplier: { name: 'Supplier z' } };

  it('is answered by its hash, to a supplier too', async () => {
    const answer = await post({ extensions: NAMED, variables: { id: 'z' } }, 'supplier');
    expect(answer).toMatchObject({ status: 200, json: { data } });
  });

  it('is answered by its hash with GET', async () => {
    const search = new URLSearchParams({ extensions: JSON.stringify(NAMED), variables: '{"id":"z"}' });
    const headers = {
      authorization: `Bearer ${await tokenFor('supplier', 'acme')}`,
      'apollo-require-preflight': 'true',
    };
    expect(await ask(`/graphql?${search.toString()}`, { headers })).toMatchObject({ status: 200, json: { data } });
  });

  it('with wrong variables is told what is wrong, and what would be right only to those who may know the schema', async () => {
    const body = {
      extensions: { persistedQuery: { version: 1, sha256Hash: RELEASED_SEND.hash } },
      variables: { inputs: [{ ky: 'k' }] },
    };
    for (const [persona, hint] of [
      ['supplier', false],
      ['developer', true],
    ] as const) {
      const answer = await post(body, persona);
      expect(codeOf(answer)).toBe('BAD_USER_INPUT');
      expect(answer.text).toContain('Field \\"ky\\" is not defined');
      expect(answer.text.includes('Did you mean')).toBe(hint);
    }
  });

  it('stands in a list that is not served', async () => {
    expect((await ask('/.vite/trusted-documents.json')).status).toBe(404);
  });
});

describe('what is not let in', () => {
  it('reaches no subgraph, and says under which trace id it was refused', async () => {
    const own = await post({ query: '{ stock }' }, 'supplier');
    expect([own.status, codeOf(own)]).toEqual([403, 'DOCUMENT_NOT_TRUSTED']);
    expect(own.json['extensions']).toEqual({ traceId: own.headers['x-request-id'] });
    const unknown = await post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'other' } } });
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'PERSISTED_QUERY_NOT_FOUND']);
    const batch = await post([{ query: '{ stock }' }]);
    expect([batch.status, codeOf(batch)]).toEqual([400, 'BAD_REQUEST']);
    expect(calls()).toBe(0);
  });

  it('is answered in the type that the client accepts', async () => {
    const accept = 'application/graphql-response+json';
    const headers = { ...json, accept, authorization: `Bearer ${await tokenFor('executive')}` };
    const answer = await ask('/graphql', { method: 'POST', headers }, '{"query":"{"}');
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': `${accept}; charset=utf-8` } });
  });

  it('is told when to come back, once a caller has spent what it has', async () => {
    const config = readGatewayConfig({ SIGHTLINE_POINTS_CAPACITY: '5000', SIGHTLINE_POINTS_PER_SECOND: '1' });
    const frugal = await start({ config });
    try {
      const dear = `{ ${Array.from({ length: 15 }, (_, n) => `a${n}: suppliers { id }`).join(' ')} }`;
      const answers = [];
      for (let time = 0; time < 40; time += 1) answers.push(await post({ query: dear }, 'planner', frugal.url));
      const first = answers[0]!.json['extensions'] as { cost: { requested: number; remaining: number } };
      expect(first.cost).toMatchObject({ requested: 150, remaining: 4_850, capacity: 5_000 });
      const refused = answers.find(({ status }) => status === 429)!;
      expect(codeOf(refused)).toBe('RATE_LIMITED');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await post({ query: dear }, 'quality', frugal.url)).status).toBe(200);
    } finally {
      await frugal.stop();
    }
  });
});

describe('operations of one caller at once', () => {
  it('are ten; the others wait their turn and are answered', async () => {
    subgraphs.inventory.behaviour = 'answers late';
    const config = { ...readGatewayConfig({ SIGHTLINE_QUERY_DEADLINE_MS: '5000' }) };
    const busy = await start({ config });
    try {
      const asked = Array.from({ length: 30 }, () => post({ query: '{ stock }' }, 'executive', busy.url));
      const answers = await Promise.all(asked);
      expect(answers.map(({ json: { data } }) => data)).toEqual(answers.map(() => ({ stock: 7 })));
    } finally {
      await busy.stop();
    }
  });
});
