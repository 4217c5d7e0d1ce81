import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { decodeJwt, SignJWT } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { NonceWindow } from '@sightline/contracts/nonce-window';
import { verifyCall, type Call, type SigningKeys } from '@sightline/contracts/signed-call';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { GraphQLRequestBody, SubgraphEvent, SubgraphPort } from '@sightline/contracts/subgraph-port';
import { readGatewayConfig } from '../src/config';
import { startGateway, type GatewayOptions, type RunningGateway } from '../src/main';

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires"])';
const CHANGE = 'cursor: Cursor! previousCursor: Cursor kind: String!';
export const STREAM_SDL: Readonly<Record<SubgraphName, string>> = {
  suppliers: `${FEDERATION} scalar Cursor
    type Query { line(id: ID!): Line }
    type Subscription {
      lineChanged(plant: String, after: Cursor): LineChange
      tick: Int
    }
    type LineChange { ${CHANGE} line: Line note: String }
    type Line @key(fields: "id") { id: ID! number: String! item: Item }
    type Item @key(fields: "id") { id: ID! }`,
  inventory: `${FEDERATION}
    type Query { stock: Int }
    type Item @key(fields: "id") { id: ID! sku: String! name: String onHand: Int asked: String by: String }`,
  quality: `${FEDERATION}
    type Query { lots: Int }
    type Line @key(fields: "id") { id: ID! number: String! @external risk(limit: Int! = 3): String @requires(fields: "number") lots: [Lot!] deep: Line }
    type Lot { id: ID! }`,
  production: 'type Query { idleP: Int }',
  operations: 'type Query { idleO: Int }',
};

export const streamKeys: SigningKeys = { current: { kid: 'k1', secret: 'x'.repeat(32) }, previous: null };

/** A stream that is open at a subgraph. */
export interface OpenStream {
  call: Call;
  request: GraphQLRequestBody;
  isLeft: boolean;
}

/** A change as the test makes it. Its cursor is its place: c1, c2, ... */
export interface Change {
  note: string | null;
  line: { id: string; number: string; item: { id: string } | null } | null;
}

/** A subgraph in this process: signed calls, entities that say when and for whom they were asked, and a log of changes. */
export class StreamSubgraph implements SubgraphPort {
  readonly log: Change[] = [];
  readonly streams: OpenStream[] = [];
  readonly calls: Call[] = [];
  /** Milliseconds that an entity fetch takes. */
  slowMs = 0;
  /** Most calls that were under way at one time. */
  mostAtOnce = 0;
  private atOnce = 0;
  isDown = false;
  isSilent = false;
  /** So many calls are answered as by one who has not heard of the item yet. */
  callsBeforeItIsKnown = 0;
  /** Answered instead of a stream. */
  refusal: SubgraphEvent['errors'] | null = null;
  private readonly nonces = new NonceWindow();
  private readonly schema: GraphQLSchema;
  private readonly wakes = new Set<() => void>();

  constructor(readonly name: SubgraphName) {
    const Item = {
      __resolveReference: ({ id }: { id: string }, call: Call) =>
        this.isKnown() && {
          id,
          sku: `SKU-${id}`,
          name: `Item ${id}`,
          onHand: id.length,
          asked: call.instant.now,
          by: call.actor.id,
        },
    };
    const Line = {
      __resolveReference: ({ id, number }: { id: string; number: string }) => ({
        id,
        risk: `${number} at risk`,
        lots: [{ id: `${id}-1` }],
        deep: { __typename: 'Line', id, number },
      }),
    };
    const resolvers = { inventory: { Item }, quality: { Line }, suppliers: {}, production: {}, operations: {} }[name];
    this.schema = buildSubgraphSchema([{ typeDefs: parse(STREAM_SDL[name]), resolvers: resolvers as never }]);
  }

  /** Streams that somebody still listens to. */
  get open(): OpenStream[] {
    return this.streams.filter((stream) => !stream.isLeft);
  }

  emit(...changes: Change[]): void {
    this.log.push(...changes);
    this.wake();
  }

  /** Cuts every stream off, as a process that dies does. */
  cut(): void {
    this.cuts += 1;
    this.wake();
  }
  private cuts = 0;

  async send(path: string, body: string, headers: Readonly<Record<string, string>>): ReturnType<SubgraphPort['send']> {
    if (this.isDown) throw new Error('connect ECONNREFUSED 10.0.0.7:4102');
    const verified = verifyCall(streamKeys, this.name, path, headers, body, Date.now(), this.nonces);
    if (!verified.ok) return { status: 401, body: { error: verified.reason } };
    this.calls.push(verified.call);
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    if (this.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, this.slowMs));
    const { at: _at, ...answer } = await this.execute(JSON.parse(body) as GraphQLRequestBody, {}, verified.call);
    this.atOnce -= 1;
    return { status: 200, body: answer };
  }

  async *subscribe(
    body: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): AsyncGenerator<SubgraphEvent, void, void> {
    if (this.isDown) throw new Error('connect ECONNREFUSED 10.0.0.7:4102');
    const verified = verifyCall(streamKeys, this.name, 'subscribe', headers, body, Date.now(), this.nonces);
    if (!verified.ok) throw new Error(verified.reason);
    const request = JSON.parse(body) as GraphQLRequestBody;
    const stream: OpenStream = { call: verified.call, request, isLeft: false };
    this.streams.push(stream);
    const leave = (): void => {
      stream.isLeft = true;
      this.wake();
    };
    signal.addEventListener('abort', leave, { once: true });
    const cuts = this.cuts;
    if (this.refusal !== null) return yield { at: NOW, errors: this.refusal };
    const given = request.variables?.['sightlineAfter'];
    const after = typeof given === 'string' ? given : null;
    let place = after === null ? this.log.length : Number(after.slice(1));
    let last = after;
    const event = async (kind: string, change: Change | null): Promise<SubgraphEvent> => {
      const cursor = `c${place}`;
      const payload = { cursor, previousCursor: last, kind, note: null, line: null, ...change };
      last = cursor;
      return this.execute(request, { lineChanged: payload, tick: place }, verified.call);
    };
    try {
      if (after === null) yield await event('SNAPSHOT', null);
      while (!stream.isLeft && !signal.aborted) {
        if (this.cuts > cuts) throw new Error('read ECONNRESET 10.0.0.7:4101');
        if (place < this.log.length && !this.isSilent) {
          place += 1;
          yield await event('UPDATED', this.log[place - 1]!);
        } else await new Promise<void>((resolve) => this.wakes.add(resolve));
      }
    } finally {
      leave();
    }
  }

  private isKnown(): boolean | null {
    if (this.callsBeforeItIsKnown <= 0) return true;
    this.callsBeforeItIsKnown -= 1;
    return null;
  }

  private wake(): void {
    for (const resolve of this.wakes) resolve();
    this.wakes.clear();
  }

  private async execute(request: GraphQLRequestBody, rootValue: object, call: Call): Promise<SubgraphEvent> {
    const result = await execute({
      schema: this.schema,
      document: parse(request.query),
      rootValue,
      contextValue: call,
      variableValues: request.variables ?? {},
      operationName: request.operationName,
    });
    return { at: NOW, ...(JSON.parse(JSON.stringify(result)) as object) };
  }
}

/** The instant at which every event of these tests is delivered. */
export const NOW = '2026-03-14T09:30:07.123Z';

/** The supergraph of these tests, with what `change` makes of the SDL of each subgraph. */
export function supergraphWith(change: (sdl: string, name: SubgraphName) => string): string {
  const services = SUBGRAPH_NAMES.map((name) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(change(STREAM_SDL[name], name)),
  }));
  const composed = composeServices(services);
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors?.join('\n'));
  return composed.supergraphSdl;
}

export const streamSupergraph = supergraphWith((sdl) => sdl);

export const lineChange = (id: string, note: string | null = null): Change => ({
  note,
  line: { id, number: `PO-${id}`, item: { id: `item-${id}` } },
});

/** A gateway over real sockets with scripted subgraphs behind it. */
export class StreamPlatform {
  readonly lines: string[] = [];
  clockMs = Date.parse(NOW);
  private readonly clients: Client[] = [];

  private constructor(
    readonly subgraphs: Readonly<Record<SubgraphName, StreamSubgraph>>,
    private readonly keysDir: string,
  ) {}

  gateway!: RunningGateway;

  static async start(over: Partial<GatewayOptions> = {}): Promise<StreamPlatform> {
    const subgraphs = Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, new StreamSubgraph(name)])) as Record<
      SubgraphName,
      StreamSubgraph
    >;
    const platform = new StreamPlatform(subgraphs, mkdtempSync(join(tmpdir(), 'sightline streams ')));
    await platform.launch(over);
    return platform;
  }

  async launch(over: Partial<GatewayOptions> = {}): Promise<void> {
    this.gateway = await startGateway({
      host: '127.0.0.1',
      port: 0,
      supergraphSdl: streamSupergraph,
      ports: this.subgraphs,
      signingKeys: streamKeys,
      keysDir: this.keysDir,
      dashboardDir: null,
      clock: { now: () => new Date(this.clockMs) },
      log: (line) => this.lines.push(line),
      config: { ...readGatewayConfig({}), deadlines: { queryMs: 2_000, mutationMs: 2_000, subgraphMs: 1_000 } },
      patience: { silenceMs: 1_000, awayMs: 1_500, firstPauseMs: 10, longestPauseMs: 50 },
      ...over,
    });
  }

  get socketUrl(): string {
    return `${this.gateway.url.replace('http', 'ws')}/graphql`;
  }

  async token(persona = 'executive', supplierId?: string): Promise<string> {
    const answer = await fetch(`${this.gateway.url}/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona, supplierId }),
    });
    return ((await answer.json()) as { token: string }).token;
  }

  /** What the issuer says when a persona's rights end. */
  async logoutToken(persona: string, claims: Record<string, unknown> = {}): Promise<string> {
    const { sub, iss, aud } = decodeJwt(await this.token(persona));
    const key = createPrivateKey(readFileSync(join(this.keysDir, 'dev-issuer.pem')));
    return new SignJWT({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'logout+jwt' })
      .setSubject(sub!)
      .setIssuer(iss!)
      .setAudience(aud!)
      .setIssuedAt(Math.floor(this.clockMs / 1_000))
      .setJti('one')
      .setExpirationTime(Math.floor(this.clockMs / 1_000) + 120)
      .sign(key);
  }

  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.gateway.url}/metrics`)).text();
    const found = text.split('\n').filter((line) => line.startsWith(name) && !line.startsWith('#'));
    return found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  /** A graphql-ws client of its own socket. It does not come back by itself. */
  async client(token?: string): Promise<{ client: Client; closed: Promise<{ code: number; reason: string }> }> {
    const valid = token ?? (await this.token());
    let tell: (event: { code: number; reason: string }) => void;
    const closed = new Promise<{ code: number; reason: string }>((resolve) => (tell = resolve));
    const client = createClient({
      url: this.socketUrl,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => undefined,
      connectionParams: { authorization: `Bearer ${valid}` },
      on: { closed: (event) => tell(event as { code: number; reason: string }) },
    });
    this.clients.push(client);
    return { client, closed };
  }

  async stop(): Promise<void> {
    for (const client of this.clients) await client.dispose();
    await this.gateway.stop();
  }
}

/** What one subscription of a client has heard. */
export class Listener {
  readonly heard: {
    data?: Record<string, unknown> | null;
    errors?: readonly { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
  }[] = [];
  /** The error that ended it, if one did; the protocol's own is a list of GraphQL errors. */
  ended: unknown = undefined;
  isDone = false;
  readonly unsubscribe: () => void;

  constructor(client: Client, query: string, variables: Record<string, unknown> = {}) {
    this.unsubscribe = client.subscribe(
      { query, variables },
      {
        next: (result) => void this.heard.push(result as Listener['heard'][number]),
        error: (error) => {
          this.ended = error;
          this.isDone = true;
        },
        complete: () => (this.isDone = true),
      },
    );
  }

  /** Codes of the errors that ended it. */
  get codes(): unknown[] {
    return Array.isArray(this.ended)
      ? (this.ended as { extensions?: { code?: unknown } }[]).map((error) => error.extensions?.code)
      : [];
  }

  get notes(): unknown[] {
    return this.heard.flatMap(({ data }) => {
      const { note } = (data?.['lineChanged'] ?? {}) as { note?: string | null };
      return note == null ? [] : [note];
    });
  }

  async until(wanted: (listener: Listener) => boolean, ms = 5_000): Promise<this> {
    const end = Date.now() + ms;
    while (!wanted(this)) {
      if (Date.now() > end)
        throw new Error(
          `not within ${ms} ms; heard ${this.heard.length}, last ${JSON.stringify(this.heard.at(-1))?.slice(0, 500)}, ended ${JSON.stringify(this.ended)}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return this;
  }
}

export async function until(wanted: () => boolean | Promise<boolean>, ms = 5_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await wanted())) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
