import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopbackHost } from './config';
import { devPersonas } from './dev-issuer';
import type { DevIssuer } from './dev-issuer';
import { isJsonRequest, parseJson, readBody, sendJson } from './http-body';

const BODY_BYTES = 4 * 1024;

/** `POST /dev/token` and `GET /dev/personas`, for callers on this machine only. */
export async function answerDevIssuer(
  issuer: DevIssuer,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (status: number, code: string, message: string, headers?: Record<string, string>): void =>
    sendJson(response, status, { error: { code, message } }, headers);

  if (!comesFromThisMachine(request)) {
    return refuse(403, 'NOT_THIS_MACHINE', 'The dev issuer serves only callers on the machine that it runs on.');
  }
  if (path === '/dev/personas') {
    if (request.method === 'GET' || request.method === 'HEAD')
      return sendJson(response, 200, { personas: devPersonas() });
    return refuse(405, 'METHOD_NOT_ALLOWED', 'Use GET.', { allow: 'GET' });
  }
  if (request.method !== 'POST') return refuse(405, 'METHOD_NOT_ALLOWED', 'Use POST.', { allow: 'POST' });
  // A form on a foreign page can send text, never JSON: the browser would ask first, and nothing here says yes.
  if (!isJsonRequest(request)) {
    return refuse(415, 'NOT_JSON', 'Send "content-type: application/json".');
  }
  const body = await readBody(request, BODY_BYTES);
  if (!body.ok) return refuse(413, 'BODY_TOO_LARGE', 'The body is too large.');

  const issued = await issuer.issue(parseJson(body.text));
  if (issued.ok) return sendJson(response, 200, issued.token);
  return refuse(400, issued.refusal.code, issued.refusal.message);
}

/**
 * The socket must be local, and so must be the name that the caller used: a foreign page whose name was pointed at this
 * machine sends its own name. Nor may the request have come through a proxy, behind which anybody can be.
 */
function comesFromThisMachine(request: IncomingMessage): boolean {
  const { headers, socket } = request;
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const name = hostOf(`http://${headers.host ?? ''}`);
  const origin = headers.origin === undefined ? null : hostOf(headers.origin);
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some(
    (header) => header in headers,
  );
  return isLoopbackHost(address) && isLoopbackHost(name) && (origin === null || isLoopbackHost(origin)) && !forwarded;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');
