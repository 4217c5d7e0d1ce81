import type { ShownReceipt } from '../data/goods-receipt.query';
import type { ShownItem } from '../data/item.query';
import type { ShownPlant } from '../data/plant.query';

/** What a resolver hands on for a type, where that is not the schema's own shape. */
export type GoodsReceiptModel = ShownReceipt;
export type ItemModel = ShownItem;
export type PlantModel = ShownPlant;
/** Order lines are resolved by suppliers: here only their id is known. */
export interface PurchaseOrderLineModel {
  id: string;
}
