import type { ExternalKey } from '../identities';
import type { LogEvent } from './envelope';

/** A work order as its source released it; a later statement of the same order replaces the terms, never the frozen finish. */
export const WORK_ORDER_RELEASED_V1 = 'production.workOrder.released.v1';
/** What MES or ERP reported of a work order after its release: dispatched, started, reported, completed, posted, ... */
export const WORK_ORDER_REPORTED_V1 = 'production.workOrder.reported.v1';

/** Decimals are exact strings, instants RFC 3339 with offset. */
export interface WorkOrderTerms {
  number: string;
  plantId: string;
  plantCode: string;
  itemId: string;
  sku: string;
  itemName: string | null;
  /** To be made, in unitOfMeasure. */
  quantity: string;
  /** UN/ECE Rec 20. */
  unitOfMeasure: string;
  plannedStart: string;
  plannedFinish: string;
  dueAt: string | null;
  bomRevision: string | null;
  externalIds: readonly ExternalKey[];
}

export const WORK_ORDER_EVENTS = [
  'DISPATCHED',
  'STARTED',
  'PAUSED',
  'RESUMED',
  'REPORTED',
  'COMPLETED',
  'POSTED',
  'RESCHEDULED',
  'CLOSED',
  'SHORT_CLOSED',
  'CANCELLED',
] as const;
export type WorkOrderEventKind = (typeof WORK_ORDER_EVENTS)[number];

export interface WorkOrderReportPayload {
  event: WorkOrderEventKind;
  /** REPORTED, COMPLETED: good units since the last report. POSTED: units posted. Null: none stated. */
  quantity: string | null;
  scrappedQuantity: string | null;
  /** Units that needed rework; those that became good are in `quantity` as well. */
  reworkedQuantity: string | null;
  mesState: string | null;
  erpState: string | null;
  /** RESCHEDULED: the new plan; null where it stays. */
  plannedStart: string | null;
  plannedFinish: string | null;
  reason: string | null;
}

export type WorkOrderReleasedV1 = LogEvent<typeof WORK_ORDER_RELEASED_V1, WorkOrderTerms>;
export type WorkOrderReportedV1 = LogEvent<typeof WORK_ORDER_REPORTED_V1, WorkOrderReportPayload>;
export type WorkOrderEvent = WorkOrderReleasedV1 | WorkOrderReportedV1;
