import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { appendNotes } from '@sightline/kit/outbox/append-notes';

/** A plant tells its time zone. */
export const onPlantRegistered: Consumer<SubgraphServices> = {
  name: 'plant-registered',
  from: 'inventory',
  types: [PLANT_REGISTERED_V1],
  handle: (manager, entries, services) =>
    appendNotes(manager, entries, 'PlantNote', services.clock.now().toISOString()),
};
