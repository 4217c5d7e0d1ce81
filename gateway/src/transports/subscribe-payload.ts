import type { SubscribePayload } from '../subscriptions/read-operation';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a client sent, if it is a GraphQL request; null: it is none. */
export function subscribePayload(asked: unknown): SubscribePayload | null {
  if (!isObject(asked)) return null;
  // A trusted document may be named by its hash alone.
  const { extensions, operationName, query = isObject(extensions) ? '' : undefined, variables } = asked;
  if (typeof query !== 'string') return null;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== undefined && variables !== null && !isObject(variables)) return null;
  return {
    query,
    operationName: operationName ?? null,
    variables: variables ?? null,
    extensions: isObject(extensions) ? extensions : null,
  };
}
