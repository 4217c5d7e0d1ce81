import type { GraphQLError, GraphQLFormattedError } from 'graphql';

/**
 * Where data breaks a promise of the schema (null for a required field) and no subgraph has reported an error, an entity
 * was named by one subgraph and is not known to the one that describes it: not yet, or not to this caller. Apollo's executor
 * nulls the entity and hides why in an extension; the specification wants an error.
 *
 * @param extensions  of the executor's result
 * @returns the errors to tell, or null when no promise was broken
 */
export function brokenPromises(
  extensions: Readonly<Record<string, unknown>> | undefined,
): readonly GraphQLFormattedError[] | null {
  const broken = extensions?.['valueCompletion'];
  return Array.isArray(broken) ? brokenErrors(broken as GraphQLError[]) : null;
}

/** The same, of what our executor says to be broken. */
export const brokenErrors = (broken: readonly GraphQLError[]): readonly GraphQLFormattedError[] =>
  broken.map((error) => ({
    message: 'The part of the platform that describes this does not know it, or not yet.',
    ...(error.path ? { path: error.path } : {}),
    extensions: { code: 'ENTITY_UNKNOWN' },
  }));
