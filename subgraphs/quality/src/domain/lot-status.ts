import type { InspectionEventName } from '@sightline/contracts/events/inspection-lot.v1';
import type { InspectionLotStatus } from './inspection-lot';

/** How far each event brings a lot. */
const REACHES: Readonly<Record<InspectionEventName, InspectionLotStatus>> = {
  CREATED: 'CREATED',
  SAMPLED: 'SAMPLED',
  STARTED: 'IN_PROGRESS',
  RESULTS_RECORDED: 'RESULTS_COMPLETE',
  DECIDED: 'DECIDED',
  DISPOSITIONED: 'DISPOSITIONED',
  CLOSED: 'CLOSED',
  REOPENED: 'REOPENED',
};

/** A lot taken up again stands before the decision: it may be sampled and decided anew. */
const RANK: Readonly<Record<InspectionLotStatus, number>> = {
  CREATED: 0,
  REOPENED: 0,
  SAMPLED: 1,
  IN_PROGRESS: 2,
  RESULTS_COMPLETE: 3,
  DECIDED: 4,
  DISPOSITIONED: 5,
  CLOSED: 6,
  CANCELLED: 7,
};

/**
 * The status after an event. A lot goes forward only, however late an earlier step is told; steps may be left out. It is
 * reopened only when it is closed: at any other time the event changes nothing.
 */
export function nextStatus(status: InspectionLotStatus, event: InspectionEventName): InspectionLotStatus {
  if (event === 'REOPENED') return status === 'CLOSED' ? 'REOPENED' : status;
  const reached = REACHES[event];
  return RANK[reached] > RANK[status] ? reached : status;
}
