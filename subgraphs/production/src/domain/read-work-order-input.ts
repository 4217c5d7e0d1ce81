import {
  itemIdOf,
  naturalWorkOrderKey,
  plantIdOf,
  workOrderIdOf,
  type ExternalKey,
} from '@sightline/contracts/identities';
import type { WorkOrderTerms } from '@sightline/contracts/events/work-order.v1';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import {
  readEnvelope,
  readExternalIds,
  readInstant,
  readNeededQuantity,
  readNeededText,
  readText,
  type Optional,
} from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import { compareInstants } from '@sightline/kit/time/instant';
import type { Refusal } from './refusals';

/** The schema's WorkOrderInput. */
export interface WorkOrderInput {
  source: SourceEnvelopeInput;
  number: string;
  plantCode: string;
  sku: string;
  itemName?: Optional<string>;
  quantity: string;
  unitOfMeasure: string;
  plannedStart: string;
  plannedFinish: string;
  dueAt?: Optional<string>;
  bomRevision?: Optional<string>;
  externalIds?: Optional<readonly ExternalKey[]>;
}

/** A release as read from an input. */
export interface ReleaseFact extends StampedSource {
  /** Of the order that its plant and number name. */
  workOrderId: string;
  /** Every name by which the order can be referred to; the first is that of its plant and number. */
  keys: readonly ExternalKey[];
  terms: WorkOrderTerms;
}

/** @param timeZone  of the plant; null when no source told it */
export function readWorkOrderInput(input: WorkOrderInput, timeZone: string | null): Result<ReleaseFact, Refusal> {
  const stamped = readEnvelope(input, timeZone);
  if (!stamped.ok) return stamped;
  const number = readNeededText('number', input.number);
  if (!number.ok) return number;
  const plantCode = readNeededText('plantCode', input.plantCode);
  if (!plantCode.ok) return plantCode;
  if (plantCode.value.includes('/')) return refuse({ kind: 'PlantCodeInvalid', plantCode: plantCode.value });
  const sku = readNeededText('sku', input.sku);
  if (!sku.ok) return sku;
  const quantity = readNeededQuantity('quantity', input.quantity);
  if (!quantity.ok) return quantity;
  const unitOfMeasure = readNeededText('unitOfMeasure', input.unitOfMeasure);
  if (!unitOfMeasure.ok) return unitOfMeasure;
  const plannedStart = readNeededInstant('plannedStart', input.plannedStart);
  if (!plannedStart.ok) return plannedStart;
  const plannedFinish = readNeededInstant('plannedFinish', input.plannedFinish);
  if (!plannedFinish.ok) return plannedFinish;
  if (compareInstants(plannedStart.value, plannedFinish.value) > 0) return refuse({ kind: 'PlanInverted' });
  const dueAt = readInstant('dueAt', input.dueAt);
  if (!dueAt.ok) return dueAt;
  const externalIds = readExternalIds(input.externalIds);
  if (!externalIds.ok) return externalIds;

  const { source, occurred, recorded } = stamped.value;
  const key = naturalWorkOrderKey(source.sourceSystemId, plantCode.value, number.value);
  return ok({
    source,
    occurred,
    recorded,
    workOrderId: workOrderIdOf(key),
    keys: [key, ...externalIds.value],
    terms: {
      number: number.value,
      plantId: plantIdOf(plantCode.value),
      plantCode: plantCode.value,
      itemId: itemIdOf(sku.value),
      sku: sku.value,
      itemName: readText(input.itemName),
      quantity: quantity.value,
      unitOfMeasure: unitOfMeasure.value,
      plannedStart: plannedStart.value,
      plannedFinish: plannedFinish.value,
      dueAt: dueAt.value,
      bomRevision: readText(input.bomRevision),
      externalIds: externalIds.value,
    },
  });
}

function readNeededInstant(field: string, text: string): Result<string, Refusal> {
  const read = readInstant(field, text);
  return read.ok ? ok(read.value ?? text) : read;
}
