import type { StockMovementRecordedPayload } from '@sightline/contracts/events/stock-movement-recorded.v1';
import type { DataOrigin } from '@sightline/contracts/simulated';
import { negate } from '@sightline/kit/decimal/decimal';
import { entryAt, type Bearing, type StockEntry } from './stock-entry';
import { inBaseUnit, type ItemUnits } from './units';

/** A movement as it stands: the original, or the correction that took its place. */
export type RecordedMovement = Pick<
  StockMovementRecordedPayload,
  | 'kind'
  | 'itemId'
  | 'plantId'
  | 'toPlantId'
  | 'lotId'
  | 'quantity'
  | 'unitOfMeasure'
  | 'fromStatus'
  | 'toStatus'
  | 'owner'
> & { origin: DataOrigin };

/**
 * What a movement means for stock: out of where the goods were, into where they are, either or both. Taking more than is
 * there is not refused: the goods did move, and the books are shown to be wrong.
 *
 * @param item  null: nobody has told of the item yet
 */
export function stockOfMovement(movement: RecordedMovement, item: ItemUnits | null): Bearing {
  if (item === null) return { kind: 'NOT_IN_STOCK', reason: 'ITEM_UNKNOWN' };
  const quantity = inBaseUnit(movement.quantity, movement.unitOfMeasure, item);
  if (quantity === null) return { kind: 'NOT_IN_STOCK', reason: 'UNIT_NOT_CONVERTIBLE' };
  const entries: StockEntry[] = [];
  const { kind, plantId, fromStatus, toStatus, owner } = movement;
  if (fromStatus !== null)
    entries.push(entryAt(movement, { plantId, status: fromStatus, owner }, kind, negate(quantity)));
  if (toStatus !== null) {
    const to = {
      plantId: movement.toPlantId ?? plantId,
      status: toStatus,
      owner: kind === 'CONSIGNMENT_WITHDRAWAL' ? ('OWN' as const) : owner,
    };
    entries.push(entryAt(movement, to, kind, quantity));
  }
  return { kind: 'IN_STOCK', entries };
}
