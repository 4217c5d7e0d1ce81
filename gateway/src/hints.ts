import type { Actor } from '@sightline/contracts/actor';

/** True for those who may write operations, and so read the schema. */
export const mayKnowSchema = ({ scopes }: Actor): boolean => scopes.includes('graphql:adhoc');

/** A message of graphql-js for those who may not: its hints name parts of the schema that the caller did not. */
export const withoutHints = (message: string): string => message.replace(/ ?Did you mean .+\?$/s, '');
