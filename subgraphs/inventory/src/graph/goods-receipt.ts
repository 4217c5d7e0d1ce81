import { lotIdOf } from '@sightline/contracts/identities';
import { baseQuantityOf } from '../domain/units';
import type { GoodsReceiptResolvers, PurchaseOrderLineResolvers } from './__generated__/schema';

export const goodsReceipt: GoodsReceiptResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.receipt.load(id),
  purchaseOrderLine: ({ purchaseOrderLineId }) => (purchaseOrderLineId === null ? null : { id: purchaseOrderLineId }),
  item: ({ itemId }, _args, { loaders }) => (itemId === null ? null : loaders.item.load(itemId)),
  plant: ({ plantId }, _args, { loaders }) => (plantId === null ? null : loaders.plant.load(plantId)),
  lot: ({ itemId, lotNumber }, _args, { loaders }) =>
    itemId === null || lotNumber === null ? null : loaders.lot.load(lotIdOf(itemId, lotNumber)),
  baseQuantity: async (receipt, _args, { loaders }) => {
    const item = receipt.itemId === null ? null : await loaders.item.load(receipt.itemId);
    return baseQuantityOf(receipt, item);
  },
};

export const purchaseOrderLine: PurchaseOrderLineResolvers = {
  // Suppliers owns order lines and says which of them exist; a line without receipts here has none.
  __resolveReference: ({ id }) => ({ id }),
  receipts: async ({ id }, _args, { loaders }) => [...(await loaders.receiptsOfLine.load(id))],
};
