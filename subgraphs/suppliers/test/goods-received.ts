import { randomUUID } from 'node:crypto';
import { GOODS_RECEIVED_V1, type GoodsReceivedV1 } from '@sightline/contracts/events/goods-received.v1';

/** A goods receipt as inventory's log tells it. */
export function goodsReceived(receipt: {
  sourceSystemId: string;
  line: string;
  on: string;
  recordedOn?: string;
  at?: string;
  quantity: string | null;
  finalDelivery: boolean;
  shipmentNumber?: string;
  eventId?: string;
}): GoodsReceivedV1 {
  const eventId = receipt.eventId ?? randomUUID();
  return {
    eventId,
    type: GOODS_RECEIVED_V1,
    subjectType: 'GoodsReceipt',
    subjectId: eventId,
    subjectVersion: 1,
    tenant: null,
    source: {
      sourceSystemId: receipt.sourceSystemId,
      flow: 'receipts',
      plantId: null,
      idempotencyKey: eventId,
      sequence: null,
      correlationId: null,
      backfill: false,
      correctionOf: null,
      importId: null,
    },
    occurred: { at: receipt.at ?? null, on: receipt.on },
    recorded: { at: null, on: receipt.recordedOn ?? receipt.on },
    ingestedAt: '2026-03-20T12:00:00.000Z',
    payload: {
      goodsReceiptId: eventId,
      purchaseOrderLine: { sourceSystemId: receipt.sourceSystemId, type: 'purchaseOrderLine', value: receipt.line },
      shipmentNumber: receipt.shipmentNumber ?? null,
      plantId: null,
      plantCode: null,
      lotNumber: null,
      supplierLotNumber: null,
      quantity: receipt.quantity,
      unitOfMeasure: receipt.quantity === null ? null : 'C62',
      finalDelivery: receipt.finalDelivery,
      externalIds: [],
      stockStatus: 'IN_INSPECTION',
      consignment: false,
      itemId: null,
      sku: null,
      lotId: null,
      baseQuantity: null,
      baseUnit: null,
    },
  };
}
