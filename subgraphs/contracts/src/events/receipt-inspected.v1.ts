import type { LogEvent } from './envelope';
import type { DispositionName } from './inspection-lot.v1';

/**
 * What quality decided about a goods receipt, as inventory heard it. Its source is that of the inspection fact, so the
 * age of stock includes the age of inspections; the stock that it moves is in `inventory.stock.moved`.
 */
export const RECEIPT_INSPECTED_V1 = 'inventory.receipt.inspected.v1';

export interface ReceiptInspectedPayload {
  inspectionLotId: string;
  goodsReceiptId: string;
  /** Null: only the disposition is new. Exact decimals, in unitOfMeasure. */
  decided: { acceptedQuantity: string; rejectedQuantity: string; unitOfMeasure: string } | null;
  disposition: DispositionName | null;
}
export type ReceiptInspectedV1 = LogEvent<typeof RECEIPT_INSPECTED_V1, ReceiptInspectedPayload>;
