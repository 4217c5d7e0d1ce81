import type { ItemRegisteredPayload, UnitConversion } from '@sightline/contracts/events/item-registered.v1';
import { itemIdOf, type ExternalKey } from '@sightline/contracts/identities';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import { equals } from '@sightline/kit/decimal/decimal';
import {
  readEnvelope,
  readExternalIds,
  readNeededQuantity,
  readNeededText,
  readText,
  type Optional,
} from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { Refusal } from './refusals';

/** The schema's ItemInput. */
export interface ItemInput {
  source: SourceEnvelopeInput;
  sku: string;
  name: string;
  /** Base unit. */
  unitOfMeasure: string;
  productGroup?: Optional<string>;
  conversions?: Optional<readonly UnitConversion[]>;
  externalIds?: Optional<readonly ExternalKey[]>;
}

export interface ItemFact extends StampedSource {
  payload: ItemRegisteredPayload;
}

/** Judges the master data of one item as it comes through the door. */
export function readItemInput(input: ItemInput): Result<ItemFact, Refusal> {
  const envelope = readEnvelope(input, null);
  if (!envelope.ok) return envelope;
  const sku = readNeededText('sku', input.sku);
  if (!sku.ok) return sku;
  const name = readNeededText('name', input.name);
  if (!name.ok) return name;
  const unitOfMeasure = readNeededText('unitOfMeasure', input.unitOfMeasure);
  if (!unitOfMeasure.ok) return unitOfMeasure;
  const conversions = readConversions(input.conversions ?? [], unitOfMeasure.value);
  if (!conversions.ok) return conversions;
  const externalIds = readExternalIds(input.externalIds);
  if (!externalIds.ok) return externalIds;
  return ok({
    ...envelope.value,
    payload: {
      itemId: itemIdOf(sku.value),
      sku: sku.value,
      name: name.value,
      unitOfMeasure: unitOfMeasure.value,
      productGroup: readText(input.productGroup),
      conversions: conversions.value,
      externalIds: externalIds.value,
    },
  });
}

/** Each unit with one factor above 0; the base unit, which a source may list as well, is left out. */
function readConversions(
  told: readonly UnitConversion[],
  baseUnit: string,
): Result<readonly UnitConversion[], Refusal> {
  const factors = new Map([[baseUnit, '1']]);
  for (const [index, { unitOfMeasure: text, factor: factorText }] of told.entries()) {
    const unitOfMeasure = readText(text);
    if (unitOfMeasure === null) return refuse({ kind: 'TextMissing', field: 'conversions' });
    const factor = readNeededQuantity('conversions', factorText);
    if (!factor.ok) return factor;
    const known = factors.get(unitOfMeasure);
    if (known !== undefined && !equals(known, factor.value))
      return refuse({ kind: 'ConversionContradictory', index, unitOfMeasure });
    factors.set(unitOfMeasure, factor.value);
  }
  factors.delete(baseUnit);
  return ok([...factors].map(([unitOfMeasure, factor]) => ({ unitOfMeasure, factor })));
}
