import type { ApolloClient } from '@apollo/client';
import { createClient, type Client as Socket } from 'graphql-ws';
import { answeredAfter } from '../server-clock';
import { socketAddress } from '../socket-address';
import type { Engine, LiveHub, Wanted } from './hub';
import { PerFrame } from './per-frame';
import { followStream, type OpenStream } from './stream';

/**
 * A ping after each second of silence. An answer that takes longer than SILENT_MS is shown; only one that takes longer
 * than DEAD_MS gives the socket up, because a busy platform is not a lost one.
 */
const PING_MS = 1_000;
const SILENT_MS = 900;
const DEAD_MS = 6_000;
/** Waits before the next attempt, by how many sockets were refused in a row; the last one goes on for ever. */
const RETRY_MS = [250, 500, 1_000, 2_000];
/** After this many, while the platform answers over HTTP, the page says that it asks for itself instead. */
const REFUSALS = 4;
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
  /** A socket is open and greeted. */
  private greeted = false;
  /** When the platform was last known to be reached by socket, or first asked for one; on this machine's clock. */
  private since = Date.now();
  private hiddenTimer: number | null = null;
  private resting = false;
  private pausing: { over: Promise<void>; end: () => void } | null = null;

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
    if (connection.read().kind !== 'polling') connection.become(this.lost ? 'reconnecting' : 'connecting', this.why());
    let opened: WebSocket | null = null;
    const timers: number[] = [];
    const answered = (): void => timers.splice(0).forEach((timer) => window.clearTimeout(timer));
    const socket = createClient({
      url: socketAddress(),
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
          this.greeted = true;
          connection.become('live');
        },
        ping: (received) => {
          if (received) return;
          answered();
          timers.push(
            window.setTimeout(() => connection.become('silent'), SILENT_MS),
            window.setTimeout(() => opened?.close(4408, 'no answer to a ping'), DEAD_MS),
          );
        },
        pong: (received) => {
          if (!received) return;
          answered();
          if (this.socket === socket) connection.become('live');
        },
        closed: (event) => {
          answered();
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
    if (this.greeted) {
      this.lost = true;
      // What is on its way at this moment may still arrive; it proves nothing.
      this.since = Date.now() + 1_000;
      connection.count({ lost: 1 });
    } else this.refused += 1;
    this.greeted = false;
    if (!navigator.onLine) connection.become('offline', 'this machine has no network');
    else if (this.polls()) connection.become('polling', `the live connection was refused ${this.refused} times`);
    else connection.become(this.lost ? 'reconnecting' : 'connecting', this.why());
  }

  private why(): string | null {
    return this.lost ? 'the connection was lost' : null;
  }

  /** No socket, but answers over HTTP: a proxy that lets no WebSocket through, not a platform that is down. */
  private polls(): boolean {
    return this.refused >= REFUSALS && answeredAfter(this.since);
  }

  /** Waits before the next attempt, all streams together; the network coming back ends the wait. */
  private pause(): Promise<void> {
    if (this.pausing === null) {
      const wait = RETRY_MS[Math.min(this.refused, RETRY_MS.length - 1)] ?? 0;
      let end = (): void => undefined;
      const over = new Promise<void>((resolve) => {
        end = resolve;
      }).then(() => {
        this.pausing = null;
      });
      // Half to one and a half times the wait: fifty dashboards do not all come back in the same instant.
      const timer = window.setTimeout(() => end(), wait * (0.5 + Math.random()));
      this.pausing = {
        over,
        end: () => {
          window.clearTimeout(timer);
          end();
        },
      };
    }
    return this.pausing.over;
  }

  private retryNow(): void {
    this.pausing?.end();
  }

  private networkLost(): void {
    if (this.greeted) {
      this.lost = true;
      this.hub.connection.count({ lost: 1 });
    }
    this.hub.connection.become('offline', 'this machine has no network');
    this.dropSocket();
  }

  private dropSocket(): void {
    const { socket } = this;
    this.socket = null;
    this.greeted = false;
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
