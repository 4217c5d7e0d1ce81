import { randomUUID } from 'node:crypto';
import {
  INSPECTION_LOT_DECIDED_V1,
  type DeliveredGoods,
  type InspectionDecisionName,
  type InspectionLotDecidedV1,
} from '@sightline/contracts/events/inspection-lot.v1';
import { supplierIdOf } from '@sightline/contracts/identities';

/** A decision about goods of an order line, as quality's log tells it. */
export function inspectionDecided(told: {
  line: { sourceSystemId: string; type: string; value: string };
  lot: string;
  on: string;
  recordedOn?: string;
  accepted: string;
  rejected: string;
  decision?: InspectionDecisionName;
  unitOfMeasure?: string;
  delivered?: DeliveredGoods;
  eventId?: string;
  corrects?: string;
}): InspectionLotDecidedV1 {
  const { line, lot, accepted, rejected, unitOfMeasure = 'C62', eventId = randomUUID() } = told;
  const decision =
    told.decision ?? (rejected === '0' ? 'ACCEPTED' : accepted === '0' ? 'REJECTED' : 'PARTIALLY_ACCEPTED');
  return {
    eventId,
    type: INSPECTION_LOT_DECIDED_V1,
    subjectType: 'InspectionLot',
    subjectId: lot,
    subjectVersion: 2,
    tenant: supplierIdOf('ACME'),
    source: {
      sourceSystemId: 'qms-1',
      flow: 'inspections',
      plantId: null,
      idempotencyKey: eventId,
      sequence: null,
      correlationId: null,
      backfill: false,
      correctionOf: told.corrects ?? null,
      importId: null,
    },
    occurred: { at: null, on: told.on },
    recorded: { at: null, on: told.recordedOn ?? told.on },
    ingestedAt: '2026-03-20T12:00:00.000Z',
    payload: {
      inspectionLotId: lot,
      goodsReceiptId: null,
      purchaseOrderLine: line,
      purchaseOrderLineId: null,
      supplierId: supplierIdOf('ACME'),
      sourcing: 'PURCHASED',
      itemId: null,
      plantId: null,
      lotNumber: null,
      supplierLotNumber: null,
      said: {
        event: 'DECIDED',
        inspectionLot: { sourceSystemId: 'qms-1', type: 'lot', value: lot },
        number: null,
        stage: null,
        lotQuantity: null,
        unitOfMeasure,
        sampleSize: null,
        defectiveInSample: null,
        defectiveAfterSort: null,
        decision,
        acceptedQuantity: accepted,
        rejectedQuantity: rejected,
        disposition: null,
        reason: null,
        externalIds: [],
      },
      decision,
      acceptedQuantity: accepted,
      rejectedQuantity: rejected,
      lotQuantity: String(Number(accepted) + Number(rejected)),
      unitOfMeasure,
      disposition: null,
      reason: null,
      supersedes: null,
      delivered: told.delivered ?? null,
      received: null,
    },
  };
}
