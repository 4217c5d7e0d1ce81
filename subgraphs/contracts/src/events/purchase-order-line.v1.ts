import type { ExternalKey } from '../identities';
import type { LogEvent, When } from './envelope';
import type { InspectionDecisionName } from './inspection-lot.v1';

/** An order line as its source states it; a later statement of the same line replaces the terms, never the commits. */
export const PURCHASE_ORDER_LINE_SENT_V1 = 'suppliers.purchaseOrderLine.sent.v1';
/** A milestone of the line's life: acknowledged, committed, shipped, ... */
export const PURCHASE_ORDER_LINE_MILESTONE_V1 = 'suppliers.purchaseOrderLine.milestoneReported.v1';
/** A goods receipt of inventory, applied to its line. */
export const PURCHASE_ORDER_LINE_RECEIVED_V1 = 'suppliers.purchaseOrderLine.received.v1';
/** What quality decided about goods of the line, applied to it. */
export const PURCHASE_ORDER_LINE_INSPECTED_V1 = 'suppliers.purchaseOrderLine.inspected.v1';

export type Sourcing = 'PURCHASED' | 'TRANSFER';
export type PartyName = 'BUYER' | 'SUPPLIER' | 'THIRD_PARTY' | 'SYSTEM';

/** Decimals are exact strings; days are YYYY-MM-DD. */
export interface LineTerms {
  orderNumber: string;
  lineNumber: string | null;
  scheduleNumber: number;
  supplierId: string | null;
  supplierCode: string | null;
  sourcing: Sourcing;
  supplyingPlantId: string | null;
  supplyingPlantCode: string | null;
  itemId: string | null;
  sku: string | null;
  itemName: string | null;
  productGroup: string | null;
  plantId: string | null;
  plantCode: string | null;
  destinationCountry: string | null;
  manufacturingSiteId: string | null;
  manufacturingSite: string | null;
  shipmentMode: string | null;
  incoterm: string | null;
  quantity: string;
  unitOfMeasure: string;
  value: string | null;
  currency: string | null;
  createdOn: string | null;
  sent: When | null;
  requestedDate: string | null;
  /** The date committed to in this statement; the first becomes the original commit when the source says so. */
  committedDate: string | null;
  /** False when the source is known to overwrite its dates: the date is then a last commit, and the original stays unknown. */
  commitIsOriginal: boolean;
  externalIds: readonly ExternalKey[];
}

export const LINE_MILESTONES = [
  'CREATED',
  'SENT',
  'ACKNOWLEDGED',
  'COMMITTED',
  'SHIPPED',
  'HANDED_OVER',
  'ARRIVED',
  'ACCEPTED',
  'AVAILABLE',
  'RETURNED',
  'CANCELLED',
  'CLOSED',
] as const;
export type LineMilestone = (typeof LINE_MILESTONES)[number];

export interface MilestonePayload {
  milestone: LineMilestone;
  /** Quantity it concerns, in the order unit; null: all of the line. */
  quantity: string | null;
  /** COMMITTED: the date promised. */
  date: string | null;
  by: PartyName;
  reason: string | null;
  shipmentNumber: string | null;
}

export interface ReceivedPayload {
  goodsReceiptId: string;
  /** Null when the source reports receipts without quantities. */
  quantity: string | null;
  unitOfMeasure: string | null;
  shipmentNumber: string | null;
  finalDelivery: boolean;
}

export interface InspectedPayload {
  /** Of several decisions about one lot the last holds. */
  inspectionLotId: string;
  decision: InspectionDecisionName;
  /** Exact decimals in unitOfMeasure, the unit of the lot; `delivered` tells how many order units those are, where it can. */
  acceptedQuantity: string;
  rejectedQuantity: string;
  unitOfMeasure: string;
  delivered: { quantity: string; unitOfMeasure: string; baseQuantity: string | null; baseUnit: string | null } | null;
}

export type PurchaseOrderLineSentV1 = LogEvent<typeof PURCHASE_ORDER_LINE_SENT_V1, LineTerms>;
export type PurchaseOrderLineMilestoneV1 = LogEvent<typeof PURCHASE_ORDER_LINE_MILESTONE_V1, MilestonePayload>;
export type PurchaseOrderLineReceivedV1 = LogEvent<typeof PURCHASE_ORDER_LINE_RECEIVED_V1, ReceivedPayload>;
export type PurchaseOrderLineInspectedV1 = LogEvent<typeof PURCHASE_ORDER_LINE_INSPECTED_V1, InspectedPayload>;
export type PurchaseOrderLineEvent =
  PurchaseOrderLineSentV1 | PurchaseOrderLineMilestoneV1 | PurchaseOrderLineReceivedV1 | PurchaseOrderLineInspectedV1;
