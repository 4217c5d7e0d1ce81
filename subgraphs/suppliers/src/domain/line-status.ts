import { compare, isNegative, isZero, subtract } from '@sightline/kit/decimal/decimal';
import { completion, isDelivered, isWhollyCancelled, receivedQuantity, returnedQuantity } from './line-delivery';
import type { LineStatus, PurchaseOrderLine } from './purchase-order-line';

/** Where the line stands, told by its facts alone; the furthest stage that they show. */
export function lineStatus(line: Omit<PurchaseOrderLine, 'status'>): LineStatus {
  if (isWhollyCancelled(line)) return 'CANCELLED';
  if (line.closed) return 'CLOSED';
  const received = receivedStatus(line);
  if (received !== null) return received;
  if (line.shipped.length > 0) return completion(line, 'SHIPPED') === null ? 'PARTIALLY_SHIPPED' : 'SHIPPED';
  return line.acknowledged === null ? 'SENT' : 'ACKNOWLEDGED';
}

/** What went back to the supplier reopens the line; null when nothing of it is here. */
function receivedStatus(line: Omit<PurchaseOrderLine, 'status'>): LineStatus | null {
  if (line.received.length === 0) return null;
  const returned = returnedQuantity(line);
  if (isZero(returned)) return isDelivered(line) ? 'RECEIVED' : 'PARTIALLY_RECEIVED';
  const received = receivedQuantity(line);
  if (received === null) return 'PARTIALLY_RECEIVED';
  const kept = subtract(received, returned);
  if (isNegative(kept) || isZero(kept)) return null;
  return compare(kept, line.terms.quantity) >= 0 ? 'RECEIVED' : 'PARTIALLY_RECEIVED';
}
