import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonRequest, parseJson, readBody, sendJson } from '../http-body';
import type { GatewayMetrics } from '../metrics';
import { askedInUrl } from '../question';
import type { SubscribePayload } from '../subscriptions/read-operation';
import type { SessionRefusal } from './sessions';
import { subscribePayload } from './subscribe-payload';

const LARGEST_BODY_BYTES = 64 * 1024;
const STATUS: Readonly<Record<SessionRefusal['code'], number>> = {
  UNAUTHENTICATED: 401,
  SIGN_IN_UNAVAILABLE: 503,
  TOO_MANY_CONNECTIONS: 429,
};

/** Why a request could not be read. */
export interface Unread {
  ok: false;
  status: number;
  code: string;
  message: string;
}

type Read = { ok: true; payload: SubscribePayload } | Unread;

/** The subscription that a POST with JSON or a GET asks for. */
export async function readSubscribe(request: IncomingMessage, search: string): Promise<Read> {
  const refuse = (status: number, code: string, message: string): Read => ({ ok: false, status, code, message });
  let asked: unknown;
  if (request.method === 'POST') {
    if (!isJsonRequest(request))
      return refuse(415, 'BAD_REQUEST', 'Send the operation as JSON: "content-type: application/json", in UTF-8.');
    const body = await readBody(request, LARGEST_BODY_BYTES);
    if (!body.ok) return refuse(413, 'BODY_TOO_LARGE', `At most ${LARGEST_BODY_BYTES} bytes are read.`);
    asked = parseJson(body.text);
  } else {
    asked = askedInUrl(search);
  }
  const payload = subscribePayload(asked);
  if (payload === null) return refuse(400, 'BAD_REQUEST', 'Send {"query": "subscription …", "variables": {…}}.');
  return { ok: true, payload };
}

/** A request for a stream that is not begun. */
export function refuseStream(
  metrics: GatewayMetrics,
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): void {
  metrics.errorTold(code);
  const headers: Record<string, string> =
    status === 401 ? { 'www-authenticate': 'Bearer realm="sightline"' } : status >= 429 ? { 'retry-after': '2' } : {};
  sendJson(response, status, { errors: [{ message, extensions: { code } }] }, headers);
}

/** A caller who was not let in. */
export function turnAway(metrics: GatewayMetrics, response: ServerResponse, { code, message }: SessionRefusal): void {
  if (code === 'TOO_MANY_CONNECTIONS') metrics.socketEnded('TOO_MANY');
  refuseStream(metrics, response, STATUS[code], code, message);
}
