import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticator } from './actor';
import { readBody, sendJson } from './http-body';

const BODY_BYTES = 16 * 1024;

/**
 * `POST /oidc/backchannel-logout`, a form with `logout_token`: the issuer of tokens says that somebody's rights have ended
 * (OpenID Connect Back-Channel Logout 1.0). The token proves who says so.
 */
export async function answerSignOut(
  authenticator: Authenticator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (status: number, message: string): void =>
    sendJson(response, status, { error: 'invalid_request', error_description: message });
  if (request.method !== 'POST') return refuse(405, 'Use POST.');
  const body = await readBody(request, BODY_BYTES);
  if (!body.ok) return refuse(413, 'The body is too large.');
  const token = new URLSearchParams(body.text).get('logout_token');
  if (token === null || !(await authenticator.signOut(token))) return refuse(400, 'This is no logout token for here.');
  sendJson(response, 200, {});
}
