import { GOODS_RECEIVED_V1 } from '@sightline/contracts/events/goods-received.v1';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { recordDeliveries } from '../app/record-deliveries';

/** A goods receipt of inventory completes its order line, once only. */
export const onGoodsReceived: Consumer<SubgraphServices> = {
  name: 'goods-received',
  from: 'inventory',
  types: [GOODS_RECEIVED_V1],
  handle: (manager, entries, services) => recordDeliveries(manager, entries, services.clock.now().toISOString()),
};
