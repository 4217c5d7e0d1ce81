import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitConversion } from '@sightline/contracts/events/item-registered.v1';
import type { ExternalKey } from '@sightline/contracts/identities';

/** What order lines name by a stock keeping unit, as its last registration describes it, or else the latest visible line. */
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

  @Column({ type: 'json', default: [] })
  conversions!: readonly UnitConversion[];

  @Column({ type: 'json', default: [], name: 'external_ids' })
  externalIds!: readonly ExternalKey[];

  /** Position in the log of suppliers of the statement that described it; null when none has. */
  @Column({ type: 'bigint', nullable: true, name: 'described_at' })
  describedAt!: string | null;

  /** Position in the own log of its last registration; null while order lines alone describe it. */
  @Column({ type: 'bigint', nullable: true, name: 'registered_at' })
  registeredAt!: string | null;
}
