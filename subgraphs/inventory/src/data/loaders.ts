import type DataLoader from 'dataloader';
import type { RequestContext } from '@sightline/kit/server/manifest';
import { batchMany } from '@sightline/kit/loaders/batch-many';
import { batchOne } from '@sightline/kit/loaders/batch-one';
import { receiptsByIds, receiptsOfLines, type ShownReceipt } from './goods-receipt.query';
import { itemsByIds, itemsBySkus, type ShownItem } from './item.query';
import { lotsByIds, type ShownLot } from './lot.query';
import { plantsByCodes, plantsByIds, type ShownPlant } from './plant.query';
import { positionsByIds, positionsOfItems, positionsOfLots, type ShownPosition } from './stock-position.query';

export interface Loaders {
  receipt: DataLoader<string, ShownReceipt | null>;
  /** By order line id, oldest first. */
  receiptsOfLine: DataLoader<string, readonly ShownReceipt[]>;
  item: DataLoader<string, ShownItem | null>;
  itemBySku: DataLoader<string, ShownItem | null>;
  plant: DataLoader<string, ShownPlant | null>;
  plantByCode: DataLoader<string, ShownPlant | null>;
  lot: DataLoader<string, ShownLot | null>;
  /** Also one that holds nothing any more. */
  position: DataLoader<string, ShownPosition | null>;
  positionsOfItem: DataLoader<string, readonly ShownPosition[]>;
  positionsOfLot: DataLoader<string, readonly ShownPosition[]>;
}

/** Every loader of this subgraph, made anew for each request: one statement for each kind and tick, seen as the caller. */
export function makeLoaders({ read }: Pick<RequestContext, 'read'>): Loaders {
  return {
    receipt: batchOne(
      (ids) => read((manager) => receiptsByIds(manager, ids)),
      (row) => row.id,
    ),
    receiptsOfLine: batchMany(
      (ids) => read((manager) => receiptsOfLines(manager, ids)),
      (row: ShownReceipt) => row.purchaseOrderLineId ?? '',
    ),
    item: batchOne(
      (ids) => read((manager) => itemsByIds(manager, ids)),
      (row) => row.id,
    ),
    itemBySku: batchOne(
      (skus) => read((manager) => itemsBySkus(manager, skus)),
      (row) => row.sku,
    ),
    plant: batchOne(
      (ids) => read((manager) => plantsByIds(manager, ids)),
      (row) => row.id,
    ),
    plantByCode: batchOne(
      (codes) => read((manager) => plantsByCodes(manager, codes)),
      (row) => row.code,
    ),
    lot: batchOne(
      (ids) => read((manager) => lotsByIds(manager, ids)),
      (row) => row.id,
    ),
    position: batchOne(
      (ids) => read((manager) => positionsByIds(manager, ids)),
      (row) => row.id,
    ),
    positionsOfItem: batchMany(
      (ids) => read((manager) => positionsOfItems(manager, ids)),
      (row: ShownPosition) => row.itemId,
    ),
    positionsOfLot: batchMany(
      (ids) => read((manager) => positionsOfLots(manager, ids)),
      (row: ShownPosition) => row.lotId ?? '',
    ),
  };
}
