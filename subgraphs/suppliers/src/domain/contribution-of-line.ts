import type { SupplierTierName } from '@sightline/contracts/events/supplier-onboarded.v1';
import type { When } from '@sightline/contracts/events/envelope';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { originOf, type DataOrigin } from '@sightline/contracts/simulated';
import type { Contribution } from '@sightline/kit/figures/contribution';
import { bookStateOf } from './book-state';
import { completion } from './line-delivery';
import type { Movement, PurchaseOrderLine } from './purchase-order-line';
import { siteDayOrNull } from './site-day';

/** What judging needs to know beside the line. Never the present day: a row that begins to count later says so itself. */
export interface JudgeContext {
  /** Null for a transfer, and for a supplier that is not known (yet). */
  supplierTier: SupplierTierName | null;
  supplierName?: string | null;
  /** IANA name of the receiving site's zone; null when no source told it: days are then those that the source wrote. */
  timeZone: string | null;
}

/** Judges a line by a definition; null when it takes no part at all. */
export type Judge = (
  line: PurchaseOrderLine,
  definition: MetricDefinition,
  context: JudgeContext,
) => Contribution | null;

/**
 * As its planner would call it: order, line, and the schedule where there are several. Where the source numbers no lines,
 * its own name of the line tells those of one order apart.
 */
export function lineLabel(line: PurchaseOrderLine): string {
  const { orderNumber, lineNumber, scheduleNumber } = line.terms;
  const parts = [orderNumber];
  const name = lineNumber ?? line.terms.externalIds[0]?.value ?? null;
  if (name !== null) parts.push(name);
  if (scheduleNumber !== 1) parts.push(String(scheduleNumber));
  return parts.join(' / ');
}

/** The shipment with which the line came, or else left; null when no source named one. */
export function shipmentNumberOf(line: PurchaseOrderLine): string | null {
  const last = completion(line, 'RECEIVED') ?? line.received.at(-1) ?? line.shipped.at(-1) ?? null;
  return last?.shipmentNumber ?? line.shipped.at(-1)?.shipmentNumber ?? null;
}

/** Every dimension by which figures of order lines can be split or narrowed. */
export const LINE_DIMENSIONS = [
  'supplierId',
  'supplierTier',
  'manufacturingSite',
  'plantId',
  'itemId',
  'destinationCountry',
  'productGroup',
  'shipmentMode',
  'incoterm',
  'sourcing',
  'sourceSystemId',
  'origin',
  'orderNumber',
  'shipmentNumber',
  'bookState',
] as const;
export type LineDimensionName = (typeof LINE_DIMENSIONS)[number];

/** Whose line it is: what no source stated is real, for the simulator always signs. */
export const originOfLine = (line: PurchaseOrderLine): DataOrigin => originOf(line.source?.sourceSystemId ?? '');

type Dimensions = Readonly<Record<LineDimensionName, string | null>>;
interface Described {
  tier: JudgeContext['supplierTier'];
  label: string;
  dimensions: Dimensions;
}
/** All rows of a line have the same label and dimensions. */
const describedByLine = new WeakMap<PurchaseOrderLine, Described>();

function describe(line: PurchaseOrderLine, context: JudgeContext): Described {
  const known = describedByLine.get(line);
  if (known !== undefined && known.tier === context.supplierTier) return known;
  const described = { tier: context.supplierTier, label: lineLabel(line), dimensions: readDimensions(line, context) };
  describedByLine.set(line, described);
  return described;
}

function readDimensions(line: PurchaseOrderLine, context: JudgeContext): Dimensions {
  const { terms } = line;
  return {
    supplierId: terms.supplierId,
    supplierTier: context.supplierTier,
    manufacturingSite: terms.manufacturingSite,
    plantId: terms.plantId,
    itemId: terms.itemId,
    destinationCountry: terms.destinationCountry,
    productGroup: terms.productGroup,
    shipmentMode: terms.shipmentMode,
    incoterm: terms.incoterm,
    sourcing: terms.sourcing,
    sourceSystemId: line.source?.sourceSystemId ?? null,
    origin: originOfLine(line),
    orderNumber: terms.orderNumber,
    shipmentNumber: shipmentNumberOf(line),
    bookState: bookStateOf(line),
  };
}

/** The verdict on a row; what it leaves out is null. */
export interface Verdict {
  included: boolean;
  rule: string;
  numerator?: string | null;
  denominator?: string | null;
  value?: number | null;
  unitCode?: string | null;
  countsFrom?: string | null;
}

/** A row left out under its code. */
export const leftOut = (code: string, countsFrom: string | null = null): Verdict => ({
  included: false,
  rule: code,
  countsFrom,
});

/**
 * Puts a verdict on a line into the form that counting needs.
 *
 * @param unitKey  rows with the same key are judged as one; null: each line by itself
 */
export function contributionOf(
  line: PurchaseOrderLine,
  definition: MetricDefinition,
  context: JudgeContext,
  dates: Contribution['dates'],
  occurred: When | null,
  verdict: Verdict,
  unitKey: string | null = null,
): Contribution {
  const { label, dimensions } = describe(line, context);
  return {
    definitionId: definition.id,
    subjectType: 'PurchaseOrderLine',
    subjectId: line.id,
    label,
    dates,
    countsFrom: verdict.countsFrom ?? null,
    included: verdict.included,
    rule: verdict.rule,
    numerator: verdict.numerator ?? null,
    denominator: verdict.denominator ?? null,
    value: verdict.value ?? null,
    unitCode: verdict.unitCode ?? null,
    unitKey,
    occurredAt: occurred === null ? null : (occurred.at ?? occurred.on),
    dims: dimensions,
  };
}

/** The dates by which a window can select a line: due by the definition, sent, completely received, and that receipt recorded. */
export function lineDates(
  line: PurchaseOrderLine,
  context: JudgeContext,
  due: string | null,
  end: Movement | null = completion(line, 'RECEIVED'),
): Contribution['dates'] {
  return {
    DUE: due,
    SENT: siteDayOrNull(line.sent, context),
    RECEIVED: siteDayOrNull(end?.when ?? null, context),
    RECORDED: siteDayOrNull(end?.recorded ?? null, context),
  };
}
