import type { When } from '@sightline/contracts/events/envelope';
import type { LineTerms, Sourcing } from '@sightline/contracts/events/purchase-order-line.v1';
import {
  itemIdOf,
  manufacturingSiteIdOf,
  naturalLineKey,
  plantIdOf,
  purchaseOrderLineIdOf,
  supplierIdOf,
  type ExternalKey,
} from '@sightline/contracts/identities';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import {
  readDay,
  readEnvelope,
  readExternalIds,
  readOptionalWhen,
  readText,
  type Optional,
} from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import { readMoney, readOrderedQuantity } from './read-amounts';
import type { Refusal } from './refusals';

/** The schema's PurchaseOrderLineInput. */
export interface PurchaseOrderLineInput {
  source: SourceEnvelopeInput;
  orderNumber: string;
  lineNumber?: Optional<string>;
  scheduleNumber?: Optional<number>;
  supplierCode?: Optional<string>;
  sourcing?: Optional<Sourcing>;
  supplyingPlantCode?: Optional<string>;
  sku?: Optional<string>;
  itemName?: Optional<string>;
  productGroup?: Optional<string>;
  plantCode?: Optional<string>;
  destinationCountry?: Optional<string>;
  manufacturingSite?: Optional<string>;
  shipmentMode?: Optional<string>;
  incoterm?: Optional<string>;
  quantity: string;
  unitOfMeasure: string;
  value?: Optional<string>;
  currency?: Optional<string>;
  createdOn?: Optional<string>;
  sentAt?: Optional<string>;
  sentOn?: Optional<string>;
  requestedDate?: Optional<string>;
  committedDate?: Optional<string>;
  /** Ours, additive. False when the source overwrites its dates: the date is then a last commit, the original unknown. */
  committedDateIsOriginal?: Optional<boolean>;
  externalIds?: Optional<readonly ExternalKey[]>;
}

/** A statement of an order line that can be taken. Ids are derived from codes; whether a supplier of that code exists is not judged here. */
export interface LineFact extends StampedSource {
  lineId: string;
  /** The key from which the id is derived. */
  key: ExternalKey;
  /** Every key under which other facts may name the line, `key` among them. */
  aliases: readonly ExternalKey[];
  terms: LineTerms;
}

/**
 * Judges one order line as it comes through the door.
 *
 * @param plantTimeZone zone of the receiving plant; null when not known: days are then those written
 */
export function readLineInput(input: PurchaseOrderLineInput, plantTimeZone: string | null): Result<LineFact, Refusal> {
  const envelope = readEnvelope(input, plantTimeZone);
  if (!envelope.ok) return envelope;
  const identity = readIdentity(input);
  if (!identity.ok) return identity;
  const parties = readParties(input);
  if (!parties.ok) return parties;
  const amounts = readAmounts(input);
  if (!amounts.ok) return amounts;
  const dates = readDates(input, plantTimeZone);
  if (!dates.ok) return dates;

  const { names, key, aliases, externalIds } = identity.value;
  const party = parties.value;
  const goods = goodsOf(input);
  const amount = amounts.value;
  const date = dates.value;
  // Field by field: an object spread together out of others is many times slower to make, and bulks have thousands.
  const terms: LineTerms = {
    orderNumber: names.orderNumber,
    lineNumber: names.lineNumber,
    scheduleNumber: names.scheduleNumber,
    sourcing: party.sourcing,
    supplierId: party.supplierId,
    supplierCode: party.supplierCode,
    supplyingPlantId: party.supplyingPlantId,
    supplyingPlantCode: party.supplyingPlantCode,
    plantId: party.plantId,
    plantCode: party.plantCode,
    sku: goods.sku,
    itemId: goods.itemId,
    itemName: goods.itemName,
    productGroup: goods.productGroup,
    destinationCountry: goods.destinationCountry,
    manufacturingSite: goods.manufacturingSite,
    manufacturingSiteId: goods.manufacturingSiteId,
    shipmentMode: goods.shipmentMode,
    incoterm: goods.incoterm,
    quantity: amount.quantity,
    unitOfMeasure: amount.unitOfMeasure,
    value: amount.value,
    currency: amount.currency,
    createdOn: date.createdOn,
    sent: date.sent,
    requestedDate: date.requestedDate,
    committedDate: date.committedDate,
    commitIsOriginal: date.commitIsOriginal,
    externalIds,
  };
  const { source, occurred, recorded } = envelope.value;
  return ok({ source, occurred, recorded, lineId: purchaseOrderLineIdOf(key), key, aliases, terms });
}

interface Identity {
  names: Pick<LineTerms, 'orderNumber' | 'lineNumber' | 'scheduleNumber'>;
  key: ExternalKey;
  aliases: readonly ExternalKey[];
  externalIds: readonly ExternalKey[];
}

/** A line is known by the first external id its source gives, or else by order, line and schedule. */
function readIdentity(input: PurchaseOrderLineInput): Result<Identity, Refusal> {
  const orderNumber = readText(input.orderNumber);
  if (orderNumber === null) return refuse({ kind: 'OrderNumberMissing' });
  const scheduleNumber = input.scheduleNumber ?? 1;
  if (!Number.isInteger(scheduleNumber) || scheduleNumber < 1)
    return refuse({ kind: 'ScheduleNumberInvalid', scheduleNumber });
  const externalIds = readExternalIds(input.externalIds);
  if (!externalIds.ok) return externalIds;
  const lineNumber = readText(input.lineNumber);
  const natural = naturalLineKey(input.source.sourceSystemId, orderNumber, lineNumber, scheduleNumber);
  const key = externalIds.value[0] ?? natural;
  return ok({
    names: { orderNumber, lineNumber, scheduleNumber },
    key,
    // Without a line number, order and schedule do not tell the lines of an order apart and name none of them.
    aliases: distinct([key, ...externalIds.value, ...(lineNumber === null ? [] : [natural])]),
    externalIds: externalIds.value,
  });
}

/** Keys without repeats, in their order. */
function distinct(keys: readonly ExternalKey[]): readonly ExternalKey[] {
  if (keys.every((key) => key === keys[0])) return keys.slice(0, 1);
  return [...new Map(keys.map((key) => [JSON.stringify([key.sourceSystemId, key.type, key.value]), key])).values()];
}

type Parties = Pick<
  LineTerms,
  'sourcing' | 'supplierId' | 'supplierCode' | 'supplyingPlantId' | 'supplyingPlantCode' | 'plantId' | 'plantCode'
>;

function readParties(input: PurchaseOrderLineInput): Result<Parties, Refusal> {
  const sourcing = input.sourcing ?? 'PURCHASED';
  const supplierCode = readText(input.supplierCode);
  if (sourcing === 'PURCHASED' && supplierCode === null) return refuse({ kind: 'SupplierMissing' });
  if (sourcing === 'TRANSFER' && supplierCode !== null) return refuse({ kind: 'SupplierOfTransfer', supplierCode });
  const supplyingPlantCode = readText(input.supplyingPlantCode);
  const plantCode = readText(input.plantCode);
  return ok({
    sourcing,
    supplierCode,
    supplierId: supplierCode === null ? null : supplierIdOf(supplierCode),
    supplyingPlantCode,
    supplyingPlantId: supplyingPlantCode === null ? null : plantIdOf(supplyingPlantCode),
    plantCode,
    plantId: plantCode === null ? null : plantIdOf(plantCode),
  });
}

type Goods = Pick<
  LineTerms,
  | 'sku'
  | 'itemId'
  | 'itemName'
  | 'productGroup'
  | 'destinationCountry'
  | 'manufacturingSite'
  | 'manufacturingSiteId'
  | 'shipmentMode'
  | 'incoterm'
>;

function goodsOf(input: PurchaseOrderLineInput): Goods {
  const sku = readText(input.sku);
  const manufacturingSite = readText(input.manufacturingSite);
  return {
    sku,
    itemId: sku === null ? null : itemIdOf(sku),
    itemName: readText(input.itemName),
    productGroup: readText(input.productGroup),
    destinationCountry: readText(input.destinationCountry),
    manufacturingSite,
    manufacturingSiteId: manufacturingSite === null ? null : manufacturingSiteIdOf(manufacturingSite),
    shipmentMode: readText(input.shipmentMode),
    incoterm: readText(input.incoterm),
  };
}

type Amounts = Pick<LineTerms, 'quantity' | 'unitOfMeasure' | 'value' | 'currency'>;

function readAmounts(input: PurchaseOrderLineInput): Result<Amounts, Refusal> {
  const quantity = readOrderedQuantity(input.quantity);
  if (!quantity.ok) return quantity;
  const unitOfMeasure = readText(input.unitOfMeasure);
  if (unitOfMeasure === null) return refuse({ kind: 'UnitMissing' });
  const money = readMoney(input.value, input.currency);
  if (!money.ok) return money;
  return ok({ quantity: quantity.value, unitOfMeasure, ...money.value });
}

type Dates = Pick<LineTerms, 'createdOn' | 'requestedDate' | 'committedDate' | 'commitIsOriginal'> & {
  sent: When | null;
};

function readDates(input: PurchaseOrderLineInput, timeZone: string | null): Result<Dates, Refusal> {
  const createdOn = readDay('createdOn', input.createdOn);
  if (!createdOn.ok) return createdOn;
  const sent = readOptionalWhen('sent', input.sentAt, input.sentOn, timeZone);
  if (!sent.ok) return sent;
  const requestedDate = readDay('requestedDate', input.requestedDate);
  if (!requestedDate.ok) return requestedDate;
  const committedDate = readDay('committedDate', input.committedDate);
  if (!committedDate.ok) return committedDate;
  return ok({
    createdOn: createdOn.value,
    sent: sent.value,
    requestedDate: requestedDate.value,
    committedDate: committedDate.value,
    commitIsOriginal: input.committedDateIsOriginal ?? true,
  });
}
