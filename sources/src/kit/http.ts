import { Agent, request } from 'node:http';
import { request as secureRequest, Agent as SecureAgent } from 'node:https';

export interface HttpAnswer {
  status: number;
  body: string;
}

/** A POST of JSON text. Rejects with the system's error when no answer came. */
export type Post = (path: string, json: string, headers?: Readonly<Record<string, string>>) => Promise<HttpAnswer>;

/** Nothing heard for this long is taken for a lost connection. */
const SILENCE_MS = 60_000;

/**
 * One keep-alive connection pool to one address. Plain `node:http` rather than `fetch`: it starts 30 ms sooner, which is
 * a part of what an import may take.
 */
export function openHttp(url: string, connections: number): { post: Post; close(): void } {
  const base = new URL(url);
  const secure = base.protocol === 'https:';
  const agent = secure
    ? new SecureAgent({ keepAlive: true, maxSockets: connections })
    : new Agent({ keepAlive: true, maxSockets: connections });
  const post: Post = (path, json, headers = {}) =>
    new Promise((resolve, reject) => {
      const call = (secure ? secureRequest : request)(
        new URL(path, base),
        {
          method: 'POST',
          agent,
          timeout: SILENCE_MS,
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            'content-length': Buffer.byteLength(json),
            ...headers,
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
          );
          answer.on('error', reject);
        },
      );
      call.on('timeout', () => call.destroy(new Error(`no answer within ${SILENCE_MS / 1000} s`)));
      call.on('error', reject);
      call.end(json);
    });
  return { post, close: () => agent.destroy() };
}
