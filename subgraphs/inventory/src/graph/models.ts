import type { StockPositionPage } from '../app/list-stock-positions';
import type { ShownReceipt } from '../data/goods-receipt.query';
import type { ShownItem } from '../data/item.query';
import type { ShownLot } from '../data/lot.query';
import type { ShownPlant } from '../data/plant.query';
import type { ShownPosition } from '../data/stock-position.query';

/** What a resolver hands on for a type, where that is not the schema's own shape. */
export type GoodsReceiptModel = ShownReceipt;
export type ItemModel = ShownItem;
export type PlantModel = ShownPlant;
export type LotModel = ShownLot;
export type StockPositionModel = ShownPosition;
export type StockPositionConnectionModel = StockPositionPage;
/** Order lines are resolved by suppliers: here only their id is known. */
export interface PurchaseOrderLineModel {
  id: string;
}
/** Suppliers are resolved by suppliers. */
export interface SupplierModel {
  id: string;
}
