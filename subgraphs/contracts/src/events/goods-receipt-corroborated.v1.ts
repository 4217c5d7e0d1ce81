import type { LogEvent } from './envelope';
import type { GoodsReceivedPayload } from './goods-received.v1';

/**
 * Another source told of a receipt that is known already. It is kept and counts as a fact of its flow; it adds nothing to
 * what was received.
 */
export const GOODS_RECEIPT_CORROBORATED_V1 = 'inventory.goods.receiptCorroborated.v1';

export interface GoodsReceiptCorroboratedPayload {
  /** The receipt that was known before. */
  goodsReceiptId: string;
  /** What the other source says of it. */
  told: Omit<GoodsReceivedPayload, 'goodsReceiptId'>;
}
export type GoodsReceiptCorroboratedV1 = LogEvent<
  typeof GOODS_RECEIPT_CORROBORATED_V1,
  GoodsReceiptCorroboratedPayload
>;
