import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A flow that has given a sign of life, and the furthest that it has promised. */
@Entity({ name: 'heartbeat_flow' })
export class HeartbeatFlowRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'heartbeat_flow_pk' })
  id!: string;

  @Column({ type: 'text', name: 'source_system_id' })
  sourceSystemId!: string;

  @Column({ type: 'text' })
  flow!: string;

  @Column({ type: 'text', nullable: true, name: 'plant_id' })
  plantId!: string | null;

  /** RFC 3339 as the source wrote it; null when no heartbeat could be believed. */
  @Column({ type: 'text', nullable: true, name: 'complete_through' })
  completeThrough!: string | null;

  @Column({ type: 'text', nullable: true, name: 'last_sequence' })
  lastSequence!: string | null;

  @Column({ type: 'boolean' })
  closed!: boolean;

  @Column({ type: 'timestamptz', nullable: true, name: 'last_heartbeat_at' })
  lastHeartbeatAt!: Date | null;

  @Column({ type: 'int' })
  version!: number;
}
