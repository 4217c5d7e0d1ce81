import {
  ApolloClient,
  type ApolloLink,
  CombinedGraphQLErrors,
  CombinedProtocolErrors,
  gql,
  HttpLink,
  InMemoryCache,
} from '@apollo/client';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createClient } from 'graphql-sse';
import { Listener, lineChange, StreamPlatform, until } from '../../test/stream-platform';

const PLAIN = `subscription ($after: Cursor) { lineChanged(after: $after) { cursor previousCursor kind note } }`;
/** With the names of types where @apollo/client asks for them: equal operations share. */
const SPAN = `subscription ($plant: String, $after: Cursor) { lineChanged(plant: $plant, after: $after) {
  kind note line { id item { name __typename } __typename } __typename } }`;
/** As urql 5 sends it with every operation. */
const URQL =
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';
/** As browsers ask for a page. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const MULTIPART = 'multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json';

let platform: StreamPlatform;
const leaving: (() => void)[] = [];
beforeEach(async () => {
  platform = await StreamPlatform.start({ stuckMs: 500 });
});
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave();
  await platform.stop();
});

const suppliers = () => platform.subgraphs.suppliers;

interface Change {
  cursor: string;
  previousCursor: string | null;
  kind: string;
  note: string | null;
}

/** What a client has heard, whichever it is. */
class Heard {
  readonly changes: Change[] = [];
  error: unknown = undefined;
  isDone = false;

  next(result: { data?: unknown }): void {
    const { lineChanged } = (result.data ?? {}) as { lineChanged?: Change };
    if (lineChanged) this.changes.push(lineChanged);
  }

  get notes(): (string | null)[] {
    return this.changes.map(({ note }) => note).filter((note) => note !== null);
  }

  get codes(): unknown[] {
    return (
      (this.error as { errors?: { extensions?: { code?: unknown } }[] } | undefined)?.errors?.map(
        ({ extensions }) => extensions?.code,
      ) ?? []
    );
  }
}

/** @apollo/client over fetch, as a page uses it: nothing but an HttpLink. */
async function apollo(query: string, variables: Record<string, unknown> = {}, token?: string): Promise<Heard> {
  const valid = token ?? (await platform.token());
  const uri = `${platform.gateway.url}/graphql`;
  const link: ApolloLink = new HttpLink({ uri, headers: { authorization: `Bearer ${valid}` } });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const heard = new Heard();
  const subscription = client.subscribe({ query: gql(query), variables }).subscribe({
    next: (result) => {
      heard.next(result);
      if (result.error !== undefined) heard.error = result.error;
    },
    error: (error) => (heard.error = error),
    complete: () => (heard.isDone = true),
  });
  leaving.push(() => subscription.unsubscribe());
  return heard;
}

async function sse(
  query: string,
  variables: Record<string, unknown> = {},
  token?: string,
): Promise<Heard & { leave(): void; raw: unknown[] }> {
  const valid = token ?? (await platform.token());
  const client = createClient({
    url: `${platform.gateway.url}/graphql`,
    headers: { authorization: `Bearer ${valid}` },
    retryAttempts: 0,
  });
  const heard = Object.assign(new Heard(), { leave: () => client.dispose(), raw: [] as unknown[] });
  client.subscribe(
    { query, variables },
    {
      next: (result) => {
        heard.raw.push(result);
        heard.next(result);
      },
      error: (error) => (heard.error = error),
      complete: () => (heard.isDone = true),
    },
  );
  leaving.push(heard.leave);
  return heard;
}

interface Opened {
  answer: IncomingMessage;
  text(): string;
}

/** A request by hand. */
async function open(options: {
  accept: string;
  body?: unknown;
  headers?: Record<string, string>;
  search?: string;
  token?: string;
}): Promise<Opened> {
  const authorization = `Bearer ${options.token ?? (await platform.token())}`;
  const isPost = options.body !== undefined;
  const outgoing = request(`${platform.gateway.url}/graphql${options.search ?? ''}`, {
    method: isPost ? 'POST' : 'GET',
    headers: {
      accept: options.accept,
      authorization,
      ...(isPost ? { 'content-type': 'application/json' } : {}),
      ...options.headers,
    },
  });
  outgoing.on('error', () => undefined);
  outgoing.end(isPost ? JSON.stringify(options.body) : undefined);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  let text = '';
  answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  answer.on('error', () => undefined);
  leaving.push(() => outgoing.destroy());
  return { answer, text: () => text };
}

describe('a subscription in an answer over HTTP', () => {
  it('reaches @apollo/client as multipart and graphql-sse as events, and shares one stream with a WebSocket', async () => {
    const page = await apollo(SPAN, { plant: 'DE01' });
    const events = await sse(SPAN, { plant: 'DE01' });
    const { client } = await platform.client();
    const socket = new Listener(client, SPAN, { plant: 'DE01' });
    await until(() => page.changes.length > 0 && events.changes.length > 0 && socket.heard.length > 0);
    await until(() => suppliers().open.length === 1);
    platform.subgraphs.inventory.calls.length = 0;
    suppliers().emit(lineChange('1', 'one'), lineChange('2', 'two'));
    await until(() => [page, events, socket].every(({ notes }) => notes.length === 2));
    expect(page.changes.at(-1)).toEqual(events.changes.at(-1));
    expect(events.changes.at(-1)).toMatchObject({
      kind: 'UPDATED',
      note: 'two',
      line: { item: { name: 'Item item-2' } },
    });
    expect(platform.subgraphs.inventory.calls).toHaveLength(2);
    expect(await platform.metric('sightline_gateway_http_streams_open')).toBe(2);
    expect(await platform.metric('sightline_gateway_streams_open')).toBe(3);
  });

  it('reaches the subgraph at once when its client leaves', async () => {
    const events = await sse(PLAIN);
    await until(() => events.changes.length === 1);
    events.leave();
    await until(() => suppliers().open.length === 0, 500);
    const page = await apollo(PLAIN);
    await until(() => page.changes.length === 1);
    for (const leave of leaving.splice(0)) leave();
    await until(() => suppliers().open.length === 0, 500);
    expect(await platform.metric('sightline_gateway_http_streams_open')).toBe(0);
  });

  it('goes on behind a cursor: as a variable, and where a browser names its last event', async () => {
    suppliers().emit(lineChange('1', 'one'), lineChange('2', 'two'));
    const page = await apollo(PLAIN, { after: 'c1' });
    await until(() => page.notes.length === 1);
    expect(page.changes[0]).toMatchObject({ previousCursor: 'c1', cursor: 'c2', note: 'two' });
    const { text } = await open({
      accept: 'text/event-stream',
      search: `?${new URLSearchParams({ query: PLAIN, variables: JSON.stringify({ after: 'c0' }) }).toString()}`,
      headers: { 'last-event-id': 'c1' },
    });
    await until(() => text().includes('"two"'));
    expect(text()).toMatch(/^:\n\nid: c2\nevent: next\ndata: \{.*"note":"two".*\}\n\n$/);
  });

  it('curl -N follows it through a gateway that stops: no gap, no repeat', async () => {
    const token = await platform.token();
    const port = new URL(platform.gateway.url).port;
    let text = '';
    const follow = async (last: string | null, wanted: number): Promise<void> => {
      const search = new URLSearchParams({ query: PLAIN }).toString();
      const child = spawn('curl', [
        '-sN',
        `http://127.0.0.1:${port}/graphql?${search}`,
        '-H',
        'accept: text/event-stream',
        '-H',
        `authorization: Bearer ${token}`,
        ...(last === null ? [] : ['-H', `last-event-id: ${last}`]),
      ]);
      child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const ended = once(child, 'exit');
      leaving.push(() => child.kill());
      if (wanted > 0) await until(() => text.split('event: next').length - 1 >= wanted);
      if (wanted === 2) await platform.gateway.stop();
      else child.kill();
      await ended;
    };
    const first = follow(null, 2);
    await until(() => text.includes('SNAPSHOT'));
    suppliers().emit(lineChange('1', 'one'));
    await first;
    suppliers().emit(lineChange('2', 'two'), lineChange('3', 'three'));
    await platform.launch({ port: Number(port) });
    await follow([...text.matchAll(/^id: (.+)$/gm)].at(-1)![1]!, 4);
    const changes = [...text.matchAll(/^data: (.+)$/gm)].map(
      ([, json]) => (JSON.parse(json!) as { data: { lineChanged: Change } }).data.lineChanged,
    );
    expect(changes.map(({ note }) => note)).toEqual([null, 'one', 'two', 'three']);
    expect(changes.slice(1).map(({ previousCursor }) => previousCursor)).toEqual(
      changes.slice(0, -1).map(({ cursor }) => cursor),
    );
  });

  it('tells the end of a stream in the words of each protocol', async () => {
    suppliers().refusal = [{ message: 'This cursor cannot be resumed.', extensions: { code: 'CURSOR_EXPIRED' } }];
    const page = await apollo(PLAIN, { after: 'c9' });
    await until(() => page.error !== undefined);
    expect(page.error).toBeInstanceOf(CombinedProtocolErrors);
    expect(page.codes).toEqual(['CURSOR_EXPIRED']);
    const events = await sse(PLAIN, { after: 'c9' });
    await until(() => events.isDone);
    expect(events.raw).toEqual([
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'CURSOR_EXPIRED' }) })] },
    ]);
  });

  it('is refused before it begins in the words of each protocol, by the rules of every other operation', async () => {
    const page = await apollo('subscription { lineChanged { colour } }');
    await until(() => page.error !== undefined);
    expect(page.error).toBeInstanceOf(CombinedGraphQLErrors);
    expect(page.codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const events = await sse('{ line(id: "1") { id } }');
    await until(() => events.isDone);
    expect(events.raw).toEqual([
      { errors: [expect.objectContaining({ extensions: { code: 'OPERATION_NOT_SUPPORTED' } })] },
    ]);
    const plain = await fetch(`${platform.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await platform.token()}` },
      body: JSON.stringify({ query: PLAIN }),
    });
    expect(plain.status).toBe(400);
    expect(await plain.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_NEEDS_STREAM' } }] });
    expect(suppliers().streams).toHaveLength(0);
  });

  it.each([MULTIPART, 'text/event-stream'])('wants a token, JSON, and not too much of it (%s)', async (accept) => {
    const status = async (options: Parameters<typeof open>[0]): Promise<number | undefined> =>
      (await open(options)).answer.statusCode;
    expect(await status({ accept, body: { query: PLAIN }, token: 'nonsense' })).toBe(401);
    expect(await status({ accept, body: { query: PLAIN }, headers: { 'content-type': 'text/plain' } })).toBe(415);
    expect(await status({ accept, body: { query: `${PLAIN} ${'#'.repeat(300_000)}` } })).toBe(413);
    expect(await status({ accept, body: [{ query: PLAIN }] })).toBe(400);
    expect(await status({ accept, body: { query: PLAIN, variables: 'none' } })).toBe(400);
    expect(suppliers().streams).toHaveLength(0);
  });

  it('hears nothing any more once the token has expired, and is told so', async () => {
    const page = await apollo(PLAIN);
    const events = await sse(PLAIN);
    await until(() => page.changes.length === 1 && events.changes.length === 1);
    platform.clockMs += 24 * 3_600_000;
    suppliers().emit(lineChange('1', 'too late'));
    await until(() => page.error !== undefined && events.isDone);
    expect(page.codes).toEqual(['UNAUTHENTICATED']);
    expect([...page.notes, ...events.notes]).toEqual([]);
    await until(() => suppliers().open.length === 0);
  });

  it('is 50 for one caller; others are let in', async () => {
    const token = await platform.token();
    const body = { query: PLAIN };
    await Promise.all(Array.from({ length: 50 }, () => open({ accept: MULTIPART, body, token })));
    const refused = await open({ accept: MULTIPART, body, token });
    expect(refused.answer.statusCode).toBe(429);
    const other = await open({ accept: MULTIPART, body, token: await platform.token('planner') });
    expect(other.answer.statusCode).toBe(200);
  });

  it.each([MULTIPART, 'text/event-stream'])(
    'is as much as its client reads: one that does not is cut off, and nobody waits for it (%s)',
    async (accept) => {
      const slow = await open({ accept, body: { query: PLAIN } });
      await until(() => slow.text().includes('SNAPSHOT'));
      slow.answer.pause();
      const quick = await sse(PLAIN);
      await until(() => quick.changes.length === 1);
      await until(() => suppliers().open.length === 1);
      const text = 'x'.repeat(100_000);
      for (let sent = 1; sent <= 120; sent += 1) suppliers().emit(lineChange(String(sent), `${sent} ${text}`));
      await until(() => quick.notes.length === 120, 15_000);
      await until(
        async () => (await platform.metric('sightline_gateway_sockets_ended_total{reason="TOO_SLOW"}')) === 1,
      );
    },
  );
});

describe('the figures about streams over HTTP', () => {
  it('count a stream that has begun as a request that is answered, and how long it lasts as nobody’s time', async () => {
    const { text } = await open({ accept: 'text/event-stream', body: { query: PLAIN } });
    await until(() => text().includes('SNAPSHOT'));
    expect(await platform.metric('sightline_gateway_request_seconds_count{route="/graphql"}')).toBe(1);
    // The request for the figures themselves.
    expect(await platform.metric('sightline_gateway_requests_in_flight')).toBe(1);
    for (const leave of leaving.splice(0)) leave();
    await until(async () => (await platform.metric('sightline_gateway_http_streams_open')) === 0);
    expect(await platform.metric('sightline_gateway_requests_in_flight')).toBe(1);
    expect(await platform.metric('sightline_gateway_requests_total{route="/graphql"')).toBe(1);
  });

  it('count what a client was behind with when it takes it', async () => {
    const slow = await open({ accept: 'text/event-stream', body: { query: PLAIN } });
    await until(() => slow.text().includes('SNAPSHOT'));
    slow.answer.pause();
    const text = 'x'.repeat(100_000);
    for (let sent = 1; sent <= 100; sent += 1) suppliers().emit(lineChange(String(sent), `${sent} ${text}`));
    await new Promise((resolve) => setTimeout(resolve, 100));
    slow.answer.resume();
    await until(() => slow.text().includes('"100 x'), 10_000);
    expect(await platform.metric('sightline_gateway_stream_messages_total')).toBe(101);
  });
});

describe('a client that sends one `accept` with everything', () => {
  const QUERY = '{ stock }';
  it.each([
    ['urql', URQL, /^application\/graphql-response\+json/],
    ['@apollo/client', MULTIPART, /^application\/json/],
    ['a browser', BROWSER, /^application\/json/],
    ['fetch', '*/*', /^application\/json/],
    ['one that would rather have a stream', 'text/event-stream, application/json;q=0.5', /^application\/json/],
  ])('is answered its queries as queries (%s)', async (_, accept, type) => {
    const { answer, text } = await open({ accept, body: { query: QUERY } });
    await until(() => text().length > 0);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringMatching(type)]);
    expect(JSON.parse(text())).toMatchObject({ data: { stock: null } });
  });

  it.each([
    ['urql', URQL, /^text\/event-stream/],
    ['one that prefers multipart', `text/event-stream;q=0.5, ${MULTIPART}`, /^multipart\/mixed/],
    ['one that rules out events', `text/event-stream;q=0, ${MULTIPART}`, /^multipart\/mixed/],
  ])('is told its subscriptions in the stream that it prefers (%s)', async (_, accept, type) => {
    const { answer, text } = await open({ accept, body: { query: PLAIN } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringMatching(type)]);
    await until(() => text().includes('SNAPSHOT'));
  });
});

describe('one stream of events for all subscriptions of a client', () => {
  const TICKET = 'x-graphql-event-stream-token';
  const plain = async (
    method: string,
    options: { token?: string; ticket?: string; body?: unknown; search?: string },
  ): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${platform.gateway.url}/graphql${options.search ?? ''}`, {
      method,
      headers: {
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        ...(options.ticket === undefined ? {} : { [TICKET]: options.ticket }),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };

  it('carries what graphql-sse subscribes to, and ends one without the others', async () => {
    const token = await platform.token();
    const client = createClient({
      url: `${platform.gateway.url}/graphql`,
      headers: { authorization: `Bearer ${token}` },
      singleConnection: true,
      retryAttempts: 0,
    });
    leaving.push(() => client.dispose());
    const [staying, going, wrong] = [new Heard(), new Heard(), new Heard()];
    const follow = (heard: Heard, query: string, variables: Record<string, unknown> = {}): (() => void) =>
      client.subscribe(
        { query, variables },
        {
          next: (result) => heard.next(result),
          error: (error) => (heard.error = error),
          complete: () => (heard.isDone = true),
        },
      );
    follow(staying, SPAN, { plant: 'DE01' });
    const leave = follow(going, PLAIN);
    await until(() => staying.changes.length === 1 && going.changes.length === 1);
    expect(await platform.metric('sightline_gateway_http_streams_open')).toBe(1);
    expect(await platform.metric('sightline_gateway_streams_open')).toBe(2);
    follow(wrong, 'subscription { lineChanged { colour } }');
    await until(() => wrong.error !== undefined);
    leave();
    await until(() => suppliers().open.length === 1);
    suppliers().emit(lineChange('1', 'one'));
    await until(() => staying.notes.length === 1);
    expect(going.notes).toEqual([]);
    client.dispose();
    await until(() => suppliers().open.length === 0);
    expect(await platform.metric('sightline_gateway_http_streams_open')).toBe(0);
  });

  it('keeps what comes before the stream is opened, tells what ends it, and is opened once', async () => {
    const token = await platform.token();
    const { status, text: ticket } = await plain('PUT', { token });
    expect(status).toBe(201);
    const body = { query: PLAIN, extensions: { operationId: 'a' } };
    expect((await plain('POST', { token, ticket, body })).status).toBe(202);
    await until(() => suppliers().open.length === 1);
    suppliers().emit(lineChange('1', 'one'));
    const opened = await open({ accept: 'text/event-stream', search: `?token=${ticket}` });
    await until(() => opened.text().includes('"one"'));
    expect(opened.text()).toMatch(/^:\n\nevent: next\ndata: \{"id":"a","payload":\{"data":.*SNAPSHOT/);
    expect((await plain('POST', { token, ticket, body })).status).toBe(409);
    const second = await open({ accept: 'text/event-stream', headers: { [TICKET]: ticket } });
    expect(second.answer.statusCode).toBe(409);
    platform.clockMs += 24 * 3_600_000;
    await until(() => opened.text().includes('event: complete\ndata: {"id":"a"}'));
    expect(opened.text()).toContain('UNAUTHENTICATED');
  });

  it('is nobody else’s, and not without a ticket, a name or a token', async () => {
    const token = await platform.token();
    const { text: ticket } = await plain('PUT', { token });
    const body = { query: PLAIN, extensions: { operationId: 'a' } };
    expect((await plain('PUT', {})).status).toBe(401);
    expect((await plain('POST', { token, ticket: 'another', body })).status).toBe(404);
    expect((await plain('DELETE', { token, search: '?operationId=a' })).status).toBe(404);
    expect((await plain('POST', { ticket, body })).status).toBe(401);
    expect((await plain('POST', { token: await platform.token('planner'), ticket, body })).status).toBe(401);
    expect((await plain('POST', { token, ticket, body: { query: PLAIN } })).status).toBe(400);
    expect((await plain('DELETE', { token, ticket })).status).toBe(400);
    expect(suppliers().streams).toHaveLength(0);
  });
});
