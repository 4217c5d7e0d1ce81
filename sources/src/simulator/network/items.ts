import { Draws } from './draws';
import { EQUAL_RATES, type Supplier } from './suppliers';

/** An item of the simulated network. Quantities of it are whole thousandths of `unit`. */
export interface Item {
  index: number;
  sku: string;
  name: string;
  productGroup: string;
  /** Base unit, UN/ECE Rec 20. */
  unit: 'C62' | 'KGM';
  /** Made in our plants, not bought. */
  made: boolean;
  /** Who sells it; null for one that is made. */
  supplier: number | null;
  /** Ordered and received in boxes of so many; null: in the base unit. */
  boxOf: number | null;
  /** Kept by lot. */
  byLot: boolean;
  /** Price of one base unit, in hundredths. */
  priceCents: number;
  /** What an order line of it usually has, in base units. */
  usual: number;
}

export const ITEM_COUNT = 1_000;
const MADE_COUNT = 120;
/** Unit of a box in UN/ECE Rec 20, which takes codes of Rec 21 behind an X. */
export const BOX_UNIT = 'XBX';

const GROUPS = ['Castings', 'Fasteners', 'Electronics', 'Bearings', 'Seals', 'Sheet metal', 'Cables', 'Chemicals'];
const WORDS = ['Bracket', 'Housing', 'Screw', 'Sensor', 'Ring', 'Plate', 'Harness', 'Gear', 'Bush', 'Cover', 'Valve'];

/** What is bought, spread over the suppliers by their size, and what is made of it. */
export function makeItems(seed: number, suppliers: readonly Supplier[]): readonly Item[] {
  const bought = suppliers.flatMap((supplier) =>
    Array.from({ length: catalogueOf(supplier) }, (): number => supplier.index),
  );
  return Array.from({ length: ITEM_COUNT }, (_, index) =>
    makeItem(seed, index, index < ITEM_COUNT - MADE_COUNT ? bought[index % bought.length]! : null),
  );
}

/** Items that a supplier sells: as many in all as are bought. */
const catalogueOf = ({ size }: Supplier): number => (size === 'LARGE' ? 62 : size === 'MIDDLE' ? 34 : 3);

function makeItem(seed: number, index: number, supplier: number | null): Item {
  const draws = new Draws(seed, 'item', index);
  const made = supplier === null;
  const bulk = !made && draws.chance(0.06);
  // The supplier whose quantities must divide by a hundred sells pieces only.
  const boxed = !made && !bulk && supplier !== EQUAL_RATES && draws.chance(0.03);
  const group = bulk ? 'Chemicals' : made ? 'Assemblies' : draws.pick(GROUPS.slice(0, -1));
  return {
    index,
    sku: `SIM-${made ? 'A' : 'B'}${String(index + 1).padStart(4, '0')}`,
    name: `${made ? 'Assembly' : bulk ? 'Granulate' : draws.pick(WORDS)} ${String(index + 1).padStart(4, '0')} (simulated)`,
    productGroup: group,
    unit: bulk ? 'KGM' : 'C62',
    made,
    supplier,
    boxOf: boxed ? draws.pick([12, 20, 50]) : null,
    byLot: !made && !bulk && !boxed && draws.chance(0.12),
    priceCents: draws.whole(5, made ? 90_000 : 4_000),
    usual: draws.pick(bulk ? [250, 500, 800] : [100, 200, 300, 500, 800, 1_200, 2_000]),
  };
}
