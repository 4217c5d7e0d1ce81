import type { ExternalKey } from '../identities';
import type { LogEvent, When } from './envelope';

/** Goods came, and a lot of them waits to be inspected. (One that a quality system opens first is `reported` as CREATED.) */
export const INSPECTION_LOT_OPENED_V1 = 'quality.inspectionLot.opened.v1';
/** A quality system told of it: created, sampled, results recorded, dispositioned, closed, reopened. */
export const INSPECTION_LOT_REPORTED_V1 = 'quality.inspectionLot.reported.v1';
/** It was decided on. inventory moves its stock, suppliers completes its order line: once only, by the event id. */
export const INSPECTION_LOT_DECIDED_V1 = 'quality.inspectionLot.decided.v1';
/** Goods came that open no lot of their own: they need no inspection, or their lot was there before them. */
export const DELIVERY_NOTED_V1 = 'quality.delivery.noted.v1';

export const INSPECTION_EVENTS = [
  'CREATED',
  'SAMPLED',
  'STARTED',
  'RESULTS_RECORDED',
  'DECIDED',
  'DISPOSITIONED',
  'CLOSED',
  'REOPENED',
] as const;
export type InspectionEventName = (typeof INSPECTION_EVENTS)[number];

export const INSPECTION_STAGES = [
  'PRE_PRODUCTION',
  'DURING_PRODUCTION',
  'PRE_SHIPMENT',
  'RECEIVING',
  'IN_PROCESS',
  'FINAL',
] as const;
export type InspectionStageName = (typeof INSPECTION_STAGES)[number];

export const INSPECTION_DECISIONS = ['ACCEPTED', 'REJECTED', 'PARTIALLY_ACCEPTED', 'SKIPPED'] as const;
export type InspectionDecisionName = (typeof INSPECTION_DECISIONS)[number];

export const DISPOSITIONS = ['USE_AS_IS', 'REWORK', 'SORT', 'RETURN', 'SCRAP'] as const;
export type DispositionName = (typeof DISPOSITIONS)[number];

/** Which goods a lot is of, as far as quality knew when it wrote the event. */
export interface InspectedGoods {
  inspectionLotId: string;
  /** Receipt that brought the goods, as inventory calls it. */
  goodsReceiptId: string | null;
  /** Order line by a name of its source, and by our id once suppliers has told of it. */
  purchaseOrderLine: ExternalKey | null;
  purchaseOrderLineId: string | null;
  supplierId: string | null;
  /** As the order line says; null without one. */
  sourcing: 'PURCHASED' | 'TRANSFER' | null;
  itemId: string | null;
  plantId: string | null;
  /** Our lot number; null when the goods are not kept by lot. */
  lotNumber: string | null;
  supplierLotNumber: string | null;
}

/** What a receipt of inventory told. */
export interface DeliveredGoods {
  goodsReceiptId: string;
  /** Exact decimal, in unitOfMeasure. 0: the receipt was reversed. */
  quantity: string;
  unitOfMeasure: string;
  /** The same in the item's base unit, as far as inventory could say: one box is twelve pieces. */
  baseQuantity: string | null;
  baseUnit: string | null;
  /** True when the goods were put away as released stock: nobody looks at them. */
  dockToStock: boolean;
}

/**
 * What a quality system said in one fact; null where it said nothing. Quantities are exact decimals in unitOfMeasure, the
 * unit of the lot: the item's base unit where inventory could say it, else the unit received. What was said in packs has
 * been counted in pieces.
 */
export interface InspectionSaid {
  event: InspectionEventName;
  /** Its own name of the lot. */
  inspectionLot: ExternalKey;
  number: string | null;
  stage: InspectionStageName | null;
  lotQuantity: string | null;
  unitOfMeasure: string | null;
  sampleSize: number | null;
  defectiveInSample: string | null;
  defectiveAfterSort: string | null;
  decision: InspectionDecisionName | null;
  acceptedQuantity: string | null;
  rejectedQuantity: string | null;
  disposition: DispositionName | null;
  reason: string | null;
  /** More names by which outside systems know the lot. */
  externalIds: readonly ExternalKey[];
}

export interface InspectionLotOpenedPayload extends InspectedGoods {
  delivered: DeliveredGoods;
}

export interface InspectionLotReportedPayload extends InspectedGoods {
  said: InspectionSaid;
}

export interface InspectionLotDecidedPayload extends InspectedGoods {
  said: InspectionSaid;
  decision: InspectionDecisionName;
  /** Always known, and together the quantity of the lot: ACCEPTED and SKIPPED accept all of it, REJECTED nothing. */
  acceptedQuantity: string;
  rejectedQuantity: string;
  lotQuantity: string;
  unitOfMeasure: string;
  disposition: DispositionName | null;
  reason: string | null;
  /** Event id of the decision that this one takes the place of, after a reopening or as a correction; null for the first. */
  supersedes: string | null;
  /** The receipt of the goods and when they came; null while no receipt is known. */
  delivered: DeliveredGoods | null;
  received: When | null;
}

export interface DeliveryNotedPayload extends InspectedGoods {
  delivered: DeliveredGoods;
}

export type InspectionLotOpenedV1 = LogEvent<typeof INSPECTION_LOT_OPENED_V1, InspectionLotOpenedPayload>;
export type InspectionLotReportedV1 = LogEvent<typeof INSPECTION_LOT_REPORTED_V1, InspectionLotReportedPayload>;
export type InspectionLotDecidedV1 = LogEvent<typeof INSPECTION_LOT_DECIDED_V1, InspectionLotDecidedPayload>;
export type DeliveryNotedV1 = LogEvent<typeof DELIVERY_NOTED_V1, DeliveryNotedPayload>;
export type InspectionLotEvent =
  InspectionLotOpenedV1 | InspectionLotReportedV1 | InspectionLotDecidedV1 | DeliveryNotedV1;
