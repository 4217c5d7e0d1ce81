import type { ApolloClient } from '@apollo/client';
import { createClient, type Client as Socket } from 'graphql-ws';
import type { Engine, LiveHub, Wanted } from './hub';
import { PerFrame } from './per-frame';
import { followStream, type OpenStream } from './stream';

/** Seconds between pings; an answer that takes longer than PONG_MS means that the socket is lost. */
const PING_MS = 1_000;
const PONG_MS = 900;
/** After this many sockets refused in a row the page asks for itself, and tries again every RETRY_SLOW_MS. */
const REFUSALS = 4;
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000];
const RETRY_SLOW_MS = 15_000;
/** A tab hidden for less than this keeps its streams: somebody only looked elsewhere. */
const HIDDEN_MS = 5_000;
/** Close codes of the gateway. */
const TOKEN_REFUSED = 4403;

interface SignIn {
  bearer: () => Promise<string>;
  forget: () => void;
}

/** Starts what carries the streams: one socket, a stream for each wish, rest while the tab is hidden. */
export function startEngine(hub: LiveHub, client: ApolloClient, signIn: SignIn): Engine {
  return new SocketEngine(hub, client, signIn);
}

class SocketEngine implements Engine {
  private readonly frame: PerFrame;
  private readonly open = new Map<string, { entry: Wanted; stream: OpenStream }>();
  private socket: Socket | null = null;
  private refused = 0;
  /** A socket that had been open was lost, and none is open since. */
  private lost = false;
  private hiddenTimer: number | null = null;
  private resting = false;
  private wakeUp: (() => void)[] = [];

  constructor(
    private readonly hub: LiveHub,
    private readonly client: ApolloClient,
    private readonly signIn: SignIn,
  ) {
    this.frame = new PerFrame((work) => client.cache.batch({ update: work }));
    document.addEventListener('visibilitychange', () => this.seen());
    window.addEventListener('offline', () => this.networkLost());
    window.addEventListener('online', () => this.retryNow());
  }

  sync(): void {
    for (const [key, { stream }] of this.open) {
      if (this.hub.wanted.has(key)) continue;
      stream.close();
      this.open.delete(key);
    }
    if (!this.resting) {
      for (const [key, entry] of this.hub.wanted) if (!this.open.has(key)) this.openStream(key, entry, null);
    }
    this.hub.connection.change({ streams: this.open.size });
    if (this.open.size === 0 && !this.resting) this.hub.connection.become('idle');
  }

  restart(): void {
    this.closeAll();
    this.dropSocket();
    this.places.clear();
    this.hub.connection.become('connecting');
    this.sync();
  }

  /** Cursors of streams that were closed to rest: they resume where they stopped. */
  private readonly places = new Map<string, string>();

  private openStream(key: string, entry: Wanted, place: string | null): void {
    const stream = followStream({
      spec: entry.spec,
      place: place ?? this.places.get(key) ?? null,
      client: this.client,
      connection: this.hub.connection,
      frame: this.frame,
      frameKey: key,
      listeners: entry.listeners,
      socket: () => (this.socket ??= this.connect()),
      again: () => this.pause(),
    });
    this.places.delete(key);
    this.open.set(key, { entry, stream });
  }

  private closeAll(): void {
    for (const [key, { stream }] of this.open) {
      const place = stream.place();
      if (place !== null) this.places.set(key, place);
      stream.close();
    }
    this.open.clear();
    this.frame.clear();
  }

  private connect(): Socket {
    const { connection } = this.hub;
    if (this.refused < REFUSALS) connection.become(this.lost ? 'reconnecting' : 'connecting', this.why());
    let pong: number | undefined;
    let opened: WebSocket | null = null;
    const socket = createClient({
      url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
      connectionParams: async () => ({ authorization: `Bearer ${await this.signIn.bearer()}` }),
      // Streams resume by their own cursor; the library would send the old question again.
      retryAttempts: 0,
      lazy: true,
      lazyCloseTimeout: 1_000,
      keepAlive: PING_MS,
      on: {
        opened: (made) => {
          opened = made instanceof WebSocket ? made : null;
        },
        connected: () => {
          this.refused = 0;
          this.lost = false;
          connection.become('live');
        },
        ping: (received) => {
          if (received) return;
          window.clearTimeout(pong);
          pong = window.setTimeout(() => opened?.close(4408, 'no answer to a ping'), PONG_MS);
        },
        pong: (received) => {
          if (received) window.clearTimeout(pong);
        },
        closed: (event) => {
          window.clearTimeout(pong);
          if (this.socket !== socket) return;
          this.socket = null;
          this.lostSocket(event instanceof CloseEvent ? event.code : null);
        },
      },
    });
    return socket;
  }

  private lostSocket(code: number | null): void {
    const { connection } = this.hub;
    if (code === TOKEN_REFUSED) this.signIn.forget();
    if (this.resting || this.hub.wanted.size === 0) return;
    if (connection.read().kind === 'live') {
      this.lost = true;
      connection.count({ lost: 1 });
    } else this.refused += 1;
    if (!navigator.onLine) connection.become('offline', 'this machine has no network');
    else if (this.refused >= REFUSALS) connection.become('polling', this.why());
    else connection.become(this.lost ? 'reconnecting' : 'connecting', this.why());
  }

  private why(): string | null {
    if (this.refused >= REFUSALS) return `the live connection was refused ${this.refused} times`;
    return this.lost ? 'the connection was lost' : null;
  }

  /** Waits before the next attempt; the network coming back ends the wait. */
  private pause(): Promise<void> {
    const wait = this.refused >= REFUSALS ? RETRY_SLOW_MS : (RETRY_MS[this.refused] ?? RETRY_SLOW_MS);
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, wait * (0.75 + Math.random() / 2));
      this.wakeUp.push(() => {
        window.clearTimeout(timer);
        resolve();
      });
    });
  }

  private retryNow(): void {
    const waiting = this.wakeUp;
    this.wakeUp = [];
    waiting.forEach((resolve) => resolve());
  }

  private networkLost(): void {
    if (this.hub.connection.read().kind === 'live') {
      this.lost = true;
      this.hub.connection.count({ lost: 1 });
    }
    this.hub.connection.become('offline', 'this machine has no network');
    this.dropSocket();
  }

  private dropSocket(): void {
    const { socket } = this;
    this.socket = null;
    socket?.terminate();
  }

  private seen(): void {
    window.clearTimeout(this.hiddenTimer ?? undefined);
    if (document.visibilityState === 'hidden') {
      this.hiddenTimer = window.setTimeout(() => this.rest(), HIDDEN_MS);
      return;
    }
    if (!this.resting) return;
    this.resting = false;
    this.hub.connection.become('reconnecting', 'catching up after a rest');
    this.sync();
    // Figures come at once; what hangs on them and is not streamed is asked for again.
    for (const { listeners } of this.hub.wanted.values()) listeners.forEach((one) => one.onRefetch?.());
  }

  private rest(): void {
    this.resting = true;
    this.closeAll();
    this.dropSocket();
    this.hub.connection.change({ streams: 0 });
    this.hub.connection.become('resting', 'the tab is hidden');
  }
}
