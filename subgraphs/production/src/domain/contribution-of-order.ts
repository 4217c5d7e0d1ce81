import type { When } from '@sightline/contracts/events/envelope';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { originOf, type DataOrigin } from '@sightline/contracts/simulated';
import type { Contribution } from '@sightline/kit/figures/contribution';
import { dayOfInstant } from '@sightline/kit/time/instant';
import type { WorkOrder } from './work-order';

/** What judging needs to know beside the order. Never the present day: a row that begins to count later says so itself. */
export interface JudgeContext {
  /** IANA name of the plant's zone; null when no source told it: days are then those that the source wrote. */
  timeZone: string | null;
}

/** Judges an order by a definition; null when it takes no part at all. */
export type Judge = (order: WorkOrder, definition: MetricDefinition, context: JudgeContext) => Contribution | null;

/** Every dimension by which figures of work orders can be split or narrowed. */
export const WORK_ORDER_DIMENSIONS = ['plantId', 'itemId', 'sourceSystemId', 'origin'] as const;

/** Whose order it is: what no source stated is real, for the simulator always signs. */
export const originOfOrder = (order: WorkOrder): DataOrigin => originOf(order.source?.sourceSystemId ?? '');

/** The calendar day of a stamp at the plant; without a zone, as its source wrote it. */
export const plantDay = (when: When, { timeZone }: JudgeContext): string =>
  when.at === null ? when.on : dayOfInstant(when.at, timeZone);

/** The verdict on a row; what it leaves out is null. */
export interface Verdict {
  included: boolean;
  rule: string;
  numerator?: string;
  denominator?: string;
  unitCode?: string;
  countsFrom?: string;
  occurred: When | null;
}

/** A row left out under its code. */
export const leftOut = (code: string, occurred: When | null = null): Verdict => ({
  included: false,
  rule: code,
  occurred,
});

/** Puts a verdict on an order into the form that counting needs. */
export const contributionOf = (
  order: WorkOrder,
  definition: MetricDefinition,
  dates: Contribution['dates'],
  verdict: Verdict,
): Contribution => ({
  definitionId: definition.id,
  subjectType: 'WorkOrder',
  subjectId: order.id,
  label: `${order.terms.plantCode} / ${order.terms.number}`,
  dates,
  countsFrom: verdict.countsFrom ?? null,
  included: verdict.included,
  rule: verdict.rule,
  numerator: verdict.numerator ?? null,
  denominator: verdict.denominator ?? null,
  value: null,
  unitCode: verdict.unitCode ?? null,
  unitKey: null,
  occurredAt: verdict.occurred === null ? null : (verdict.occurred.at ?? verdict.occurred.on),
  dims: {
    plantId: order.terms.plantId,
    itemId: order.terms.itemId,
    sourceSystemId: order.source?.sourceSystemId ?? null,
    origin: originOfOrder(order),
  },
});
