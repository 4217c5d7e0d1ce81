import type { FactSource, When } from '@sightline/contracts/events/envelope';
import type { WorkOrderEvent, WorkOrderTerms } from '@sightline/contracts/events/work-order.v1';

export type { WorkOrderEvent, WorkOrderTerms };

/** Where a work order stands; PLANNED and FIRM come before the release that makes it known here. */
export type WorkOrderStatus =
  | 'PLANNED'
  | 'FIRM'
  | 'RELEASED'
  | 'DISPATCHED'
  | 'STARTED'
  | 'PAUSED'
  | 'COMPLETED_MES'
  | 'POSTED_ERP'
  | 'CLOSED'
  | 'SHORT_CLOSED'
  | 'CANCELLED';

/**
 * A work order as its facts tell it. Quantities are exact decimals in the order's unit; instants are RFC 3339 with the
 * offset that their source wrote.
 */
export interface WorkOrder {
  id: string;
  /** Number of facts about it. */
  version: number;
  /** As last released; the plan in it may have been moved since. */
  terms: WorkOrderTerms;
  /** Who released it last. */
  source: FactSource | null;
  /** When it was first released, and when that was recorded at the source. */
  released: When;
  recorded: When;
  /** The finish planned at the first release. Never moved. */
  frozenFinish: string;
  plannedStart: string;
  plannedFinish: string;
  status: WorkOrderStatus;
  mesState: string | null;
  erpState: string | null;
  /** Good units that MES reported. */
  completedQuantity: string;
  scrappedQuantity: string;
  reworkedQuantity: string;
  /** Units that ERP posted. */
  postedQuantity: string;
  started: When | null;
  /** When MES reported the order complete. */
  completed: When | null;
  /** The oldest report of good units that postings do not cover; null when they cover all. */
  unpostedSince: When | null;
}
