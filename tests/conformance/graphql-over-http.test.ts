import { serverAudits, type AuditResult } from 'graphql-http';
import { gateway, tokenFor, useGateway } from '../../gateway/test/gateway-under-test';

/** What the specification recommends or allows and this gateway does otherwise, with the reason. */
const MEANT: Readonly<Record<string, string>> = {
  '572B': 'a document that cannot be read is answered with 400 to every caller, so that proxies and logs see it too',
  FDE2: 'a document that is not valid is answered with 400, for the same reason',
  '7B9B': 'a variable of the wrong type is answered with 400, for the same reason',
  '5A70': 'a GET needs a header that a page of another site cannot send',
  D6D5: 'a GET needs a header that a page of another site cannot send',
  '6A70': 'a GET needs a header that a page of another site cannot send',
};

useGateway();

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  let results: readonly AuditResult[];

  beforeAll(async () => {
    const authorization = `Bearer ${await tokenFor('executive')}`;
    const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } });
    const running = serverAudits({ url: `${gateway.url}/graphql`, fetchFn });
    results = await Promise.all(running.map((audit) => audit.fn()));
  });

  it('passes everything that must hold', () => {
    const musts = results.filter(({ name }) => name.startsWith('MUST'));
    expect(musts.length).toBeGreaterThan(10);
    expect(musts.filter(({ status }) => status !== 'ok')).toEqual([]);
  });

  it('passes everything that should hold but what is meant otherwise, and says why', () => {
    const others = results.filter(({ status }) => status !== 'ok').map(({ id }) => id);
    expect(others.sort()).toEqual(Object.keys(MEANT).sort());
    expect(results.filter(({ status }) => status === 'error')).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(61);
  });

  it('answers a GET that carries the header, also with variables', async () => {
    const url = new URL(`${gateway.url}/graphql`);
    url.searchParams.set('query', 'query ($id: ID!) { supplier(id: $id) { name } }');
    url.searchParams.set('variables', '{"id":"a"}');
    const authorization = `Bearer ${await tokenFor('executive')}`;
    const answer = await fetch(url, { headers: { authorization, 'apollo-require-preflight': '1' } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ data: { supplier: { name: 'Supplier a' } } });
  });
});
