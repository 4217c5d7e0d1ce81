import {
  DEFAULT_DEFECT_RATE,
  DEFECT_RATE,
  systemDefinition,
} from '@sightline/contracts/metric-definitions/system-definitions';
import { compare } from '@sightline/kit/decimal/decimal';
import { emptyAggregate } from '@sightline/kit/figures/aggregate-sums';
import type { Aggregate, Bucket } from '@sightline/kit/figures/contribution';
import { series } from '@sightline/kit/figures/grouped-figures';
import { presentValue } from '@sightline/kit/figures/present';
import { dayBucketOf } from '@sightline/kit/time/bucket';
import type { Context } from '../context';
import type { Group } from '@sightline/kit/figures/question';
import type { QualityQuestion } from './quality-question';
import { QuestionRefused } from '@sightline/kit/figures/question';

export interface QualityPoint {
  start: string;
  defectPpm: number | null;
  inspected: number;
  deliveredQuantity: string;
  defectiveQuantity: string;
}

/** The figures of one group of a question. */
export interface QualityGroup {
  question: QualityQuestion;
  group: Group;
}

export type QualityOrder = 'DEFECTS_DESC' | 'DEFECT_RATE_DESC';

const DEFECTS = systemDefinition(DEFAULT_DEFECT_RATE);

/**
 * Defects and deliveries, bucket by bucket, under the default definition.
 *
 * @throws QuestionRefused for hours: these figures are made of calendar days
 */
export async function qualitySeries(
  context: Context,
  question: QualityQuestion,
  bucket: Bucket,
): Promise<QualityPoint[]> {
  const days = dayBucketOf(bucket);
  if (!days.ok) throw new QuestionRefused('Figures of quality are made of calendar days; the finest bucket is DAY.');
  const [defects, inspected] = await Promise.all(
    [DEFECTS, systemDefinition(DEFECT_RATE.inspected)].map(async (definition) => {
      const { source, population } = await context.desk.rows(question, definition);
      return series(source, population, days.value);
    }),
  );
  const inspectedIn = new Map(inspected!.map(({ start, aggregate }) => [start, aggregate.n]));
  return defects!.map(({ start, aggregate }) => ({
    start,
    defectPpm: presentValue(aggregate, DEFECTS.unit, null).value,
    inspected: inspectedIn.get(start) ?? 0,
    deliveredQuantity: aggregate.denominator ?? '0',
    defectiveQuantity: aggregate.numerator ?? '0',
  }));
}

/** The plants with goods in the window, most units delivered first. */
export async function byPlant(context: Context, question: QualityQuestion): Promise<QualityGroup[]> {
  const delivered = ({ denominator }: Aggregate) => denominator ?? '0';
  return groupsBy(context, question, 'plantId', (a, b) => compare(delivered(b), delivered(a)));
}

/** The first suppliers with goods in the window, in an order. */
export async function bySupplier(
  context: Context,
  question: QualityQuestion,
  order: QualityOrder,
  first: number,
): Promise<QualityGroup[]> {
  const rate = (one: Aggregate): number | null => presentValue(one, DEFECTS.unit, null).value;
  const groups = await groupsBy(
    context,
    question,
    'supplierId',
    order === 'DEFECTS_DESC'
      ? (a, b) => descending(a.numerator, b.numerator, compare)
      : (a, b) => descending(rate(a), rate(b), (one, other) => one - other),
  );
  return groups.slice(0, first);
}

/** Largest first, unknown last. */
function descending<Value>(a: Value | null, b: Value | null, order: (a: Value, b: Value) => number): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return order(b, a);
}

async function groupsBy(
  context: Context,
  question: QualityQuestion,
  dimension: string,
  order: (a: Aggregate, b: Aggregate) => number,
): Promise<QualityGroup[]> {
  const figures = await (await context.desk.grouped(question, DEFECTS, dimension)).all();
  const of = (key: string | null): Aggregate => figures.get(key) ?? emptyAggregate(key);
  // Groups come sorted by key, so equals keep that order.
  return [...figures.keys()]
    .sort((a, b) => order(of(a), of(b)))
    .map((key) => ({ question, group: { dimension, key } }));
}
