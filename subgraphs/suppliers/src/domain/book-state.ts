import { isDelivered, isOpen, isWhollyCancelled } from './line-delivery';
import type { PurchaseOrderLine } from './purchase-order-line';

/** Where the order book has a line; each line is in one place. */
export type BookState = 'OPEN' | 'DELIVERED' | 'CLOSED' | 'CANCELLED';

/** Nothing more is expected of a line that is closed, though not all of it came. */
export function bookStateOf(line: PurchaseOrderLine): BookState {
  if (isWhollyCancelled(line)) return 'CANCELLED';
  if (isDelivered(line)) return 'DELIVERED';
  return isOpen(line) ? 'OPEN' : 'CLOSED';
}
