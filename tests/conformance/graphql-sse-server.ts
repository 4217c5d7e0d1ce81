/** What the tests of graphql-sse call in place of the library's own handler: Sightline's streams. See stream-protocols.ts. */
import { needsHooks, startProtocolServer, suiteFixtures, type ProtocolServer } from './protocol-server';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One server, started when it is first asked for; after a stop the next question starts another. */
class SuiteServer {
  private running: Promise<ProtocolServer> | null = null;
  private readonly asking = new Set<Promise<Response>>();

  ask(path: string, init: RequestInit): Promise<Response> {
    this.running ??= suiteFixtures().then(({ schema }) => startProtocolServer(schema));
    const answer = this.running.then(({ port }) => fetch(`http://127.0.0.1:${port}/graphql${path}`, init));
    this.asking.add(answer);
    const done = (): void => void this.asking.delete(answer);
    answer.then(done, done);
    return answer;
  }

  /** Goes away when it has begun to answer whatever it was asked. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.asking);
    const former = await this.running;
    this.running = null;
    await former?.stop();
  }
}

/** Until then a client on the same machine has heard that its server is gone. */
const HEARD_WITHIN_MS = 50;
const shared = new SuiteServer();

const waitFor = (): Promise<never> => Promise.reject(needsHooks({ waitForOperation: true }));

/** As the suite calls its handler: an answer in one piece, or the pieces of a stream. */
export function createTHandler(options: object = {}): object {
  if (Object.keys(options).length > 0) throw needsHooks(options);
  const handler = async (
    method: Method,
    request: { search?: URLSearchParams; headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<[unknown, { status: number; headers: Record<string, string> }]> => {
    const gone = new AbortController();
    const answer = await shared.ask(request.search === undefined ? '' : `?${request.search.toString()}`, {
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

/** As the suite's clients fetch. Disposing of it is a server that goes away. */
export function createTFetch(options: object = {}): object {
  if (Object.keys(options).length > 0) throw needsHooks(options);
  const server = new SuiteServer();
  return {
    fetch: (input: string, init: RequestInit = {}) => server.ask(new URL(input).search, init),
    waitForRequest: waitFor,
    waitForOperation: waitFor,
    async dispose(): Promise<void> {
      await server.stop();
      await new Promise((resolve) => setTimeout(resolve, HEARD_WITHIN_MS));
    },
  };
}

export function assertString(value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new Error(`not a text: ${JSON.stringify(value)}`);
}

export function assertAsyncGenerator(value: unknown): asserts value is AsyncGenerator {
  if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value)) throw new Error('not a stream');
}
