import { PURCHASE_ORDER_LINE_RECEIVED_V1 } from '@sightline/contracts/events/purchase-order-line.v1';
import { namesOfFact } from '@sightline/kit/facts/fact-order';
import type { PurchaseOrderLineEvent } from './purchase-order-line';

/**
 * By which names a correction may call a fact of a line: as any fact, and a receipt by its goods receipt too, since the
 * event of a receipt that inventory recorded has another id here.
 */
export function namesOfLineFact(event: PurchaseOrderLineEvent): readonly string[] {
  // A correction may bear the goods receipt of its original; the name then stays with the original.
  if (event.type !== PURCHASE_ORDER_LINE_RECEIVED_V1 || event.source?.correctionOf != null) return namesOfFact(event);
  return [...namesOfFact(event), event.payload.goodsReceiptId];
}
