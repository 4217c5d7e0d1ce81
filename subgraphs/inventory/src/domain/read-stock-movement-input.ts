import type {
  StockMovementKindName,
  StockOwnerName,
  StockStatusName,
} from '@sightline/contracts/events/stock-moved.v1';
import type { StockMovementRecordedPayload } from '@sightline/contracts/events/stock-movement-recorded.v1';
import { eventIdOfFact, itemIdOf, lotIdOf, plantIdOf, type ExternalKey } from '@sightline/contracts/identities';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import { isDecimal, isNegative, isZero } from '@sightline/kit/decimal/decimal';
import {
  readEnvelope,
  readExternalId,
  readExternalIds,
  readNeededText,
  readText,
  type Optional,
} from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { Refusal } from './refusals';

/** The schema's StockMovementInput. */
export interface StockMovementInput {
  source: SourceEnvelopeInput;
  kind: StockMovementKindName;
  sku: string;
  plantCode: string;
  lotNumber?: Optional<string>;
  /** Exact decimal. */
  quantity: string;
  unitOfMeasure?: Optional<string>;
  fromStatus?: Optional<StockStatusName>;
  toStatus?: Optional<StockStatusName>;
  owner?: Optional<StockOwnerName>;
  toPlantCode?: Optional<string>;
  workOrder?: Optional<ExternalKey>;
  purchaseOrderLine?: Optional<ExternalKey>;
  reason?: Optional<string>;
  externalIds?: Optional<readonly ExternalKey[]>;
}

/** What a movement says; whether it corroborates another one is found out later. */
export type ToldMovement = Omit<StockMovementRecordedPayload, 'corroborates'>;

export interface StockMovementFact extends StampedSource {
  payload: ToldMovement;
}

/** Where the goods of a kind of movement come from and go to: stock, or the world outside of it. */
const SIDES: Readonly<Record<StockMovementKindName, 'IN' | 'OUT' | 'BOTH'>> = {
  OPENING: 'IN',
  PRODUCTION_RECEIPT: 'IN',
  ISSUE: 'OUT',
  SCRAP: 'OUT',
  RETURN_TO_SUPPLIER: 'OUT',
  // Less is taken from where more would be put.
  ADJUSTMENT: 'IN',
  TRANSFER: 'BOTH',
  STATUS_CHANGE: 'BOTH',
  CONSIGNMENT_WITHDRAWAL: 'BOTH',
};

/**
 * Judges one movement as it comes through the door. Whether its item is known is not asked here: it may come before its
 * item.
 *
 * @param plantTimeZone zone of the plant; null when not known: days are then those written
 */
export function readStockMovementInput(
  input: StockMovementInput,
  plantTimeZone: string | null,
): Result<StockMovementFact, Refusal> {
  const envelope = readEnvelope(input, plantTimeZone);
  if (!envelope.ok) return envelope;
  const sku = readNeededText('sku', input.sku);
  if (!sku.ok) return sku;
  const plantCode = readNeededText('plantCode', input.plantCode);
  if (!plantCode.ok) return plantCode;
  const quantity = readMoved(input, envelope.value.source.correctionOf !== null);
  if (!quantity.ok) return quantity;
  const way = readWay(input, plantCode.value);
  if (!way.ok) return way;
  const references = readReferences(input);
  if (!references.ok) return references;
  const itemId = itemIdOf(sku.value);
  const lotNumber = readText(input.lotNumber);
  const { source, occurred, recorded } = envelope.value;
  const { fromStatus, toStatus, toPlantCode, toPlantId } = way.value;
  const { workOrder, purchaseOrderLine, externalIds } = references.value;
  return ok({
    source,
    occurred,
    recorded,
    payload: {
      // A dropped import leaves its events in the log, so the same fact in the next import needs an id of its own.
      movementId: eventIdOfFact(source),
      kind: input.kind,
      sku: sku.value,
      itemId,
      plantCode: plantCode.value,
      plantId: plantIdOf(plantCode.value),
      fromStatus,
      toStatus,
      toPlantCode,
      toPlantId,
      lotNumber,
      lotId: lotNumber === null ? null : lotIdOf(itemId, lotNumber),
      quantity: quantity.value,
      unitOfMeasure: readText(input.unitOfMeasure),
      owner: input.kind === 'CONSIGNMENT_WITHDRAWAL' ? 'SUPPLIER' : (input.owner ?? 'OWN'),
      workOrder,
      purchaseOrderLine,
      externalIds,
      reason: readText(input.reason),
    },
  });
}

/** More than 0; an adjustment may take away, and a correction may say that nothing happened. */
function readMoved({ kind, quantity }: StockMovementInput, isCorrection: boolean): Result<string, Refusal> {
  const stands =
    isDecimal(quantity) && (kind === 'ADJUSTMENT' || !isNegative(quantity)) && (isCorrection || !isZero(quantity));
  return stands ? ok(quantity) : refuse({ kind: 'QuantityInvalid', field: 'quantity', text: quantity });
}

type Way = Pick<ToldMovement, 'fromStatus' | 'toStatus' | 'toPlantCode' | 'toPlantId'>;

function readWay(input: StockMovementInput, plantCode: string): Result<Way, Refusal> {
  const [from, to] = [input.fromStatus ?? null, input.toStatus ?? null];
  const destination = readText(input.toPlantCode);
  if (input.kind === 'TRANSFER') {
    if (destination === null) return refuse({ kind: 'TextMissing', field: 'toPlantCode' });
    // Goods that only change places keep their condition.
    const way = {
      fromStatus: from ?? 'RELEASED',
      toStatus: to ?? from ?? 'RELEASED',
      toPlantCode: destination,
      toPlantId: plantIdOf(destination),
    } as const;
    return destination === plantCode && way.fromStatus === way.toStatus ? refuse({ kind: 'NothingMoves' }) : ok(way);
  }
  if (destination !== null) return refuse({ kind: 'DestinationNotApplicable' });
  const here = { toPlantCode: null, toPlantId: null };
  if (input.kind === 'STATUS_CHANGE') {
    if (from === null) return refuse({ kind: 'StatusMissing', field: 'fromStatus' });
    if (to === null) return refuse({ kind: 'StatusMissing', field: 'toStatus' });
    return from === to ? refuse({ kind: 'NothingMoves' }) : ok({ ...here, fromStatus: from, toStatus: to });
  }
  if (SIDES[input.kind] === 'BOTH')
    return ok({ ...here, fromStatus: from ?? 'RELEASED', toStatus: to ?? from ?? 'RELEASED' });
  // What only comes in or goes out has one condition, whichever of the two fields says it.
  if (from !== null && to !== null && from !== to) return refuse({ kind: 'StatusAmbiguous' });
  const status = from ?? to ?? 'RELEASED';
  return ok(
    SIDES[input.kind] === 'OUT'
      ? { ...here, fromStatus: status, toStatus: null }
      : { ...here, fromStatus: null, toStatus: status },
  );
}

/** A movement with what was found out about it. */
export const recordedPayload = (told: ToldMovement, corroborates: string | null): StockMovementRecordedPayload => ({
  movementId: told.movementId,
  corroborates,
  kind: told.kind,
  sku: told.sku,
  itemId: told.itemId,
  plantCode: told.plantCode,
  plantId: told.plantId,
  toPlantCode: told.toPlantCode,
  toPlantId: told.toPlantId,
  lotNumber: told.lotNumber,
  lotId: told.lotId,
  quantity: told.quantity,
  unitOfMeasure: told.unitOfMeasure,
  fromStatus: told.fromStatus,
  toStatus: told.toStatus,
  owner: told.owner,
  workOrder: told.workOrder,
  purchaseOrderLine: told.purchaseOrderLine,
  reason: told.reason,
  externalIds: told.externalIds,
});

type References = Pick<ToldMovement, 'workOrder' | 'purchaseOrderLine' | 'externalIds'>;

function readReferences(input: StockMovementInput): Result<References, Refusal> {
  const workOrder = readOptionalKey(input.workOrder, 'workOrder');
  if (!workOrder.ok) return workOrder;
  const purchaseOrderLine = readOptionalKey(input.purchaseOrderLine, 'purchaseOrderLine');
  if (!purchaseOrderLine.ok) return purchaseOrderLine;
  const externalIds = readExternalIds(input.externalIds);
  if (!externalIds.ok) return externalIds;
  return ok({
    workOrder: workOrder.value,
    purchaseOrderLine: purchaseOrderLine.value,
    externalIds: externalIds.value,
  });
}

const readOptionalKey = (key: Optional<ExternalKey>, field: string): Result<ExternalKey | null, Refusal> =>
  key == null ? ok(null) : readExternalId(key, [field]);
