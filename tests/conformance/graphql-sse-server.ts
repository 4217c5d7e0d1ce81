/** What the tests of graphql-sse call in place of the library's own handler: Sightline's streams. See stream-protocols.ts. */
import { needsHooks, startProtocolServer, suiteFixtures, type ProtocolServer } from './protocol-server';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

let running: Promise<ProtocolServer> | null = null;
const server = (): Promise<ProtocolServer> =>
  (running ??= suiteFixtures().then(({ schema }) => startProtocolServer(schema)));

async function ask(path: string, init: RequestInit): Promise<Response> {
  const { port } = await server();
  return fetch(`http://127.0.0.1:${port}/graphql${path}`, init);
}

const waitFor = (): Promise<never> => Promise.reject(needsHooks({ waitForOperation: true }));

/** As the suite calls its handler: an answer in one piece, or the pieces of a stream. */
export function createTHandler(options: object = {}): object {
  if (Object.keys(options).length > 0) throw needsHooks(options);
  const handler = async (
    method: Method,
    request: { search?: URLSearchParams; headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<[unknown, { status: number; headers: Record<string, string> }]> => {
    const gone = new AbortController();
    const answer = await ask(request.search === undefined ? '' : `?${request.search.toString()}`, {
      method,
      signal: gone.signal,
      headers: { ...(request.body === undefined ? {} : { 'content-type': 'application/json' }), ...request.headers },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    const init = { status: answer.status, headers: Object.fromEntries(answer.headers) };
    if (answer.headers.get('content-type')?.startsWith('text/event-stream') === true)
      return [events(answer, gone), init];
    const text = await answer.text();
    return [text === '' ? null : text, init];
  };
  return { handler, waitForRequest: waitFor, waitForOperation: waitFor };
}

async function* events(answer: Response, gone: AbortController): AsyncGenerator<string, void, void> {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        yield rest.slice(0, end + 2);
        rest = rest.slice(end + 2);
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return;
      rest += value;
    }
  } finally {
    gone.abort();
  }
}

/** As the suite's clients fetch. */
export function createTFetch(options: object = {}): object {
  if (Object.keys(options).length > 0) throw needsHooks(options);
  const open = new Set<AbortController>();
  return {
    async fetch(input: string, init: RequestInit = {}): Promise<Response> {
      const gone = new AbortController();
      open.add(gone);
      init.signal?.addEventListener('abort', () => gone.abort());
      return ask(new URL(input).search, { ...init, signal: gone.signal });
    },
    waitForRequest: waitFor,
    waitForOperation: waitFor,
    async dispose(): Promise<void> {
      for (const gone of open) gone.abort();
    },
  };
}

export function assertString(value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new Error(`not a text: ${JSON.stringify(value)}`);
}

export function assertAsyncGenerator(value: unknown): asserts value is AsyncGenerator {
  if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value)) throw new Error('not a stream');
}
