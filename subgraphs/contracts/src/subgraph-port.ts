import type { SubgraphName } from './subgraph-names';

/**
 * How a subgraph is reached: in this process or over HTTP, with the same signed request and the same answer.
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
}

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
