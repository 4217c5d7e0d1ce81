import type { JsonObject } from './execution/json-object';
import { isJsonObject, own } from './execution/json-object';

/** What a request over HTTP asks, before anything of it is judged. */
export interface Question {
  /** The document's text. */
  text: string;
  operationName: string | undefined;
  variables: JsonObject;
  /** True when the request names a persisted query beside its text, or instead of it. */
  isPersisted: boolean;
}

/** @returns the question that a JSON body asks, or null when it has not the form of one: Apollo Server says what is wrong */
export function questionIn(body: unknown): Question | null {
  if (!isJsonObject(body)) return null;
  const text = own(body, 'query');
  const operationName = own(body, 'operationName') ?? undefined;
  const variables = own(body, 'variables') ?? {};
  const extensions = own(body, 'extensions') ?? {};
  if (typeof text !== 'string' || !isJsonObject(variables) || !isJsonObject(extensions)) return null;
  if (operationName !== undefined && typeof operationName !== 'string') return null;
  return { text, operationName, variables, isPersisted: own(extensions, 'persistedQuery') !== undefined };
}

/** The same of a GET request. @param search the query part of the URL */
export function questionInUrl(search: string): Question | null {
  const given = new URLSearchParams(search);
  const body: JsonObject = { query: given.get('query') ?? undefined, operationName: given.get('operationName') };
  try {
    for (const name of ['variables', 'extensions']) body[name] = JSON.parse(given.get(name) ?? '{}') as unknown;
  } catch {
    return null; // Not JSON: Apollo Server tells the caller which of the two.
  }
  return questionIn(body);
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/**
 * The content type of an answer, by the request's `accept`, where that is one of the usual ones.
 *
 * @returns null: it takes more than a glance to say, which Apollo Server does
 */
export function answerTypeFor(accept: string | undefined): string | null {
  if (accept === undefined) return JSON_TYPE;
  let best: { type: string; quality: number } | null = null;
  for (const range of accept.split(',')) {
    const [, name, quality] = /^\s*([^\s;]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/.exec(range) ?? [];
    if (name === undefined) return null;
    const type = TYPES.get(name);
    if (type === undefined) return null;
    const weight = Number(quality ?? 1);
    if (weight > 0 && (best === null || weight > best.quality)) best = { type, quality: weight };
  }
  return best?.type ?? null;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['application/json', JSON_TYPE],
  ['application/graphql-response+json', GRAPHQL_TYPE],
  ['*/*', JSON_TYPE],
]);
