import type { EntityManager } from 'typeorm';
import { projectedPosition } from '@sightline/kit/outbox/projector';
import { beyondTenant } from '@sightline/kit/postgres/transaction';
import { foldLine } from '../domain/fold-line';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import { historiesOf } from './line-history';

/**
 * Lines as their visible facts tell them, by id. The list keeps of a line only what it is searched and ordered by; the
 * line itself is folded when it is looked at, which is far rarer than that it changes.
 *
 * @param ids  lines that the caller was shown in this transaction
 */
export async function shownLines(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PurchaseOrderLine>> {
  return ids.length === 0 ? new Map() : linesAt(manager, ids, await projectedPosition(manager));
}

/** The same as the log stood at a position. */
export async function linesAt(
  manager: EntityManager,
  ids: readonly string[],
  pos: number,
): Promise<ReadonlyMap<string, PurchaseOrderLine>> {
  const lines = new Map<string, PurchaseOrderLine>();
  const histories = await beyondTenant(manager, (all) => historiesOf(all, ids, pos, []));
  for (const [id, events] of histories) {
    const line = foldLine(events);
    if (line !== null) lines.set(id, line);
  }
  return lines;
}
