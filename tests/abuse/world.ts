import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readKeys } from '@sightline/infra/launch/home';
import { signCall, type Call, type SigningKeys } from '@sightline/contracts/signed-call';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { WebSocket } from 'ws';
import { StoryPlatform } from '../testkit/platform';
import { jsonWebToken } from './json-web-token';

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  data: Record<string, unknown> | null | undefined;
  errors: { message: string; path?: unknown; extensions?: { code?: unknown; [key: string]: unknown } }[];
}

/** How long the gateway's event loop was held at most, and what it worked, in milliseconds. */
export interface Held {
  longestMs: number;
  cpuMs: number;
}

const PROBE = path.join(__dirname, 'loop-probe.cjs');

/** A platform of separate processes, and everything by which it is attacked. */
export class World {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 30 });
  private readonly probeFile: string;

  private constructor(
    readonly platform: StoryPlatform,
    private readonly folder: string,
  ) {
    this.probeFile = path.join(folder, 'loop.json');
  }

  /** @param trusted  operations that suppliers may send */
  static async start(trusted: readonly string[]): Promise<World> {
    const folder = mkdtempSync(path.join(tmpdir(), 'sightline abuse '));
    process.env['SIGHTLINE_LOOP_PROBE'] = path.join(folder, 'loop.json');
    // In quotes for the option's own reader: a path may have blanks.
    process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --require ${JSON.stringify(PROBE)}`.trim();
    const platform = await StoryPlatform.startAsUser('apart', { demo: false, trusted });
    return new World(platform, folder);
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    await this.platform.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Fails the attack's test unless both are equal. */
  is(found: unknown, wanted: unknown, what: string): void {
    assert.deepEqual(found, wanted, `${what}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
  }

  holds(condition: boolean, what: string): void {
    assert.ok(condition, what);
  }

  get signing(): SigningKeys {
    return readKeys(this.platform.home).signing;
  }

  get subgraphUrls(): Record<SubgraphName, string> {
    const record = JSON.parse(readFileSync(path.join(this.platform.home, 'run.json'), 'utf8')) as {
      subgraphs: Record<SubgraphName, string>;
    };
    return record.subgraphs;
  }

  /** A token with claims of one's own, signed by the key of the dev issuer: only who has the machine can make one. */
  tokenWith(claims: Record<string, unknown>, { expiresSeconds = 3_600 } = {}): string {
    const key = createPrivateKey(readFileSync(path.join(this.platform.home, 'keys', 'dev-issuer.pem'), 'utf8'));
    const now = Math.floor(Date.now() / 1_000);
    return jsonWebToken(
      { alg: 'EdDSA' },
      {
        iss: 'urn:sightline:dev-issuer',
        aud: 'sightline',
        sub: 'attacker',
        iat: now,
        exp: now + expiresSeconds,
        ...claims,
      },
      key,
    );
  }

  /** Posts JSON as a persona, or with no token. */
  async post(persona: string | null, body: unknown, supplierId?: string): Promise<Answer> {
    const token = persona === null ? null : await this.platform.token(persona, supplierId);
    return this.send(token, JSON.stringify(body));
  }

  async ask(persona: string, query: string, variables: object = {}, supplierId?: string): Promise<Answer> {
    return this.post(persona, { query, variables }, supplierId);
  }

  /** Any request to /graphql. */
  send(
    token: string | null,
    body: string | undefined,
    options: { method?: string; headers?: OutgoingHttpHeaders; path?: string; url?: string } = {},
  ): Promise<Answer> {
    const url = new URL(options.path ?? '/graphql', options.url ?? this.platform.url);
    const isChunked = options.headers?.['transfer-encoding'] === 'chunked';
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(body === undefined || isChunked ? {} : { 'content-length': Buffer.byteLength(body) }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...options.headers,
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(url, { method: options.method ?? 'POST', agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const json = parsed(text);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            data: json.data,
            errors: json.errors ?? [],
          });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** A request to a subgraph's own port, as the gateway would sign it, or with other headers. */
  toSubgraph(name: SubgraphName, body: string, headers: OutgoingHttpHeaders): Promise<Answer> {
    return this.send(null, body, { url: this.subgraphUrls[name], headers });
  }

  signed(audience: SubgraphName, body: string, over: Partial<Call> = {}, atMs = Date.now()): Record<string, string> {
    const now = new Date().toISOString();
    const call: Call = {
      actor: { id: 'x', name: 'x', persona: 'executive', scopes: [], supplierIds: null, plantIds: null },
      instant: { now, asOf: now, knownAt: now, knownBy: 'SOURCE' },
      requestId: 'abuse',
      deadlineMs: Date.now() + 5_000,
      ...over,
    };
    return signCall(this.signing, audience, 'graphql', call, body, atMs);
  }

  socket(options: { protocols?: string[]; headers?: Record<string, string> } = {}): Socket {
    return new Socket(`${this.platform.url.replace('http', 'ws')}/graphql`, options);
  }

  async signedInSocket(token: string): Promise<Socket> {
    const socket = this.socket();
    await socket.opened;
    socket.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    await socket.until(() => socket.messages.some(({ type }) => type === 'connection_ack'));
    return socket;
  }

  /** What the issuer tells when somebody's rights end. @returns the status of the answer */
  async signOut(subject: string): Promise<number> {
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const body = new URLSearchParams({
      logout_token: this.tokenWith({ sub: subject, jti: `end of ${subject}`, events }),
    });
    return (await fetch(`${this.platform.url}/oidc/backchannel-logout`, { method: 'POST', body })).status;
  }

  /** A subscription as server-sent events, once its first event has come. */
  async eventStream(token: string, query: string): Promise<{ text: () => string; ended: Promise<void> }> {
    const answer = await fetch(`${this.platform.url}/graphql`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    let text = '';
    const decoder = new TextDecoder();
    let began = (): void => undefined;
    const begun = new Promise<void>((resolve) => (began = resolve));
    const ended = (async () => {
      for await (const chunk of answer.body!) {
        text += decoder.decode(chunk as Uint8Array, { stream: true });
        if (text.includes('event: next')) began();
      }
      began();
    })();
    await begun;
    return { text: () => text, ended };
  }

  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.platform.url}/metrics`)).text();
    return text
      .split('\n')
      .filter((line) => line.startsWith(name))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  /** Calls that subgraphs have had from the gateway, streams included: without one no resolver has run. */
  async calls(): Promise<number> {
    const [asked, streamed] = await Promise.all([
      this.metric('sightline_gateway_subgraph_calls_total'),
      this.metric('sightline_gateway_stream_groups_open'),
    ]);
    return asked + streamed;
  }

  /** What the gateway's event loop went through since it was asked last. */
  async held(): Promise<Held> {
    // A long turn is noticed at its end.
    await sleep(10);
    rmSync(this.probeFile, { force: true });
    process.kill(this.gatewayPid(), 'SIGUSR2');
    const until = Date.now() + 10_000;
    while (!existsSync(this.probeFile)) {
      if (Date.now() > until) throw new Error('the gateway does not say how long it was held');
      await sleep(2);
    }
    return JSON.parse(readFileSync(this.probeFile, 'utf8')) as Held;
  }

  private gatewayPid(): number {
    const { pid } = JSON.parse(readFileSync(path.join(this.platform.home, 'run.json'), 'utf8')) as { pid: number };
    const children = execFileSync('ps', ['--ppid', String(pid), '-o', 'pid=,args='], { encoding: 'utf8' });
    const found = /^\s*(\d+) .*gateway-process\.js/m.exec(children);
    if (found === null) throw new Error(`no gateway among\n${children}`);
    return Number(found[1]);
  }
}

interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

/** A WebSocket by hand, for what no well-behaved client does. */
export class Socket {
  readonly socket: WebSocket;
  readonly messages: Message[] = [];
  readonly opened: Promise<void>;
  /** Code and reason of the close; code 0 and the library's words when it never opened. */
  readonly closed: Promise<{ code: number; reason: string }>;

  constructor(url: string, { protocols = ['graphql-transport-ws'], headers = {} } = {}) {
    this.socket = new WebSocket(url, protocols, { headers });
    this.socket.on('message', (data: Buffer) => this.messages.push(JSON.parse(data.toString()) as Message));
    this.opened = new Promise((resolve) => this.socket.once('open', () => resolve()));
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
      this.socket.once('error', (error) => resolve({ code: 0, reason: error.message }));
    });
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.say({ id, type: 'subscribe', payload: { query, variables } });
  }

  of(id: string): Message[] {
    return this.messages.filter((message) => message.id === id);
  }

  /** The code of the error that ended a subscription; null while there is none. */
  codeOf(id: string): unknown {
    const error = this.of(id).find(({ type }) => type === 'error');
    return (error?.payload as { extensions?: { code?: unknown } }[] | undefined)?.[0]?.extensions?.code ?? null;
  }

  async until(wanted: () => boolean, ms = 10_000): Promise<void> {
    const end = Date.now() + ms;
    while (!wanted()) {
      if (Date.now() > end)
        throw new Error(`not within ${ms} ms; heard ${JSON.stringify(this.messages.slice(-3)).slice(0, 600)}`);
      await sleep(5);
    }
  }
}

function parsed(text: string): { data?: Answer['data']; errors?: Answer['errors'] } {
  try {
    return JSON.parse(text) as { data?: Answer['data']; errors?: Answer['errors'] };
  } catch {
    return {}; // Not JSON: the test looks at the text.
  }
}
