import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The order lines as the visible part of the log tells them: written by the projector alone, so that lists, figures and
 * their rows always agree. The columns are what lists filter and order by; `state` is the whole line.
 */
@Entity({ name: 'purchase_order_line' })
export class PurchaseOrderLineRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'purchase_order_line_pk' })
  id!: string;

  @Column({ type: 'text', nullable: true, name: 'supplier_id' })
  supplierId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'item_id' })
  itemId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'plant_id' })
  plantId!: string | null;

  @Column({ type: 'text', name: 'status' })
  status!: string;

  @Column({ type: 'text', name: 'sourcing' })
  sourcing!: string;

  @Column({ type: 'date', nullable: true, name: 'promised_on' })
  promisedOn!: string | null;

  @Column({ type: 'date', nullable: true, name: 'received_on' })
  receivedOn!: string | null;

  @Column({ type: 'int', nullable: true, name: 'lateness_days' })
  latenessDays!: number | null;

  /** Days from the first commit to the current one; below 0 is earlier. */
  @Column({ type: 'int', nullable: true, name: 'slipped_days' })
  slippedDays!: number | null;

  /** Days that weigh on the line whatever the day: see `standingDays`. */
  @Column({ type: 'int', name: 'standing_days' })
  standingDays!: number;

  /** Value of what has not come; null when the source gives no value. */
  @Column({ type: 'numeric', nullable: true, name: 'at_stake' })
  atStake!: string | null;

  /** Of `atStake`; null without one. */
  @Column({ type: 'text', nullable: true, name: 'currency' })
  currency!: string | null;

  @Column({ type: 'text', name: 'order_number' })
  orderNumber!: string;

  /** The due date while the line is neither delivered nor cancelled. */
  @Column({ type: 'date', nullable: true, name: 'open_due_on' })
  openDueOn!: string | null;

  @Column({ type: 'text', nullable: true, name: 'shipment_mode' })
  shipmentMode!: string | null;

  @Column({ type: 'text', nullable: true, name: 'incoterm' })
  incoterm!: string | null;

  @Column({ type: 'text', nullable: true, name: 'destination_country' })
  destinationCountry!: string | null;

  @Column({ type: 'text', nullable: true, name: 'product_group' })
  productGroup!: string | null;

  @Column({ type: 'text', nullable: true, name: 'manufacturing_site_id' })
  manufacturingSiteId!: string | null;

  @Column({ type: 'text', nullable: true, name: 'manufacturing_site' })
  manufacturingSite!: string | null;

  @Column({ type: 'boolean', name: 'simulated' })
  simulated!: boolean;
}
