import type { GoodsReceivedPayload } from '@sightline/contracts/events/goods-received.v1';
import { eventIdOfFact, plantIdOf, type ExternalKey } from '@sightline/contracts/identities';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import { isDecimal, isNegative } from '@sightline/kit/decimal/decimal';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import { readEnvelope, readExternalId, readText, type Optional } from './read-fields';
import type { Refusal } from './refusals';

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
  externalIds?: Optional<readonly ExternalKey[]>;
}

export interface GoodsReceiptFact extends StampedSource {
  payload: GoodsReceivedPayload;
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
  const externalIds: ExternalKey[] = [];
  for (const [index, key] of (input.externalIds ?? []).entries()) {
    const read = readExternalId(key, ['externalIds', String(index)]);
    if (!read.ok) return read;
    externalIds.push(read.value);
  }
  const plantCode = readText(input.plantCode);
  return ok({
    ...envelope.value,
    payload: {
      goodsReceiptId: goodsReceiptIdOf(envelope.value),
      purchaseOrderLine: line.value,
      shipmentNumber: readText(input.shipmentNumber),
      plantId: plantCode === null ? envelope.value.source.plantId : plantIdOf(plantCode),
      plantCode,
      lotNumber: readText(input.lotNumber),
      supplierLotNumber: readText(input.supplierLotNumber),
      ...amount.value,
      finalDelivery: input.finalDelivery ?? false,
      externalIds,
    },
  });
}

/**
 * The id of a receipt is that of the fact which told of it. A dropped import leaves its events in the log, so the same
 * fact in the next import needs an id of its own.
 */
const goodsReceiptIdOf = ({ source }: StampedSource): string => eventIdOfFact(source);

type Amount = Pick<GoodsReceivedPayload, 'quantity' | 'unitOfMeasure'>;

/** 0 is a quantity: nothing came, which may still be the last delivery. A unit alone says nothing. */
function readAmount(input: GoodsReceiptInput): Result<Amount, Refusal> {
  const unitOfMeasure = readText(input.unitOfMeasure);
  if (input.quantity == null)
    return unitOfMeasure === null ? ok({ quantity: null, unitOfMeasure }) : refuse({ kind: 'UnitWithoutQuantity' });
  if (!isDecimal(input.quantity) || isNegative(input.quantity))
    return refuse({ kind: 'QuantityInvalid', text: input.quantity });
  return ok({ quantity: input.quantity, unitOfMeasure });
}
