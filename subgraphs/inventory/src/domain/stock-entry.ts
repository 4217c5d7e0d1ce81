import type { StockCause, StockKey } from '@sightline/contracts/events/stock-moved.v1';
import { add, isZero, subtract, type Decimal } from '@sightline/kit/decimal/decimal';

/** What a fact means for one position: an amount, exact and signed, in the item's base unit. */
export interface StockEntry extends StockKey {
  cause: StockCause;
  quantity: Decimal;
}

/** Why a fact that was taken is in no position. */
export type NotInStockReason =
  'QUANTITY_NOT_TOLD' | 'ORDER_LINE_UNKNOWN' | 'ITEM_UNKNOWN' | 'PLANT_UNKNOWN' | 'UNIT_NOT_CONVERTIBLE';

/** What a receipt or a movement, with everything that is known about it now, means for stock. */
export type Bearing =
  { kind: 'IN_STOCK'; entries: readonly StockEntry[] } | { kind: 'NOT_IN_STOCK'; reason: NotInStockReason };

const nameOf = (entry: StockEntry): string =>
  JSON.stringify([
    entry.cause,
    entry.itemId,
    entry.plantId,
    entry.lotId,
    entry.status,
    entry.owner,
    entry.locationKind,
    entry.origin,
  ]);

/** Entries of one cause and position as one; those that come to nothing go. */
export function summed(entries: readonly StockEntry[]): StockEntry[] {
  const sums = new Map<string, StockEntry>();
  for (const entry of entries) {
    const before = sums.get(nameOf(entry));
    sums.set(
      nameOf(entry),
      before === undefined ? entry : { ...before, quantity: add(before.quantity, entry.quantity) },
    );
  }
  return [...sums.values()].filter((entry) => !isZero(entry.quantity));
}

export interface NewEntry extends StockEntry {
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
  const known = new Map(posted.map((entry) => [nameOf(entry), entry]));
  const causes = new Set(posted.map((entry) => entry.cause));
  const differences: StockEntry[] = [];
  for (const entry of summed(wanted)) {
    const before = known.get(nameOf(entry));
    known.delete(nameOf(entry));
    differences.push(before === undefined ? entry : { ...entry, quantity: subtract(entry.quantity, before.quantity) });
  }
  for (const entry of known.values()) differences.push({ ...entry, quantity: subtract('0', entry.quantity) });
  return differences
    .filter((entry) => !isZero(entry.quantity))
    .map((entry) => ({ ...entry, correction: causes.has(entry.cause) }));
}
