import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SupplierTierName } from '@sightline/contracts/events/supplier-onboarded.v1';

@Entity({ name: 'supplier' })
export class SupplierRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'supplier_pk' })
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  tier!: SupplierTierName;

  @Column({ type: 'text', nullable: true })
  country!: string | null;

  @Column({ type: 'json', name: 'external_ids' })
  externalIds!: { sourceSystemId: string; type: string; value: string }[];

  /** True while nobody but simulated sources has stated it. */
  @Column({ type: 'boolean' })
  simulated!: boolean;

  @Column({ type: 'int' })
  version!: number;
}
