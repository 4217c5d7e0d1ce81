import type { When } from '@sightline/contracts/events/envelope';
import { leadTimeStageOf, type LeadTimeStage } from '@sightline/contracts/metric-definitions/system-definitions';
import { daysBetween } from '@sightline/kit/time/calendar-day';
import { contributionOf, leftOut, type Judge } from './contribution-of-line';
import { completion } from './line-delivery';
import type { PurchaseOrderLine } from './purchase-order-line';
import { siteDay, siteDayOrNull } from './site-day';

/** The anchors of a line's life between which lead times are measured. */
export type Anchor =
  'CREATED' | 'SENT' | 'ACKNOWLEDGED' | 'SHIPPED' | 'HANDED_OVER' | 'ARRIVED' | 'RECEIVED' | 'AVAILABLE';

const anchorsOf: Readonly<Record<LeadTimeStage, readonly [start: Anchor, end: Anchor]>> = {
  SENT_TO_RECEIVED: ['SENT', 'RECEIVED'],
  CREATED_TO_RECEIVED: ['CREATED', 'RECEIVED'],
  ACKNOWLEDGED_TO_RECEIVED: ['ACKNOWLEDGED', 'RECEIVED'],
  SENT_TO_ACKNOWLEDGED: ['SENT', 'ACKNOWLEDGED'],
  ACKNOWLEDGED_TO_SHIPPED: ['ACKNOWLEDGED', 'SHIPPED'],
  SENT_TO_SHIPPED: ['SENT', 'SHIPPED'],
  HANDED_OVER_TO_ARRIVED: ['HANDED_OVER', 'ARRIVED'],
  SHIPPED_TO_RECEIVED: ['SHIPPED', 'RECEIVED'],
  RECEIVED_TO_AVAILABLE: ['RECEIVED', 'AVAILABLE'],
  ARRIVED_TO_AVAILABLE: ['ARRIVED', 'AVAILABLE'],
  SENT_TO_AVAILABLE: ['SENT', 'AVAILABLE'],
  CREATED_TO_AVAILABLE: ['CREATED', 'AVAILABLE'],
};

interface Reached {
  when: When;
  /** When the fact was recorded; null when the statement of the line itself tells it. */
  recorded: When | null;
}

/**
 * When an anchor was reached. Anchors that goods pass are reached when the whole line has passed, so that stages laid end
 * to end add up to the whole.
 */
export function anchorReached(line: PurchaseOrderLine, anchor: Anchor): Reached | null {
  switch (anchor) {
    case 'CREATED':
      return line.created && { when: line.created, recorded: null };
    case 'SENT':
      return line.sent && { when: line.sent, recorded: null };
    case 'ACKNOWLEDGED':
      return line.acknowledged && { when: line.acknowledged, recorded: null };
    default: {
      const done = completion(line, anchor);
      return done && { when: done.when, recorded: done.recorded };
    }
  }
}

/**
 * Lead time of one stage in calendar days. A line takes part once the stage has ended, and belongs to the window of that
 * day: the date RECEIVED of the row is the day the stage ended. A stage that ends before it began is an error of the
 * data, left out under its code; one that ends on the same day counts as 0.
 */
export const judgeLeadTime: Judge = (line, definition, context) => {
  const stage = leadTimeStageOf(definition);
  if (stage === null) throw new Error(`${definition.id} measures no stage of a line's life`);
  const [start, end] = anchorsOf[stage];
  const ended = anchorReached(line, end);
  if (ended === null) return null;

  const endDay = siteDay(ended.when, context);
  const begun = anchorReached(line, start);
  const dates = {
    DUE: line.currentCommitDate,
    SENT: siteDayOrNull(line.sent, context),
    RECEIVED: endDay,
    RECORDED: siteDayOrNull(ended.recorded ?? line.recorded, context),
  };
  const row = (verdict: Parameters<typeof contributionOf>[5]) =>
    contributionOf(line, definition, context, dates, ended.when, verdict);

  if (begun === null) return row(leftOut(notCaptured(line, start)));
  const days = daysBetween(siteDay(begun.when, context), endDay);
  if (days < 0)
    return row(leftOut(start === 'SENT' && end === 'RECEIVED' ? 'DELIVERED_BEFORE_PO_SENT' : `${end}_BEFORE_${start}`));
  return row({ included: true, rule: stage, value: days });
};

/** Why a stage cannot begin. A transfer between sites of our own has no order that is sent out. */
export function notCaptured(line: PurchaseOrderLine, start: Anchor): string {
  if (start !== 'SENT') return `${start}_DATE_NOT_CAPTURED`;
  return line.terms.sourcing === 'TRANSFER' ? 'TRANSFER_WITHOUT_PO_DATE' : 'PO_DATE_NOT_CAPTURED';
}
