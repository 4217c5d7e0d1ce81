import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StockStatusName } from '@sightline/contracts/events/stock-moved.v1';
import type { NotInStockReason } from '../domain/stock-entry';

/**
 * The receipts as the log tells them: written by the projector alone. A receipt of an import is shown once the import is
 * sealed. What its order line tells is filled in as soon as the line is known, whichever of the two comes first.
 */
@Entity({ name: 'goods_receipt' })
export class GoodsReceiptRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'goods_receipt_pk' })
  id!: string;

  /** Position in the own log. */
  @Column({ type: 'bigint' })
  pos!: string;

  /** Supplier of its order line, who may see it; null while the line is not known. */
  @Column({ type: 'text', nullable: true, name: 'supplier_id' })
  supplierId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'purchase_order_line_id' })
  purchaseOrderLineId!: string | null;

  @Column({ type: 'text', name: 'line_source_system_id' })
  lineSourceSystemId!: string;

  @Column({ type: 'text', name: 'line_type' })
  lineType!: string;

  @Column({ type: 'text', name: 'line_value' })
  lineValue!: string;

  @Column({ type: 'text', nullable: true, name: 'item_id' })
  itemId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'plant_id' })
  plantId!: string | null;

  /** As the source names the plant. */
  @Column({ type: 'text', nullable: true, name: 'plant_code' })
  plantCode!: string | null;

  @Column({ type: 'text', nullable: true, name: 'shipment_number' })
  shipmentNumber!: string | null;

  @Column({ type: 'text', nullable: true, name: 'lot_number' })
  lotNumber!: string | null;

  @Column({ type: 'text', nullable: true, name: 'supplier_lot_number' })
  supplierLotNumber!: string | null;

  /** Exact, in the scale in which the source wrote it. */
  @Column({ type: 'numeric', nullable: true })
  quantity!: string | null;

  @Column({ type: 'text', nullable: true, name: 'unit_of_measure' })
  unitOfMeasure!: string | null;

  /** As the source wrote it, with its offset. */
  @Column({ type: 'text', nullable: true, name: 'occurred_at' })
  occurredAt!: string | null;

  @Column({ type: 'date', name: 'occurred_on' })
  occurredOn!: string;

  @Column({ type: 'text', nullable: true, name: 'recorded_at' })
  recordedAt!: string | null;

  @Column({ type: 'date', name: 'recorded_on' })
  recordedOn!: string;

  /** Id of the receipt that this one corrects: the corrected one stays, and is in no list. */
  @Column({ type: 'text', nullable: true })
  corrects!: string | null;

  /** The first receipt that this one goes back to; its own id when it corrects none. */
  @Column({ type: 'text', name: 'root_id' })
  rootId!: string;

  /** Condition in which the goods were put away. */
  @Column({ type: 'text', name: 'stock_status' })
  stockStatus!: StockStatusName;

  @Column({ type: 'boolean' })
  consignment!: boolean;

  @Column({ type: 'text', name: 'source_system_id' })
  sourceSystemId!: string;

  /** Why the receipt is not in stock; null when it is. */
  @Column({ type: 'text', nullable: true, name: 'not_in_stock' })
  notInStock!: NotInStockReason | null;

  @Column({ type: 'text', nullable: true, name: 'import_id' })
  importId!: string | null;
}
