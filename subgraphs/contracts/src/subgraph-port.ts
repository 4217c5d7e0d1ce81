import type { Call } from './signed-call';
import type { SubgraphName } from './subgraph-names';

/**
 * How a subgraph is reached, in this process or over HTTP: with the same request and the same answer.
 *
 * `graphql` takes a GraphQLRequestBody; `feed` a FeedRequest; `progress` a ProgressRequest (all JSON).
 */
export interface SubgraphPort {
  readonly name: SubgraphName;
  /**
   * @param path   which of the subgraph's ports
   * @param body   JSON text; the signature covers it
   * @param headers  signature, call and audience, from `signCall`
   * @param signal ends the wait (deadline)
   * @returns status as in HTTP and the parsed JSON body; a refusal to answer (401, 503) is a status, a broken connection throws
   */
  send(
    path: 'graphql' | 'feed' | 'progress',
    body: string,
    headers: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<{ status: number; body: unknown }>;
  /**
   * What `send` to `graphql` does, of a subgraph in this process: nobody stands between who could change the call or make
   * one up, so nothing is signed. Left out: the subgraph is elsewhere.
   *
   * @throws when nobody is there
   */
  answer?(body: string, call: Call): Promise<GraphQLResponseBody>;
  /**
   * Opens the stream of a subscription; its path in the signature is `subscribe`. An event without `data` says why the
   * stream ends, and is the last one. A stream that was cut off (the subgraph stops, the connection breaks) throws: it may
   * be opened again with the cursor of the last event.
   *
   * @param signal ends the stream at once, also while the next event is waited for
   * @throws when the call is refused or nobody is there, at once or at the first step
   */
  subscribe(body: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): AsyncIterable<SubgraphEvent>;
}

/** A stream that has nothing to tell says so this often, in milliseconds: who hears nothing for longer hears a dead one. */
export const STREAM_HEARTBEAT_MS = 5_000;

export interface GraphQLRequestBody {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

export interface GraphQLResponseBody {
  data?: Record<string, unknown> | null;
  errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions?: Record<string, unknown>;
  }[];
}

/** One event of a subscription as its subgraph answers it. */
export interface SubgraphEvent extends GraphQLResponseBody {
  /** RFC 3339: the instant for which it was answered. What others add to the event is asked for the same instant. */
  at: string;
}

/** A subgraph in this process. */
export type LocalSubgraphPort = SubgraphPort & Required<Pick<SubgraphPort, 'answer'>>;
