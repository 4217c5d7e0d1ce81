import type { DispositionName } from '@sightline/contracts/events/inspection-lot.v1';
import type { StockKey, StockStatusName } from '@sightline/contracts/events/stock-moved.v1';
import { lotIdOf } from '@sightline/contracts/identities';
import type { DataOrigin } from '@sightline/contracts/simulated';
import { isZero, negate, type Decimal } from '@sightline/kit/decimal/decimal';
import { entryAt, type Bearing, type StockEntry } from './stock-entry';
import { inBaseUnit, type ItemUnits } from './units';

/** A receipt as it stands: the original, or the correction that took its place. */
export interface ReceivedGoods {
  /** Whether an order line with the name that the receipt gives is known. */
  lineKnown: boolean;
  itemId: string | null;
  plantId: string | null;
  lotNumber: string | null;
  quantity: Decimal | null;
  unitOfMeasure: string | null;
  /** Condition in which the goods were put away. */
  stockStatus: StockStatusName;
  consignment: boolean;
  origin: DataOrigin;
}

/** What quality decided about one inspection lot of the receipt, as it stands. */
export interface ReceiptDecision {
  acceptedQuantity: Decimal;
  rejectedQuantity: Decimal;
  unitOfMeasure: string;
  disposition: DispositionName | null;
}

/**
 * What a receipt and the decisions about it mean for stock. All of it is put away in one condition; what was accepted
 * moves on to RELEASED, what was rejected to BLOCKED, or to RETURNS when it goes back. What has not been decided on stays
 * where it is. When more was decided on than was received after all, the rest falls below 0 and shows.
 *
 * A decision in a unit that cannot be converted moves nothing: goods are not released on a guess.
 *
 * @param item  null: nobody has told of the item yet
 */
export function stockOfReceipt(
  goods: ReceivedGoods,
  item: ItemUnits | null,
  decisions: readonly ReceiptDecision[],
): Bearing {
  if (goods.quantity === null) return { kind: 'NOT_IN_STOCK', reason: 'QUANTITY_NOT_TOLD' };
  // What did not happen was not inspected either.
  if (isZero(goods.quantity)) return { kind: 'IN_STOCK', entries: [] };
  if (!goods.lineKnown) return { kind: 'NOT_IN_STOCK', reason: 'ORDER_LINE_UNKNOWN' };
  if (goods.itemId === null || item === null) return { kind: 'NOT_IN_STOCK', reason: 'ITEM_UNKNOWN' };
  if (goods.plantId === null) return { kind: 'NOT_IN_STOCK', reason: 'PLANT_UNKNOWN' };
  const received = inBaseUnit(goods.quantity, goods.unitOfMeasure, item);
  if (received === null) return { kind: 'NOT_IN_STOCK', reason: 'UNIT_NOT_CONVERTIBLE' };
  const place: StockKey = {
    itemId: goods.itemId,
    plantId: goods.plantId,
    lotId: goods.lotNumber === null ? null : lotIdOf(goods.itemId, goods.lotNumber),
    status: goods.stockStatus,
    owner: goods.consignment ? 'SUPPLIER' : 'OWN',
    locationKind: 'OWN_SITE',
    origin: goods.origin,
  };
  const entries: StockEntry[] = [entryAt(place, place, 'RECEIPT', received)];
  for (const decision of decisions) {
    const accepted = inBaseUnit(decision.acceptedQuantity, decision.unitOfMeasure, item);
    const rejected = inBaseUnit(decision.rejectedQuantity, decision.unitOfMeasure, item);
    if (accepted === null || rejected === null) continue;
    entries.push(
      ...moved(place, 'RELEASED', accepted),
      ...moved(place, decision.disposition === 'RETURN' ? 'RETURNS' : 'BLOCKED', rejected),
    );
  }
  return { kind: 'IN_STOCK', entries };
}

const moved = (place: StockKey, status: StockStatusName, quantity: Decimal): StockEntry[] => [
  entryAt(place, place, 'INSPECTION', negate(quantity)),
  entryAt(place, { plantId: place.plantId, status, owner: place.owner }, 'INSPECTION', quantity),
];
