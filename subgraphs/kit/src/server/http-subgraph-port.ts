import { Agent, request, type IncomingMessage } from 'node:http';
import { Pool, type Dispatcher } from 'undici';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphEvent, SubgraphPort } from '@sightline/contracts/subgraph-port';

/** Connections to one subgraph: as many as calls may be under way, feeds and readiness included. */
const CONNECTIONS = 160;
/** Below the time after which the kit's server closes an idle connection, so that it is we who close. */
const IDLE_MS = 30_000;
/** A stream holds its connection for as long as it lasts: it must not take one away from the calls. */
const streamAgent = new Agent({ keepAlive: false });

type Answer = Awaited<ReturnType<SubgraphPort['send']>>;

/**
 * A subgraph in another process. Connections are kept open: a new one for each call costs more than the call.
 *
 * @param baseUrl  e.g. http://127.0.0.1:4101
 */
export function httpSubgraphPort(name: SubgraphName, baseUrl: string): SubgraphPort {
  // One call at a time on a connection: behind a slow answer no other one has to wait. How long is waited is the caller's say.
  const options = { connections: CONNECTIONS, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 };
  const pool = new Pool(new URL(baseUrl).origin, { ...options, keepAliveTimeout: IDLE_MS });
  return {
    name,
    send: (path, body, headers, signal) =>
      new Promise((resolve, reject) => {
        const call: Dispatcher.DispatchOptions = {
          path: `/${path}`,
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body,
        };
        pool.dispatch(call, new AnswerReader(name, resolve, reject, signal));
      }),
    subscribe: (body, headers, signal) => readStream(name, new URL('/subscribe', baseUrl), body, headers, signal),
  };
}

/** Reads one answer: the least that can be done for it, since every call of every request comes by here. */
class AnswerReader implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = [];
  private status = 500;
  private controller: Dispatcher.DispatchController | null = null;
  private readonly giveUp = (): void => {
    const { signal } = this;
    const reason: unknown = signal?.reason;
    const error = reason instanceof Error ? reason : new Error(`the call of ${this.name} was given up`);
    this.controller?.abort(error);
    this.reject(error);
  };

  constructor(
    private readonly name: SubgraphName,
    private readonly resolve: (answer: Answer) => void,
    private readonly reject: (error: Error) => void,
    private readonly signal: AbortSignal | undefined,
  ) {
    signal?.addEventListener('abort', this.giveUp, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.signal?.aborted) this.giveUp();
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.signal?.removeEventListener('abort', this.giveUp);
    const [only] = this.chunks;
    const bytes = only !== undefined && this.chunks.length === 1 ? only : Buffer.concat(this.chunks);
    try {
      this.resolve({ status: this.status, body: JSON.parse(bytes.toString('utf8')) });
    } catch (error) {
      this.reject(new Error(`${this.name} answered with something that is not JSON`, { cause: error }));
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.signal?.removeEventListener('abort', this.giveUp);
    this.reject(error);
  }
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
