import type { Actor } from '@sightline/contracts/actor';
import type { SubscriptionOperation } from './read-operation';

/**
 * Equal operation, variables and rights: whatever one may see of the answer, the others may. The cursor is no part of it, and
 * neither is who someone is: no field of a stream tells two callers of equal rights apart.
 */
export function shareKey(operation: SubscriptionOperation, actor: Actor): string {
  const rights = [actor.persona, sorted(actor.scopes), sorted(actor.supplierIds), sorted(actor.plantIds)];
  return JSON.stringify([operation.text, operation.operationName ?? null, canonical(operation.variables), rights]);
}

const sorted = (values: readonly string[] | null): string[] | null => (values === null ? null : [...values].sort());

/** Equal values have one text, whatever the order of their keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}
