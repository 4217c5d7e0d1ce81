import { daysBetween } from '@sightline/kit/time/calendar-day';
import { contributionOf, leftOut, lineDates, type Judge } from './contribution-of-line';
import { completion, dueDay, isCancelledByBuyer } from './line-delivery';
import { siteDay } from './site-day';

/** Days from the due date to the day the delivery was complete, below 0 when early. A line not yet delivered takes no part. */
export const judgeLateness: Judge = (line, definition, context) => {
  const delivered = completion(line, 'RECEIVED');
  if (delivered === null) return null;
  const due = dueDay(line, definition);
  const dates = lineDates(line, context, due, delivered);
  const row = (verdict: Parameters<typeof contributionOf>[5]) =>
    contributionOf(line, definition, context, dates, delivered.when, verdict);
  if (isCancelledByBuyer(line)) return row(leftOut('CANCELLED_BY_BUYER'));
  if (due === null) return row(leftOut('DUE_DATE_UNKNOWN'));
  const days = daysBetween(due, siteDay(delivered.when, context));
  return row({ included: true, rule: days > 0 ? 'RECEIVED_LATE' : 'RECEIVED_BY_DUE', value: days });
};
