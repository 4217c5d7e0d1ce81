import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Inspection } from '../domain/inspection-lot';

/**
 * Lots, and deliveries without one, as the visible part of the log tells them: written by the projector alone, so that
 * lists, figures and their rows always agree. The columns are what lists filter and order by; `state` is the whole lot.
 */
@Entity({ name: 'inspection_lot' })
export class InspectionLotRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'inspection_lot_pk' })
  id!: string;

  @Column({ type: 'text', nullable: true, name: 'supplier_id' })
  supplierId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'item_id' })
  itemId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'plant_id' })
  plantId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'purchase_order_line_id' })
  purchaseOrderLineId!: string | null;

  /** Our lot of stock, as inventory names it. */
  @Column({ type: 'text', nullable: true, name: 'stock_lot_id' })
  stockLotId!: string | null;

  /** False for goods that came and need no inspection: they are in figures, and in no list. */
  @Column({ type: 'boolean', name: 'is_lot' })
  isLot!: boolean;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', nullable: true })
  decision!: string | null;

  /** Instant of the opening in UTC, of a day the first: text that sorts as time does. */
  @Column({ type: 'text', name: 'created_key' })
  createdKey!: string;

  @Column({ type: 'date', name: 'created_on' })
  createdOn!: string;

  /** Defective units after sorting, or else in the sample. */
  @Column({ type: 'numeric', nullable: true })
  defects!: string | null;

  @Column({ type: 'boolean' })
  simulated!: boolean;

  @Column({ type: 'json' })
  state!: Inspection;
}
