import type { ExternalKey } from '../identities';
import type { LogEvent } from './envelope';

/** Master data of an item, as a source states it; a later statement takes the place of an earlier one. */
export const ITEM_REGISTERED_V1 = 'inventory.item.registered.v1';

/** One of `unitOfMeasure` is `factor` base units. */
export interface UnitConversion {
  unitOfMeasure: string;
  /** Exact decimal above 0. */
  factor: string;
}

export interface ItemRegisteredPayload {
  itemId: string;
  sku: string;
  name: string;
  /** Base unit. */
  unitOfMeasure: string;
  productGroup: string | null;
  conversions: readonly UnitConversion[];
  externalIds: readonly ExternalKey[];
}
export type ItemRegisteredV1 = LogEvent<typeof ITEM_REGISTERED_V1, ItemRegisteredPayload>;
