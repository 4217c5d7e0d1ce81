import type { ApolloClient } from '@apollo/client';
import type { Client as Socket } from 'graphql-ws';
import { print, type DocumentNode } from 'graphql';
import { withoutClientDirectives } from '../sent-document';
import { serverNow } from '../server-clock';
import { trustedNameOf, UNKNOWN_DOCUMENT } from '../trusted-documents';
import type { Connection } from './connection';
import type { StreamEvents, StreamSpec } from './hub';
import type { PerFrame } from './per-frame';
import { followFacts, followFigures, type Envelope, type Place } from './sequence';

interface StreamOptions {
  spec: StreamSpec;
  /** Resume after it; null: start with a snapshot. */
  place: Place;
  client: ApolloClient;
  connection: Connection;
  frame: PerFrame;
  frameKey: string;
  listeners: ReadonlySet<StreamEvents>;
  /** The socket of now; a lost one is replaced. */
  socket: () => Socket;
  /** Resolves when it is time for another attempt. */
  again: () => Promise<void>;
}

export interface OpenStream {
  place(): Place;
  close(): void;
}

/** Codes after which asking again would bring the same answer. */
const FINAL = new Set([
  'FORBIDDEN',
  'DOCUMENT_NOT_TRUSTED',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_NOT_SUPPORTED',
]);

/**
 * A stream gives a sign of life every few seconds. After so long without one, on a socket that lives, the part of the
 * platform that it comes from is silent: what it stands for is asked for again, and whoever shows it learns what is wrong.
 */
export const SILENT_MS = 12_000;

/** Follows one stream through lost sockets and restarts, until it is closed or refused for good. */
export function followStream(options: StreamOptions): OpenStream {
  const stream = new Stream(options);
  void stream.run();
  return stream;
}

class Stream implements OpenStream {
  private at: Place;
  private closed = false;
  private stop: (() => void) | null = null;
  private silence: number | undefined;
  /** The platform does not know the hash of the operation: it gets the text. */
  private inFull = false;

  constructor(private readonly options: StreamOptions) {
    this.at = options.place;
  }

  place(): Place {
    return this.at;
  }

  close(): void {
    this.closed = true;
    window.clearTimeout(this.silence);
    this.stop?.();
  }

  /** Notes a sign of life, and notices when none follows. */
  private heard(): void {
    window.clearTimeout(this.silence);
    this.silence = window.setTimeout(() => {
      this.refetch();
      this.heard();
    }, SILENT_MS);
  }

  async run(): Promise<void> {
    while (!this.closed) {
      this.heard();
      const code = await this.once();
      window.clearTimeout(this.silence);
      if (this.closed) return;
      if (code !== null && FINAL.has(code)) return;
      if (code === UNKNOWN_DOCUMENT && !this.inFull) {
        this.inFull = true;
        continue;
      }
      if (code === 'CURSOR_EXPIRED' || code === 'CURSOR_INVALID') {
        // Too long away: what was missed is fetched whole instead of change by change.
        this.at = null;
        this.refetch();
      } else {
        await this.options.again();
      }
    }
  }

  /** One subscription from start to end. Gives the code of what ended it; null when the socket was lost. */
  private once(): Promise<string | null> {
    const { spec, client, connection } = this.options;
    const variables = this.at === null ? spec.variables : { ...spec.variables, after: this.at };
    const resuming = this.at !== null;
    const name = this.inFull ? null : trustedNameOf(spec.document);
    // The protocol wants a text, if an empty one.
    const asked =
      name === null
        ? { query: print(withoutClientDirectives(client.documentTransform.transformDocument(spec.document))) }
        : { query: '', extensions: { ...name } };
    return new Promise((resolve) => {
      let first = true;
      let code: string | null = null;
      this.stop = this.options.socket().subscribe<Record<string, unknown>>(
        { ...asked, variables },
        {
          next: (result) => {
            code = codeOf(result) ?? code;
            const message = result.data?.[spec.field];
            if (!isEnvelope(message)) return;
            if (first && resuming) connection.count({ resumed: 1 });
            first = false;
            this.take(message, result.data ?? {});
          },
          // A lost socket and a refused operation both end here; a refusal says its code.
          error: (failure) => resolve(codeOfFailure(failure)),
          complete: () => resolve(code),
        },
      );
    });
  }

  private take(message: Envelope & Record<string, unknown>, data: Record<string, unknown>): void {
    const { spec, connection, frame, frameKey, listeners, client } = this.options;
    const { verdict, place } = (spec.of === 'facts' ? followFacts : followFigures)(this.at, message);
    this.at = place;
    this.heard();
    connection.change({ lastMessageAt: serverNow() });
    if (verdict === 'mark') return;
    if (verdict === 'repeat') return connection.count({ repeats: 1 });
    connection.count({ messages: 1, gaps: verdict === 'gap' ? 1 : 0 });
    if (verdict === 'gap') this.refetch();
    // Of figures the latest of a frame is enough; of facts each one counts.
    const key = spec.of === 'figures' ? frameKey : `${frameKey} ${message.cursor ?? ''}`;
    frame.add(key, () => {
      client.cache.write({
        dataId: 'ROOT_SUBSCRIPTION',
        query: spec.document as DocumentNode,
        variables: spec.variables,
        result: data,
      });
      // The entities have been merged by their ids; the envelope itself is of no further use.
      client.cache.evict({ id: 'ROOT_SUBSCRIPTION' });
      listeners.forEach((one) => one.onChange?.(message));
    });
  }

  private refetch(): void {
    this.options.listeners.forEach((one) => one.onRefetch?.());
  }
}

function isEnvelope(value: unknown): value is Envelope & Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'kind' in value && 'cursor' in value;
}

function codeOf(result: { errors?: readonly { extensions?: Record<string, unknown> }[] }): string | null {
  const code = result.errors?.[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : null;
}

/** graphql-ws gives a list of GraphQL errors for a refused operation, and a close event for a lost socket. */
function codeOfFailure(failure: unknown): string | null {
  return Array.isArray(failure) ? codeOf({ errors: failure as { extensions?: Record<string, unknown> }[] }) : null;
}
