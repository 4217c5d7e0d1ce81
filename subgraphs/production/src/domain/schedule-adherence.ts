import { addDays } from '@sightline/kit/time/calendar-day';
import { dayOfInstant } from '@sightline/kit/time/instant';
import {
  contributionOf,
  leftOut,
  plantDay,
  type Judge,
  type JudgeContext,
  type Verdict,
} from './contribution-of-order';
import type { WorkOrder } from './work-order';

/**
 * Schedule adherence: completed by MES not after the calendar day, at the plant, of the finish frozen at release. An open
 * order fails from the day after; before that it takes no part (design/metrics.md 3.12).
 */
export const judgeScheduleAdherence: Judge = (order, definition, context) => {
  const due = dayOfInstant(order.frozenFinish, context.timeZone);
  return contributionOf(
    order,
    definition,
    { DUE: due, RECORDED: plantDay(order.recorded, context) },
    verdictOn(order, due, context),
  );
};

function verdictOn(order: WorkOrder, due: string, context: JudgeContext): Verdict {
  const { completed } = order;
  if (order.status === 'CANCELLED') return leftOut('CANCELLED');
  if (completed === null)
    return {
      included: true,
      rule: 'NOT_COMPLETED_WHEN_DUE',
      numerator: '0',
      denominator: '1',
      countsFrom: addDays(due, 1),
      occurred: null,
    };
  const inTime = plantDay(completed, context) <= due;
  return {
    included: true,
    rule: inTime ? 'COMPLETED_BY_FINISH' : 'COMPLETED_LATE',
    numerator: inTime ? '1' : '0',
    denominator: '1',
    countsFrom: due,
    occurred: completed,
  };
}
