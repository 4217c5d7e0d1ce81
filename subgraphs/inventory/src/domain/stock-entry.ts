import type { StockCause, StockKey } from '@sightline/contracts/events/stock-moved.v1';
import { add, isZero, negate, subtract, type Decimal } from '@sightline/kit/decimal/decimal';

/** What a fact means for one position: an amount, exact and signed, in the item's base unit. */
export interface StockEntry extends StockKey {
  cause: StockCause;
  quantity: Decimal;
}

/**
 * An amount of goods at a position of the own site. Field by field, here and below: an object spread together out of others
 * is many times slower to make, and bulks have many thousands of entries.
 */
export const entryAt = (
  goods: Pick<StockKey, 'itemId' | 'lotId' | 'origin'>,
  at: Pick<StockKey, 'plantId' | 'status' | 'owner'>,
  cause: StockCause,
  quantity: Decimal,
): StockEntry => ({
  cause,
  itemId: goods.itemId,
  plantId: at.plantId,
  lotId: goods.lotId,
  status: at.status,
  owner: at.owner,
  locationKind: 'OWN_SITE',
  origin: goods.origin,
  quantity,
});

/** Why a fact that was taken is in no position. */
export type NotInStockReason =
  'QUANTITY_NOT_TOLD' | 'ORDER_LINE_UNKNOWN' | 'ITEM_UNKNOWN' | 'PLANT_UNKNOWN' | 'UNIT_NOT_CONVERTIBLE';

/** What a receipt or a movement, with everything that is known about it now, means for stock. */
export type Bearing =
  { kind: 'IN_STOCK'; entries: readonly StockEntry[] } | { kind: 'NOT_IN_STOCK'; reason: NotInStockReason };

/** Bulks have many thousands of entries: joined, which is several times faster than writing JSON. No part holds U+0000. */
const nameOf = (entry: StockEntry): string =>
  `${entry.cause}\0${entry.itemId}\0${entry.plantId}\0${entry.lotId ?? ''}\0${entry.status}\0${entry.owner}\0${entry.locationKind}\0${entry.origin}`;

/** The same of another amount. */
const withQuantity = (entry: StockEntry, quantity: Decimal): StockEntry => ({
  cause: entry.cause,
  itemId: entry.itemId,
  plantId: entry.plantId,
  lotId: entry.lotId,
  status: entry.status,
  owner: entry.owner,
  locationKind: entry.locationKind,
  origin: entry.origin,
  quantity,
});

/** Entries of one cause and position as one, by name. */
function sumsOf(entries: readonly StockEntry[]): Map<string, StockEntry> {
  const sums = new Map<string, StockEntry>();
  for (const entry of entries) {
    const name = nameOf(entry);
    const before = sums.get(name);
    sums.set(name, before === undefined ? entry : withQuantity(before, add(before.quantity, entry.quantity)));
  }
  return sums;
}

export interface NewEntry {
  entry: StockEntry;
  /** Something of this cause had been posted for the fact before, and turned out otherwise. */
  correction: boolean;
}

/**
 * What has to be added to the ledger so that a fact counts for what it means now. Nothing that was posted is changed: what
 * is not so any more is taken back by an entry of its own. Once posted, there is no difference any more, so facts may be
 * looked at as often as one likes, and in any order.
 *
 * @param wanted  what the fact means now
 * @param posted  what the ledger says of the fact so far, entries that came to nothing included
 */
export function differenceOf(wanted: readonly StockEntry[], posted: readonly StockEntry[]): NewEntry[] {
  const causes = new Set(posted.map((entry) => entry.cause));
  const known = sumsOf(posted);
  const differences: StockEntry[] = [];
  for (const [name, entry] of sumsOf(wanted)) {
    const before = known.get(name);
    known.delete(name);
    differences.push(before === undefined ? entry : withQuantity(entry, subtract(entry.quantity, before.quantity)));
  }
  for (const entry of known.values()) differences.push(withQuantity(entry, negate(entry.quantity)));
  return differences
    .filter((entry) => !isZero(entry.quantity))
    .map((entry) => ({ entry, correction: causes.has(entry.cause) }));
}
