import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A site that some source has named; version 0 until it is registered under a name of its own. */
@Entity({ name: 'plant' })
export class PlantRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'plant_pk' })
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true, name: 'time_zone' })
  timeZone!: string | null;

  @Column({ type: 'int' })
  version!: number;
}
