import type { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '@sightline/contracts/actor';
import type { AdmittedOperation } from '../guards/guards';
import { bearerToken } from '../actor';
import { sendJson } from '../http-body';
import type { GatewayMetrics } from '../metrics';
import type { Subscription } from '../subscriptions/group';
import { StreamOver } from '../subscriptions/refusal';
import type { SubscriptionDesk } from '../subscriptions/subscription-desk';
import { HttpStream } from './http-stream';
import type { Session, Sessions } from './sessions';
import { SharedEventStreams } from './shared-event-streams';
import { EVENT_STREAM, streamFormatOf, takesOnlyStreams, type StreamFormat } from './stream-format';
import { readSubscribe, refuseStream, turnAway, type Unread } from './stream-request';

/** Less than what proxies take for a dead connection. */
const HEARTBEAT_MS = 10_000;

export interface HttpStreamsOptions {
  desk: SubscriptionDesk;
  sessions: Sessions;
  metrics: GatewayMetrics;
}

/** Subscriptions as answers over HTTP, where a network lets no WebSocket through: server-sent events and multipart. */
export class HttpStreams {
  private readonly streams = new Set<HttpStream>();
  private readonly beating: NodeJS.Timeout;
  private readonly shared: SharedEventStreams;
  private isDraining = false;

  constructor(private readonly options: HttpStreamsOptions) {
    this.shared = new SharedEventStreams(options);
    this.beating = setInterval(() => {
      for (const stream of this.streams) stream.heartbeat();
      this.shared.heartbeat();
    }, HEARTBEAT_MS).unref();
  }

  /**
   * True when the request can be about nothing but a stream: `answer` answers it then. One that takes other answers as well is
   * read first, since most clients send one `accept` for all of their operations.
   */
  takes(request: IncomingMessage, search: string): boolean {
    const { method, headers } = request;
    return (
      ((method === 'POST' || method === 'GET') && takesOnlyStreams(headers.accept)) ||
      this.shared.takes(request, search)
    );
  }

  /** @param search the query part of the URL, with its question mark */
  async answer(request: IncomingMessage, response: ServerResponse, search: string): Promise<void> {
    if (!this.isDraining && this.shared.takes(request, search)) return this.shared.answer(request, response, search);
    const format = streamFormatOf(request.headers.accept) ?? EVENT_STREAM;
    return this.tell(request, response, format, async (actor) => {
      const read = await readSubscribe(request, search);
      return read.ok ? this.options.desk.prepare(read.payload, actor) : read;
    });
  }

  /** The same for a subscription that was read as any operation is, and found to be one. */
  async answerAdmitted(
    request: IncomingMessage,
    response: ServerResponse,
    format: StreamFormat,
    admitted: AdmittedOperation,
  ): Promise<void> {
    return this.tell(request, response, format, async (actor) => this.options.desk.prepareAdmitted(admitted, actor));
  }

  private async tell(
    request: IncomingMessage,
    response: ServerResponse,
    format: StreamFormat,
    prepare: (actor: Actor) => Promise<Subscription | readonly GraphQLError[] | Unread>,
  ): Promise<void> {
    const { metrics, sessions } = this.options;
    const refuse = (status: number, code: string, message: string): void =>
      refuseStream(metrics, response, status, code, message);
    if (this.isDraining) return refuse(503, 'GATEWAY_STOPPING', 'The gateway restarts: come back.');
    let stream: HttpStream | null = null;
    let whyOver: string | null = null;
    const entered = await sessions.enter('answer', bearerToken(request.headers.authorization), (message) => {
      whyOver = message;
      stream?.expire(message);
    });
    if (!entered.ok) return turnAway(metrics, response, entered);
    const { session } = entered;
    response.once('close', () => sessions.leave(session));
    if (response.closed) return sessions.leave(session);

    const subscription = await prepare(session.actor);
    if ('status' in subscription) return refuse(subscription.status, subscription.code, subscription.message);
    if (!('plan' in subscription)) return this.reject(request, response, format, subscription);
    if (whyOver !== null) return refuse(401, 'UNAUTHENTICATED', whyOver);
    stream = this.open(response, format, session, resumed(subscription, format, request));
  }

  /** Tells every client that this gateway goes away. */
  stop(): void {
    this.isDraining = true;
    clearInterval(this.beating);
    for (const stream of this.streams) stream.interrupt('The gateway restarts: subscribe after the last cursor.');
    this.shared.stop();
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
      response.writeHead(200, format.headers);
      response.end(format.opening + format.over(new StreamOver(errors).errors));
      return;
    }
    const type = 'application/graphql-response+json';
    const contentType = request.headers.accept?.includes(type) === true ? `${type}; charset=utf-8` : undefined;
    sendJson(response, 400, { errors }, contentType === undefined ? {} : { 'content-type': contentType });
  }
}

/** A browser that lost its connection names the last event that it had: that is further on than what it first asked for. */
function resumed(subscription: Subscription, format: StreamFormat, { headers }: IncomingMessage): Subscription {
  const last = headers['last-event-id'];
  if (format !== EVENT_STREAM || typeof last !== 'string' || last === '' || !subscription.operation.isResumable)
    return subscription;
  return { ...subscription, operation: { ...subscription.operation, after: last } };
}
