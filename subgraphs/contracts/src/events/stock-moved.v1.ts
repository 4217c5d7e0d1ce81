import type { DataOrigin } from '../simulated';
import type { LogEvent, When } from './envelope';

/**
 * Entries of inventory's ledger, announced: every change of any position is in exactly one of these events, whatever
 * caused it. The positions are the sums of the postings of all of them.
 */
export const STOCK_MOVED_V1 = 'inventory.stock.moved.v1';

export const STOCK_STATUSES = ['RELEASED', 'IN_INSPECTION', 'BLOCKED', 'RETURNS'] as const;
export type StockStatusName = (typeof STOCK_STATUSES)[number];

export const STOCK_OWNERS = ['OWN', 'SUPPLIER', 'CUSTOMER'] as const;
export type StockOwnerName = (typeof STOCK_OWNERS)[number];

export const LOCATION_KINDS = ['OWN_SITE', 'SUPPLIER_SITE', 'IN_TRANSIT'] as const;
export type LocationKindName = (typeof LOCATION_KINDS)[number];

export const STOCK_MOVEMENT_KINDS = [
  'OPENING',
  'ISSUE',
  'PRODUCTION_RECEIPT',
  'TRANSFER',
  'STATUS_CHANGE',
  'ADJUSTMENT',
  'SCRAP',
  'RETURN_TO_SUPPLIER',
  'CONSIGNMENT_WITHDRAWAL',
] as const;
export type StockMovementKindName = (typeof STOCK_MOVEMENT_KINDS)[number];

/** What moved stock: a goods receipt, what quality decided about one, or a movement of a warehouse. */
export type StockCause = 'RECEIPT' | 'INSPECTION' | StockMovementKindName;

/** What tells one position from another. */
export interface StockKey {
  itemId: string;
  plantId: string;
  /** Null when the goods are not kept by lot. */
  lotId: string | null;
  status: StockStatusName;
  owner: StockOwnerName;
  locationKind: LocationKindName;
  /** Real and simulated stock never share a position. */
  origin: DataOrigin;
}

/** One entry of the ledger. */
export interface StockPosting extends StockKey {
  positionId: string;
  /** Exact and signed, in unitOfMeasure; never 0. */
  quantity: string;
  /** The item's base unit. */
  unitOfMeasure: string;
  cause: StockCause;
  /** The first goods receipt or movement that it goes back to, by id. */
  factId: string;
  /** True when something about that fact had been posted before, and turned out otherwise. */
  correction: boolean;
  /** When the receipt, movement or decision happened. */
  occurred: When;
}

export interface StockMovedPayload {
  postings: readonly StockPosting[];
}
export type StockMovedV1 = LogEvent<typeof STOCK_MOVED_V1, StockMovedPayload>;
