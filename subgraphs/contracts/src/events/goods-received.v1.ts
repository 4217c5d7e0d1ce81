import type { ExternalKey } from '../identities';
import type { LogEvent } from './envelope';

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
}
export type GoodsReceivedV1 = LogEvent<typeof GOODS_RECEIVED_V1, GoodsReceivedPayload>;
