import { FLOW_REGISTERED_V1, HEARTBEAT_REPORTED_V1 } from '@sightline/contracts/events/flow-marks.v1';
import { INSPECTION_LOT_DECIDED_V1, INSPECTION_LOT_REPORTED_V1 } from '@sightline/contracts/events/inspection-lot.v1';
import { flowMarksConsumer } from '@sightline/kit/outbox/flow-marks';
import type { Consumer } from '@sightline/kit/outbox/inbox';
import type { SubgraphServices } from '@sightline/kit/server/manifest';
import { hearInspections } from '../app/hear-inspections';

const DECISIONS: readonly string[] = [INSPECTION_LOT_DECIDED_V1, INSPECTION_LOT_REPORTED_V1];

const marks = flowMarksConsumer<SubgraphServices>('quality', [], (services) => services.clock.now());

/**
 * What is heard from quality, by one reader with one position, so that no heartbeat overtakes the decisions that it covers.
 * Seals are heard from operations alone: no import brings inspections.
 */
export const onQuality: Consumer<SubgraphServices> = {
  name: 'quality',
  from: 'quality',
  types: [...DECISIONS, HEARTBEAT_REPORTED_V1, FLOW_REGISTERED_V1],
  async handle(manager, entries, services) {
    const isDecision = ({ type }: { type: string }): boolean => DECISIONS.includes(type);
    await hearInspections(manager, entries.filter(isDecision), services.clock.now().toISOString());
    const heard = entries.filter((entry) => !isDecision(entry));
    if (heard.length > 0) await marks.handle(manager, heard, services);
  },
};
