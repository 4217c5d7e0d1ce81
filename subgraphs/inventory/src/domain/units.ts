import type { UnitConversion } from '@sightline/contracts/events/item-registered.v1';
import { canonical, multiply, type Decimal } from '@sightline/kit/decimal/decimal';

/** What an item's quantities are counted in. */
export interface ItemUnits {
  /** Base unit, UN/ECE Rec 20. */
  unitOfMeasure: string;
  conversions: readonly UnitConversion[];
}

/**
 * A quantity in the item's base unit, exact (design/metrics.md 3.0, rule 8).
 *
 * @param unitOfMeasure  unit of the quantity; null: the base unit
 * @returns null when nobody has told how to convert the unit
 */
export function inBaseUnit(quantity: Decimal, unitOfMeasure: string | null, item: ItemUnits): Decimal | null {
  if (unitOfMeasure === null || unitOfMeasure === item.unitOfMeasure) return canonical(quantity);
  const conversion = item.conversions.find((known) => known.unitOfMeasure === unitOfMeasure);
  return conversion === undefined ? null : canonical(multiply(quantity, conversion.factor));
}

/** What a receipt put into stock, in the item's base unit; null while it is not in stock. */
export function baseQuantityOf(
  receipt: { quantity: Decimal | null; unitOfMeasure: string | null; notInStock: string | null },
  item: ItemUnits | null,
): Decimal | null {
  if (receipt.quantity === null || receipt.notInStock !== null || item === null) return null;
  return inBaseUnit(receipt.quantity, receipt.unitOfMeasure, item);
}
