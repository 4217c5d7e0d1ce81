import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import type { LineTerms } from '@sightline/contracts/events/purchase-order-line.v1';
import { naturalLineKey, type ExternalKey } from '@sightline/contracts/identities';
import { lockLots } from '../data/lot-head.repository';
import { waitsForLine } from '../data/lot-facts';
import { writeLines, type KnownLine } from '../data/order-line.repository';
import { applyFactsWaitingFor } from './apply-lot-facts';

/**
 * Learns from suppliers which order lines there are: whose goods come for them, and by which names receipts refer to them.
 * Receipts and inspections that waited for a line are applied.
 *
 * @param statements  in order of the log
 * @param now         instant of ingestion here, RFC 3339
 */
export async function learnOrderLines(
  manager: EntityManager,
  statements: readonly LogEntry[],
  now: string,
): Promise<void> {
  const lines = new Map<string, KnownLine & { names: readonly ExternalKey[]; importId: string | null }>();
  for (const { subjectId, source, payload } of statements) {
    if (source === null) continue;
    const terms = payload as LineTerms;
    const before = lines.get(subjectId);
    lines.set(subjectId, {
      id: subjectId,
      supplierId: terms.supplierId,
      itemId: terms.itemId,
      plantId: terms.plantId,
      unitOfMeasure: terms.unitOfMeasure,
      sourcing: terms.sourcing,
      names: [...(before?.names ?? []), ...namesOf(terms, source.sourceSystemId)],
      importId: before !== undefined && before.importId === null ? null : source.importId,
    });
  }
  if (lines.size === 0) return;
  await lockLots(manager);
  await writeLines(manager, [...lines.values()]);
  const names = [...lines.values()].flatMap((line) => line.names.map(waitsForLine));
  await applyFactsWaitingFor(manager, [...new Set(names)], now);
}

/**
 * External ids, and order, line and schedule within the source. Without a line number those do not tell the lines of an
 * order apart: they then name a line only when it has no other name of that type.
 */
function namesOf(terms: LineTerms, sourceSystemId: string): readonly ExternalKey[] {
  const natural = naturalLineKey(sourceSystemId, terms.orderNumber, terms.lineNumber, terms.scheduleNumber);
  const isAmbiguous = terms.lineNumber === null && terms.externalIds[0]?.type === natural.type;
  return isAmbiguous ? terms.externalIds : [...terms.externalIds, natural];
}
