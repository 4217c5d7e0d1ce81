import type { InspectionEventName, InspectionSaid } from '@sightline/contracts/events/inspection-lot.v1';
import { itemIdOf, plantIdOf, supplierIdOf, type ExternalKey } from '@sightline/contracts/identities';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import { compare } from '@sightline/kit/decimal/decimal';
import {
  readEnvelope,
  readExternalId,
  readExternalIds,
  readNeededQuantity,
  readQuantity,
  readText,
  type Optional,
} from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { Refusal } from './refusals';

/** The schema's InspectionInput. */
export interface InspectionInput {
  source: SourceEnvelopeInput;
  inspectionLot: ExternalKey;
  event: InspectionEventName;
  goodsReceipt?: Optional<ExternalKey>;
  number?: Optional<string>;
  stage?: Optional<InspectionSaid['stage']>;
  purchaseOrderLine?: Optional<ExternalKey>;
  supplierCode?: Optional<string>;
  sku?: Optional<string>;
  plantCode?: Optional<string>;
  lotNumber?: Optional<string>;
  supplierLotNumber?: Optional<string>;
  lotQuantity?: Optional<string>;
  unitOfMeasure?: Optional<string>;
  sampleSize?: Optional<number>;
  defectiveInSample?: Optional<string>;
  defectiveAfterSort?: Optional<string>;
  decision?: Optional<InspectionSaid['decision']>;
  acceptedQuantity?: Optional<string>;
  rejectedQuantity?: Optional<string>;
  disposition?: Optional<InspectionSaid['disposition']>;
  reason?: Optional<string>;
  externalIds?: Optional<readonly ExternalKey[]>;
}

/** What a fact says of the goods, beside its receipt and order line. */
export interface StatedGoods {
  supplierId: string | null;
  itemId: string | null;
  plantId: string | null;
  lotNumber: string | null;
  supplierLotNumber: string | null;
}

/** One thing that happened to a lot, as its source tells it. */
export interface InspectionFact extends StampedSource {
  said: InspectionSaid;
  goodsReceipt: ExternalKey | null;
  purchaseOrderLine: ExternalKey | null;
  goods: StatedGoods;
}

/**
 * Judges one inspection as it comes through the door, by what it says itself; whether it fits its lot is judged when the
 * lot is at hand.
 *
 * @param plantTimeZone  zone of its plant, by which instants become days; null when unknown
 */
export function readInspectionInput(
  input: InspectionInput,
  plantTimeZone: string | null,
): Result<InspectionFact, Refusal> {
  const envelope = readEnvelope(input, plantTimeZone);
  if (!envelope.ok) return envelope;
  const names = readNames(input);
  if (!names.ok) return names;
  const numbers = readNumbers(input);
  if (!numbers.ok) return numbers;
  const fits = fitsItsEvent(input);
  if (!fits.ok) return fits;
  const { inspectionLot, goodsReceipt, purchaseOrderLine, externalIds } = names.value;
  const [supplierCode, sku, plantCode] = [readText(input.supplierCode), readText(input.sku), readText(input.plantCode)];
  const { source, occurred, recorded } = envelope.value;
  const { lotQuantity, sampleSize, defectiveInSample, defectiveAfterSort, acceptedQuantity, rejectedQuantity } =
    numbers.value;
  return ok({
    source,
    occurred,
    recorded,
    said: {
      event: input.event,
      inspectionLot,
      number: readText(input.number),
      stage: input.stage ?? null,
      lotQuantity,
      sampleSize,
      defectiveInSample,
      defectiveAfterSort,
      acceptedQuantity,
      rejectedQuantity,
      unitOfMeasure: readText(input.unitOfMeasure),
      decision: input.decision ?? null,
      disposition: input.disposition ?? null,
      reason: readText(input.reason),
      externalIds,
    },
    goodsReceipt,
    purchaseOrderLine,
    goods: {
      supplierId: supplierCode === null ? null : supplierIdOf(supplierCode),
      itemId: sku === null ? null : itemIdOf(sku),
      plantId: plantCode === null ? source.plantId : plantIdOf(plantCode),
      lotNumber: readText(input.lotNumber),
      supplierLotNumber: readText(input.supplierLotNumber),
    },
  });
}

interface Names {
  inspectionLot: ExternalKey;
  goodsReceipt: ExternalKey | null;
  purchaseOrderLine: ExternalKey | null;
  externalIds: readonly ExternalKey[];
}

function readNames(input: InspectionInput): Result<Names, Refusal> {
  const inspectionLot = readExternalId(input.inspectionLot, ['inspectionLot']);
  if (!inspectionLot.ok) return inspectionLot;
  const goodsReceipt = readOptionalId(input.goodsReceipt, 'goodsReceipt');
  if (!goodsReceipt.ok) return goodsReceipt;
  const purchaseOrderLine = readOptionalId(input.purchaseOrderLine, 'purchaseOrderLine');
  if (!purchaseOrderLine.ok) return purchaseOrderLine;
  const externalIds = readExternalIds(input.externalIds);
  if (!externalIds.ok) return externalIds;
  return ok({
    inspectionLot: inspectionLot.value,
    goodsReceipt: goodsReceipt.value,
    purchaseOrderLine: purchaseOrderLine.value,
    externalIds: externalIds.value,
  });
}

const readOptionalId = (key: Optional<ExternalKey>, field: string): Result<ExternalKey | null, Refusal> =>
  key == null ? ok(null) : readExternalId(key, [field]);

type Numbers = Pick<
  InspectionSaid,
  'lotQuantity' | 'sampleSize' | 'defectiveInSample' | 'defectiveAfterSort' | 'acceptedQuantity' | 'rejectedQuantity'
>;

function readNumbers(input: InspectionInput): Result<Numbers, Refusal> {
  const lotQuantity = input.lotQuantity == null ? ok(null) : readNeededQuantity('lotQuantity', input.lotQuantity);
  if (!lotQuantity.ok) return lotQuantity;
  const read: (string | null)[] = [];
  for (const field of ['defectiveInSample', 'defectiveAfterSort', 'acceptedQuantity', 'rejectedQuantity'] as const) {
    const quantity = readQuantity(field, input[field]);
    if (!quantity.ok) return quantity;
    read.push(quantity.value);
  }
  const [defectiveInSample = null, defectiveAfterSort = null, acceptedQuantity = null, rejectedQuantity = null] = read;
  const sampleSize = input.sampleSize ?? null;
  if (sampleSize !== null && sampleSize < 1) return refuse({ kind: 'SampleSizeInvalid', sampleSize });
  if (sampleSize !== null && defectiveInSample !== null && compare(defectiveInSample, String(sampleSize)) > 0)
    return refuse({ kind: 'DefectsExceedSample', defective: defectiveInSample, sampleSize });
  return ok({
    lotQuantity: lotQuantity.value,
    sampleSize,
    defectiveInSample,
    defectiveAfterSort,
    acceptedQuantity,
    rejectedQuantity,
  });
}

/** What an event cannot be without, and a decision that stands where none is made. */
function fitsItsEvent(input: InspectionInput): Result<null, Refusal> {
  if (input.event === 'DECIDED' && input.decision == null) return refuse({ kind: 'DecisionMissing' });
  if (input.event !== 'DECIDED' && input.decision != null)
    return refuse({ kind: 'DecisionMisplaced', event: input.event });
  if (input.event === 'DISPOSITIONED' && input.disposition == null) return refuse({ kind: 'DispositionMissing' });
  if (input.event === 'REOPENED' && readText(input.reason) === null) return refuse({ kind: 'ReasonMissing' });
  return ok(null);
}
