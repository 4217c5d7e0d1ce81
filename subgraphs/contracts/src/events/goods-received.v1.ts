import type { ExternalKey } from '../identities';
import type { LogEvent } from './envelope';
import type { StockStatusName } from './stock-moved.v1';

export const GOODS_RECEIVED_V1 = 'inventory.goods.received.v1';

export interface GoodsReceivedPayload {
  goodsReceiptId: string;
  /** How the source names the order line. */
  purchaseOrderLine: ExternalKey;
  shipmentNumber: string | null;
  plantId: string | null;
  plantCode: string | null;
  lotNumber: string | null;
  supplierLotNumber: string | null;
  /** Exact decimal; null when the source does not say. */
  quantity: string | null;
  unitOfMeasure: string | null;
  finalDelivery: boolean;
  externalIds: readonly ExternalKey[];
  /** Condition in which the goods were put away: IN_INSPECTION unless the source said otherwise. */
  stockStatus: StockStatusName;
  /** True for goods that stay the supplier's until they are used. */
  consignment: boolean;
  /** What the order line tells, as far as it was known when the receipt came; null until then. */
  itemId: string | null;
  sku: string | null;
  /** Our lot; null when the goods are not kept by lot, or the item was not known yet. */
  lotId: string | null;
  /** The quantity in the item's base unit; null when that could not be said yet. */
  baseQuantity: string | null;
  baseUnit: string | null;
}
export type GoodsReceivedV1 = LogEvent<typeof GOODS_RECEIVED_V1, GoodsReceivedPayload>;
