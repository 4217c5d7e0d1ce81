import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkOrder } from '../domain/work-order';

/**
 * The work orders as the visible part of the log tells them: written by the projector alone. The columns are what lists
 * filter and order by; `state` is the whole order.
 */
@Entity({ name: 'work_order' })
export class WorkOrderRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'work_order_pk' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'text', name: 'plant_id' })
  plantId!: string;

  @Column({ type: 'text', name: 'item_id' })
  itemId!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'timestamptz', name: 'planned_start' })
  plannedStart!: Date;

  @Column({ type: 'timestamptz', nullable: true, name: 'due_at' })
  dueAt!: Date | null;

  /** Something is completed in MES and not posted in ERP. */
  @Column({ type: 'boolean' })
  unposted!: boolean;

  @Column({ type: 'boolean' })
  simulated!: boolean;

  @Column({ type: 'json' })
  state!: WorkOrder;
}
