import type { Day, Ms } from '../network/site-time';

/**
 * What happens in the simulated business, as its source systems will tell it. Quantities are whole thousandths of the unit
 * named beside them; times are business time.
 */
export type BusinessFact =
  LineFact | MilestoneFact | ReceiptFact | InspectionFact | MovementFact | WorkOrderFact | WorkOrderEventFact;

/** The kinds of system from which facts come; each plant has its own of most. */
export type SystemKind = 'ERP' | 'MES' | 'WMS' | 'QMS' | 'PORTAL' | 'GATE';

interface Fact {
  /** Names the fact for ever: the same in every run of the same world. */
  key: string;
  at: Ms;
  system: SystemKind;
  /** Index of the plant. */
  plant: number;
}

/** An order line as it is sent. */
export interface LineFact extends Fact {
  kind: 'LINE';
  line: LineTerms;
}

export interface LineTerms {
  order: string;
  /** Number of the line within its order. */
  number: string;
  supplier: number;
  item: number;
  plant: number;
  /** In thousandths of `unit`. */
  ordered: number;
  unit: string;
  /** Base units of the item in one of `unit`. */
  perUnit: number;
  valueCents: number;
  createdDay: Day;
  sentAt: Ms;
  requestedDay: Day;
  /** The first promise. */
  committedDay: Day;
}

/** Order and line number: what people call the line. */
export const keyOf = (terms: LineTerms): string => `${terms.order}/${terms.number}`;

export type Milestone = 'ACKNOWLEDGED' | 'COMMITTED' | 'SHIPPED' | 'ARRIVED' | 'RETURNED' | 'CANCELLED';

export interface MilestoneFact extends Fact {
  kind: 'MILESTONE';
  line: LineTerms;
  milestone: Milestone;
  quantity: number | null;
  /** COMMITTED: the day promised. */
  day: Day | null;
  by: 'SUPPLIER' | 'BUYER' | 'THIRD_PARTY';
  reason: string | null;
  shipment: string | null;
}

export interface ReceiptFact extends Fact {
  kind: 'RECEIPT';
  line: LineTerms;
  quantity: number;
  shipment: string;
  lot: string | null;
  supplierLot: string | null;
  /** Nothing more will come for the line. */
  final: boolean;
  /** Straight to stock; otherwise an inspection lot is opened. */
  dockToStock: boolean;
  consignment: boolean;
  /** Key of the receipt that this one takes back: its quantity is 0. */
  reverses: string | null;
  /** The name that WMS and ERP share, when both tell of the receipt. */
  document: string | null;
  /** Days by which its keying was forgotten; 0 for nearly all. */
  keyedDaysLate: number;
}

export type Decision = 'ACCEPTED' | 'REJECTED' | 'PARTIALLY_ACCEPTED' | 'SKIPPED';
export type Disposition = 'USE_AS_IS' | 'REWORK' | 'SORT' | 'RETURN' | 'SCRAP';

export interface InspectionFact extends Fact {
  kind: 'INSPECTION';
  line: LineTerms;
  number: string;
  event: 'SAMPLED' | 'RESULTS_RECORDED' | 'DECIDED';
  /** Key of the receipt that opened the lot, and its system. */
  receipt: string;
  lot: string | null;
  /** Like the other quantities of the lot in thousandths of the item's base unit; what was found in whole units. */
  lotQuantity: number;
  sampleSize: number | null;
  defectiveInSample: number | null;
  defectiveAfterSort: number | null;
  decision: Decision | null;
  accepted: number | null;
  rejected: number | null;
  disposition: Disposition | null;
  reason: string | null;
}

export type MovementKind =
  | 'OPENING'
  | 'ISSUE'
  | 'PRODUCTION_RECEIPT'
  | 'TRANSFER'
  | 'ADJUSTMENT'
  | 'SCRAP'
  | 'RETURN_TO_SUPPLIER'
  | 'CONSIGNMENT_WITHDRAWAL';

export interface MovementFact extends Fact {
  kind: 'MOVEMENT';
  movement: MovementKind;
  item: number;
  lot: string | null;
  /** In thousandths of the item's base unit; below 0 only for ADJUSTMENT. */
  quantity: number;
  fromStatus: 'RELEASED' | 'BLOCKED' | 'RETURNS' | null;
  toPlant: number | null;
  workOrder: WorkOrderTerms | null;
  line: LineTerms | null;
  reason: string | null;
}

export interface WorkOrderTerms {
  number: string;
  plant: number;
  item: number;
  /** Whole units, in thousandths. */
  quantity: number;
  plannedStart: Ms;
  /** As frozen at release. */
  plannedFinish: Ms;
  dueAt: Ms;
}

export interface WorkOrderFact extends Fact {
  kind: 'WORK_ORDER';
  order: WorkOrderTerms;
}

export interface WorkOrderEventFact extends Fact {
  kind: 'WORK_ORDER_EVENT';
  order: WorkOrderTerms;
  event: 'DISPATCHED' | 'STARTED' | 'REPORTED' | 'COMPLETED' | 'POSTED' | 'RESCHEDULED' | 'SHORT_CLOSED' | 'CANCELLED';
  quantity: number | null;
  scrapped: number | null;
  plannedStart: Ms | null;
  plannedFinish: Ms | null;
  reason: string | null;
}
