import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { parse } from 'graphql';
import { trustedDocuments } from './trusted-documents';

const TEXT = 'query Stock { stock { id } }';
const released = Object.assign(parse(TEXT), { __meta__: { trusted: 'abc' } });

/** A platform that knows some hashes, and keeps what it was sent. */
function platform(known: readonly string[], mayWrite = true) {
  const bodies: { query?: string; extensions?: { persistedQuery?: { sha256Hash: string } } }[] = [];
  const answer = (status: number, body: object): Response => {
    const headers = { get: (name: string) => (name === 'content-type' ? 'application/graphql-response+json' : null) };
    return { status, ok: status === 200, headers, text: async () => JSON.stringify(body) } as unknown as Response;
  };
  const refusal = (code: string) => answer(400, { errors: [{ message: code, extensions: { code } }] });
  const http = new HttpLink({
    uri: '/graphql',
    fetch: async (_, init) => {
      const body = JSON.parse(init?.body as string) as (typeof bodies)[number];
      bodies.push(body);
      const hash = body.extensions?.persistedQuery?.sha256Hash;
      if (hash !== undefined && !known.includes(hash)) return refusal('PERSISTED_QUERY_NOT_FOUND');
      if (hash === undefined && !mayWrite) return refusal('DOCUMENT_NOT_TRUSTED');
      return answer(200, { data: { stock: { __typename: 'Stock', id: '1' } } });
    },
  });
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([trustedDocuments(), http]),
    dataMasking: true,
  });
  return { client, bodies };
}

it('sends the hash of an operation that was released, and no text', async () => {
  const { client, bodies } = platform(['abc']);
  const { data } = await client.query({ query: released });
  expect(data).toMatchObject({ stock: { id: '1' } });
  expect(bodies).toMatchObject([
    { operationName: 'Stock', extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } },
  ]);
  expect(bodies[0]).not.toHaveProperty('query');
});

it('sends the text where the platform does not know the hash', async () => {
  const { client, bodies } = platform([]);
  const { data } = await client.query({ query: released });
  expect(data).toMatchObject({ stock: { id: '1' } });
  expect(bodies.map(({ query, extensions }) => [query !== undefined, extensions?.persistedQuery?.sha256Hash])).toEqual([
    [false, 'abc'],
    [true, undefined],
  ]);
});

it('asks no third time when the text is refused as well', async () => {
  const { client, bodies } = platform([], false);
  await expect(client.query({ query: released })).rejects.toThrow('DOCUMENT_NOT_TRUSTED');
  expect(bodies).toHaveLength(2);
});

it('sends the text of an operation that has no hash, as while developing', async () => {
  const { client, bodies } = platform([]);
  await client.query({ query: parse(TEXT) });
  expect(bodies).toHaveLength(1);
  expect(bodies[0]!.query).toContain('__typename');
});
