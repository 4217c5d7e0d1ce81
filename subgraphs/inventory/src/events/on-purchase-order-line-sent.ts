import { PURCHASE_ORDER_LINE_SENT_V1, type LineTerms } from '@sightline/contracts/events/purchase-order-line.v1';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { learnOrderLines } from '../app/learn-order-lines';

/** Order lines of suppliers: what receipts, items and plants are known by. */
export const onPurchaseOrderLineSent: Consumer<SubgraphServices> = {
  name: 'lines-from-suppliers',
  from: 'suppliers',
  // Names of lines, items and plants describe receipts, and let them enter stock.
  patient: true,
  types: [PURCHASE_ORDER_LINE_SENT_V1],
  handle: (manager, entries, services) =>
    learnOrderLines(manager, entries as readonly LogEntry<string, LineTerms>[], services.clock.now().toISOString()),
};
