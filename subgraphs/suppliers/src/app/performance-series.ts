import {
  DEFAULT_ON_TIME,
  definitionById,
  leadTimeDefinitionId,
  type LeadTimeStage,
} from '@sightline/contracts/metric-definitions/system-definitions';
import type { Bucket } from '@sightline/kit/figures/contribution';
import { series } from '@sightline/kit/figures/grouped-figures';
import { presentDistribution, presentValue } from '@sightline/kit/figures/present';
import { dayBucketOf } from '@sightline/kit/time/bucket';
import type { Context } from '../context';
import type { PerformanceQuestion } from './performance-question';
import { QuestionRefused } from '@sightline/kit/figures/question';

export interface PerformancePoint {
  start: string;
  leadTimeMedian: number | null;
  leadTimeP90: number | null;
  leadTimeN: number;
  onTimePercent: number | null;
  dueLines: number;
}

/**
 * Lead time and on time, bucket by bucket. A line stands in the bucket of its own window date, so lead time is over the
 * lines received in a bucket and on time over those due in it.
 *
 * @throws QuestionRefused for hours: these figures are made of calendar days
 */
export async function performanceSeries(
  context: Context,
  question: PerformanceQuestion,
  bucket: Bucket,
  stage: LeadTimeStage,
): Promise<PerformancePoint[]> {
  const days = dayBucketOf(bucket);
  if (!days.ok) throw new QuestionRefused('Delivery figures are made of calendar days; the finest bucket is DAY.');
  const [leadTime, onTime] = await Promise.all(
    [leadTimeDefinitionId(stage), DEFAULT_ON_TIME].map(async (id) => {
      const { source, population } = await context.desk.rows(question, definitionById(id)!);
      return series(source, population, days.value);
    }),
  );
  const due = new Map(onTime!.map((point) => [point.start, point.aggregate]));
  return leadTime!.map(({ start, aggregate }) => {
    const spread = presentDistribution(aggregate, null);
    const dueThen = due.get(start);
    return {
      start,
      leadTimeMedian: spread.median,
      leadTimeP90: spread.p90,
      leadTimeN: aggregate.n,
      onTimePercent: dueThen === undefined ? null : presentValue(dueThen, 'PERCENT', null).value,
      dueLines: dueThen?.n ?? 0,
    };
  });
}
