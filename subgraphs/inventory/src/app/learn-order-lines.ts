import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import type { LineTerms } from '@sightline/contracts/events/purchase-order-line.v1';
import { lockLineReferences } from '../data/line-reference-lock';
import { attachReceipts, listItemsAndPlantsOf, writeLines, type StatedLine } from '../data/order-line.repository';
import { orderLineNames } from '../domain/order-line-names';
import { bookStock } from './book-stock';

/** An order line as suppliers has taken it. */
export type LineStatement = LogEntry<string, LineTerms>;

/**
 * Learns order lines from the log of suppliers: their names, for receipts to find them by; the items and plants they
 * name; and whose they are. Receipts that came before their line find it now, and enter stock.
 *
 * @param statements  in order of the log
 * @param now         instant of reading, RFC 3339
 */
export async function learnOrderLines(
  manager: EntityManager,
  statements: readonly LineStatement[],
  now: string,
): Promise<void> {
  const latest = new Map<string, StatedLine>();
  for (const statement of statements) {
    if (statement.source === null) continue;
    const before = latest.get(statement.subjectId);
    const names = orderLineNames(statement.payload, statement.source.sourceSystemId);
    latest.set(statement.subjectId, {
      lineId: statement.subjectId,
      terms: statement.payload,
      // A name once given stays, also when a later statement leaves it out.
      names: before === undefined ? names : [...before.names, ...names],
      statedAt: statement.pos,
      importId: before !== undefined && before.importId === null ? null : statement.source.importId,
    });
  }
  if (latest.size === 0) return;
  const lineIds = [...latest.keys()];
  await lockLineReferences(manager);
  await writeLines(manager, [...latest.values()]);
  const receipts = await attachReceipts(manager, lineIds);
  const items = await listItemsAndPlantsOf(manager, lineIds);
  await bookStock(manager, { receipts, movements: [], items }, [], now);
}
