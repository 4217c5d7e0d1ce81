import type { FactSource } from '@sightline/contracts/events/envelope';
import {
  DELIVERY_NOTED_V1,
  INSPECTION_LOT_DECIDED_V1,
  INSPECTION_LOT_OPENED_V1,
  INSPECTION_LOT_REPORTED_V1,
  type DeliveredGoods,
  type InspectionEventName,
  type InspectionLotEvent,
  type InspectionSaid,
} from '@sightline/contracts/events/inspection-lot.v1';
import { splitByDecision } from '../decide-lot';
import { unknownGoods } from '../fold-inspection';

const LOT = 'lot-1';
const RECEIPT = 'receipt-1';

interface Told {
  id: string;
  on?: string;
  recordedOn?: string;
  corrects?: string;
  version?: number;
}

const sourceOf = ({ id, corrects }: Told): FactSource => ({
  sourceSystemId: 'qms',
  flow: 'inspections',
  plantId: null,
  idempotencyKey: id,
  sequence: null,
  correlationId: null,
  backfill: false,
  correctionOf: corrects ?? null,
  importId: null,
});

const envelope = (told: Told) => ({
  eventId: told.id,
  subjectType: 'InspectionLot',
  subjectId: LOT,
  subjectVersion: told.version ?? 1,
  tenant: null,
  source: sourceOf(told),
  occurred: { at: null, on: told.on ?? '2026-03-01' },
  recorded: { at: null, on: told.recordedOn ?? told.on ?? '2026-03-01' },
  ingestedAt: '2026-03-01T00:00:00.000Z',
});

const goods = { ...unknownGoods(LOT), goodsReceiptId: RECEIPT, supplierId: 'acme' };

/** A receipt that opens the lot, or is noted; by default of 500 pieces. */
export function receipt(told: Told & Partial<DeliveredGoods> & { noted?: boolean }): InspectionLotEvent {
  const delivered: DeliveredGoods = {
    goodsReceiptId: RECEIPT,
    quantity: told.quantity ?? '500',
    unitOfMeasure: told.unitOfMeasure ?? 'C62',
    baseQuantity: told.baseQuantity ?? null,
    baseUnit: told.baseUnit ?? null,
    dockToStock: told.dockToStock ?? false,
  };
  const payload = { ...goods, delivered };
  return told.noted === true
    ? { ...envelope(told), type: DELIVERY_NOTED_V1, payload }
    : { ...envelope(told), type: INSPECTION_LOT_OPENED_V1, payload };
}

/** What a quality system said; a decision is split as the door does it, over a lot of 500 unless another is given. */
export function said(event: InspectionEventName, told: Told & Partial<InspectionSaid>): InspectionLotEvent {
  const { id, on, recordedOn, corrects, version, ...rest } = told;
  const one: InspectionSaid = {
    event,
    inspectionLot: { sourceSystemId: 'qms', type: 'lot', value: 'Q1' },
    number: null,
    stage: null,
    lotQuantity: null,
    unitOfMeasure: 'C62',
    sampleSize: null,
    defectiveInSample: null,
    defectiveAfterSort: null,
    decision: null,
    acceptedQuantity: null,
    rejectedQuantity: null,
    disposition: null,
    reason: null,
    externalIds: [],
    ...rest,
  };
  const head = envelope({
    id,
    ...(on && { on }),
    ...(recordedOn && { recordedOn }),
    ...(corrects && { corrects }),
    ...(version && { version }),
  });
  if (one.decision === null) return { ...head, type: INSPECTION_LOT_REPORTED_V1, payload: { ...goods, said: one } };
  const lotQuantity = one.lotQuantity ?? '500';
  const { decision, acceptedQuantity, rejectedQuantity } = one;
  const split = splitByDecision({ decision, acceptedQuantity, rejectedQuantity }, lotQuantity);
  if (split === null) throw new Error('a story cannot tell what the door refuses');
  return {
    ...head,
    type: INSPECTION_LOT_DECIDED_V1,
    payload: {
      ...goods,
      said: one,
      decision,
      ...split,
      lotQuantity,
      unitOfMeasure: 'C62',
      disposition: one.disposition,
      reason: one.reason,
      supersedes: null,
      delivered: null,
      received: null,
    },
  };
}
