import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { Contribution } from '@sightline/kit/figures/contribution';
import { contributionOf, counted, leftOut, type JudgeContext, type Verdict } from './contribution-of-inspection';
import { isRejected } from './defect-rate';
import { isReversed, type Inspection } from './inspection-lot';

/**
 * What a lot contributes to the share of lots rejected: one lot below the line once it was decided on after an inspection,
 * and one above when not all of it was accepted. Null for goods of which no lot was opened.
 */
export function judgeLotRejection(
  one: Inspection,
  definition: Pick<MetricDefinition, 'id'>,
  context: JudgeContext,
): Contribution | null {
  return one.isLot ? contributionOf(one, definition, context, verdictOn(one)) : null;
}

function verdictOn(one: Inspection): Verdict {
  if (isReversed(one)) return leftOut('RECEIPT_REVERSED');
  if (one.decision === null) return leftOut('NOT_DECIDED');
  if (one.decision.decision === 'SKIPPED') return leftOut('NOT_INSPECTED');
  return isRejected(one) ? counted(one.decision.decision, '1', '1') : counted('ACCEPTED', '0', '1');
}
