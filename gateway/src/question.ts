import { acceptedRanges } from './accept';
import { isJsonObject } from './execution/json-object';
import type { AdmittedOperation, Asked } from './guards/guards';
import { parseJson } from './http-body';

/** What a JSON body asks; what has not the form of a question asks nothing. */
export const askedIn = (body: unknown): Asked => (isJsonObject(body) ? body : {});

/**
 * The same of a GET request: the parts stand in the address, objects as JSON. What is no JSON stays text, and is refused as
 * what it is not.
 *
 * @param search  the query part of the URL
 */
export function askedInUrl(search: string): Asked {
  const given = new URLSearchParams(search);
  const objectIn = (name: string): unknown => {
    const text = given.get(name);
    return text === null ? undefined : (parseJson(text) ?? text);
  };
  return {
    query: given.get('query') ?? undefined,
    operationName: given.get('operationName'),
    variables: objectIn('variables'),
    extensions: objectIn('extensions'),
  };
}

/** An admitted operation as the protocol carries it: with its text, also when only a hash was sent. */
export function asSent(
  method: string,
  { text, operationName, variables }: AdmittedOperation,
): { search: string; body: unknown } {
  if (method === 'POST') return { search: '', body: { query: text, operationName: operationName ?? null, variables } };
  const parts = new URLSearchParams({ query: text, variables: JSON.stringify(variables) });
  if (operationName !== undefined) parts.set('operationName', operationName);
  return { search: `?${parts.toString()}`, body: undefined };
}

export const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/**
 * The content type of an answer that is no stream, by the request's `accept`: the first that it prefers among those that we
 * write. Forms that we do not write are passed over.
 *
 * @returns null: it takes more than a glance to say, which Apollo Server does
 */
export function answerTypeFor(accept: string | undefined): string | null {
  if (accept === undefined) return JSON_TYPE;
  for (const { type, parameters } of acceptedRanges(accept)) {
    const written = TYPES.get(type);
    if (written !== undefined) return parameters.length === 0 ? written : null;
    if (type.endsWith('*')) return null;
  }
  return null;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['application/json', JSON_TYPE],
  ['application/graphql-response+json', GRAPHQL_TYPE],
  ['*/*', JSON_TYPE],
]);
