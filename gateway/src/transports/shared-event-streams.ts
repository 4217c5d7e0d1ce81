import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearerToken } from '../actor';
import { send, sendJson } from '../http-body';
import type { GatewayMetrics } from '../metrics';
import type { SubscriptionDesk } from '../subscriptions/subscription-desk';
import type { Session, Sessions } from './sessions';
import { SharedEventStream, SharedOperation } from './shared-event-stream';
import { readSubscribe, refuseStream, turnAway } from './stream-request';

const MOST_OPERATIONS_A_STREAM = 50;
/** A place that nobody takes is given up. */
const OPEN_WITHIN_MS = 10_000;
const TICKET_HEADER = 'x-graphql-event-stream-token';

export interface SharedEventStreamsOptions {
  desk: SubscriptionDesk;
  sessions: Sessions;
  metrics: GatewayMetrics;
}

/**
 * Server-sent events with one connection for all subscriptions of a client (graphql-sse, "single connection mode"), since
 * browsers open six to one host over HTTP/1: PUT gives a ticket, GET with it opens the stream, POST adds a subscription to it,
 * DELETE ends one.
 */
export class SharedEventStreams {
  private readonly streams = new Map<string, SharedEventStream>();

  constructor(private readonly options: SharedEventStreamsOptions) {}

  /** True when the request is about such a stream. */
  takes(request: IncomingMessage, search: string): boolean {
    const { method } = request;
    return method === 'PUT' || method === 'DELETE' || ticketOf(request, search) !== null;
  }

  async answer(request: IncomingMessage, response: ServerResponse, search: string): Promise<void> {
    if (request.method === 'PUT') return this.reserve(request, response);
    const ticket = ticketOf(request, search);
    const stream = ticket === null ? undefined : this.streams.get(ticket);
    if (stream === undefined || stream.isOver)
      return refuseStream(this.options.metrics, response, 404, 'NOT_FOUND', 'Stream not found');
    if ((request.headers.accept ?? '').includes('text/event-stream')) return this.open(stream, response);
    // The ticket opens the stream, since a browser's EventSource can send no header; for more, one signs in as ever.
    if (!(await this.options.sessions.isHeldBy(stream.session(), bearerToken(request.headers.authorization))))
      return refuseStream(
        this.options.metrics,
        response,
        401,
        'UNAUTHENTICATED',
        'Sign in as whoever opened the stream.',
      );
    if (request.method === 'DELETE') return this.complete(stream, response, search);
    return this.add(stream, request, response, search);
  }

  heartbeat(): void {
    for (const stream of this.streams.values()) stream.heartbeat();
  }

  /** Ends all without a word: their clients come back. */
  stop(): void {
    for (const stream of this.streams.values()) stream.end(null);
  }

  private async reserve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { metrics, sessions } = this.options;
    let session: Session | null = null;
    const ticket = randomUUID();
    const stream = new SharedEventStream(
      () => session!,
      () => metrics.socketEnded('TOO_SLOW'),
    );
    const entered = await sessions.enter('answer', bearerToken(request.headers.authorization), (message) => {
      metrics.socketEnded('EXPIRED');
      stream.end([{ message, extensions: { code: 'UNAUTHENTICATED' } }]);
      if (!stream.isOpen) this.forget(ticket, stream);
    });
    if (!entered.ok) return turnAway(metrics, response, entered);
    session = entered.session;
    this.streams.set(ticket, stream);
    setTimeout(() => {
      if (!stream.isOpen) this.forget(ticket, stream);
    }, OPEN_WITHIN_MS).unref();
    send(response, 201, 'text/plain; charset=utf-8', ticket);
  }

  private open(stream: SharedEventStream, response: ServerResponse): void {
    const { metrics } = this.options;
    if (stream.isOpen) return refuseStream(metrics, response, 409, 'CONFLICT', 'Stream already open');
    stream.open(response);
    metrics.answersChanged(1);
    response.once('close', () => {
      metrics.answersChanged(-1);
      for (const [ticket, one] of this.streams) if (one === stream) this.forget(ticket, stream);
    });
  }

  private async add(
    stream: SharedEventStream,
    request: IncomingMessage,
    response: ServerResponse,
    search: string,
  ): Promise<void> {
    const { desk, metrics } = this.options;
    const refuse = (status: number, code: string, message: string): void =>
      refuseStream(metrics, response, status, code, message);
    const read = await readSubscribe(request, search);
    if (!read.ok) return refuse(read.status, read.code, read.message);
    const operationId = read.payload.extensions?.['operationId'];
    if (typeof operationId !== 'string' || operationId === '')
      return refuse(400, 'BAD_REQUEST', 'Operation ID is missing');
    if (stream.operations.has(operationId)) return refuse(409, 'CONFLICT', 'Operation with ID already exists');
    if (stream.operations.size >= MOST_OPERATIONS_A_STREAM)
      return refuse(
        429,
        'SUBSCRIPTION_LIMIT',
        `At most ${MOST_OPERATIONS_A_STREAM} subscriptions are open on one stream.`,
      );
    const subscription = desk.prepare(read.payload, stream.session().actor);
    if (!('plan' in subscription)) return sendJson(response, 400, { errors: subscription });
    if (stream.isOver) return refuse(404, 'NOT_FOUND', 'Stream not found');
    const operation = new SharedOperation(stream, operationId);
    stream.operations.set(operationId, operation);
    metrics.streamsChanged(1);
    const leave = desk.join(operation, subscription);
    let isIn = true;
    operation.leave = () => {
      if (!isIn) return;
      isIn = false;
      metrics.streamsChanged(-1);
      leave();
    };
    response.writeHead(202, { 'content-length': 0 }).end();
  }

  private complete(stream: SharedEventStream, response: ServerResponse, search: string): void {
    const id = new URLSearchParams(search).get('operationId');
    if (id === null) return refuseStream(this.options.metrics, response, 400, 'BAD_REQUEST', 'Operation ID is missing');
    stream.operations.get(id)?.leave();
    stream.operations.delete(id);
    response.writeHead(200, { 'content-length': 0 }).end();
  }

  private forget(ticket: string, stream: SharedEventStream): void {
    if (!this.streams.delete(ticket)) return;
    stream.isOver = true;
    for (const operation of stream.operations.values()) operation.leave();
    stream.operations.clear();
    this.options.sessions.leave(stream.session());
  }
}

const ticketOf = ({ headers }: IncomingMessage, search: string): string | null => {
  const header = headers[TICKET_HEADER];
  return typeof header === 'string' ? header : new URLSearchParams(search).get('token');
};
