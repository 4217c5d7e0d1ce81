import {
  DELIVERY_NOTED_V1,
  INSPECTION_LOT_DECIDED_V1,
  INSPECTION_LOT_OPENED_V1,
  type DeliveredGoods,
  type InspectedGoods,
  type InspectionLotDecidedV1,
  type InspectionLotEvent,
  type InspectionSaid,
} from '@sightline/contracts/events/inspection-lot.v1';
import type { ExternalKey } from '@sightline/contracts/identities';
import { byOccurrence, byRecord, withoutCorrected, withoutRepeats } from '@sightline/kit/facts/fact-order';
import {
  deliveredIn,
  isReversed,
  lotUnitOf,
  type Inspection,
  type InspectionLotStatus,
  type LotDecision,
} from './inspection-lot';
import { nextStatus } from './lot-status';

/**
 * Makes a lot, or a delivery without one, out of its facts. The same facts give the same lot in whatever order and however
 * often they come. A correction takes the place of what it corrects; of two statements of one thing the one that happened
 * last holds.
 *
 * @returns null when no fact tells of goods: neither a receipt nor a quantity of the lot
 */
export function foldInspection(events: readonly InspectionLotEvent[]): Inspection | null {
  const all = withoutRepeats(events);
  const facts = [...withoutCorrected(all)].sort(byOccurrence);
  const [first] = facts;
  if (first === undefined) return null;

  const byStatement = [...facts].sort(byRecord);
  const receipt = byStatement.findLast((fact) => deliveredBy(fact) !== null) ?? null;
  const delivered = receipt === null ? null : deliveredBy(receipt);
  const said = facts.flatMap((fact) => saidIn(fact) ?? []);
  const unitOfMeasure = lastSaid(said, 'unitOfMeasure') ?? (delivered === null ? null : lotUnitOf(delivered));
  const lotQuantity =
    lastSaid(said, 'lotQuantity') ??
    (delivered === null || unitOfMeasure === null ? null : deliveredIn(delivered, unitOfMeasure));
  if (lotQuantity === null || unitOfMeasure === null) return null;

  const goods = goodsOf(byStatement);
  const decision = decisionOf(facts);
  const openedByReceipt = all.some((event) => event.type === INSPECTION_LOT_OPENED_V1);
  const inspection: Inspection = {
    id: first.subjectId,
    version: Math.max(...all.map((fact) => fact.subjectVersion)),
    // What a correction took away still opened the lot.
    isLot: said.length > 0 || openedByReceipt,
    goods,
    delivered:
      delivered === null || receipt === null
        ? null
        : {
            goodsReceiptId: delivered.goodsReceiptId,
            quantity: delivered.quantity,
            unitOfMeasure: delivered.unitOfMeasure,
            baseQuantity: delivered.baseQuantity,
            baseUnit: delivered.baseUnit,
            dockToStock: delivered.dockToStock,
            when: receipt.occurred,
            recorded: receipt.recorded,
          },
    number: lastSaid(said, 'number') ?? said[0]?.inspectionLot.value ?? numberOf(goods),
    stage: lastSaid(said, 'stage') ?? 'RECEIVING',
    status: said.reduce<InspectionLotStatus>((status, { event }) => nextStatus(status, event), 'CREATED'),
    lotQuantity,
    unitOfMeasure,
    sampleSize: lastSaid(said, 'sampleSize'),
    defectiveInSample: lastSaid(said, 'defectiveInSample'),
    defectiveAfterSort: lastSaid(said, 'defectiveAfterSort'),
    decision,
    disposition: lastSaid(said, 'disposition'),
    reason: lastSaid(said, 'reason'),
    created: ((openedByReceipt ? receipt : facts.find((fact) => saidIn(fact) !== null)) ?? first).occurred,
    externalIds: namesOf(said),
    source: first.source,
  };
  if (isReversed(inspection)) inspection.status = 'CANCELLED';
  return inspection;
}

function deliveredBy(event: InspectionLotEvent): DeliveredGoods | null {
  return event.type === DELIVERY_NOTED_V1 || event.type === INSPECTION_LOT_OPENED_V1 ? event.payload.delivered : null;
}

function saidIn(event: InspectionLotEvent): InspectionSaid | null {
  return event.type === DELIVERY_NOTED_V1 || event.type === INSPECTION_LOT_OPENED_V1 ? null : event.payload.said;
}

function lastSaid<Field extends keyof InspectionSaid>(
  said: readonly InspectionSaid[],
  field: Field,
): InspectionSaid[Field] | null {
  for (let index = said.length - 1; index >= 0; index -= 1) {
    const value = said[index]![field];
    if (value !== null) return value;
  }
  return null;
}

/** Each thing as it was stated last; what a later statement leaves out stays known. */
function goodsOf(byStatement: readonly InspectionLotEvent[]): InspectedGoods {
  // A payload is more than its goods: completing nothing with it takes the goods out.
  const nothing = unknownGoods(byStatement[0]!.payload.inspectionLotId);
  return byStatement.reduce<InspectedGoods>((known, { payload }) => completed(known, payload), nothing);
}

/** What was known, with everything that was told since. */
export function completed(known: InspectedGoods, told: InspectedGoods): InspectedGoods {
  return {
    inspectionLotId: known.inspectionLotId,
    goodsReceiptId: told.goodsReceiptId ?? known.goodsReceiptId,
    purchaseOrderLine: told.purchaseOrderLine ?? known.purchaseOrderLine,
    purchaseOrderLineId: told.purchaseOrderLineId ?? known.purchaseOrderLineId,
    supplierId: told.supplierId ?? known.supplierId,
    sourcing: told.sourcing ?? known.sourcing,
    itemId: told.itemId ?? known.itemId,
    plantId: told.plantId ?? known.plantId,
    lotNumber: told.lotNumber ?? known.lotNumber,
    supplierLotNumber: told.supplierLotNumber ?? known.supplierLotNumber,
  };
}

/** What is told of goods, with the goods. Field by field: objects spread into each other are many times slower to make. */
export function aboutGoods<Told extends object>(goods: InspectedGoods, told: Told): InspectedGoods & Told {
  const about: InspectedGoods = {
    inspectionLotId: goods.inspectionLotId,
    goodsReceiptId: goods.goodsReceiptId,
    purchaseOrderLine: goods.purchaseOrderLine,
    purchaseOrderLineId: goods.purchaseOrderLineId,
    supplierId: goods.supplierId,
    sourcing: goods.sourcing,
    itemId: goods.itemId,
    plantId: goods.plantId,
    lotNumber: goods.lotNumber,
    supplierLotNumber: goods.supplierLotNumber,
  };
  return Object.assign(about, told);
}

const NOTHING: Omit<InspectedGoods, 'inspectionLotId'> = {
  goodsReceiptId: null,
  purchaseOrderLine: null,
  purchaseOrderLineId: null,
  supplierId: null,
  sourcing: null,
  itemId: null,
  plantId: null,
  lotNumber: null,
  supplierLotNumber: null,
};

/** Goods of which nothing is known yet. */
export const unknownGoods = (inspectionLotId: string): InspectedGoods => ({ inspectionLotId, ...NOTHING });

/** The decision that happened last; it stays when the lot is closed, and until a reopened one is decided anew. */
function decisionOf(facts: readonly InspectionLotEvent[]): LotDecision | null {
  const last = facts.findLast((fact): fact is InspectionLotDecidedV1 => fact.type === INSPECTION_LOT_DECIDED_V1);
  if (last === undefined) return null;
  const { decision, acceptedQuantity, rejectedQuantity } = last.payload;
  return {
    eventId: last.eventId,
    decision,
    acceptedQuantity,
    rejectedQuantity,
    when: last.occurred,
    recorded: last.recorded,
  };
}

/** Until a quality system gives a number: the order line, and enough of the receipt to tell two of them apart. */
const numberOf = ({ purchaseOrderLine, goodsReceiptId, inspectionLotId }: InspectedGoods): string =>
  `${purchaseOrderLine?.value ?? 'lot'} · ${(goodsReceiptId ?? inspectionLotId).slice(0, 8)}`;

function namesOf(said: readonly InspectionSaid[]): readonly ExternalKey[] {
  const names = new Map<string, ExternalKey>();
  for (const { inspectionLot, externalIds } of said)
    for (const key of [inspectionLot, ...externalIds])
      names.set(JSON.stringify([key.sourceSystemId, key.type, key.value]), key);
  return [...names.values()];
}
