import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentNode } from 'graphql';
import type { Actor } from '@sightline/contracts/actor';
import { presentInstant } from '@sightline/contracts/request-instant';
import type { Authentication, Authenticator } from './actor';
import type { Deadlines } from './config';
import { holdLongLists, type HeldLists } from './held-lists';
import { isJsonRequest, parseJson, readBody, send, sendJson } from './http-body';
import { bodyLimitOf, documentRefusal } from './limits';
import type { GatewayMetrics } from './metrics';
import { answerTypeFor, questionIn, questionInUrl, type Question } from './question';
import type { RequestContext } from './request-context';
import type { GraphQLServer } from './server';

export interface GraphQLEndpointOptions {
  server: GraphQLServer;
  authenticator: Authenticator;
  deadlines: Deadlines;
  clock: { now(): Date };
  metrics: GatewayMetrics;
  /**
   * Judges a valid operation before it is planned: every request that could be executed passes here, whoever executes it.
   * Default: lets everything go.
   *
   * @returns why it is not answered; null: it is
   */
  guard?: (asked: GuardedQuestion) => Refusal | null;
}

/** What is judged before an operation is planned. */
export interface GuardedQuestion extends Question {
  /** Parsed and valid. The same object each time for equal texts, so what is found out about it may be kept. */
  document: DocumentNode;
  actor: Actor;
}

/** A refusal before GraphQL begins. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  headers?: Readonly<Record<string, string>>;
}

/**
 * GraphQL over HTTP: POST with JSON, and GET for queries. The order of guards is: method, who is asking, size of the
 * body (it depends on who), size of the document, tokens and validation, then `guard`. What is usual is answered directly;
 * Apollo Server answers the rest, and says what is wrong with what is not valid.
 */
export class GraphQLEndpoint {
  constructor(private readonly options: GraphQLEndpointOptions) {}

  /** @param search the query part of the URL, with its question mark */
  async answer(request: IncomingMessage, response: ServerResponse, search: string): Promise<void> {
    const { authenticator, clock, deadlines, server } = this.options;
    const requestId = randomUUID();
    const arrivedMs = Date.now();
    response.setHeader('x-request-id', requestId);

    const { method } = request;
    if (method !== 'GET' && method !== 'POST') {
      const headers = { allow: 'GET, POST' };
      return this.refuse(response, {
        status: 405,
        code: 'BAD_REQUEST',
        message: 'Use POST, or GET for queries.',
        headers,
      });
    }
    const authentication = await authenticator.authenticate(request.headers.authorization);
    if (!authentication.ok) return this.refuse(response, unauthenticated(authentication));
    const { actor } = authentication;

    const body =
      method === 'GET'
        ? { ok: true as const, value: undefined, held: new Map<string, string>() }
        : await this.read(request, bodyLimitOf(actor));
    if (!body.ok) return this.refuse(response, body.refusal);
    const question = method === 'GET' ? questionInUrl(search) : questionIn(body.value);
    const tooLong = documentRefusal(question?.text);
    if (tooLong) return this.refuse(response, { status: 400, code: 'DOCUMENT_TOO_LARGE', message: tooLong.message });
    const document = question === null ? null : server.documents.of(question.text);
    if (question !== null && document !== null) {
      const refusal = this.options.guard?.({ ...question, document, actor });
      if (refusal != null) return this.refuse(response, refusal);
    }

    const gone = new AbortController();
    const onClose = (): void => gone.abort();
    response.once('close', onClose);
    const heldLists = body.held;
    const instant = presentInstant(clock.now().toISOString());
    const context: RequestContext = { actor, instant, requestId, arrivedMs, deadlines, heldLists, gone: gone.signal };
    const contentType = method === 'POST' ? answerTypeFor(request.headers.accept) : null;
    const direct =
      question === null || document === null || contentType === null ? null : server.direct.find(question, document);
    if (direct !== null && contentType !== null) {
      const text = await server.direct.answer(direct, context);
      response.off('close', onClose);
      return send(response, 200, contentType, text);
    }
    const answer = await server.execute({ method, headers: textHeaders(request), search, body: body.value }, context);
    response.off('close', onClose);

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
  ): Promise<{ ok: true; value: unknown; held: HeldLists } | { ok: false; refusal: Refusal }> {
    const refuse = (refusal: Refusal) => ({ ok: false as const, refusal });
    if (!isJsonRequest(request)) {
      const message = 'Send the operation as JSON: "content-type: application/json", in UTF-8, not compressed.';
      return refuse({ status: 415, code: 'BAD_REQUEST', message });
    }
    const body = await readBody(request, maxBytes);
    if (!body.ok) {
      const message = `The body is larger than the ${maxBytes} bytes that are read from this caller.`;
      return refuse({ status: 413, code: 'BODY_TOO_LARGE', message });
    }
    const { text, held } = holdLongLists(body.text);
    const value = parseJson(text);
    return value === undefined
      ? refuse({ status: 400, code: 'BAD_REQUEST', message: 'The body is not JSON.' })
      : { ok: true, value, held };
  }

  private refuse(response: ServerResponse, { status, code, message, headers }: Refusal): void {
    this.options.metrics.errorTold(code);
    sendJson(response, status, { errors: [{ message, extensions: { code } }] }, headers);
  }
}

function unauthenticated(authentication: Extract<Authentication, { ok: false }>): Refusal {
  const { code, message } = authentication;
  if (code === 'SIGN_IN_UNAVAILABLE') return { status: 503, code, message };
  return { status: 401, code, message, headers: { 'www-authenticate': 'Bearer realm="sightline"' } };
}

function* textHeaders(request: IncomingMessage): Iterable<[string, string]> {
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) yield [name, Array.isArray(value) ? value.join(', ') : value];
  }
}
