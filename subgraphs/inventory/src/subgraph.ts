import { join } from 'node:path';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';
import { projectLog } from './app/project-log';
import { makeContext } from './context';
import { GoodsReceiptRow } from './data/goods-receipt.entity';
import { ItemRow } from './data/item.entity';
import { LotRow } from './data/lot.entity';
import { CreateInventory1763700000000 } from './data/migrations/1763700000000-create-inventory';
import { PlantRow } from './data/plant.entity';
import { flowOf } from './data/projector';
import { StockPositionRow } from './data/stock-position.entity';
import { onFlowMarks } from './events/on-flow-marks';
import { onPurchaseOrderLineSent } from './events/on-purchase-order-line-sent';
import { onQuality } from './events/on-quality';
import { goodsReceipt, purchaseOrderLine } from './graph/goods-receipt';
import { item, itemQueries } from './graph/item';
import { mutation } from './graph/mutation';
import { plant, plantQueries } from './graph/plant';
import { stockChange, subscriptions } from './graph/subscriptions';
import { lot, stockPosition, stockPositionConnection, stockQueries } from './graph/stock';

export const subgraph: SubgraphManifest = {
  name: 'inventory',
  // From src and from dist alike.
  schemaDir: join(__dirname, '..', 'schema'),
  entities: [GoodsReceiptRow, ItemRow, LotRow, PlantRow, StockPositionRow],
  migrations: [CreateInventory1763700000000],
  resolvers: {
    Query: { ...itemQueries, ...plantQueries, ...stockQueries },
    Mutation: mutation,
    Subscription: subscriptions,
    GoodsReceipt: goodsReceipt,
    PurchaseOrderLine: purchaseOrderLine,
    Item: item,
    Plant: plant,
    Lot: lot,
    StockPosition: stockPosition,
    StockPositionConnection: stockPositionConnection,
    StockChange: stockChange,
  },
  makeContext,
  consumers: [onPurchaseOrderLineSent, onQuality, onFlowMarks],
  project: projectLog,
  flowOf,
};
