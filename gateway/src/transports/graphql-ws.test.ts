import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';
import { Listener, lineChange, StreamPlatform, until } from '../../test/stream-platform';

const PLAIN = `subscription ($after: Cursor) { lineChanged(after: $after) { cursor previousCursor kind note } }`;
const SPAN = `subscription ($plant: String, $after: Cursor) { lineChanged(plant: $plant, after: $after) { kind note line { id item { name } } } }`;
const PROTOCOL = 'graphql-transport-ws';

let platform: StreamPlatform;
beforeEach(async () => {
  platform = await StreamPlatform.start({ stuckMs: 2_000 });
});
afterEach(() => platform.stop());

const suppliers = () => platform.subgraphs.suppliers;
const inventory = () => platform.subgraphs.inventory;

/** A socket by hand, for what a well-behaved client never does. */
function raw(options: { protocol?: string; headers?: Record<string, string> } = {}): {
  socket: WebSocket;
  closed: Promise<{ code: number; reason: string }>;
  opened: Promise<void>;
} {
  const socket = new WebSocket(platform.socketUrl, options.protocol ?? PROTOCOL, { headers: options.headers });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    socket.once('error', (error) => resolve({ code: 0, reason: error.message }));
  });
  return { socket, closed, opened: new Promise((resolve) => socket.once('open', resolve)) };
}

async function signedIn(token?: string): Promise<WebSocket> {
  const { socket, opened } = raw();
  await opened;
  socket.send(JSON.stringify({ type: 'connection_init', payload: { token: token ?? (await platform.token()) } }));
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}

describe('equal subscriptions of equal rights', () => {
  it('share one stream, one execution for each event, and one text: 200 of them', async () => {
    const token = await platform.token();
    const clients = await Promise.all([1, 2, 3, 4].map(() => platform.client(token)));
    const listeners = clients.flatMap(({ client }) =>
      Array.from({ length: 50 }, () => new Listener(client, SPAN, { plant: 'DE01' })),
    );
    await until(() => listeners.every((one) => one.heard.length > 0));
    await until(() => suppliers().open.length === 1);
    inventory().calls.length = 0;
    suppliers().emit(lineChange('1', 'one'), lineChange('2', 'two'));
    await until(() => listeners.every((one) => one.notes.length === 2));
    expect(suppliers().open).toHaveLength(1);
    expect(inventory().calls).toHaveLength(2);
    expect(await platform.metric('sightline_gateway_streams_open')).toBe(200);
    expect(await platform.metric('sightline_gateway_stream_groups_open')).toBe(1);
    for (const one of listeners) one.unsubscribe();
    await until(() => suppliers().open.length === 0);
    expect(await platform.metric('sightline_gateway_streams_open')).toBe(0);
  });

  it('share whatever the order of their variables, and whoever asks, but never across rights', async () => {
    const query = `subscription ($plant: String, $after: Cursor) { lineChanged(plant: $plant, after: $after) { cursor } }`;
    const [a, b, supplier, other] = await Promise.all([
      platform.client(),
      platform.client(),
      platform.client(await platform.token('executive', 'acme')),
      platform.client(await platform.token('executive', 'other')),
    ]);
    const listeners = [
      new Listener(a.client, query, { plant: 'DE01', after: null }),
      new Listener(b.client, query, { after: null, plant: 'DE01' }),
      new Listener(supplier.client, query, { plant: 'DE01' }),
      new Listener(other.client, query, { plant: 'DE01' }),
    ];
    await until(() => listeners.every((one) => one.heard.length > 0));
    await until(() => suppliers().open.length === 3);
  });

  it('that come late, or behind an older cursor, catch up by themselves and then share', async () => {
    const [early, late, older] = await Promise.all([platform.client(), platform.client(), platform.client()]);
    const first = await new Listener(early.client, PLAIN).until(({ heard }) => heard.length === 1);
    suppliers().emit(lineChange('1', 'one'), lineChange('2', 'two'));
    await first.until(({ notes }) => notes.length === 2);
    const second = await new Listener(older.client, PLAIN, { after: 'c1' }).until(({ notes }) => notes.length === 1);
    const third = await new Listener(late.client, PLAIN).until(({ heard }) => heard.length === 1);
    await until(() => suppliers().open.length === 1);
    suppliers().emit(lineChange('3', 'three'));
    await Promise.all([first, second, third].map((one) => one.until(({ notes }) => notes.at(-1) === 'three')));
    expect(second.notes).toEqual(['two', 'three']);
    for (const { heard } of [first, second, third]) {
      const cursors = heard.map(
        ({ data }) => data!['lineChanged'] as { cursor: string; previousCursor: string | null },
      );
      expect(cursors.slice(1).map((one) => one.previousCursor)).toEqual(cursors.slice(0, -1).map((one) => one.cursor));
    }
    expect(third.heard[0]!.data).toMatchObject({
      lineChanged: { kind: 'SNAPSHOT', cursor: 'c2', previousCursor: null },
    });
  });

  it('go on when the one who came first leaves', async () => {
    const [first, second] = await Promise.all([platform.client(), platform.client()]);
    const leaving = new Listener(first.client, PLAIN);
    const staying = new Listener(second.client, PLAIN);
    await until(() => leaving.heard.length > 0 && staying.heard.length > 0);
    leaving.unsubscribe();
    suppliers().emit(lineChange('1', 'one'));
    await staying.until(({ notes }) => notes.length === 1);
    expect(leaving.notes).toEqual([]);
  });
});

describe('who may listen', () => {
  it('is asked before anything else, within three seconds', async () => {
    const silent = raw();
    expect(await silent.closed).toMatchObject({ code: 4408 });
    const eager = raw();
    await eager.opened;
    eager.socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: PLAIN } }));
    expect(await eager.closed).toMatchObject({ code: 4401 });
  });

  it('signs in once, with a token that is valid, under the protocol spoken here, from a page of ours', async () => {
    const forged = raw();
    await forged.opened;
    forged.socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer nonsense' } }));
    expect(await forged.closed).toMatchObject({ code: 4403 });
    const nobody = raw();
    await nobody.opened;
    nobody.socket.send(JSON.stringify({ type: 'connection_init' }));
    expect(await nobody.closed).toMatchObject({ code: 4403 });

    const twice = await signedIn();
    const closed = new Promise((resolve) => twice.once('close', resolve));
    twice.send(JSON.stringify({ type: 'connection_init' }));
    expect(await closed).toBe(4429);

    expect(await raw({ protocol: 'graphql-ws' }).closed).toMatchObject({ reason: expect.stringMatching(/./) });
    expect(await raw({ headers: { origin: 'https://elsewhere.example' } }).closed).toEqual({
      code: 0,
      reason: 'Unexpected server response: 403',
    });
    const own = raw({ headers: { origin: platform.gateway.url } });
    await own.opened;
    own.socket.close();
  });

  it('hears nothing any more once the token has expired, and is told so within seconds', async () => {
    const { client, closed } = await platform.client();
    const listener = await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    platform.clockMs += 24 * 3_600_000;
    suppliers().emit(lineChange('1', 'too late'));
    expect(await closed).toMatchObject({ code: 4403 });
    expect(listener.notes).toEqual([]);
    await until(() => suppliers().open.length === 0);
  });

  it('is ended by time alone, without an event', async () => {
    const { client, closed } = await platform.client();
    await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    platform.clockMs += 24 * 3_600_000;
    const since = Date.now();
    expect(await closed).toMatchObject({ code: 4403 });
    expect(Date.now() - since).toBeLessThan(5_000);
  });
});

describe('somebody whose rights have ended', () => {
  const signOut = async (token: string): Promise<number> => {
    const answer = await fetch(`${platform.gateway.url}/oidc/backchannel-logout`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token }),
    });
    return answer.status;
  };

  it('hears nothing more within seconds, and is not let in again with an old token; others hear on', async () => {
    const token = await platform.token('planner');
    const { client, closed } = await platform.client(token);
    await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    const other = await platform.client();
    const staying = await new Listener(other.client, PLAIN).until(({ heard }) => heard.length === 1);
    expect(await signOut(await platform.logoutToken('planner'))).toBe(200);
    expect(await closed).toMatchObject({ code: 4403 });
    const again = await platform.client(token);
    expect(await again.closed).toMatchObject({ code: 4403 });
    suppliers().emit(lineChange('1', 'one'));
    await staying.until(({ notes }) => notes.length === 1);
    platform.clockMs += 2_000;
    const anew = await platform.client(await platform.token('planner'));
    await new Listener(anew.client, PLAIN).until(({ heard }) => heard.length === 1);
  });

  it('is named by the issuer alone: no token of another kind or key ends anything', async () => {
    expect(await signOut('nonsense')).toBe(400);
    expect(await signOut(await platform.token('planner'))).toBe(400);
    expect(await signOut(await platform.logoutToken('planner', { events: {} }))).toBe(400);
    expect(await signOut(await platform.logoutToken('planner', { nonce: 'n' }))).toBe(400);
    const answer = await fetch(`${platform.gateway.url}/oidc/backchannel-logout`);
    expect(answer.status).toBe(405);
  });
});

describe('what one client may take', () => {
  it('is 50 subscriptions on a socket; the others go on', async () => {
    const { client } = await platform.client();
    const fifty = Array.from({ length: 50 }, () => new Listener(client, PLAIN));
    await until(() => fifty.every((one) => one.heard.length > 0));
    const more = await new Listener(client, PLAIN).until(({ isDone }) => isDone);
    expect(more.codes).toEqual(['SUBSCRIPTION_LIMIT']);
    fifty[0]!.unsubscribe();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
  });

  it('is 20 sockets', async () => {
    const token = await platform.token();
    const sockets = await Promise.all(Array.from({ length: 20 }, () => signedIn(token)));
    const { socket, opened, closed } = raw();
    await opened;
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token } }));
    expect(await closed).toMatchObject({ code: 1013 });
    await signedIn(await platform.token('planner')).then((other) => other.close());
    for (const one of sockets) one.close();
  });

  it('is messages of 64 KB, each name once', async () => {
    const large = await signedIn();
    const tooLarge = new Promise((resolve) => large.once('close', resolve));
    large.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: `${PLAIN} ${'#'.repeat(70_000)}` } }));
    expect(await tooLarge).toBe(1009);
    const same = await signedIn();
    const twice = new Promise((resolve) => same.once('close', resolve));
    for (let time = 0; time < 2; time += 1)
      same.send(JSON.stringify({ id: 'same', type: 'subscribe', payload: { query: PLAIN } }));
    expect(await twice).toBe(4409);
  });

  it('is as much as it reads: one that does not is cut off, and nobody else waits for it', async () => {
    const token = await platform.token();
    const slow = await signedIn(token);
    slow.send(JSON.stringify({ id: 's', type: 'subscribe', payload: { query: PLAIN } }));
    await new Promise((resolve) => slow.once('message', resolve));
    slow.pause();
    const { client } = await platform.client(token);
    const quick = await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    await until(() => suppliers().open.length === 1);
    emitLarge(120);
    await quick.until(({ notes }) => notes.length === 120, 15_000);
    await until(async () => (await platform.metric('sightline_gateway_sockets_ended_total{reason="TOO_SLOW"}')) === 1);
    await until(async () => (await platform.metric('sightline_gateway_sockets_open')) === 1);
    slow.terminate();
  });

  it('is everything in order for one that reads late, however far behind it fell', async () => {
    const slow = await signedIn();
    const numbers: number[] = [];
    slow.on('message', (data: Buffer) => {
      const { payload } = JSON.parse(data.toString()) as {
        payload: { data: { lineChanged: { note: string | null } } };
      };
      const { note } = payload.data.lineChanged;
      if (note !== null) numbers.push(Number(note.split(' ')[0]));
    });
    slow.send(JSON.stringify({ id: 's', type: 'subscribe', payload: { query: PLAIN } }));
    await new Promise((resolve) => slow.once('message', resolve));
    const { client } = await platform.client();
    const quick = await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    await until(() => suppliers().open.length === 1);
    slow.pause();
    emitLarge(150);
    await quick.until(({ notes }) => notes.length === 150, 15_000);
    // Its own reading of the log, behind what the others have long heard.
    await until(() => suppliers().open.length === 2);
    slow.resume();
    await until(() => numbers.length === 150, 15_000);
    expect(numbers).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    suppliers().emit(lineChange('last', '151 last'));
    await until(() => numbers.at(-1) === 151);
    await until(() => suppliers().open.length === 1);
    slow.terminate();
  });

  it('is what came while it was away, from memory, when it comes back in time', async () => {
    const { client } = await platform.client();
    const staying = await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    suppliers().emit(lineChange('1', 'one'), lineChange('2', 'two'), lineChange('3', 'three'));
    await staying.until(({ notes }) => notes.length === 3);
    const opened = suppliers().streams.length;
    const back = await new Listener(client, PLAIN, { after: 'c1' }).until(({ notes }) => notes.length === 2);
    expect(back.notes).toEqual(['two', 'three']);
    expect(suppliers().streams).toHaveLength(opened);
  });
});

/** More than the buffers of a connection take. */
function emitLarge(count: number): void {
  const text = 'x'.repeat(100_000);
  for (let sent = 1; sent <= count; sent += 1) suppliers().emit(lineChange(String(sent), `${sent} ${text}`));
}

it('the packages of the planner are of one version: their parts call each other without a promise', () => {
  const versions = ['gateway', 'query-planner', 'federation-internals', 'composition'].map((name) => {
    const file = require.resolve(`@apollo/${name}`).replace(/\/dist\/.*$/, '/package.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  });
  expect(new Set(versions)).toEqual(new Set(['2.14.4']));
});
