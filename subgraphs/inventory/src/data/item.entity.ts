import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What order lines name by a stock keeping unit, as the latest visible line describes it. */
@Entity({ name: 'item' })
export class ItemRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'item_pk' })
  id!: string;

  @Column({ type: 'text' })
  sku!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'unit_of_measure' })
  unitOfMeasure!: string;

  @Column({ type: 'text', nullable: true, name: 'product_group' })
  productGroup!: string | null;

  /** Position in the log of suppliers of the statement that described it. */
  @Column({ type: 'bigint', name: 'described_at' })
  describedAt!: string;
}
