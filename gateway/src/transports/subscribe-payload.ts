import { isJsonObject } from '../execution/json-object';
import type { SubscribePayload } from '../subscriptions/read-operation';

/** What a client sent, if it is a GraphQL request; null: it is none. */
export function subscribePayload(asked: unknown): SubscribePayload | null {
  if (!isJsonObject(asked)) return null;
  // A trusted document may be named by its hash alone.
  const { extensions, operationName, query = isJsonObject(extensions) ? '' : undefined, variables } = asked;
  if (typeof query !== 'string') return null;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== undefined && variables !== null && !isJsonObject(variables)) return null;
  return {
    query,
    operationName: operationName ?? null,
    variables: variables ?? null,
    extensions: isJsonObject(extensions) ? extensions : null,
  };
}
