import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache, type ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { ClientError, GraphQLClient } from 'graphql-request';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { eventually, lineInput, sendFacts, supplierInput } from '../testkit/facts';
import { StoryPlatform } from '../testkit/platform';

const LINES = `query Lines($filter: PurchaseOrderLineFilter) {
  purchaseOrderLines(filter: $filter) { edges { node { id orderNumber supplier { id code } } } } }`;
const CHANGED = `subscription Changed($after: Cursor) {
  purchaseOrderLineChanged(after: $after) { cursor previousCursor kind line { id orderNumber item { sku } } } }`;
const REPORT = `mutation Report($inputs: [HeartbeatInput!]!) {
  reportHeartbeats(inputs: $inputs) { applied results { outcome userErrors { code } } } }`;

interface Lines {
  purchaseOrderLines: {
    edges: { node: { id: string; orderNumber: string; supplier: { id: string; code: string } | null } }[];
  };
}
interface Changed {
  purchaseOrderLineChanged: { cursor: string; kind: string; line: { orderNumber: string } | null };
}

const INVALID = 'GRAPHQL_VALIDATION_FAILED';
const thrownBy = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );

const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl && process.env['CI'] === 'true') throw new Error('The conformance of curl can’t be tested: install curl.');
if (!hasCurl) process.stderr.write('SKIPPED: conformance of curl, because it is not installed.\n');

describe('clients that people use, over a whole platform', () => {
  let platform: StoryPlatform;
  let token: string;
  let sent = 1;
  const now = (): string => new Date().toISOString();
  const address = (): string => `${platform.url}/graphql`;
  const socketAddress = (): string => address().replace('http', 'ws');
  const authorized = (): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const sendLine = async (): Promise<string> => {
    const id = `L${(sent += 1)}`;
    await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [lineInput(id, 'ACME', now())]);
    return `PO-${id}`;
  };
  const socket = (connectionParams: Record<string, unknown> = authorized()) =>
    createClient({ url: socketAddress(), webSocketImpl: WebSocket, retryAttempts: 0, connectionParams });
  const apollo = (link: ApolloLink = new HttpLink({ uri: address(), headers: authorized() })): ApolloClient =>
    new ApolloClient({ cache: new InMemoryCache(), link });

  beforeAll(async () => {
    platform = await StoryPlatform.start('together');
    token = await platform.token('executive');
    await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [supplierInput('ACME', now())]);
    await sendLine();
    await eventually(
      () => platform.ask<Lines>('executive', LINES),
      ({ data }) => data.purchaseOrderLines.edges[0]?.node.supplier?.code === 'ACME',
    );
  }, 120_000);
  afterAll(() => platform?.stop());

  describe('@apollo/client', () => {
    it('reads entities into its cache by their ids', async () => {
      const client = apollo();
      const { data } = await client.query<Lines>({ query: gql(LINES) });
      const { node } = data!.purchaseOrderLines.edges[0]!;
      expect(node).toMatchObject({ orderNumber: 'PO-L2', supplier: { code: 'ACME' } });
      expect(Object.keys(client.cache.extract() as object)).toEqual(
        expect.arrayContaining([`PurchaseOrderLine:${node.id}`, `Supplier:${node.supplier?.id}`]),
      );
      client.stop();
    });

    it('is told by a code what is wrong with a question, and that nobody is signed in', async () => {
      const wrong = await thrownBy(apollo().query({ query: gql('{ noSuchField }') }));
      expect(CombinedGraphQLErrors.is(wrong) && wrong.errors[0]?.extensions?.['code']).toBe(INVALID);
      const stranger = await thrownBy(
        apollo(new HttpLink({ uri: address() })).query({ query: gql('{ me { name } }') }),
      );
      expect(CombinedGraphQLErrors.is(stranger) && stranger.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    });

    it('follows changes over its own WebSocket link', async () => {
      const ws = socket();
      const client = apollo(new GraphQLWsLink(ws));
      const heard: Changed[] = [];
      const following = client
        .subscribe<Changed>({ query: gql(CHANGED) })
        .subscribe({ next: ({ data }) => void (data && heard.push(data)) });
      await eventually(
        () => Promise.resolve(heard.length),
        (count) => count > 0,
      );
      const number = await sendLine();
      await eventually(
        () => Promise.resolve(heard.map((one) => one.purchaseOrderLineChanged.line?.orderNumber)),
        (numbers) => numbers.includes(number),
      );
      following.unsubscribe();
      client.stop();
      await ws.dispose();
    });
  });

  describe('graphql-request', () => {
    it('asks with variables and sends facts', async () => {
      const client = new GraphQLClient(address(), { headers: authorized() });
      const { purchaseOrderLines } = await client.request<Lines>(LINES, { filter: { origin: 'REAL' } });
      expect(purchaseOrderLines.edges.map(({ node }) => node.orderNumber)).toContain('PO-L2');

      const sender = new GraphQLClient(address(), {
        headers: { authorization: `Bearer ${await platform.token('integrator')}` },
      });
      const { reportHeartbeats } = await sender.request<{ reportHeartbeats: object }>(REPORT, {
        inputs: [
          {
            sourceSystemId: 'erp-de01',
            flow: 'orders',
            completeThrough: now(),
          },
        ],
      });
      expect(reportHeartbeats).toMatchObject({ results: [{ userErrors: [] }] });
    });

    it('throws its own error with the codes of the answer', async () => {
      const client = new GraphQLClient(address(), { headers: authorized() });
      const thrown = await thrownBy(client.request('{ noSuchField }'));
      expect(thrown).toBeInstanceOf(ClientError);
      const { status, errors } = (thrown as ClientError).response;
      expect([status, errors?.[0]?.extensions?.['code']]).toEqual([400, INVALID]);
    });
  });

  describe('graphql-ws', () => {
    it('iterates over a stream and leaves it', async () => {
      const client = socket();
      const stream = client.iterate<{ purchaseOrderLineChanged: Changed['purchaseOrderLineChanged'] }>({
        query: CHANGED,
      });
      const first = await stream.next();
      expect(first.value.data.purchaseOrderLineChanged.cursor).toEqual(expect.any(String));
      const number = await sendLine();
      for await (const { data } of stream) if (data?.purchaseOrderLineChanged.line?.orderNumber === number) break;
      await client.dispose();
    });

    it('is turned away with 4403 when its token is not believed', async () => {
      const client = socket({ authorization: 'Bearer a.b.c' });
      const stream = client.iterate({ query: CHANGED });
      await expect(stream.next()).rejects.toMatchObject({ code: 4403 });
      await client.dispose();
    });
  });

  (hasCurl ? describe : describe.skip)('curl', () => {
    /** @returns the status and the body */
    const curl = async (...args: string[]): Promise<[status: number, body: unknown]> => {
      const { stdout } = await promisify(execFile)('curl', ['-s', '-w', '\n%{http_code}', ...args]);
      const at = stdout.lastIndexOf('\n');
      return [Number(stdout.slice(at + 1)), JSON.parse(stdout.slice(0, at))];
    };
    const json = ['-H', 'content-type: application/json'];
    const me = expect.objectContaining({ data: { me: { persona: 'executive' } } });

    it('gets a token, and an answer to a POST', async () => {
      const [, answer] = await curl(`${platform.url}/dev/token`, ...json, '-d', '{"persona":"executive"}');
      const authorization = `authorization: Bearer ${(answer as { token: string }).token}`;
      const body = JSON.stringify({ query: '{ me { persona } }' });
      expect(await curl(address(), '-H', authorization, ...json, '-d', body)).toEqual([200, me]);
    });

    it('gets an answer to a GET with a header that no page of another site can send', async () => {
      const authorization = `authorization: Bearer ${token}`;
      const query = ['-G', '--data-urlencode', 'query={ me { persona } }'];
      expect(await curl(address(), ...query, '-H', authorization, '-H', 'apollo-require-preflight: 1')).toEqual([
        200,
        me,
      ]);
      expect((await curl(address(), ...query, '-H', authorization))[0]).toBe(400);
    });

    it('is told 401 without a token and 415 without JSON', async () => {
      expect((await curl(address(), ...json, '-d', '{"query":"{ me { name } }"}'))[0]).toBe(401);
      expect((await curl(address(), '-H', `authorization: Bearer ${token}`, '-d', 'query={ me }'))[0]).toBe(415);
    });
  });
});
