import { join } from 'node:path';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';
import { makeContext } from './context';
import { GoodsReceiptRow } from './data/goods-receipt.entity';
import { ItemRow } from './data/item.entity';
import { CreateInventory1763700000000 } from './data/migrations/1763700000000-create-inventory';
import { PlantRow } from './data/plant.entity';
import { flowOf, project } from './data/projector';
import { onFlowMarks } from './events/on-flow-marks';
import { onPurchaseOrderLineSent } from './events/on-purchase-order-line-sent';
import { goodsReceipt, purchaseOrderLine } from './graph/goods-receipt';
import { item, itemQueries } from './graph/item';
import { mutation } from './graph/mutation';
import { plant, plantQueries } from './graph/plant';

export const subgraph: SubgraphManifest = {
  name: 'inventory',
  // From src and from dist alike.
  schemaDir: join(__dirname, '..', 'schema'),
  entities: [GoodsReceiptRow, ItemRow, PlantRow],
  migrations: [CreateInventory1763700000000],
  resolvers: {
    Query: { ...itemQueries, ...plantQueries },
    Mutation: mutation,
    GoodsReceipt: goodsReceipt,
    PurchaseOrderLine: purchaseOrderLine,
    Item: item,
    Plant: plant,
  },
  makeContext,
  consumers: [onPurchaseOrderLineSent, onFlowMarks],
  project,
  flowOf,
};
