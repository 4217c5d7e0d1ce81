import type { StockMovementRecordedPayload } from '@sightline/contracts/events/stock-movement-recorded.v1';
import type { StockKey } from '@sightline/contracts/events/stock-moved.v1';
import type { DataOrigin } from '@sightline/contracts/simulated';
import { negate } from '@sightline/kit/decimal/decimal';
import type { Bearing, StockEntry } from './stock-entry';
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
  const goods: Omit<StockKey, 'plantId' | 'status'> = {
    itemId: movement.itemId,
    lotId: movement.lotId,
    owner: movement.owner,
    locationKind: 'OWN_SITE',
    origin: movement.origin,
  };
  const entries: StockEntry[] = [];
  if (movement.fromStatus !== null)
    entries.push({
      ...goods,
      cause: movement.kind,
      plantId: movement.plantId,
      status: movement.fromStatus,
      quantity: negate(quantity),
    });
  if (movement.toStatus !== null)
    entries.push({
      ...goods,
      cause: movement.kind,
      plantId: movement.toPlantId ?? movement.plantId,
      status: movement.toStatus,
      owner: movement.kind === 'CONSIGNMENT_WITHDRAWAL' ? 'OWN' : movement.owner,
      quantity,
    });
  return { kind: 'IN_STOCK', entries };
}
