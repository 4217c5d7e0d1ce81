import type DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '@sightline/kit/server/manifest';
import { batchMany } from '@sightline/kit/loaders/batch-many';
import { batchOne } from '@sightline/kit/loaders/batch-one';
import type { Inspection } from '../domain/inspection-lot';
import { InspectionLotRow } from './inspection-lot.entity';
import { lotsBy, onlySimulated } from './inspection-lots.query';

type OwnedLot = Awaited<ReturnType<typeof lotsBy>>[number];
type Simulated = Awaited<ReturnType<typeof onlySimulated>>[number];

/** Every loader of this subgraph, made anew for each request; each reads only what the caller may see. */
export interface Loaders {
  lotById: DataLoader<string, Inspection | null>;
  lotsOfLine: DataLoader<string, readonly OwnedLot[]>;
  lotsOfStockLot: DataLoader<string, readonly OwnedLot[]>;
  /** Null: no goods of this supplier are known. */
  supplierOrigin: DataLoader<string, Simulated | null>;
  itemOrigin: DataLoader<string, Simulated | null>;
}

export function makeLoaders({ read }: Pick<RequestContext, 'read'>): Loaders {
  return {
    lotById: batchOne(
      async (ids: readonly string[]) => {
        const rows = await read((manager) =>
          manager.find(InspectionLotRow, { where: { id: In([...ids]), isLot: true } }),
        );
        return rows.map((row) => row.state);
      },
      (lot) => lot.id,
    ),
    lotsOfLine: batchMany(
      (ids) => read((manager) => lotsBy(manager, 'purchase_order_line_id', ids)),
      (row: OwnedLot) => row.owner,
    ),
    lotsOfStockLot: batchMany(
      (ids) => read((manager) => lotsBy(manager, 'stock_lot_id', ids)),
      (row: OwnedLot) => row.owner,
    ),
    supplierOrigin: batchOne(
      (ids) => read((manager) => onlySimulated(manager, 'supplier_id', ids)),
      (row) => row.id,
    ),
    itemOrigin: batchOne(
      (ids) => read((manager) => onlySimulated(manager, 'item_id', ids)),
      (row) => row.id,
    ),
  };
}
