import { createHash, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { isSubgraphName, SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import { messageOf } from '../postgres/error-code';
import { ensureSecret } from '../postgres/password';
import type { SubgraphSwitch } from './platform';

/**
 * Opens the door through which single subgraphs are stopped and started: loopback only, and only for who can read the
 * token in the state folder (`keys/control-token`).
 *
 * `GET /subgraphs` lists them; `POST /subgraphs/NAME/stop` and `/start` answer when it is done.
 */
export async function openControl(
  homeDir: string,
  subgraphs: SubgraphSwitch,
): Promise<{ url: string; close(): Promise<void> }> {
  const { secret } = ensureSecret(path.join(homeDir, 'keys', 'control-token'));
  const server = http.createServer((request, response) => {
    void answer(request, secret, subgraphs)
      .catch((error: unknown) => ({ status: 500, body: { error: messageOf(error) } }))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
        response.end(`${JSON.stringify(body)}\n`);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, resolve);
  });
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: http.IncomingMessage,
  secret: string,
  subgraphs: SubgraphSwitch,
): Promise<{ status: number; body: unknown }> {
  request.resume();
  if (!sameSecret(request.headers.authorization ?? '', `Bearer ${secret}`))
    return { status: 401, body: { error: 'The control token is missing or wrong.' } };
  const [, room, name = '', action = ''] = (request.url ?? '').split('/');
  if (room !== 'subgraphs') return { status: 404, body: { error: 'There is only /subgraphs.' } };
  if (request.method === 'GET' && name === '') return { status: 200, body: subgraphs.list() };
  if (!isSubgraphName(name))
    return { status: 404, body: { error: `"${name}" is not a subgraph. There are ${SUBGRAPH_NAMES.join(', ')}.` } };
  if (request.method !== 'POST' || (action !== 'stop' && action !== 'start'))
    return { status: 404, body: { error: 'A subgraph can be stopped or started.' } };
  await subgraphs[action](name);
  return { status: 200, body: subgraphs.list().find((one) => one.name === name) };
}

/** Compares digests, which have one length, in a time that tells nothing. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
