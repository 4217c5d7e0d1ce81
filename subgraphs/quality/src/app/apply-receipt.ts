import type { DeliveredGoods } from '@sightline/contracts/events/inspection-lot.v1';
import { DELIVERY_NOTED_V1, INSPECTION_LOT_OPENED_V1 } from '@sightline/contracts/events/inspection-lot.v1';
import { inspectionLotIdOfReceipt } from '@sightline/contracts/identities';
import { canonical, divide, isZero, multiply } from '@sightline/kit/decimal/decimal';
import { waitsForLine, waitsForReceipt, waitsForReceiptEvent, type ReceiptFact } from '../data/lot-facts';
import { receiptEventName, type LotHead, type LotName } from '../data/lot-head.repository';
import { aboutGoods, completed } from '../domain/fold-inspection';
import { lotUnitOf } from '../domain/inspection-lot';
import type { AppliedFact, LotBook } from './lot-book';

/** Type under which a receipt can be named by the key with which its source sent it. */
const GOODS_RECEIPT_KEY_TYPE = 'goodsReceipt';

/** Every name by which inspections can refer to a receipt. */
export const receiptNames = ({ source, receipt }: ReceiptFact): readonly LotName[] =>
  [
    { sourceSystemId: source.sourceSystemId, type: GOODS_RECEIPT_KEY_TYPE, value: source.idempotencyKey },
    ...receipt.externalIds,
  ].map((key) => ({ of: 'RECEIPT', key }));

/**
 * A receipt opens the lot of its goods, completes one that a quality system opened before, or, for goods that need no
 * inspection, is noted as delivered. One without a quantity brings no lot: of how many goods would it be? A correction
 * changes what was delivered; to 0, it cancels a lot that nobody has decided on.
 */
export function applyReceipt(book: LotBook, fact: ReceiptFact): AppliedFact {
  return fact.source.correctionOf === null
    ? applyNew(book, fact)
    : applyCorrection(book, fact, fact.source.correctionOf);
}

function applyNew(book: LotBook, fact: ReceiptFact): AppliedFact {
  const { receipt, source } = fact;
  const line = book.lineOf(receipt.purchaseOrderLine);
  if (line === null)
    return {
      kind: 'PARKED',
      waitsFor: [waitsForLine(receipt.purchaseOrderLine)],
      refusal: { kind: 'PurchaseOrderLineUnknown' },
    };
  const names = receiptNames(fact);
  // A quality system may have named the receipt before it came: then it is the receipt of that lot.
  const announced = names.map((name) => book.lotOf(name)).find((found) => found !== null && found.delivered === null);
  const head = announced ?? book.lot(inspectionLotIdOfReceipt(receipt.goodsReceiptId), source.importId);
  head.goods = completed(head.goods, {
    inspectionLotId: head.id,
    goodsReceiptId: receipt.goodsReceiptId,
    purchaseOrderLine: receipt.purchaseOrderLine,
    purchaseOrderLineId: line.id,
    supplierId: line.supplierId,
    sourcing: line.sourcing,
    itemId: line.itemId ?? receipt.itemId,
    plantId: receipt.plantId ?? line.plantId,
    lotNumber: receipt.lotNumber,
    supplierLotNumber: receipt.supplierLotNumber,
  });
  book.give(head, [...names, receiptEventName(fact.eventId)], source.importId);
  book.brings(...names.map(({ key }) => waitsForReceipt(key)), waitsForReceiptEvent(fact.eventId));
  deliver(book, head, fact, line.unitOfMeasure);
  return { kind: 'APPLIED', lotId: head.id };
}

function applyCorrection(book: LotBook, fact: ReceiptFact, correctionOf: string): AppliedFact {
  const head = book.lotOf(receiptEventName(correctionOf));
  if (head === null)
    return {
      kind: 'PARKED',
      waitsFor: [waitsForReceiptEvent(correctionOf)],
      refusal: { kind: 'GoodsReceiptUnknown' },
    };
  // A correction can be corrected in its turn.
  book.give(head, [receiptEventName(fact.eventId)], fact.source.importId);
  book.brings(waitsForReceiptEvent(fact.eventId));
  deliver(book, head, fact, head.delivered?.unitOfMeasure ?? null);
  return { kind: 'APPLIED', lotId: head.id };
}

/** Writes down what came, when the receipt says how much. */
function deliver(book: LotBook, head: LotHead, fact: ReceiptFact, defaultUnit: string | null): void {
  const { receipt, source, eventId, occurred, recorded } = fact;
  const unitOfMeasure = receipt.unitOfMeasure ?? defaultUnit;
  if (receipt.quantity === null || unitOfMeasure === null) return;
  // A receipt of nothing brings nothing; only one that takes back what came before changes something.
  if (isZero(receipt.quantity) && head.delivered === null) return;
  const base = inBaseUnit(receipt, unitOfMeasure, head.delivered);
  const delivered: DeliveredGoods = {
    goodsReceiptId: head.goods.goodsReceiptId ?? receipt.goodsReceiptId,
    quantity: receipt.quantity,
    unitOfMeasure,
    baseQuantity: base.baseQuantity,
    baseUnit: base.baseUnit,
    dockToStock: head.delivered?.dockToStock ?? receipt.stockStatus !== 'IN_INSPECTION',
  };
  const opens = head.version === 0 && !delivered.dockToStock;
  head.delivered = delivered;
  head.received = occurred;
  head.unitOfMeasure ??= lotUnitOf(delivered);
  const type = opens ? INSPECTION_LOT_OPENED_V1 : DELIVERY_NOTED_V1;
  book.tell(head, { eventId, source, occurred, recorded, type, payload: aboutGoods(head.goods, { delivered }) });
}

/** As inventory counts it; a correction that does not say so has as many pieces in a pack as what it corrects. */
function inBaseUnit(
  { quantity, baseQuantity, baseUnit }: ReceiptFact['receipt'],
  unitOfMeasure: string,
  before: DeliveredGoods | null,
): Pick<DeliveredGoods, 'baseQuantity' | 'baseUnit'> {
  if (baseQuantity !== null || quantity === null || before === null) return { baseQuantity, baseUnit };
  if (before.baseQuantity === null || before.unitOfMeasure !== unitOfMeasure) return { baseQuantity, baseUnit };
  const counted = divide(multiply(quantity, before.baseQuantity), before.quantity, 10);
  return counted === null
    ? { baseQuantity, baseUnit }
    : { baseQuantity: canonical(counted), baseUnit: before.baseUnit };
}
