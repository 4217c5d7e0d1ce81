import { createClient, type Client as Socket } from 'graphql-ws';
import { socketAddress } from '../../apollo/socket-address';
import { noteAnswer } from '../../apollo/server-clock';
import type { Answer } from './last-answer.model';

/** How one is signed in: the session's own token. */
export interface SignIn {
  bearer: () => Promise<string>;
  /** Drops a token that the platform no longer accepts. */
  forget: () => void;
}

interface Question {
  query: string;
  operationName?: string | null;
  variables?: unknown;
}

/** What GraphiQL takes for a stream. */
interface Stream {
  subscribe(sink: { next(value: unknown): void; error(thrown: unknown): void; complete(): void }): {
    unsubscribe(): void;
  };
}

/** The explorer's way to the platform: as the session's persona, over HTTP, and for subscriptions over a socket. */
export class Asker {
  private socket: Socket | null = null;

  /** @param onAnswer  hears of every answer and message, those to GraphiQL's own questions about the schema left out */
  constructor(
    private readonly signIn: SignIn,
    private readonly onAnswer: (answer: Answer) => void,
  ) {}

  /** @throws when the platform cannot be reached or says something that is not JSON */
  async ask(question: Question, headers: Readonly<Record<string, string>>): Promise<unknown> {
    const first = await this.send(question, headers);
    if (first.status !== 401) return first.body;
    // The token ran out, or a restarted issuer no longer knows it: it is replaced once, unseen.
    this.signIn.forget();
    return (await this.send(question, headers)).body;
  }

  private async send(question: Question, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const authorization = `Bearer ${await this.signIn.bearer()}`;
    const began = performance.now();
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        authorization,
        ...headers,
      },
      body: JSON.stringify(question),
    });
    const text = await response.text();
    noteAnswer(response.headers.get('date'), Date.now());
    const answer: Answer = {
      body: JSON.parse(text) as unknown,
      status: response.status,
      milliseconds: performance.now() - began,
      bytes: new Blob([text]).size,
      requestId: response.headers.get('x-request-id'),
      messages: 0,
    };
    if (question.operationName !== 'IntrospectionQuery') this.onAnswer(answer);
    return answer;
  }

  /** A subscription as a stream that GraphiQL starts and stops. */
  follow(question: Question): Stream {
    return {
      subscribe: (sink) => {
        const began = performance.now();
        let messages = 0;
        let milliseconds = 0;
        const stop = this.open().subscribe<unknown>(
          {
            query: question.query,
            operationName: question.operationName ?? undefined,
            variables: (question.variables ?? {}) as Record<string, unknown>,
          },
          {
            next: (body) => {
              messages += 1;
              if (messages === 1) milliseconds = performance.now() - began;
              this.onAnswer({ body, status: null, milliseconds, bytes: null, requestId: null, messages });
              sink.next(body);
            },
            error: (thrown) => sink.error(inWords(thrown)),
            complete: () => sink.complete(),
          },
        );
        return { unsubscribe: stop };
      },
    };
  }

  /** Ends the streams. */
  async close(): Promise<void> {
    const { socket } = this;
    this.socket = null;
    await socket?.dispose();
  }

  private open(): Socket {
    return (this.socket ??= createClient({
      url: socketAddress(),
      connectionParams: async () => ({ authorization: `Bearer ${await this.signIn.bearer()}` }),
      // A stream goes on by its cursor: whoever explores sees that it ended, and where.
      retryAttempts: 0,
      lazyCloseTimeout: 5_000,
    }));
  }
}

/** A lost socket comes as an event of the browser, which says nothing when printed. */
function inWords(thrown: unknown): unknown {
  if (!(thrown instanceof CloseEvent)) return thrown;
  const why = thrown.reason === '' ? 'without a reason' : thrown.reason;
  return new Error(`The socket was closed with code ${thrown.code}: ${why}`);
}
