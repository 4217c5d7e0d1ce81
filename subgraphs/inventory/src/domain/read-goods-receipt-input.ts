import type { GoodsReceivedPayload } from '@sightline/contracts/events/goods-received.v1';
import type { StockStatusName } from '@sightline/contracts/events/stock-moved.v1';
import { eventIdOfFact, lotIdOf, plantIdOf, type ExternalKey } from '@sightline/contracts/identities';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import {
  readEnvelope,
  readExternalId,
  readExternalIds,
  readQuantity,
  readText,
  type Optional,
} from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { Refusal } from './refusals';
import { inBaseUnit, type ItemUnits } from './units';

/** The schema's GoodsReceiptInput. */
export interface GoodsReceiptInput {
  source: SourceEnvelopeInput;
  purchaseOrderLine: ExternalKey;
  shipmentNumber?: Optional<string>;
  plantCode?: Optional<string>;
  lotNumber?: Optional<string>;
  supplierLotNumber?: Optional<string>;
  /** Exact decimal. */
  quantity?: Optional<string>;
  /** Left out: the unit of the order. */
  unitOfMeasure?: Optional<string>;
  finalDelivery?: Optional<boolean>;
  /** Left out: IN_INSPECTION. */
  stockStatus?: Optional<StockStatusName>;
  consignment?: Optional<boolean>;
  externalIds?: Optional<readonly ExternalKey[]>;
}

/** What a receipt says itself. */
export type ToldReceipt = Omit<GoodsReceivedPayload, keyof LineKnowledge>;

/** What only its order line and item tell, as far as they are known when the receipt comes. */
export type LineKnowledge = Pick<GoodsReceivedPayload, 'itemId' | 'sku' | 'lotId' | 'baseQuantity' | 'baseUnit'>;

export interface GoodsReceiptFact extends StampedSource {
  payload: ToldReceipt;
}

/**
 * Judges one goods receipt as it comes through the door. Whether its order line is known is not asked here: a receipt may
 * come before its order.
 *
 * @param plantTimeZone zone of the receiving plant; null when not known: days are then those written
 */
export function readGoodsReceiptInput(
  input: GoodsReceiptInput,
  plantTimeZone: string | null,
): Result<GoodsReceiptFact, Refusal> {
  const envelope = readEnvelope(input, plantTimeZone);
  if (!envelope.ok) return envelope;
  const line = readExternalId(input.purchaseOrderLine, ['purchaseOrderLine']);
  if (!line.ok) return line;
  const amount = readAmount(input);
  if (!amount.ok) return amount;
  const externalIds = readExternalIds(input.externalIds);
  if (!externalIds.ok) return externalIds;
  const plantCode = readText(input.plantCode);
  const { source, occurred, recorded } = envelope.value;
  return ok({
    source,
    occurred,
    recorded,
    // Field by field, here and below: an object spread together out of others is many times slower to make and to read.
    payload: {
      // A dropped import leaves its events in the log, so the same fact in the next import needs an id of its own.
      goodsReceiptId: eventIdOfFact(source),
      purchaseOrderLine: line.value,
      shipmentNumber: readText(input.shipmentNumber),
      plantId: plantCode === null ? source.plantId : plantIdOf(plantCode),
      plantCode,
      lotNumber: readText(input.lotNumber),
      supplierLotNumber: readText(input.supplierLotNumber),
      quantity: amount.value.quantity,
      unitOfMeasure: amount.value.unitOfMeasure,
      finalDelivery: input.finalDelivery ?? false,
      externalIds: externalIds.value,
      stockStatus: input.stockStatus ?? 'IN_INSPECTION',
      consignment: input.consignment ?? false,
    },
  });
}

type Amount = Pick<GoodsReceivedPayload, 'quantity' | 'unitOfMeasure'>;

/** 0 is a quantity: nothing came, which may still be the last delivery. A unit alone says nothing. */
function readAmount(input: GoodsReceiptInput): Result<Amount, Refusal> {
  const unitOfMeasure = readText(input.unitOfMeasure);
  const quantity = readQuantity('quantity', input.quantity);
  if (!quantity.ok) return quantity;
  if (quantity.value === null && unitOfMeasure !== null) return refuse({ kind: 'UnitWithoutQuantity' });
  return ok({ quantity: quantity.value, unitOfMeasure });
}

/** An order line as far as a receipt of it needs to know it. */
export interface KnownLine {
  itemId: string | null;
  sku: string | null;
  /** Order unit. */
  unitOfMeasure: string;
  /** Null while the item is not listed. */
  item: ItemUnits | null;
}

/** A receipt with what its order line adds to it; all null while no line is known. */
export function withKnowledge(receipt: ToldReceipt, line: KnownLine | null): GoodsReceivedPayload {
  const itemId = line?.itemId ?? null;
  const item = line?.item ?? null;
  const baseQuantity =
    receipt.quantity === null || line === null || item === null
      ? null
      : inBaseUnit(receipt.quantity, receipt.unitOfMeasure ?? line.unitOfMeasure, item);
  return {
    goodsReceiptId: receipt.goodsReceiptId,
    purchaseOrderLine: receipt.purchaseOrderLine,
    shipmentNumber: receipt.shipmentNumber,
    plantId: receipt.plantId,
    plantCode: receipt.plantCode,
    lotNumber: receipt.lotNumber,
    supplierLotNumber: receipt.supplierLotNumber,
    quantity: receipt.quantity,
    unitOfMeasure: receipt.unitOfMeasure,
    finalDelivery: receipt.finalDelivery,
    externalIds: receipt.externalIds,
    stockStatus: receipt.stockStatus,
    consignment: receipt.consignment,
    itemId,
    sku: line?.sku ?? null,
    lotId: itemId === null || receipt.lotNumber === null ? null : lotIdOf(itemId, receipt.lotNumber),
    baseQuantity,
    baseUnit: baseQuantity === null || item === null ? null : item.unitOfMeasure,
  };
}
