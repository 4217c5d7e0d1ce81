import { VOLUME_VALUE } from '@sightline/contracts/metric-definitions/system-definitions';
import { completion, isCancelledByBuyer } from './line-delivery';
import { contributionOf, leftOut, lineDates, type Judge } from './contribution-of-line';

/** Lines and their value. Due lines count whether or not they came; what the buyer cancelled does not. */
export const judgeVolume: Judge = (line, definition, context) => {
  const due = line.currentCommitDate ?? line.terms.requestedDate;
  const dates = lineDates(line, context, due);
  const occurred = completion(line, 'RECEIVED')?.when ?? line.sent;
  const row = (verdict: Parameters<typeof contributionOf>[5]) =>
    contributionOf(line, definition, context, dates, occurred, verdict);
  if (isCancelledByBuyer(line)) return row(leftOut('CANCELLED_BY_BUYER'));
  if (definition.id !== VOLUME_VALUE) return row({ included: true, rule: 'ORDERED', numerator: '1' });
  if (line.terms.value === null) return row(leftOut('VALUE_NOT_REPORTED'));
  return row({ included: true, rule: 'ORDERED', numerator: line.terms.value, unitCode: line.terms.currency });
};
