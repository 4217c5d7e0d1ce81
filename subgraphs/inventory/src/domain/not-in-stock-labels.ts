import type { NotInStockReason } from './stock-entry';

/** Why a fact is in no position, as a planner reads it. */
export const NOT_IN_STOCK_LABELS: Readonly<Record<NotInStockReason, string>> = {
  QUANTITY_NOT_TOLD: 'The source does not say how much',
  ORDER_LINE_UNKNOWN: 'The order line is not known yet',
  ITEM_UNKNOWN: 'The item is not known yet',
  PLANT_UNKNOWN: 'No plant is named',
  UNIT_NOT_CONVERTIBLE: 'The unit cannot be converted to the base unit',
};
