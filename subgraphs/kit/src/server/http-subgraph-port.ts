import { Agent, request, type IncomingMessage } from 'node:http';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphEvent, SubgraphPort } from '@sightline/contracts/subgraph-port';

/** Connections are kept open: a new one for each call costs more than the call. */
const agent = new Agent({ keepAlive: true, maxSockets: 64, keepAliveMsecs: 10_000 });
/** A stream holds its connection for as long as it lasts: it must not take one away from the calls. */
const streamAgent = new Agent({ keepAlive: false });

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
    subscribe: (body, headers, signal) => readStream(name, new URL('/subscribe', baseUrl), body, headers, signal),
  };
}

/** Events as lines of JSON. TCP holds the subgraph back when nobody asks for more. */
async function* readStream(
  name: SubgraphName,
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): AsyncGenerator<SubgraphEvent, void, void> {
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request(
        url,
        {
          method: 'POST',
          agent: streamAgent,
          signal,
          headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        resolve,
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
    if (answer.statusCode !== 200) {
      answer.resume();
      throw new Error(`${name} opened no stream: status ${answer.statusCode}`);
    }
    let rest = '';
    answer.setEncoding('utf8');
    for await (const chunk of answer as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) yield JSON.parse(line) as SubgraphEvent;
    }
  } catch (error) {
    // Whoever left is not told that the connection is gone.
    if (!signal.aborted) throw error;
  }
}
