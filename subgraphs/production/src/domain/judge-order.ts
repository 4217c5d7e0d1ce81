import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { PRODUCTION_DEFINITIONS } from '@sightline/contracts/metric-definitions/production-definitions';
import type { Contribution } from '@sightline/kit/figures/contribution';
import type { Judge, JudgeContext } from './contribution-of-order';
import { judgeFirstPassYield } from './first-pass-yield';
import { judgeScheduleAdherence } from './schedule-adherence';
import { judgeUnposted } from './unposted';
import type { WorkOrder } from './work-order';

const judges: Readonly<Record<string, Judge>> = {
  scheduleAdherence: judgeScheduleAdherence,
  firstPassYield: judgeFirstPassYield,
  unposted: judgeUnposted,
};

/** What an order contributes to each figure of production. The same order and context always give the same rows. */
export const judgeOrder = (order: WorkOrder, context: JudgeContext): readonly Contribution[] =>
  PRODUCTION_DEFINITIONS.flatMap((definition) => judgeBy(definition, order, context) ?? []);

function judgeBy(definition: MetricDefinition, order: WorkOrder, context: JudgeContext): Contribution | null {
  const judge = judges[definition.metric];
  if (judge === undefined) throw new Error(`no work order is judged by ${definition.id}`);
  return judge(order, definition, context);
}
