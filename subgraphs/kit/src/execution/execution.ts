import type { FragmentDefinitionNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** A place in the answer, as graphql-js keeps it: from the inside out. */
export interface Place {
  readonly prev: Place | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

/** One run of a compiled operation. */
export interface Execution {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  /** Coerced, with defaults. */
  readonly variableValues: Record<string, unknown>;
  readonly errors: GraphQLError[];
  /** What is the same for every object at which a field stands, by the field's number: arguments, and who may read it. */
  readonly perField: PerField[];
}

export interface PerField {
  args: Record<string, unknown>;
  /** Why the field is not read; null: it is. */
  refusal: Error | null;
}

/** In place of a value that could not be had: the nearest place above that may be null becomes null, and tells why. */
export class Failed {
  constructor(readonly error: GraphQLError) {}
}

/** A value, `Failed`, or a promise of either. */
export type Completed = unknown;

/** True when a value is one that comes later: what we make ourselves is a promise of our own. */
export const isLater = (completed: Completed): completed is Promise<unknown> => completed instanceof Promise;

/** Whether a resolver's value comes later, by whatever promises it was made. */
export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

export function pathOf(place: Place | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let one = place; one !== undefined; one = one.prev) path.push(one.key);
  return path.reverse();
}
