import { PURCHASE_ORDER_LINE_SENT_V1 } from '@sightline/contracts/events/purchase-order-line.v1';
import { SUPPLIER_ONBOARDED_V1 } from '@sightline/contracts/events/supplier-onboarded.v1';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { learnOrderLines } from '../app/learn-order-lines';
import { appendNotes } from '@sightline/kit/outbox/append-notes';

/** Order lines tell whose the goods are that come for them; suppliers tell their tier. */
export const onSuppliers: Consumer<SubgraphServices> = {
  name: 'suppliers',
  from: 'suppliers',
  patient: 'UNTIL_COMMAND',
  types: [PURCHASE_ORDER_LINE_SENT_V1, SUPPLIER_ONBOARDED_V1],
  async handle(manager, entries, services) {
    const now = services.clock.now().toISOString();
    const of = (type: string) => entries.filter((entry) => entry.type === type);
    await appendNotes(manager, of(SUPPLIER_ONBOARDED_V1), 'ReferenceNote', now);
    await learnOrderLines(manager, of(PURCHASE_ORDER_LINE_SENT_V1), now);
  },
};
