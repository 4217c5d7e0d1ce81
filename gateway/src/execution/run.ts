import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { JsonObject } from './json-object';

/** One request to a subgraph, as the plan makes it. */
export interface FetchCall {
  serviceName: string;
  /** The request as JSON text: query, name and variables. */
  body: string;
  /** The operation's text, to find its root fields by when the subgraph fails. */
  operation: string;
  /** True for a fetch of root fields, false for one of entities. */
  isRoot: boolean;
  isMutation: boolean;
}

/** What a subgraph answers. A subgraph that fails answers with errors; only a fault of ours is thrown. */
export interface FetchAnswer {
  data?: JsonObject | null;
  errors?: readonly GraphQLFormattedError[];
}

export type SendFetch = (call: FetchCall) => Promise<FetchAnswer>;

/** One execution of a compiled operation. */
export interface Run {
  /** Everything fetched so far, as the subgraphs name it. */
  root: JsonObject;
  /** As the caller gave them. */
  variables: Readonly<JsonObject>;
  /** A variable as JSON text; undefined when the caller gave none. */
  variableText: (name: string) => string | undefined;
  /** A variable that decides what is included, with its default. */
  booleanOf: (name: string) => boolean;
  send: SendFetch;
  errors: GraphQLError[];
  /**
   * Objects that fetches of this moment have found, by what is found: fetches of one step that need the same of the same
   * objects find them once. Forgotten with every answer that is merged.
   */
  found: Map<string, Found>;
}

/** Objects that are asked of a subgraph, equal ones once. */
export interface Found {
  /** What the subgraph needs to find them, as the JSON text of a list. */
  representations: string;
  /** The objects of each representation, in its order. */
  owners: readonly (readonly JsonObject[])[];
}

/** A part of a plan, ready to run. It answers null when it has nothing to wait for. */
export type Step = (run: Run) => Promise<void> | null;
