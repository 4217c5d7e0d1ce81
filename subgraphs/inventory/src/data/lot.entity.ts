import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Goods of one item under our own lot number; who delivered them, when the receipts that name the lot agree. */
@Entity({ name: 'lot' })
export class LotRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'lot_pk' })
  id!: string;

  @Column({ type: 'text', name: 'item_id' })
  itemId!: string;

  @Column({ type: 'text', name: 'lot_number' })
  lotNumber!: string;

  @Column({ type: 'text', nullable: true, name: 'supplier_id' })
  supplierId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'supplier_lot_number' })
  supplierLotNumber!: string | null;
}
