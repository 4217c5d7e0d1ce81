import type { LineTerms } from '@sightline/contracts/events/purchase-order-line.v1';
import { naturalLineKey, type ExternalKey } from '@sightline/contracts/identities';

/**
 * The names by which receipts may refer to an order line: its external ids, and order, line and schedule within the
 * source that stated it. Without a line number, order and schedule do not tell the lines of an order apart: they then
 * name a line only when that is its own and first name, or when its own name is of another type.
 */
export function orderLineNames(
  terms: Pick<LineTerms, 'orderNumber' | 'lineNumber' | 'scheduleNumber' | 'externalIds'>,
  sourceSystemId: string,
): readonly ExternalKey[] {
  const natural = naturalLineKey(sourceSystemId, terms.orderNumber, terms.lineNumber, terms.scheduleNumber);
  const own = terms.externalIds[0] ?? natural;
  const names = new Map<string, ExternalKey>();
  for (const key of [own, ...terms.externalIds, natural]) {
    if (key === natural && key !== own && terms.lineNumber === null && key.type === own.type) continue;
    names.set(JSON.stringify([key.sourceSystemId, key.type, key.value]), key);
  }
  return [...names.values()];
}
