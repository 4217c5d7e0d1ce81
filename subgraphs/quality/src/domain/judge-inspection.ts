import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { DEFECT_RATE, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import type { Contribution } from '@sightline/kit/figures/contribution';
import type { JudgeContext } from './contribution-of-inspection';
import { judgeDefectRate } from './defect-rate';
import type { Inspection } from './inspection-lot';
import { judgeLotRejection } from './lot-rejection';

/** What goods contribute to a metric of quality; no row when they take no part. Throws for a metric of another subgraph. */
export function judgeInspection(
  one: Inspection,
  definition: MetricDefinition,
  context: JudgeContext,
): readonly Contribution[] {
  switch (definition.metric) {
    case 'defectRate':
      return [judgeDefectRate(one, definition, context)];
    case 'lotRejectionRate': {
      const row = judgeLotRejection(one, definition, context);
      return row === null ? [] : [row];
    }
    default:
      throw new Error(`no inspection is judged by ${definition.id}`);
  }
}

/**
 * The definition by which rows are judged: an estimate is over the same rows as the count of what was inspected, and
 * differs in what it claims to say, which is why it has an interval.
 */
export const judgedBy = (definition: MetricDefinition): MetricDefinition =>
  isEstimate(definition) ? systemDefinition(DEFECT_RATE.inspected) : definition;

/** True for a definition whose value speaks of goods that nobody looked at. */
export const isEstimate = ({ id }: Pick<MetricDefinition, 'id'>): boolean => id === DEFECT_RATE.estimated;
