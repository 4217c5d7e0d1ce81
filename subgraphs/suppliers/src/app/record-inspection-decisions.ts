import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import type { InspectionLotDecidedPayload } from '@sightline/contracts/events/inspection-lot.v1';
import { applyLineFacts } from './apply-line-facts';

/**
 * Tells order lines what quality decided about their goods: how much was accepted, and so is there to be used. A decision
 * whose line is not known waits for it; one about goods of no order line concerns none.
 *
 * @param now  instant of ingestion here, RFC 3339; the decision keeps the stamps of its source
 */
export async function recordInspectionDecisions(
  manager: EntityManager,
  decisions: readonly LogEntry[],
  now: string,
): Promise<void> {
  await applyLineFacts(
    manager,
    decisions.flatMap((entry) => {
      const decided = entry.payload as InspectionLotDecidedPayload;
      if (entry.source === null || decided.purchaseOrderLine === null) return [];
      return [
        {
          kind: 'INSPECTION' as const,
          eventId: entry.eventId,
          source: entry.source,
          occurred: entry.occurred,
          recorded: entry.recorded,
          purchaseOrderLine: decided.purchaseOrderLine,
          payload: {
            inspectionLotId: decided.inspectionLotId,
            decision: decided.decision,
            acceptedQuantity: decided.acceptedQuantity,
            rejectedQuantity: decided.rejectedQuantity,
            unitOfMeasure: decided.unitOfMeasure,
            delivered: decided.delivered,
          },
        },
      ];
    }),
    now,
  );
}
