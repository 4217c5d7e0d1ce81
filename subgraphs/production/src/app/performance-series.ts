import { PRODUCTION, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import type { Bucket } from '@sightline/kit/figures/contribution';
import { series } from '@sightline/kit/figures/grouped-figures';
import { presentValue } from '@sightline/kit/figures/present';
import { dayBucketOf } from '@sightline/kit/time/bucket';
import type { Context } from '../context';
import type { PerformanceQuestion } from './performance-question';
import { QuestionRefused } from '@sightline/kit/figures/question';

export interface PerformancePoint {
  start: string;
  scheduleAdherencePercent: number | null;
  dueOrders: number;
  firstPassYieldPercent: number | null;
  completedOrders: number;
}

/**
 * Adherence and yield, bucket by bucket. An order stands in the bucket of its own window date: adherence is over the
 * orders due in a bucket and yield over those completed in it.
 *
 * @throws QuestionRefused for hours: these figures are made of calendar days
 */
export async function performanceSeries(
  context: Context,
  question: PerformanceQuestion,
  bucket: Bucket,
): Promise<PerformancePoint[]> {
  const days = dayBucketOf(bucket);
  if (!days.ok) throw new QuestionRefused('Figures of production are made of calendar days; the finest bucket is DAY.');
  const [adherence, firstPass] = await Promise.all(
    [PRODUCTION.scheduleAdherence, PRODUCTION.firstPassYield].map(async (id) => {
      const { source, population } = await context.desk.rows(question, systemDefinition(id));
      return series(source, population, days.value);
    }),
  );
  const passed = new Map(firstPass!.map(({ start, aggregate }) => [start, aggregate]));
  return adherence!.map(({ start, aggregate }) => {
    const completed = passed.get(start);
    return {
      start,
      scheduleAdherencePercent: presentValue(aggregate, 'PERCENT', null).value,
      dueOrders: aggregate.n,
      firstPassYieldPercent: completed === undefined ? null : presentValue(completed, 'PERCENT', null).value,
      completedOrders: completed?.n ?? 0,
    };
  });
}
