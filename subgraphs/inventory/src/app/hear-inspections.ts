import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import {
  INSPECTION_LOT_DECIDED_V1,
  type InspectionLotDecidedPayload,
  type InspectionLotReportedPayload,
} from '@sightline/contracts/events/inspection-lot.v1';
import {
  RECEIPT_INSPECTED_V1,
  type ReceiptInspectedPayload,
  type ReceiptInspectedV1,
} from '@sightline/contracts/events/receipt-inspected.v1';
import { append } from '@sightline/kit/outbox/append';

/**
 * Writes into the own log what quality decided about goods that a receipt brought; stock moves when that becomes visible,
 * or when the receipt does.
 *
 * @param entries  decisions and reports of inspection lots, in order of quality's log
 * @param now      instant of reading, RFC 3339; the decision keeps the stamps of its source
 */
export async function hearInspections(
  manager: EntityManager,
  entries: readonly LogEntry[],
  now: string,
): Promise<void> {
  await append(
    manager,
    entries.flatMap((entry): ReceiptInspectedV1[] => {
      const payload = payloadOf(entry);
      if (payload === null) return [];
      return [
        {
          eventId: entry.eventId,
          type: RECEIPT_INSPECTED_V1,
          // Each is a subject of its own: what stands is found when it is read.
          subjectType: 'ReceiptInspection',
          subjectId: entry.eventId,
          subjectVersion: 1,
          tenant: entry.tenant,
          source: entry.source,
          occurred: entry.occurred,
          recorded: entry.recorded,
          ingestedAt: now,
          payload,
        },
      ];
    }),
  );
}

/** Null for what moves no stock: goods without a receipt of ours, and reports that neither decide nor dispose. */
function payloadOf(entry: LogEntry): ReceiptInspectedPayload | null {
  if (entry.type === INSPECTION_LOT_DECIDED_V1) {
    const decision = entry.payload as InspectionLotDecidedPayload;
    if (decision.goodsReceiptId === null) return null;
    return {
      inspectionLotId: decision.inspectionLotId,
      goodsReceiptId: decision.goodsReceiptId,
      decided: {
        acceptedQuantity: decision.acceptedQuantity,
        rejectedQuantity: decision.rejectedQuantity,
        unitOfMeasure: decision.unitOfMeasure,
      },
      disposition: decision.disposition,
    };
  }
  const { inspectionLotId, goodsReceiptId, said } = entry.payload as InspectionLotReportedPayload;
  if (goodsReceiptId === null || said.disposition === null) return null;
  return { inspectionLotId, goodsReceiptId, decided: null, disposition: said.disposition };
}
