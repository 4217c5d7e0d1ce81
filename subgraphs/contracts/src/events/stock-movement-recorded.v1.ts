import type { ExternalKey } from '../identities';
import type { LogEvent } from './envelope';
import type { StockMovementKindName, StockOwnerName, StockStatusName } from './stock-moved.v1';

/** A warehouse told of a movement. What it does to stock is in `inventory.stock.moved`, once it can be said. */
export const STOCK_MOVEMENT_RECORDED_V1 = 'inventory.stock.movementRecorded.v1';

export interface StockMovementRecordedPayload {
  movementId: string;
  /** The fact that was known before, of which another source tells here: nothing is added. Null: this is news. */
  corroborates: string | null;
  kind: StockMovementKindName;
  sku: string;
  itemId: string;
  plantCode: string;
  plantId: string;
  /** TRANSFER only. */
  toPlantCode: string | null;
  toPlantId: string | null;
  lotNumber: string | null;
  /** Null when the goods are not kept by lot. */
  lotId: string | null;
  /** Exact decimal; below 0 only in an ADJUSTMENT, 0 only in a correction. */
  quantity: string;
  /** Null: the item's base unit. */
  unitOfMeasure: string | null;
  /** Condition before; null for what comes in. */
  fromStatus: StockStatusName | null;
  /** Condition afterwards; null for what goes out. */
  toStatus: StockStatusName | null;
  owner: StockOwnerName;
  workOrder: ExternalKey | null;
  purchaseOrderLine: ExternalKey | null;
  reason: string | null;
  externalIds: readonly ExternalKey[];
}
export type StockMovementRecordedV1 = LogEvent<typeof STOCK_MOVEMENT_RECORDED_V1, StockMovementRecordedPayload>;
