import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { presentInstant } from '@sightline/contracts/request-instant';
import type { Authentication, Authenticator } from './actor';
import type { Deadlines } from './config';
import { holdLongLists, type HeldLists } from './held-lists';
import { isJsonRequest, parseJson, readBody, send } from './http-body';
import type { AdmittedOperation, Guards } from './guards/guards';
import { bodyLimitOf } from './guards/limits';
import { refuse, type GuardRefusal } from './guards/refusal';
import type { GatewayMetrics } from './metrics';
import { answerTypeFor, askedIn, askedInUrl, asSent, JSON_TYPE } from './question';
import { deadlineOf, type RequestContext } from './request-context';
import type { GraphQLServer } from './server';
import type { HttpStreams } from './transports/http-streams';
import { streamFormatOf } from './transports/stream-format';

export interface GraphQLEndpointOptions {
  server: GraphQLServer;
  authenticator: Authenticator;
  deadlines: Deadlines;
  clock: { now(): Date };
  metrics: GatewayMetrics;
  /** Judge every operation before it is planned, whoever executes it. */
  guards: Guards;
  /** Tell subscriptions to those who take a stream. */
  streams: Pick<HttpStreams, 'answerAdmitted'>;
}

/**
 * GraphQL over HTTP: POST with JSON, and GET for queries. First come method, who is asking and the size of the body (it
 * depends on who), then the guards, which are the same for every transport. What is usual is answered directly; Apollo Server
 * answers the rest.
 */
export class GraphQLEndpoint {
  constructor(private readonly options: GraphQLEndpointOptions) {}

  /** @param search the query part of the URL, with its question mark */
  async answer(request: IncomingMessage, response: ServerResponse, search: string): Promise<void> {
    const { authenticator, clock, deadlines, guards } = this.options;
    const requestId = randomUUID();
    const arrivedMs = Date.now();
    response.setHeader('x-request-id', requestId);

    const { method } = request;
    if (method !== 'GET' && method !== 'POST') {
      const headers = { allow: 'GET, POST' };
      return this.refuse(response, refuse(405, 'BAD_REQUEST', 'Use POST, or GET for queries.', {}, headers));
    }
    const authentication = await authenticator.authenticate(request.headers.authorization);
    if (!authentication.ok) return this.refuse(response, unauthenticated(authentication));
    const { actor } = authentication;

    const body =
      method === 'GET'
        ? { ok: true as const, value: askedInUrl(search), held: new Map<string, string>() }
        : await this.read(request, bodyLimitOf(actor));
    if (!body.ok) return this.refuse(response, body.refusal);
    const admission = guards.admit(askedIn(body.value), actor);
    if (!admission.ok) return this.refuse(response, admission.refusal);
    const { admitted } = admission;
    if (admitted.operation.operation === 'subscription') {
      const format = streamFormatOf(request.headers.accept);
      if (format !== null) return this.options.streams.answerAdmitted(request, response, format, admitted);
    }

    const gone = new AbortController();
    const onClose = (): void => gone.abort();
    response.once('close', onClose);
    const instant = presentInstant(clock.now().toISOString());
    const context: RequestContext = {
      actor,
      instant,
      requestId,
      arrivedMs,
      deadlines,
      heldLists: body.held,
      gone: gone.signal,
    };
    const isMutation = admitted.operation.operation === 'mutation';
    const leave = await guards.enter(actor, deadlineOf(context, isMutation) - Date.now(), gone.signal);
    if (typeof leave !== 'function') return this.refuse(response, leave);
    try {
      await this.execute(request, response, admitted, context);
    } finally {
      leave();
      response.off('close', onClose);
    }
  }

  private async execute(
    request: IncomingMessage,
    response: ServerResponse,
    admitted: AdmittedOperation,
    context: RequestContext,
  ): Promise<void> {
    const { server } = this.options;
    const method = request.method!;
    const contentType = method === 'POST' ? answerTypeFor(request.headers.accept) : null;
    const direct = contentType === null ? null : server.direct.find(admitted);
    if (direct !== null && contentType !== null)
      return send(response, 200, contentType, await server.direct.answer(direct, context));

    const answer = await server.execute(
      { method, headers: textHeaders(request), ...asSent(method, admitted) },
      { ...context, admitted },
    );
    response.statusCode = answer.status ?? 200;
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    if (answer.body.kind === 'complete') {
      const text = Buffer.from(answer.body.string, 'utf8');
      response.setHeader('content-length', text.length);
      response.end(text);
      return;
    }
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
  }

  private async read(
    request: IncomingMessage,
    maxBytes: number,
  ): Promise<{ ok: true; value: unknown; held: HeldLists } | { ok: false; refusal: GuardRefusal }> {
    const no = (status: number, code: string, message: string) => ({
      ok: false as const,
      refusal: refuse(status, code, message),
    });
    if (!isJsonRequest(request))
      return no(
        415,
        'BAD_REQUEST',
        'Send the operation as JSON: "content-type: application/json", in UTF-8, not compressed.',
      );
    const body = await readBody(request, maxBytes);
    if (!body.ok)
      return no(413, 'BODY_TOO_LARGE', `The body is larger than the ${maxBytes} bytes that are read from this caller.`);
    const { text, held } = holdLongLists(body.text);
    const value = parseJson(text);
    if (value === undefined) return no(400, 'BAD_REQUEST', 'The body is not JSON.');
    return Array.isArray(value)
      ? no(400, 'BAD_REQUEST', 'Send one operation in a request: batches are not answered.')
      : { ok: true, value, held };
  }

  private refuse(response: ServerResponse, { status, errors, headers }: GuardRefusal): void {
    for (const { extensions } of errors) this.options.metrics.errorTold(String(extensions?.['code']));
    const contentType = answerTypeFor(response.req.headers.accept) ?? JSON_TYPE;
    const traceId = response.getHeader('x-request-id');
    send(response, status, contentType, JSON.stringify({ errors, extensions: { traceId } }), headers);
  }
}

function unauthenticated({ code, message }: Extract<Authentication, { ok: false }>): GuardRefusal {
  if (code === 'SIGN_IN_UNAVAILABLE') return refuse(503, code, message);
  return refuse(401, code, message, {}, { 'www-authenticate': 'Bearer realm="sightline"' });
}

function* textHeaders(request: IncomingMessage): Iterable<[string, string]> {
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) yield [name, Array.isArray(value) ? value.join(', ') : value];
  }
}
