import { Agent, request } from 'node:http';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';

/** Connections are kept open: a new one for each call costs more than the call. */
const agent = new Agent({ keepAlive: true, maxSockets: 64, keepAliveMsecs: 10_000 });

/**
 * A subgraph in another process.
 *
 * @param baseUrl  e.g. http://127.0.0.1:4101
 */
export function httpSubgraphPort(name: SubgraphName, baseUrl: string): SubgraphPort {
  return {
    name,
    send: (path, body, headers, signal) =>
      new Promise((resolve, reject) => {
        const outgoing = request(
          new URL(`/${path}`, baseUrl),
          {
            method: 'POST',
            agent,
            signal,
            headers: {
              ...headers,
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            },
          },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => chunks.push(chunk));
            answer.on('error', reject);
            answer.on('end', () => {
              const text = Buffer.concat(chunks).toString('utf8');
              try {
                resolve({ status: answer.statusCode ?? 500, body: JSON.parse(text) });
              } catch (error) {
                reject(new Error(`${name} answered with something that is not JSON`, { cause: error }));
              }
            });
          },
        );
        outgoing.on('error', reject);
        outgoing.end(body);
      }),
  };
}
