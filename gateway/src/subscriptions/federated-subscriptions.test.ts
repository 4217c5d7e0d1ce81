import { Listener, lineChange, NOW, StreamPlatform, supergraphWith, until } from '../../test/stream-platform';

// Each pitfall of Apollo's gateway in streams (design, "Federated subscriptions", 1 to 12) is one of these sentences.

const SPAN = `subscription ($plant: String, $after: Cursor) {
  lineChanged(plant: $plant, after: $after) { kind note line { id number risk lots { id } item { id name asked by } } } }`;
const PLAIN = `subscription ($after: Cursor) { lineChanged(after: $after) { cursor previousCursor kind note } }`;

let platform: StreamPlatform;
beforeEach(async () => {
  platform = await StreamPlatform.start();
});
afterEach(() => platform.stop());

const { keys } = Object;
const suppliers = () => platform.subgraphs.suppliers;
const inventory = () => platform.subgraphs.inventory;
const listen = async (query: string, variables?: Record<string, unknown>, token?: string): Promise<Listener> => {
  const { client } = await platform.client(token);
  return new Listener(client, query, variables);
};
const started = async (query: string, variables?: Record<string, unknown>, token?: string): Promise<Listener> =>
  (await listen(query, variables, token)).until(({ heard, isDone }) => heard.length > 0 || isDone);

describe('a subscription whose selection crosses subgraphs', () => {
  it('is one stream of one subgraph, completed by the others for each event', async () => {
    const listener = await started(SPAN, { plant: 'DE01' });
    suppliers().emit(lineChange('7', 'first'));
    await listener.until(({ heard }) => heard.length === 2);
    expect(listener.heard[1]).toEqual({
      data: {
        lineChanged: {
          kind: 'UPDATED',
          note: 'first',
          line: {
            id: '7',
            number: 'PO-7',
            risk: 'PO-7 at risk',
            lots: [{ id: '7-1' }],
            item: { id: 'item-7', name: 'Item item-7', asked: NOW, by: expect.any(String) },
          },
        },
      },
    });
    expect(suppliers().streams).toHaveLength(1);
    expect(suppliers().streams[0]!.request.variables).toEqual({ plant: 'DE01', sightlineAfter: null });
  });

  it('asks everyone for the one instant of the event', async () => {
    const listener = await started(SPAN);
    platform.clockMs += 60_000;
    suppliers().emit(lineChange('1'));
    await listener.until(({ heard }) => heard.length === 2);
    const instants = [...inventory().calls, ...platform.subgraphs.quality.calls].map((call) => call.instant.now);
    expect(new Set(instants)).toEqual(new Set([NOW]));
  });

  it('understands aliases, fragments, directives within, default variables and the names of types', async () => {
    const query = `subscription Watch($with: Boolean! = true, $limit: Int = 2) {
        ...Root }
      fragment Root on Subscription { changed: lineChanged { __typename what: kind at: cursor line { ...Line } } }
      fragment Line on Line { key: id danger: risk(limit: $limit) @include(if: $with) lots @skip(if: $with) { id } }`;
    const listener = await started(query);
    suppliers().emit(lineChange('9'));
    await listener.until(({ heard }) => heard.length === 2);
    expect(listener.heard[1]!.data).toEqual({
      changed: { __typename: 'LineChange', what: 'UPDATED', at: 'c1', line: { key: '9', danger: 'PO-9 at risk' } },
    });
  });

  it('pitfall 1: what is merged into one answer never shows in another, and an error keeps its path and code', async () => {
    const [mine, yours] = [await started(SPAN), await started(PLAIN)];
    suppliers().emit(lineChange('1', 'n'));
    await Promise.all([mine, yours].map((one) => one.until(({ heard }) => heard.length === 2)));
    expect(keys(yours.heard[1]!.data!['lineChanged'] as object)).toEqual(['cursor', 'previousCursor', 'kind', 'note']);

    suppliers().emit({ note: 'broken', line: { id: '2', number: null as never, item: null } });
    await mine.until(({ heard }) => heard.length === 3);
    expect(mine.heard[2]!.data).toEqual({ lineChanged: { kind: 'UPDATED', note: 'broken', line: null } });
    expect(mine.heard[2]!.errors).toEqual([
      expect.objectContaining({
        path: ['lineChanged', 'line', 'number'],
        extensions: expect.objectContaining({ code: expect.any(String) }),
      }),
    ]);
  });

  it('pitfalls 2 and 9: a subgraph that is away costs its own fields, named, once, without an address', async () => {
    const listener = await started(SPAN);
    inventory().isDown = true;
    suppliers().emit(lineChange('1'));
    await listener.until(({ heard }) => heard.length === 2);
    const { data, errors } = listener.heard[1]!;
    expect(data).toMatchObject({
      lineChanged: { line: { id: '1', risk: 'PO-1 at risk', item: { id: 'item-1', name: null } } },
    });
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', service: 'inventory' });
    expect(JSON.stringify(errors)).not.toMatch(/ECONN|10\.0|4102/);
    inventory().isDown = false;
    suppliers().emit(lineChange('2'));
    await listener.until(({ heard }) => heard.length === 3);
    expect(listener.heard[2]!.errors).toBeUndefined();
  });

  it('pitfall 3: a directive on the root field is refused, and the other streams of its socket go on', async () => {
    const { client } = await platform.client();
    const good = await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    for (const directive of ['@include(if: $v)', '@skip(if: $v)']) {
      const bad = new Listener(client, `subscription ($v: Boolean!) { lineChanged ${directive} { kind } }`, {
        v: true,
      });
      await bad.until(({ isDone }) => isDone);
      expect(bad.codes).toEqual(['BAD_USER_INPUT']);
    }
    const inFragment = new Listener(
      client,
      `subscription ($v: Boolean = true) { ... @include(if: $v) { lineChanged { kind } } }`,
    );
    await inFragment.until(({ isDone }) => isDone);
    expect(inFragment.codes).toEqual(['BAD_USER_INPUT']);
    suppliers().emit(lineChange('1', 'still here'));
    await good.until(({ notes }) => notes.length === 1);
  });

  it('pitfall 4: an unsubscribe reaches the subgraph at once, though it has nothing to say', async () => {
    const listener = await started(PLAIN);
    expect(suppliers().open).toHaveLength(1);
    const since = Date.now();
    listener.unsubscribe();
    await until(() => suppliers().open.length === 0);
    expect(Date.now() - since).toBeLessThan(200);
  });

  it('pitfall 4: so does a socket that is lost', async () => {
    const { client } = await platform.client();
    await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    client.terminate();
    await until(() => suppliers().open.length === 0, 500);
  });

  it('pitfall 5: another schema is loaded under streams that go on without a gap; what it has not is told', async () => {
    const { client } = await platform.client();
    const across = 'subscription { lineChanged { note line { id item { name } } } }';
    const going = await new Listener(client, across).until(({ heard }) => heard.length === 1);
    const plain = await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    const lost = await new Listener(client, 'subscription { lineChanged { line { lots { id } } } }').until(
      ({ heard }) => heard.length === 1,
    );
    suppliers().emit(lineChange('1', 'one'));
    await Promise.all([going, plain].map((one) => one.until(({ notes }) => notes.length === 1)));
    await platform.gateway.reload(supergraphWith((sdl) => sdl.replaceAll('lots: [Lot!]', 'lotCount: Int')));
    await lost.until(({ isDone }) => isDone);
    expect(lost.codes).toEqual(['SUBSCRIPTION_SCHEMA_RELOAD']);
    suppliers().emit(lineChange('2', 'two'));
    await Promise.all([going, plain].map((one) => one.until(({ notes }) => notes.length === 2)));
    expect(going.heard.at(-1)!.data).toMatchObject({ lineChanged: { line: { item: { name: 'Item item-2' } } } });
    const changes = plain.heard.map(({ data }) => data!['lineChanged'] as { cursor: string; previousCursor: string });
    expect(changes.map(({ cursor }) => cursor)).toEqual(['c0', 'c1', 'c2']);
    const withNew = await started('subscription { lineChanged { kind line { lotCount } } }');
    expect(withNew.codes).toEqual([]);
    const old = await started(SPAN);
    expect(old.codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    await expect(platform.gateway.reload('type Query { a: Int }')).rejects.toThrow();
    suppliers().emit(lineChange('3', 'three'));
    await plain.until(({ notes }) => notes.length === 3);
  });

  it('pitfall 5: and another gateway is returned to by cursor', async () => {
    const first = await platform.client();
    const before = await new Listener(first.client, PLAIN).until(({ heard }) => heard.length === 1);
    suppliers().emit(lineChange('1', 'one'));
    await before.until(({ notes }) => notes.length === 1);
    await platform.gateway.stop();
    expect(await first.closed).toMatchObject({ code: 1001 });
    suppliers().emit(lineChange('2', 'two'));
    await platform.launch();
    const after = await started(PLAIN, { after: 'c1' });
    expect(after.heard[0]!.data).toEqual({
      lineChanged: { cursor: 'c2', previousCursor: 'c1', kind: 'UPDATED', note: 'two' },
    });
  });

  it('pitfall 6: every call carries the rights of who listens, and other rights get a stream of their own', async () => {
    const [executive, supplier] = [
      await started(SPAN),
      await started(SPAN, {}, await platform.token('executive', 'acme')),
    ];
    suppliers().emit(lineChange('1'));
    await Promise.all([executive, supplier].map((one) => one.until(({ heard }) => heard.length === 2)));
    expect(suppliers().open.map(({ call }) => call.actor.supplierIds)).toEqual([null, ['acme']]);
    const asked = inventory().calls.map((call) => call.actor.supplierIds);
    expect(asked).toContainEqual(null);
    expect(asked).toContainEqual(['acme']);
  });

  it('pitfall 7: the rules of HTTP hold on the socket: size, depth, names, types, and expansion of fragments', async () => {
    const { client } = await platform.client();
    const refused = async (query: string, variables = {}): Promise<unknown[]> =>
      (await new Listener(client, query, variables).until(({ isDone }) => isDone)).codes;
    const deep = `subscription { lineChanged { line { ${'deep { '.repeat(20)} id ${'} '.repeat(20)} } } }`;
    expect(await refused(deep)).toEqual(['OPERATION_TOO_LARGE']);
    expect(await refused('subscription { lineChanged { colour } }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await refused('subscription { lineChanged {')).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(await refused(`subscription { lineChanged { ${'kind '.repeat(1_100)} } }`)).toEqual(['OPERATION_TOO_LARGE']);
    expect(await refused(`subscription { lineChanged { kind } } ${'#'.repeat(15_001)}`)).toEqual([
      'OPERATION_TOO_LARGE',
    ]);
    expect(await refused(PLAIN, { after: { no: 'text' } })).toEqual(['BAD_USER_INPUT']);
    expect(
      await refused('subscription ($plant: String) { lineChanged(plant: $plant) { kind } }', { plant: 7 }),
    ).toEqual(['BAD_USER_INPUT']);
    const bomb = Array.from({ length: 18 }, (_, at) => `fragment F${at} on Line { a: id ...F${at + 1} ...F${at + 1} }`);
    expect(
      await refused(`subscription { lineChanged { line { ...F0 } } } ${bomb.join(' ')} fragment F18 on Line { id }`),
    ).toEqual(['OPERATION_TOO_LARGE']);
    expect(suppliers().streams).toHaveLength(0);
  });

  it('pitfall 8: two fields, or none but the type, are no subscription', async () => {
    const { client } = await platform.client();
    for (const query of ['subscription { __typename }', 'subscription { lineChanged { kind } tick }']) {
      const listener = await new Listener(client, query).until(({ isDone }) => isDone);
      expect(listener.codes[0]).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it('pitfall 10: a slow subgraph delays events together and not in a row, and their order is kept', async () => {
    const listener = await started(SPAN);
    inventory().slowMs = 20;
    suppliers().emit(...Array.from({ length: 50 }, (_, at) => lineChange(String(at), String(at))));
    await listener.until(({ notes }) => notes.length === 50);
    expect(inventory().mostAtOnce).toBeGreaterThan(4);
    expect(inventory().mostAtOnce).toBeLessThanOrEqual(8);
    expect(listener.notes).toEqual(Array.from({ length: 50 }, (_, at) => String(at)));
  });

  it('pitfall 11: over HTTP a subscription is refused in so many words', async () => {
    const answer = await fetch(`${platform.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await platform.token()}` },
      body: JSON.stringify({ query: PLAIN }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_NEEDS_STREAM' } }] });
  });

  it('pitfall 12: nothing of it reports to Apollo', () => {
    expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('true');
  });

  it('sends queries and mutations where they belong', async () => {
    const listener = await (await listen('{ line(id: "1") { id } }')).until(({ isDone }) => isDone);
    expect(listener.codes).toEqual(['OPERATION_NOT_SUPPORTED']);
  });

  it('answers null for an event that is null, and goes on', async () => {
    const listener = await started('subscription { tick }');
    expect(listener.heard[0]!.data).toEqual({ tick: 0 });
  });
});

describe('an upstream that breaks', () => {
  it('is opened again behind the last event: the client sees neither gap nor repeat', async () => {
    const listener = await started(PLAIN);
    suppliers().emit(lineChange('1', 'one'));
    await listener.until(({ notes }) => notes.length === 1);
    suppliers().cut();
    suppliers().isDown = true;
    suppliers().emit(lineChange('2', 'two'), lineChange('3', 'three'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    suppliers().isDown = false;
    await listener.until(({ notes }) => notes.length === 3);
    const changes = listener.heard.map(
      ({ data }) => data!['lineChanged'] as { cursor: string; previousCursor: string },
    );
    expect(changes.slice(1).map((change) => change.previousCursor)).toEqual(
      changes.slice(0, -1).map((change) => change.cursor),
    );
    expect(await platform.metric('sightline_gateway_streams_reopened_total')).toBeGreaterThan(0);
  });

  it('is taken for dead when it falls silent', async () => {
    const listener = await started(PLAIN);
    suppliers().isSilent = true;
    suppliers().emit(lineChange('1', 'unheard'));
    await until(() => suppliers().streams.length > 1);
    suppliers().isSilent = false;
    suppliers().emit(lineChange('2', 'heard'));
    await listener.until(({ notes }) => notes.length === 2);
    expect(listener.notes).toEqual(['unheard', 'heard']);
    expect(suppliers().open).toHaveLength(1);
  });

  it('that does not come back ends the stream with an error that says so, and the socket stays', async () => {
    const { client } = await platform.client();
    const listener = await new Listener(client, PLAIN).until(({ heard }) => heard.length === 1);
    suppliers().isDown = true;
    suppliers().cut();
    await listener.until(({ isDone }) => isDone);
    expect(listener.ended).toEqual([
      { message: '"suppliers" is not available.', extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'suppliers' } },
    ]);
    suppliers().isDown = false;
    await new Listener(client, PLAIN, { after: 'c0' }).until(({ isDone }) => !isDone);
  });

  it('passes on at once why a subgraph refuses', async () => {
    suppliers().refusal = [{ message: 'This cursor cannot be resumed.', extensions: { code: 'CURSOR_EXPIRED' } }];
    const listener = await (await listen(PLAIN, { after: 'c9' })).until(({ isDone }) => isDone);
    expect(listener.codes).toEqual(['CURSOR_EXPIRED']);
    expect(suppliers().streams).toHaveLength(1);
    expect(await platform.metric('sightline_gateway_streams_open')).toBe(0);
  });
});
