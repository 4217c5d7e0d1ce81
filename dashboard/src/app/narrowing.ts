import type { ScopeInput } from '../gql/graphql';
import type { View } from './view';

/** The scope of what has no supplier: work orders, flows, inspections. A scope that names more would be refused. */
export function ofPlants({ origin }: Pick<View, 'origin'>): ScopeInput | null {
  return origin === null ? null : { origin };
}

/** An id that only one screen understands of the address; null when there is none. */
export function idOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
