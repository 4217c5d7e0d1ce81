import { GOODS_RECEIVED_V1 } from '@sightline/contracts/events/goods-received.v1';
import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { flowMarksConsumer } from '@sightline/kit/outbox/flow-marks';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { appendNotes } from '@sightline/kit/outbox/append-notes';
import { openInspectionLots } from '../app/open-inspection-lots';

/**
 * Everything that is heard from inventory, by one reader with one position: with a reader for each kind, a heartbeat or a
 * seal could overtake the receipts that it covers.
 */
export function onInventory(sealVias: readonly SubgraphName[]): Consumer<SubgraphServices> {
  const marks = flowMarksConsumer<SubgraphServices>('inventory', sealVias, (services) => services.clock.now());
  return {
    name: 'inventory',
    from: 'inventory',
    patient: 'UNTIL_COMMAND',
    types: [PLANT_REGISTERED_V1, GOODS_RECEIVED_V1, ...marks.types],
    async handle(manager, entries, services) {
      const now = services.clock.now().toISOString();
      const of = (types: readonly string[]) => entries.filter((entry) => types.includes(entry.type));
      await appendNotes(manager, of([PLANT_REGISTERED_V1]), 'ReferenceNote', now);
      await openInspectionLots(manager, of([GOODS_RECEIVED_V1]), now);
      // Within a page, marks stand behind the facts they cover, so applying the facts first keeps that order.
      await marks.handle(manager, of(marks.types), services);
    },
  };
}
