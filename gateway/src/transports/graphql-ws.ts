import { handleProtocols, makeServer, type Context } from 'graphql-ws';
import type { ExecutionArgs, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { bearerToken } from '../actor';
import { isLoopbackHost } from '../config';
import { describeThrown, type GatewayLog } from '../log';
import type { GatewayMetrics } from '../metrics';
import type { Subscription } from '../subscriptions/group';
import type { SubscribePayload } from '../subscriptions/read-operation';
import { refusal, StreamOver } from '../subscriptions/refusal';
import type { SubscriptionDesk } from '../subscriptions/subscription-desk';
import { CLOSE, Connection } from './connection';
import { MOST_SESSIONS_IN_ALL, type Sessions } from './sessions';
import { SocketMember } from './socket-member';

/** What one client may hold open. */
const MOST_SUBSCRIPTIONS_A_SOCKET = 50;
const LARGEST_MESSAGE_BYTES = 64 * 1024;
const SIGN_IN_WITHIN_MS = 3_000;
/** Every socket is asked once in as many seconds whether its client is there; some in each second, so that it is no burst. */
const PING_SECONDS = 12;
/** How long clients have for their part of closing at a stop. */
const CLOSING_MS = 400;

export interface GraphQLSocketsOptions {
  desk: SubscriptionDesk;
  sessions: Sessions;
  production: boolean;
  log: GatewayLog;
  metrics: GatewayMetrics;
}

interface Extra {
  connection: Connection;
}
type Ctx = Context<Record<string, unknown> | undefined, Extra>;

/** What `onSubscribe` hands to `subscribe`: all that the protocol's library passes on. */
interface Joining {
  connection: Connection;
  id: string;
  subscription: Subscription;
}

/** Subscriptions over WebSocket, in the protocol graphql-transport-ws. */
export class GraphQLSockets {
  private readonly server: WebSocketServer;
  private readonly protocol;
  private readonly connections = new Set<Connection>();
  private readonly pinging: NodeJS.Timeout;
  private pingSlot = 0;
  private opens = 0;
  private isDraining = false;

  constructor(private readonly options: GraphQLSocketsOptions) {
    this.server = new WebSocketServer({
      noServer: true,
      maxPayload: LARGEST_MESSAGE_BYTES,
      perMessageDeflate: false,
      handleProtocols,
    });
    this.protocol = makeServer<Record<string, unknown> | undefined, Extra>({
      connectionInitWaitTimeout: SIGN_IN_WITHIN_MS,
      onConnect: (ctx) => this.signIn(ctx),
      onSubscribe: (ctx, id, payload) => this.begin(ctx, id, payload),
      subscribe: (args) => this.join(args),
      onError: (_ctx, _id, _payload, errors) => this.told(errors),
    });
    this.pinging = setInterval(() => this.ping(), 1_000).unref();
  }

  /** Takes over a connection that asks to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.isDraining || this.connections.size >= MOST_SESSIONS_IN_ALL)
      return turnAway(socket, '503 Service Unavailable');
    if (!isOwnOrigin(request, this.options.production)) return turnAway(socket, '403 Forbidden');
    this.server.handleUpgrade(request, socket, head, (opened) => this.opened(opened, socket));
  }

  /** Tells every client that this gateway goes away. Ends within half a second. */
  async stop(): Promise<void> {
    this.isDraining = true;
    clearInterval(this.pinging);
    const closing = [...this.connections].map(
      ({ socket }) =>
        new Promise<void>((resolve) => {
          socket.once('close', () => resolve());
          socket.close(CLOSE.goingAway, 'The gateway restarts: connect again and subscribe after the last cursor.');
          this.options.metrics.socketEnded('STOPPING');
        }),
    );
    const cut = setTimeout(() => {
      for (const { socket } of this.connections) socket.terminate();
    }, CLOSING_MS);
    await Promise.all(closing);
    clearTimeout(cut);
    this.server.close();
  }

  private opened(socket: WebSocket, wire: Duplex): void {
    const { log, metrics, sessions } = this.options;
    const slot = (this.opens += 1) % PING_SECONDS;
    const connection = new Connection(socket, wire, slot, (reason) => metrics.socketEnded(reason));
    this.connections.add(connection);
    metrics.socketsChanged(1);
    socket.on('pong', () => (connection.isAlive = true));
    // Too large a message, broken frames: the library closes the socket with the code for it.
    socket.on('error', (error) => log.warn('a client broke the WebSocket protocol', { error: error.message }));
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            socket.send(data, (error) => (error ? reject(error) : resolve()));
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listen) =>
          socket.on('message', (data: RawData) => {
            listen(textOf(data)).catch((thrown: unknown) => {
              log.error('a message of a client could not be handled', describeThrown(thrown));
              socket.close(CLOSE.internal, 'Something went wrong on our side.');
            });
          }),
      },
      { connection },
    );
    socket.once('close', (code, reason) => {
      this.connections.delete(connection);
      if (connection.session !== null) sessions.leave(connection.session);
      metrics.socketsChanged(-1);
      closed(code, reason.toString()).catch((thrown: unknown) =>
        log.error('a socket was not closed in order', describeThrown(thrown)),
      );
    });
  }

  private async signIn(ctx: Ctx): Promise<boolean> {
    const { metrics, sessions } = this.options;
    const { connection } = ctx.extra;
    const entered = await sessions.enter('socket', tokenIn(ctx.connectionParams), (why) => connection.expire(why));
    if (entered.ok) {
      connection.session = entered.session;
      if (connection.isOpen) return true;
      // It left while its token was looked at.
      sessions.leave(entered.session);
      return false;
    }
    const { code, message } = entered;
    if (code === 'TOO_MANY_CONNECTIONS') metrics.socketEnded('TOO_MANY');
    connection.socket.close(code === 'UNAUTHENTICATED' ? CLOSE.forbidden : CLOSE.tryAgainLater, message.slice(0, 120));
    return false;
  }

  private begin(ctx: Ctx, id: string, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
    const { desk } = this.options;
    const { connection } = ctx.extra;
    const { session } = connection;
    if (session === null || !connection.mayHear()) return [refusal('UNAUTHENTICATED', 'Sign in first.')];
    if (Object.keys(ctx.subscriptions).length > MOST_SUBSCRIPTIONS_A_SOCKET)
      return [
        refusal(
          'SUBSCRIPTION_LIMIT',
          `At most ${MOST_SUBSCRIPTIONS_A_SOCKET} subscriptions are open on one socket; complete one, or open another socket.`,
        ),
      ];
    const subscription = desk.prepare(payload, session.actor);
    if (!('plan' in subscription)) return subscription;
    const joining: Joining = { connection, id, subscription };
    return {
      schema: desk.planner.schema,
      document: subscription.operation.document,
      operationName: subscription.operation.operationName,
      contextValue: joining,
    };
  }

  private join({ contextValue }: ExecutionArgs): SocketMember {
    const { connection, id, subscription } = contextValue as Joining;
    const { desk, metrics } = this.options;
    const member = new SocketMember(connection, id);
    metrics.streamsChanged(1);
    const leave = desk.join(member, subscription);
    let isIn = true;
    member.leave = () => {
      if (!isIn) return;
      isIn = false;
      metrics.streamsChanged(-1);
      leave();
    };
    return member;
  }

  /** What goes out as the protocol's error: the end of a stream says more than its message. */
  private told(errors: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
    const over = errors[0]?.originalError;
    const shown = over instanceof StreamOver ? over.errors : errors.map((error) => error.toJSON());
    for (const { extensions } of shown) this.options.metrics.errorTold(String(extensions?.['code']));
    return shown;
  }

  private ping(): void {
    this.pingSlot = (this.pingSlot + 1) % PING_SECONDS;
    for (const connection of this.connections) {
      if (connection.pingSlot !== this.pingSlot) continue;
      if (!connection.isAlive) {
        connection.socket.terminate();
        continue;
      }
      connection.isAlive = false;
      connection.socket.ping();
    }
  }
}

/** `{ authorization: "Bearer TOKEN" }`, as over HTTP, or `{ token: "TOKEN" }`. */
function tokenIn(params: Readonly<Record<string, unknown>> | undefined): string | null {
  const { authorization, Authorization, token } = params ?? {};
  const header = authorization ?? Authorization;
  if (typeof header === 'string') return bearerToken(header);
  return typeof token === 'string' && /^\S+$/.test(token) ? token : null;
}

/** Browsers say from which page they come. Programs say nothing, and bring a token all the same. */
function isOwnOrigin(request: IncomingMessage, production: boolean): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.host === host) return true;
  // While developing, the dashboard comes from another port of this machine.
  return !production && isLoopbackHost(from.hostname) && isLoopbackHost((host ?? '').replace(/:\d+$/, ''));
}

function turnAway(socket: Duplex, status: string): void {
  socket.once('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}
