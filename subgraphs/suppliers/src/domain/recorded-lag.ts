import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { Contribution } from '@sightline/kit/figures/contribution';
import { daysBetween } from '@sightline/kit/time/calendar-day';
import { contributionOf, leftOut, lineDates, type JudgeContext } from './contribution-of-line';
import type { PurchaseOrderLine } from './purchase-order-line';
import { siteDay } from './site-day';

/**
 * Days from each receipt to its being recorded at the source: one row for every receipt of the line. One recorded before
 * it was received is left out, never cut to 0: someone mistyped a date.
 */
export function judgeRecordedLag(
  line: PurchaseOrderLine,
  definition: MetricDefinition,
  context: JudgeContext,
): readonly Contribution[] {
  return line.received.map((receipt) => {
    const received = siteDay(receipt.when, context);
    const days = daysBetween(received, siteDay(receipt.recorded, context));
    const dates = lineDates(line, context, line.currentCommitDate, receipt);
    const row = contributionOf(
      line,
      definition,
      context,
      dates,
      receipt.when,
      days < 0 ? leftOut('RECORDED_BEFORE_RECEIVED') : { included: true, rule: 'RECORDED_AFTER_RECEIVED', value: days },
    );
    row.subjectType = 'GoodsReceipt';
    row.subjectId = receipt.subjectId;
    const ofLine = row.dims['shipmentNumber'] ?? null;
    const shipmentNumber = receipt.shipmentNumber ?? ofLine;
    if (shipmentNumber !== ofLine) row.dims = { ...row.dims, shipmentNumber };
    return row;
  });
}
