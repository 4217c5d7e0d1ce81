export type DefinitionParty = 'SYSTEM' | 'BUYER' | 'SUPPLIER' | 'AGREED';
export type ClockEvent = 'SHIPPED' | 'HANDED_OVER' | 'ARRIVED' | 'RECEIVED' | 'ACCEPTED' | 'AVAILABLE';
export type DueBasis = 'REQUESTED' | 'ORIGINAL_COMMIT' | 'LAST_COMMIT' | 'NEED_DATE';
export type MetricGrain = 'SCHEDULE_LINE' | 'LINE' | 'SHIPMENT' | 'ORDER' | 'UNIT' | 'VALUE';
export type DayMode = 'CALENDAR' | 'WORKING' | 'INSTANT' | 'SLOT';
export type PartialRule = 'CUMULATIVE_BY_DUE' | 'FIRST_RECEIPT' | 'ALL_OR_NOTHING' | 'PRO_RATA';
export type UndeliveredRule = 'FAIL_WHEN_DUE' | 'EXCLUDE';
export type RescheduleRule = 'KEEP_ORIGINAL' | 'REBASE';
export type WindowBasis = 'DUE' | 'SENT' | 'RECEIVED' | 'RECORDED' | 'VISIBLE' | 'DECIDED';
export type MetricUnit = 'DAYS' | 'HOURS' | 'SECONDS' | 'PERCENT' | 'PPM' | 'COUNT' | 'MONEY' | 'RATIO' | 'QUANTITY';

/**
 * What a metric means, as data: read by the judge that applies it, by the schema that shows it and by the docs.
 * Immutable; a change is a new version beside the old.
 */
export interface MetricDefinition {
  /** metric.owner@version, e.g. otif.agreed@3. */
  id: string;
  metric: string;
  version: number;
  party: DefinitionParty;
  /** In words, as a planner would read it. */
  description: string;
  formula: string;
  /** Unit of its value; shown with every figure. */
  unit: MetricUnit;
  /** Which date of a row puts it into a window unless the caller says otherwise. */
  defaultBasis: WindowBasis;
  clockEvent: ClockEvent | null;
  dueBasis: DueBasis | null;
  /** Days before due that still count; null: any. */
  earlyDays: number | null;
  lateDays: number | null;
  /** Tolerated shortfall and excess in percent of the ordered quantity; null: quantity takes no part. */
  quantityLowPercent: number | null;
  quantityHighPercent: number | null;
  grain: MetricGrain | null;
  dayMode: DayMode | null;
  partialRule: PartialRule | null;
  undelivered: UndeliveredRule | null;
  supplierReschedule: RescheduleRule | null;
  buyerReschedule: RescheduleRule | null;
  countConvention: 'FOUND' | 'SORTED' | 'LOT' | null;
  defectDenominator: 'DELIVERED' | 'INSPECTED' | null;
  minimumN: number | null;
  /** YYYY-MM-DD */
  effectiveFrom: string;
  effectiveTo: string | null;
}
