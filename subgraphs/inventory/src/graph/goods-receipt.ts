import type { GoodsReceiptResolvers, PurchaseOrderLineResolvers } from './__generated__/schema';

export const goodsReceipt: GoodsReceiptResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.receipt.load(id),
  purchaseOrderLine: ({ purchaseOrderLineId }) => (purchaseOrderLineId === null ? null : { id: purchaseOrderLineId }),
  item: ({ itemId }, _args, { loaders }) => (itemId === null ? null : loaders.item.load(itemId)),
  plant: ({ plantId }, _args, { loaders }) => (plantId === null ? null : loaders.plant.load(plantId)),
};

export const purchaseOrderLine: PurchaseOrderLineResolvers = {
  // Suppliers owns order lines and says which of them exist; a line without receipts here has none.
  __resolveReference: ({ id }) => ({ id }),
  receipts: async ({ id }, _args, { loaders }) => [...(await loaders.receiptsOfLine.load(id))],
};
