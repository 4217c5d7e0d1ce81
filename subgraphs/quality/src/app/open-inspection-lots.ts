import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import type { GoodsReceivedPayload } from '@sightline/contracts/events/goods-received.v1';
import { applyLotFacts } from './apply-lot-facts';

/**
 * Goods came: their lots are opened, or completed where a quality system was earlier.
 *
 * @param now  instant of ingestion here, RFC 3339; the receipt keeps the stamps of its source
 */
export async function openInspectionLots(
  manager: EntityManager,
  receipts: readonly LogEntry[],
  now: string,
): Promise<void> {
  await applyLotFacts(
    manager,
    receipts.flatMap((entry) => {
      // Every receipt that came through a door has its source; one without could be traced to nobody.
      if (entry.source === null) return [];
      const { eventId, source, occurred, recorded } = entry;
      return [
        {
          kind: 'RECEIPT' as const,
          eventId,
          source,
          occurred,
          recorded,
          receipt: entry.payload as GoodsReceivedPayload,
        },
      ];
    }),
    now,
  );
}
