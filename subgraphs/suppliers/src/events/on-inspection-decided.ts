import { INSPECTION_LOT_DECIDED_V1 } from '@sightline/contracts/events/inspection-lot.v1';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { recordInspectionDecisions } from '../app/record-inspection-decisions';

/** A decision of quality tells an order line how much of it can be used, once only. */
export const onInspectionDecided: Consumer<SubgraphServices> = {
  name: 'inspections-from-quality',
  from: 'quality',
  types: [INSPECTION_LOT_DECIDED_V1],
  handle: (manager, entries, services) =>
    recordInspectionDecisions(manager, entries, services.clock.now().toISOString()),
};
