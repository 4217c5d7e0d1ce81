import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  LocationKindName,
  StockKey,
  StockOwnerName,
  StockStatusName,
} from '@sightline/contracts/events/stock-moved.v1';
import type { DataOrigin } from '@sightline/contracts/simulated';

/** The sum of the ledger for one position. */
@Entity({ name: 'stock_position' })
export class StockPositionRow implements StockKey {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'stock_position_pk' })
  id!: string;

  @Column({ type: 'text', name: 'item_id' })
  itemId!: string;

  @Column({ type: 'text', name: 'plant_id' })
  plantId!: string;

  @Column({ type: 'text', nullable: true, name: 'lot_id' })
  lotId!: string | null;

  @Column({ type: 'text' })
  status!: StockStatusName;

  @Column({ type: 'text' })
  owner!: StockOwnerName;

  @Column({ type: 'text', name: 'location_kind' })
  locationKind!: LocationKindName;

  @Column({ type: 'text' })
  origin!: DataOrigin;

  /** Exact, in the item's base unit; below 0 when more went out than came in. */
  @Column({ type: 'numeric' })
  quantity!: string;

  /** True when decisions of quality feed it: its age then includes theirs. */
  @Column({ type: 'boolean' })
  inspected!: boolean;
}
