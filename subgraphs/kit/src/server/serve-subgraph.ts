import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SubgraphEvent } from '@sightline/contracts/subgraph-port';
import { CallRefused, type RunningSubgraph } from './start-subgraph';

/** Largest request body: a bulk of facts, with room to spare. */
const LARGEST_BODY_BYTES = 16 * 1024 * 1024;
const PATHS = ['graphql', 'feed', 'progress'] as const;

/** What of a subgraph is served. */
export type Servable = Pick<RunningSubgraph, 'name' | 'port' | 'ready'>;

export interface ServedSubgraph {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a subgraph over HTTP: POST /graphql, /feed, /progress and /subscribe (signed), GET /healthz (the process lives) and
 * GET /readyz (its database answers).
 */
export async function serveSubgraph(
  subgraph: Servable,
  address: { host: string; port: number },
): Promise<ServedSubgraph> {
  const server = createServer((incoming, outgoing) => {
    if (incoming.method === 'POST' && incoming.url === '/subscribe') {
      stream(subgraph, incoming, outgoing).catch((error: unknown) => {
        if (!outgoing.destroyed)
          process.stderr.write(
            `[${subgraph.name}] a stream was cut off: ${error instanceof Error ? error.message : String(error)}\n`,
          );
        // Cut off, not ended: the reader goes on by its cursor.
        outgoing.destroy();
      });
      return;
    }
    answer(subgraph, incoming).then(
      ({ status, body }) => send(outgoing, status, body),
      (error: unknown) => {
        // Nothing of the cause leaves the process; signed callers find it in the log under the same instant.
        process.stderr.write(`[${subgraph.name}] ${error instanceof Error ? error.stack : String(error)}\n`);
        send(outgoing, 500, { error: 'Something went wrong on our side.' });
      },
    );
  });
  // Longer than callers keep a connection idle: a call must not meet one that is just being closed.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${address.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // A long feed wait must not hold up the end.
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
      }),
  };
}

async function answer(subgraph: Servable, incoming: IncomingMessage): Promise<{ status: number; body: unknown }> {
  if (incoming.method === 'GET' && incoming.url === '/healthz') return { status: 200, body: { ok: true } };
  if (incoming.method === 'GET' && incoming.url === '/readyz') {
    const ready = await subgraph.ready();
    return { status: ready ? 200 : 503, body: { ready } };
  }
  const path = PATHS.find((known) => incoming.url === `/${known}`);
  if (path === undefined || incoming.method !== 'POST') return { status: 404, body: { error: 'Not found.' } };
  const body = await readBody(incoming);
  if (body === null) return { status: 413, body: { error: 'The request is too large.' } };
  return subgraph.port.send(path, body, headersOf(incoming));
}

/** Answers a subscription with one line of JSON for each event, for as long as the reader stays. */
async function stream(subgraph: Servable, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const body = await readBody(incoming);
  if (body === null) return send(outgoing, 413, { error: 'The request is too large.' });
  let events: AsyncIterable<SubgraphEvent>;
  try {
    events = subgraph.port.subscribe(body, headersOf(incoming), gone.signal);
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error;
    return send(outgoing, 401, { error: error.message });
  }
  outgoing.writeHead(200, { 'content-type': 'application/x-ndjson' });
  outgoing.flushHeaders();
  for await (const event of events) {
    if (gone.signal.aborted) return;
    if (!outgoing.write(`${JSON.stringify(event)}\n`))
      // A reader that is slow holds the stream; one that has gone ends it.
      await once(outgoing, 'drain', { signal: gone.signal }).catch(() => gone.abort());
  }
  outgoing.end();
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name in incoming.headers) {
    const value = incoming.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}

/** @returns null: the body is larger than what is read. @throws when the caller breaks off */
function readBody(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY_BYTES) chunks.push(chunk);
      // What follows is thrown away as it comes: a caller that is still sending could not read the refusal otherwise.
      else {
        chunks.length = 0;
        resolve(null);
      }
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    incoming.on('error', reject);
    incoming.on('close', () => reject(new Error('The caller has broken off.')));
  });
}

function send(outgoing: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  const bytes = Buffer.byteLength(text);
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes });
  // Nothing but ASCII, as most answers are, is copied as it stands instead of being encoded.
  outgoing.end(text, bytes === text.length ? 'latin1' : 'utf8');
}
