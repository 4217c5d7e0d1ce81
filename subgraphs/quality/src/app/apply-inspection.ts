import type { LogEvent } from '@sightline/contracts/events/envelope';
import {
  INSPECTION_LOT_DECIDED_V1,
  INSPECTION_LOT_REPORTED_V1,
  type InspectionLotDecidedPayload,
  type InspectionSaid,
} from '@sightline/contracts/events/inspection-lot.v1';
import { inspectionLotIdOf } from '@sightline/contracts/identities';
import { canonical, compare, divide, multiply } from '@sightline/kit/decimal/decimal';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import {
  waitsForClosing,
  waitsForLine,
  waitsForLot,
  waitsForReceipt,
  waitsForReopening,
  type LotFact,
} from '../data/lot-facts';
import type { LotHead, LotName } from '../data/lot-head.repository';
import { splitByDecision } from '../domain/decide-lot';
import { aboutGoods } from '../domain/fold-inspection';
import { deliveredIn } from '../domain/inspection-lot';
import type { Refusal } from '../domain/refusals';
import type { AppliedFact, LotBook } from './lot-book';

type InspectionLotFact = Extract<LotFact, { kind: 'INSPECTION' }>;
type Found = { kind: 'FOUND'; head: LotHead } | Exclude<AppliedFact, { kind: 'APPLIED' }>;

/**
 * Applies what happened to a lot: finds the lot by its name or by its receipt, holds the fact against what is known of the
 * lot, and writes it down. Steps may come in any order; what cannot be yet (reopening a lot that is not closed, deciding
 * one that is decided) waits for the step that makes it possible.
 */
export function applyInspection(book: LotBook, fact: InspectionLotFact): AppliedFact {
  const { correctionOf } = fact.source;
  if (correctionOf !== null && !book.isKnownEvent(correctionOf))
    return { kind: 'SAID_NO', refusal: { kind: 'CorrectedFactUnknown', correctionOf } };
  const found = findLot(book, fact);
  if (found.kind !== 'FOUND') return found;
  const { head } = found;
  const said = inLotUnit(fact.said, head);
  if (!said.ok) return { kind: 'SAID_NO', refusal: said.refusal };
  const waits = correctionOf === null ? waitsForEarlierStep(head, fact.said.event) : null;
  if (waits !== null) return waits;
  const payload = payloadOf(said.value, head);
  if (!payload.ok) return { kind: 'SAID_NO', refusal: payload.refusal };

  rename(book, head, fact);
  if (correctionOf === null) countStep(book, head, fact);
  head.lotQuantity = said.value.lotQuantity ?? head.lotQuantity;
  head.unitOfMeasure = said.value.unitOfMeasure;
  const { eventId, source, occurred, recorded } = fact;
  const { type, payload: body } = payload.value;
  book.tell(head, { eventId, source, occurred, recorded, type, payload: aboutGoods(head.goods, body) });
  if (said.value.event === 'DECIDED') head.decisionEventId = eventId;
  return { kind: 'APPLIED', lotId: head.id };
}

function findLot(book: LotBook, fact: InspectionLotFact): Found {
  const { inspectionLot } = fact.said;
  const byName = book.lotOf({ of: 'LOT', key: inspectionLot });
  const receipt = fact.goodsReceipt === null ? null : book.lotOf({ of: 'RECEIPT', key: fact.goodsReceipt });
  if (byName !== null) return { kind: 'FOUND', head: byName };
  if (receipt !== null && !receipt.namedBy.includes(systemOf(fact))) return { kind: 'FOUND', head: receipt };
  // The same system has a name for that receipt's lot already: this is another lot of the same receipt.
  if (receipt !== null) return openAnother(book, fact, receipt);
  return fact.said.event === 'CREATED' ? openByName(book, fact) : waitForLot(fact);
}

const systemOf = ({ said }: InspectionLotFact): string =>
  JSON.stringify([said.inspectionLot.sourceSystemId, said.inspectionLot.type]);

function waitForLot({ said, goodsReceipt }: InspectionLotFact): Found {
  const lot = waitsForLot(said.inspectionLot);
  return goodsReceipt === null
    ? { kind: 'PARKED', waitsFor: [lot], refusal: { kind: 'LotUnknown' } }
    : { kind: 'PARKED', waitsFor: [lot, waitsForReceipt(goodsReceipt)], refusal: { kind: 'GoodsReceiptUnknown' } };
}

function openAnother(book: LotBook, fact: InspectionLotFact, receipt: LotHead): Found {
  const head = book.lot(inspectionLotIdOf(fact.said.inspectionLot), fact.source.importId);
  head.goods = { ...receipt.goods, inspectionLotId: head.id };
  head.unitOfMeasure ??= receipt.unitOfMeasure;
  if (fact.said.lotQuantity === null && head.lotQuantity === null)
    return { kind: 'SAID_NO', refusal: { kind: 'LotQuantityUnknown' } };
  return { kind: 'FOUND', head };
}

/** A quality system tells of a lot before any receipt does: it has to say how much there is, and whose it is. */
function openByName(book: LotBook, fact: InspectionLotFact): Found {
  const { said, purchaseOrderLine, goodsReceipt, goods } = fact;
  const line = purchaseOrderLine === null ? null : book.lineOf(purchaseOrderLine);
  if (purchaseOrderLine !== null && line === null)
    return {
      kind: 'PARKED',
      waitsFor: [waitsForLine(purchaseOrderLine), ...(goodsReceipt === null ? [] : [waitsForReceipt(goodsReceipt)])],
      refusal: { kind: 'PurchaseOrderLineUnknown' },
    };
  const unitOfMeasure = said.unitOfMeasure ?? line?.unitOfMeasure ?? null;
  const tells = said.lotQuantity !== null && unitOfMeasure !== null;
  // The receipt will say what is missing; until it does, nobody knows whose the lot is.
  if (goodsReceipt !== null && !(tells && (line !== null || goods.supplierId !== null))) return waitForLot(fact);
  if (!tells) return { kind: 'SAID_NO', refusal: { kind: 'LotQuantityUnknown' } };
  const head = book.lot(inspectionLotIdOf(said.inspectionLot), fact.source.importId);
  head.unitOfMeasure ??= unitOfMeasure;
  if (line !== null)
    head.goods = {
      ...head.goods,
      purchaseOrderLine,
      purchaseOrderLineId: line.id,
      supplierId: line.supplierId,
      sourcing: line.sourcing,
      itemId: line.itemId,
      plantId: line.plantId,
    };
  return { kind: 'FOUND', head };
}

/** Keeps the names that the fact gives, and what it says of the goods where nothing better is known. */
function rename(book: LotBook, head: LotHead, fact: InspectionLotFact): void {
  const { said, goods, goodsReceipt, source } = fact;
  const known = head.goods;
  // Order line and receipt say whose goods they are and what they are; a quality system only where they do not.
  head.goods = {
    inspectionLotId: known.inspectionLotId,
    goodsReceiptId: known.goodsReceiptId,
    purchaseOrderLine: known.purchaseOrderLine,
    purchaseOrderLineId: known.purchaseOrderLineId,
    supplierId: known.supplierId ?? goods.supplierId,
    sourcing: known.sourcing,
    itemId: known.itemId ?? goods.itemId,
    plantId: known.plantId ?? goods.plantId,
    lotNumber: goods.lotNumber ?? known.lotNumber,
    supplierLotNumber: goods.supplierLotNumber ?? known.supplierLotNumber,
  };
  const names: LotName[] = [said.inspectionLot, ...said.externalIds].map((key) => ({ of: 'LOT', key }));
  if (goodsReceipt !== null && head.delivered === null) names.push({ of: 'RECEIPT', key: goodsReceipt });
  if (!head.namedBy.includes(systemOf(fact))) head.namedBy = [...head.namedBy, systemOf(fact)];
  book.give(head, names, source.importId);
  book.brings(...names.map(({ of, key }) => (of === 'LOT' ? waitsForLot(key) : waitsForReceipt(key))));
}

/** What was said, counted in the unit of the lot: packs become pieces where inventory told how many there are. */
function inLotUnit(said: InspectionSaid, head: LotHead): Result<InspectionSaid & { unitOfMeasure: string }, Refusal> {
  const stated = said.unitOfMeasure ?? head.delivered?.unitOfMeasure ?? head.unitOfMeasure;
  const lotUnit = head.unitOfMeasure ?? stated;
  if (stated === null || lotUnit === null) return refuse({ kind: 'LotQuantityUnknown' });
  if (stated === lotUnit) return ok({ ...said, unitOfMeasure: lotUnit });
  const { delivered } = head;
  if (
    delivered === null ||
    delivered.unitOfMeasure !== stated ||
    delivered.baseQuantity === null ||
    delivered.baseUnit !== lotUnit
  )
    return refuse({ kind: 'UnitNotOfLot', unitOfMeasure: stated, lotUnit });
  const perPack = divide(delivered.baseQuantity, delivered.quantity, SCALE);
  if (perPack === null) return refuse({ kind: 'UnitNotOfLot', unitOfMeasure: stated, lotUnit });
  const counted = (quantity: string | null): string | null =>
    quantity === null ? null : canonical(multiply(quantity, perPack));
  return ok({
    ...said,
    unitOfMeasure: lotUnit,
    lotQuantity: counted(said.lotQuantity),
    sampleSize: said.sampleSize === null ? null : Math.round(said.sampleSize * Number(perPack)),
    defectiveInSample: counted(said.defectiveInSample),
    defectiveAfterSort: counted(said.defectiveAfterSort),
    acceptedQuantity: counted(said.acceptedQuantity),
    rejectedQuantity: counted(said.rejectedQuantity),
  });
}

/** Digits of the number of pieces in a pack. */
const SCALE = 10;

const lotQuantityOf = (said: InspectionSaid & { unitOfMeasure: string }, head: LotHead): string | null =>
  said.lotQuantity ??
  head.lotQuantity ??
  (head.delivered === null ? null : deliveredIn(head.delivered, said.unitOfMeasure));

function waitsForEarlierStep(head: LotHead, event: InspectionSaid['event']): AppliedFact | null {
  if (event === 'REOPENED' && head.closings <= head.reopenings)
    return { kind: 'PARKED', waitsFor: [waitsForClosing(head.id)], refusal: { kind: 'LotNotClosed' } };
  if (event === 'DECIDED' && head.decisions > head.reopenings)
    return { kind: 'PARKED', waitsFor: [waitsForReopening(head.id)], refusal: { kind: 'LotAlreadyDecided' } };
  return null;
}

function countStep(book: LotBook, head: LotHead, { said }: InspectionLotFact): void {
  if (said.event === 'DECIDED') head.decisions += 1;
  if (said.event === 'CLOSED') {
    head.closings += 1;
    book.brings(waitsForClosing(head.id));
  }
  if (said.event === 'REOPENED') {
    head.reopenings += 1;
    book.brings(waitsForReopening(head.id));
  }
}

type Told = Pick<LogEvent<string, object>, 'type' | 'payload'>;

/** The event that tells of it, without the goods; or why what is said cannot be true of this lot. */
function payloadOf(said: InspectionSaid & { unitOfMeasure: string }, head: LotHead): Result<Told, Refusal> {
  const lotQuantity = lotQuantityOf(said, head);
  if (lotQuantity === null) return refuse({ kind: 'LotQuantityUnknown' });
  if (said.defectiveAfterSort !== null && compare(said.defectiveAfterSort, lotQuantity) > 0)
    return refuse({ kind: 'DefectsExceedLot', defective: said.defectiveAfterSort, lotQuantity });
  if (said.decision === null) return ok({ type: INSPECTION_LOT_REPORTED_V1, payload: { said } });
  const { decision, acceptedQuantity, rejectedQuantity } = said;
  const split = splitByDecision({ decision, acceptedQuantity, rejectedQuantity }, lotQuantity);
  if (split === null) return refuse({ kind: 'QuantitiesDoNotAddUp', lotQuantity });
  const decided: Omit<InspectionLotDecidedPayload, keyof LotHead['goods']> = {
    said,
    decision,
    acceptedQuantity: split.acceptedQuantity,
    rejectedQuantity: split.rejectedQuantity,
    lotQuantity,
    unitOfMeasure: said.unitOfMeasure,
    disposition: said.disposition,
    reason: said.reason,
    supersedes: head.decisionEventId,
    delivered: head.delivered,
    received: head.received,
  };
  return ok({ type: INSPECTION_LOT_DECIDED_V1, payload: decided });
}
