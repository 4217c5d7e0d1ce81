import { definitionsOf } from '@sightline/contracts/metric-definitions/system-definitions';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { Contribution } from '@sightline/kit/figures/contribution';
import type { Judge, JudgeContext } from './contribution-of-line';
import { judgeLateness } from './lateness';
import { judgeLeadTime } from './lead-time';
import { judgeOnTime } from './on-time';
import type { PurchaseOrderLine, PurchaseOrderLineEvent } from './purchase-order-line';
import { judgeRecordedLag } from './recorded-lag';
import { judgeVolume } from './volume';

const oneRowJudges: Readonly<Record<string, Judge>> = {
  leadTime: judgeLeadTime,
  onTime: judgeOnTime,
  otif: judgeOnTime,
  lateness: judgeLateness,
  volume: judgeVolume,
};

/**
 * What a line contributes to a metric: no row when it takes no part, one row for each receipt to the recorded lag, one
 * row otherwise. The same line, definition and context always give the same rows. Throws for a metric that is not
 * judged on single lines (the order book needs two views of a line).
 */
export function judgeLine(
  line: PurchaseOrderLine,
  definition: MetricDefinition,
  context: JudgeContext,
): readonly Contribution[] {
  if (definition.metric === 'recordedLag') return judgeRecordedLag(line, definition, context);
  const judge = oneRowJudges[definition.metric];
  if (judge === undefined) throw new Error(`no line is judged by ${definition.id}`);
  const row = judge(line, definition, context);
  return row === null ? [] : [row];
}

/** The shipped definitions that `judgeLine` judges. */
export const LINE_DEFINITIONS: readonly MetricDefinition[] = definitionsOf().filter(
  (definition) => definition.metric === 'recordedLag' || definition.metric in oneRowJudges,
);

/**
 * Every subject under which these facts of one line can have given rows, also those that a correction has taken away
 * since: whoever replaces stored contributions names them all.
 */
export function subjectsOf(lineId: string, events: readonly PurchaseOrderLineEvent[]): readonly string[] {
  const subjects = new Set([lineId]);
  for (const event of events) {
    if (event.type === 'suppliers.purchaseOrderLine.received.v1') subjects.add(event.payload.goodsReceiptId);
  }
  return [...subjects];
}
