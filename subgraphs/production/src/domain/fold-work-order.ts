import type { When } from '@sightline/contracts/events/envelope';
import {
  WORK_ORDER_RELEASED_V1,
  WORK_ORDER_REPORTED_V1,
  type WorkOrderEventKind,
  type WorkOrderReleasedV1,
  type WorkOrderReportedV1,
} from '@sightline/contracts/events/work-order.v1';
import { add, compare, isZero, sum } from '@sightline/kit/decimal/decimal';
import {
  byCommitment,
  byOccurrence,
  standingFacts,
  withoutRepeats,
  type StandingFact,
} from '@sightline/kit/facts/fact-order';
import type { WorkOrder, WorkOrderEvent } from './work-order';
import { workOrderStatus } from './work-order-status';

/**
 * Makes the work order out of its facts. The same facts give the same order in whatever order and however often they come.
 * A correction takes the place of what it corrects. The first release freezes the finish; later releases and reschedules
 * move only the plan beside it.
 *
 * @returns null when no release is among the facts: reports alone make no order
 */
export function foldWorkOrder(events: readonly WorkOrderEvent[]): WorkOrder | null {
  const standing = standingFacts(withoutRepeats(events));
  const releases = standing.filter(isRelease).sort(byCommitment);
  const [first] = releases;
  const last = releases.at(-1);
  if (first === undefined || last === undefined) return null;

  const reports = standing
    .filter(isReport)
    .map(({ event }) => event)
    .sort(byOccurrence);
  const production = reports.filter(({ payload }) => payload.event === 'REPORTED' || payload.event === 'COMPLETED');
  const postings = reports.filter(({ payload }) => payload.event === 'POSTED');
  const postedQuantity = sum(postings.map(({ payload }) => payload.quantity ?? '0'));
  const completedQuantity = sum(production.map(({ payload }) => payload.quantity ?? '0'));

  const plan = planOf(standing);

  const order: WorkOrder = {
    id: first.event.subjectId,
    version: Math.max(...events.map((event) => event.subjectVersion)),
    terms: last.event.payload,
    source: last.event.source,
    released: first.event.occurred,
    recorded: first.event.recorded,
    frozenFinish: first.event.payload.plannedFinish,
    plannedStart: plan.plannedStart,
    plannedFinish: plan.plannedFinish,
    mesState: lastSaid(reports.map(({ payload }) => payload.mesState)),
    erpState: lastSaid(reports.map(({ payload }) => payload.erpState)),
    completedQuantity,
    scrappedQuantity: sum(production.map(({ payload }) => payload.scrappedQuantity ?? '0')),
    reworkedQuantity: sum(production.map(({ payload }) => payload.reworkedQuantity ?? '0')),
    postedQuantity,
    started: reports.find(isUnderWay)?.occurred ?? null,
    completed: reports.findLast(({ payload }) => payload.event === 'COMPLETED')?.occurred ?? null,
    unpostedSince: oldestNotCovered(production, postedQuantity),
    // Comes of all the rest.
    status: 'RELEASED',
  };
  order.status = workOrderStatus(
    order,
    reports.map(({ payload }) => payload.event),
  );
  return order;
}

type Standing = StandingFact<WorkOrderEvent>;

const isRelease = (fact: Standing): fact is Standing & { event: WorkOrderReleasedV1 } =>
  fact.event.type === WORK_ORDER_RELEASED_V1;
const isReport = (fact: Standing): fact is Standing & { event: WorkOrderReportedV1 } =>
  fact.event.type === WORK_ORDER_REPORTED_V1;

const UNDER_WAY: readonly WorkOrderEventKind[] = ['STARTED', 'PAUSED', 'RESUMED', 'COMPLETED'];

/** A report of nothing (one corrected to nothing, or one that tells a state alone) does not begin an order. */
const isUnderWay = ({ payload }: WorkOrderReportedV1): boolean =>
  payload.event === 'REPORTED'
    ? [payload.quantity, payload.scrappedQuantity, payload.reworkedQuantity].some((one) => one !== null && !isZero(one))
    : UNDER_WAY.includes(payload.event);

const lastSaid = (states: readonly (string | null)[]): string | null =>
  states.findLast((state) => state !== null) ?? null;

/** The plan as it stands: what the last release or reschedule that says it says of start, and of finish. */
function planOf(standing: readonly Standing[]): Pick<WorkOrder, 'plannedStart' | 'plannedFinish'> {
  const plan = { plannedStart: '', plannedFinish: '' };
  for (const { event } of [...standing].sort(byCommitment)) {
    if (event.type === WORK_ORDER_REPORTED_V1 && event.payload.event !== 'RESCHEDULED') continue;
    plan.plannedStart = event.payload.plannedStart ?? plan.plannedStart;
    plan.plannedFinish = event.payload.plannedFinish ?? plan.plannedFinish;
  }
  return plan;
}

/** Postings cover the oldest reports first; the oldest that is not wholly covered has been waiting longest. */
function oldestNotCovered(reports: readonly WorkOrderReportedV1[], posted: string): When | null {
  let reported = '0';
  for (const { payload, occurred } of reports) {
    if (payload.quantity === null || isZero(payload.quantity)) continue;
    reported = add(reported, payload.quantity);
    if (compare(reported, posted) > 0) return occurred;
  }
  return null;
}
