import { flowMarksConsumer } from '@sightline/kit/outbox/flow-marks';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { onGoodsReceived } from './on-goods-received';
import { onPlantRegistered } from './on-plant-registered';

/**
 * Everything that is heard from inventory, by one reader with one position: with a reader for each kind, a heartbeat or a
 * seal could overtake the receipts that it covers.
 */
export function onInventory(sealVias: readonly SubgraphName[]): Consumer<SubgraphServices> {
  const facts = [onPlantRegistered, onGoodsReceived];
  const marks = flowMarksConsumer<SubgraphServices>('inventory', sealVias, (services) => services.clock.now());
  const inOrder = [...facts, marks];
  return {
    name: 'inventory',
    from: 'inventory',
    types: inOrder.flatMap((consumer) => consumer.types),
    async handle(manager, entries, services) {
      // Within a page, marks stand behind the facts they cover, so applying the facts first keeps that order.
      for (const consumer of inOrder) {
        const own = entries.filter((entry) => consumer.types.includes(entry.type));
        if (own.length > 0) await consumer.handle(manager, own, services);
      }
    },
  };
}
