import { type Item, makeItems } from './items';
import { PLANTS, type Plant } from './plants';
import { makeSuppliers, type Supplier } from './suppliers';

/** Everything that stands still: who sells what to which plant. The same for the same seed. */
export interface Network {
  seed: number;
  plants: readonly [Plant, Plant, Plant];
  suppliers: readonly Supplier[];
  items: readonly Item[];
  /** Items of each supplier, by its index. */
  catalogues: readonly (readonly Item[])[];
  made: readonly Item[];
}

export function makeNetwork(seed: number): Network {
  const suppliers = makeSuppliers(seed);
  const items = makeItems(seed, suppliers);
  return {
    seed,
    plants: PLANTS,
    suppliers,
    items,
    catalogues: suppliers.map(({ index }) => items.filter(({ supplier }) => supplier === index)),
    made: items.filter(({ made }) => made),
  };
}
