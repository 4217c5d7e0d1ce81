import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import type { GoodsReceivedPayload } from '@sightline/contracts/events/goods-received.v1';
import { applyLineFacts } from './apply-line-facts';

/**
 * Completes order lines by the goods receipts that inventory took in. A receipt whose line is not known waits for it.
 *
 * @param now  instant of ingestion here, RFC 3339; the receipt keeps the stamps of its source
 */
export async function recordDeliveries(
  manager: EntityManager,
  receipts: readonly LogEntry[],
  now: string,
): Promise<void> {
  await applyLineFacts(
    manager,
    receipts.flatMap((entry) => {
      // Every receipt that came through a door has its source; one without could be traced to nobody.
      if (entry.source === null) return [];
      const receipt = entry.payload as GoodsReceivedPayload;
      return [
        {
          kind: 'RECEIPT' as const,
          eventId: entry.eventId,
          source: entry.source,
          occurred: entry.occurred,
          recorded: entry.recorded,
          purchaseOrderLine: receipt.purchaseOrderLine,
          payload: {
            goodsReceiptId: receipt.goodsReceiptId,
            quantity: receipt.quantity,
            unitOfMeasure: receipt.unitOfMeasure,
            shipmentNumber: receipt.shipmentNumber,
            finalDelivery: receipt.finalDelivery,
          },
        },
      ];
    }),
    now,
  );
}
