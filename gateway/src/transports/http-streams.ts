import type { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonRequest, parseJson, readBody, sendJson } from '../http-body';
import type { GatewayMetrics } from '../metrics';
import { askedInUrl } from '../question';
import type { Subscription } from '../subscriptions/group';
import type { SubscribePayload } from '../subscriptions/read-operation';
import { StreamOver } from '../subscriptions/refusal';
import type { SubscriptionDesk } from '../subscriptions/subscription-desk';
import { HttpStream } from './http-stream';
import type { Session, SessionRefusal, Sessions } from './sessions';
import { EVENT_STREAM, streamFormatOf, type StreamFormat } from './stream-format';
import { subscribePayload } from './subscribe-payload';

const LARGEST_BODY_BYTES = 64 * 1024;
/** Less than what proxies take for a dead connection. */
const HEARTBEAT_MS = 10_000;
const STATUS: Readonly<Record<SessionRefusal['code'], number>> = {
  UNAUTHENTICATED: 401,
  SIGN_IN_UNAVAILABLE: 503,
  TOO_MANY_CONNECTIONS: 429,
};

export interface HttpStreamsOptions {
  desk: SubscriptionDesk;
  sessions: Sessions;
  metrics: GatewayMetrics;
}

/** Subscriptions as answers over HTTP, where a network lets no WebSocket through: server-sent events and multipart. */
export class HttpStreams {
  private readonly streams = new Set<HttpStream>();
  private readonly beating: NodeJS.Timeout;
  private isDraining = false;

  constructor(private readonly options: HttpStreamsOptions) {
    this.beating = setInterval(() => {
      for (const stream of this.streams) stream.heartbeat();
    }, HEARTBEAT_MS).unref();
  }

  /** True when the request asks for a stream: `answer` answers it then. */
  takes({ method, headers }: IncomingMessage): boolean {
    return (method === 'POST' || method === 'GET') && streamFormatOf(headers.accept) !== null;
  }

  /** @param search the query part of the URL, with its question mark */
  async answer(request: IncomingMessage, response: ServerResponse, search: string): Promise<void> {
    const { desk, sessions } = this.options;
    const format = streamFormatOf(request.headers.accept) ?? EVENT_STREAM;
    if (this.isDraining) return this.refuse(response, 503, 'GATEWAY_STOPPING', 'The gateway restarts: come back.');
    let stream: HttpStream | null = null;
    let whyOver: string | null = null;
    const entered = await sessions.enter('answer', tokenOf(request), (message) => {
      whyOver = message;
      stream?.expire(message);
    });
    if (!entered.ok) return this.turnAway(response, entered);
    const { session } = entered;
    response.once('close', () => sessions.leave(session));
    if (response.closed) return sessions.leave(session);

    const payload = await this.read(request, response, search);
    if (payload === null) return;
    const subscription = desk.prepare(payload, session.actor);
    if (!('plan' in subscription)) return this.reject(request, response, format, subscription);
    if (whyOver !== null) return this.refuse(response, 401, 'UNAUTHENTICATED', whyOver);
    stream = this.open(response, format, session, resumed(subscription, format, request));
  }

  /** Tells every client that this gateway goes away. */
  stop(): void {
    this.isDraining = true;
    clearInterval(this.beating);
    for (const stream of this.streams) stream.interrupt('The gateway restarts: subscribe after the last cursor.');
  }

  private open(
    response: ServerResponse,
    format: StreamFormat,
    session: Session,
    subscription: Subscription,
  ): HttpStream {
    const { desk, metrics } = this.options;
    const stream = new HttpStream(response, format, session, (reason, errors) => {
      if (reason !== null) metrics.socketEnded(reason);
      for (const { extensions } of errors) metrics.errorTold(String(extensions?.['code']));
    });
    stream.begin();
    this.streams.add(stream);
    metrics.answersChanged(1);
    metrics.streamsChanged(1);
    const leave = desk.join(stream, subscription);
    response.once('close', () => {
      this.streams.delete(stream);
      metrics.answersChanged(-1);
      metrics.streamsChanged(-1);
      leave();
    });
    return stream;
  }

  /** Null: it was refused. */
  private async read(
    request: IncomingMessage,
    response: ServerResponse,
    search: string,
  ): Promise<SubscribePayload | null> {
    const refuse = (status: number, code: string, message: string): null => {
      this.refuse(response, status, code, message);
      return null;
    };
    if (request.method === 'POST' && !isJsonRequest(request))
      return refuse(415, 'BAD_REQUEST', 'Send the operation as JSON: "content-type: application/json", in UTF-8.');
    let asked: unknown;
    if (request.method === 'POST') {
      const body = await readBody(request, LARGEST_BODY_BYTES);
      if (!body.ok) return refuse(413, 'BODY_TOO_LARGE', `At most ${LARGEST_BODY_BYTES} bytes are read.`);
      asked = parseJson(body.text);
    } else {
      asked = askedInUrl(search);
    }
    return subscribePayload(asked) ?? refuse(400, 'BAD_REQUEST', 'Send {"query": "subscription …", "variables": {…}}.');
  }

  /** An operation that is not begun. */
  private reject(
    request: IncomingMessage,
    response: ServerResponse,
    format: StreamFormat,
    refusals: readonly GraphQLError[],
  ): void {
    const errors = refusals.map((error) => error.toJSON());
    for (const { extensions } of errors) this.options.metrics.errorTold(String(extensions?.['code']));
    // A client of server-sent events cannot read another answer.
    if (format === EVENT_STREAM) {
      response.writeHead(200, { 'content-type': format.contentType, 'cache-control': 'no-store' });
      response.end(format.opening + format.over(new StreamOver(errors).errors));
      return;
    }
    const type = 'application/graphql-response+json';
    const contentType = request.headers.accept?.includes(type) === true ? `${type}; charset=utf-8` : undefined;
    sendJson(response, 400, { errors }, contentType === undefined ? {} : { 'content-type': contentType });
  }

  private turnAway(response: ServerResponse, { code, message }: SessionRefusal): void {
    if (code === 'TOO_MANY_CONNECTIONS') this.options.metrics.socketEnded('TOO_MANY');
    this.refuse(response, STATUS[code], code, message);
  }

  private refuse(response: ServerResponse, status: number, code: string, message: string): void {
    this.options.metrics.errorTold(code);
    const headers: Record<string, string> =
      status === 401 ? { 'www-authenticate': 'Bearer realm="sightline"' } : status >= 429 ? { 'retry-after': '2' } : {};
    sendJson(response, status, { errors: [{ message, extensions: { code } }] }, headers);
  }
}

const tokenOf = ({ headers }: IncomingMessage): string | null =>
  /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;

/** A browser that lost its connection names the last event that it had: that is further on than what it first asked for. */
function resumed(subscription: Subscription, format: StreamFormat, { headers }: IncomingMessage): Subscription {
  const last = headers['last-event-id'];
  if (format !== EVENT_STREAM || typeof last !== 'string' || last === '' || !subscription.operation.isResumable)
    return subscription;
  return { ...subscription, operation: { ...subscription.operation, after: last } };
}
