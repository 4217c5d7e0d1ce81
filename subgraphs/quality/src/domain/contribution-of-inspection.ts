import type { When } from '@sightline/contracts/events/envelope';
import type { SupplierTierName } from '@sightline/contracts/events/supplier-onboarded.v1';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { originOf, type DataOrigin } from '@sightline/contracts/simulated';
import type { Contribution } from '@sightline/kit/figures/contribution';
import type { Inspection } from './inspection-lot';
import { siteDay } from './site-day';

/** What judging needs to know beside the lot. */
export interface JudgeContext {
  /** Null for goods of our own, and while the supplier is not known. */
  supplierTier: SupplierTierName | null;
  /** IANA name of the site's zone; null when no source told it: days are then those that the source wrote. */
  timeZone: string | null;
}

/** Every dimension by which figures of quality can be split or narrowed. */
export const INSPECTION_DIMENSIONS = [
  'supplierId',
  'supplierTier',
  'plantId',
  'itemId',
  'sourcing',
  'sourceSystemId',
  'origin',
  'stage',
] as const;

/** The verdict on a row. */
export interface Verdict {
  included: boolean;
  rule: string;
  numerator: string | null;
  denominator: string | null;
}

/** A row that counts. A part that is null adds nothing: what nobody looked at is no defect and no good part either. */
export const counted = (rule: string, numerator: string | null, denominator: string | null): Verdict => ({
  included: true,
  rule,
  numerator,
  denominator,
});

/** A row left out under its code. */
export const leftOut = (code: string): Verdict => ({ included: false, rule: code, numerator: null, denominator: null });

/** Whose it is: what no source stated is real, for the simulator always signs. */
export const originOfInspection = (one: Inspection): DataOrigin => originOf(one.source?.sourceSystemId ?? '');

/** Under which id a row of the goods stands: the lot, or the receipt when no lot was opened. */
export const subjectOf = (one: Inspection): { subjectType: string; subjectId: string } =>
  one.isLot || one.delivered === null
    ? { subjectType: 'InspectionLot', subjectId: one.id }
    : { subjectType: 'GoodsReceipt', subjectId: one.delivered.goodsReceiptId };

/** When the goods came: by their receipt, or else when the lot was opened. */
export const receivedWhen = (one: Inspection): When => one.delivered?.when ?? one.created;

/** Puts a verdict into the form that counting needs. */
export function contributionOf(
  one: Inspection,
  definition: Pick<MetricDefinition, 'id'>,
  context: JudgeContext,
  verdict: Verdict,
): Contribution {
  const { timeZone, supplierTier } = context;
  const decided = one.decision?.when ?? null;
  const decisive = decided ?? receivedWhen(one);
  const { subjectType, subjectId } = subjectOf(one);
  return {
    definitionId: definition.id,
    subjectType,
    subjectId,
    label: one.number,
    dates: {
      RECEIVED: siteDay(receivedWhen(one), timeZone),
      DECIDED: decided === null ? null : siteDay(decided, timeZone),
    },
    countsFrom: null,
    included: verdict.included,
    rule: verdict.rule,
    numerator: verdict.numerator,
    denominator: verdict.denominator,
    value: null,
    unitCode: null,
    unitKey: null,
    occurredAt: decisive.at ?? decisive.on,
    dims: {
      supplierId: one.goods.supplierId,
      supplierTier,
      plantId: one.goods.plantId,
      itemId: one.goods.itemId,
      sourcing: one.goods.sourcing,
      sourceSystemId: one.source?.sourceSystemId ?? null,
      origin: originOfInspection(one),
      stage: one.stage,
    },
  };
}
