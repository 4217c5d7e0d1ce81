import { hash } from 'node:crypto';
import { originOf } from './simulated';

/**
 * Ids are derived from business keys (in the manner of UUID version 5, RFC 9562), so that two subgraphs name the same thing alike
 * without asking each other, and the same import on two machines gives the same ids.
 */
const NAMESPACE = '6f1f8a9d6c2b4c0e9a51d3e7b0427c11';

function uuidOf(kind: string, ...parts: readonly string[]): string {
  // Lengths are part of the text, so ('a', 'bc') and ('ab', 'c') differ, whatever characters a key contains.
  let text = `${NAMESPACE}${kind.length}:${kind}`;
  for (const part of parts) text += `${part.length}:${part}`;
  const hex = hash('sha1', text);
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Asked for every fact, of few things: remembered, up to a number that few landscapes reach. */
function rememberedUuidOf(kind: string, ...parts: readonly string[]): string {
  const key = `${kind}\0${parts.join('\0')}`;
  let id = remembered.get(key);
  if (id === undefined) {
    id = uuidOf(kind, ...parts);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, id);
  }
  return id;
}
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

export const supplierIdOf = (code: string): string => rememberedUuidOf('supplier', code);
export const itemIdOf = (sku: string): string => rememberedUuidOf('item', sku);
export const plantIdOf = (code: string): string => rememberedUuidOf('plant', code);
export const manufacturingSiteIdOf = (name: string): string => rememberedUuidOf('manufacturing-site', name);
export const shipmentIdOf = (sourceSystemId: string, number: string): string =>
  uuidOf('shipment', sourceSystemId, number);
export const lotIdOf = (itemId: string, lotNumber: string): string => uuidOf('lot', itemId, lotNumber);
/** Each part of what tells one position from another, '' for a part that it does not have. */
export const stockPositionIdOf = (...parts: readonly string[]): string => uuidOf('stock-position', ...parts);

/** One stream of one kind of fact from one source, for one plant (null: the flow is not tied to a plant). */
export const flowIdOf = (sourceSystemId: string, flow: string, plantId: string | null): string =>
  rememberedUuidOf('flow', sourceSystemId, flow, plantId ?? '');

export interface ExternalKey {
  sourceSystemId: string;
  type: string;
  value: string;
}

/**
 * An order line is known by the first external id its source gives it, or else by order, line and schedule number
 * within that source (`naturalLineKey`). The id never changes after that.
 */
export const purchaseOrderLineIdOf = (key: ExternalKey): string =>
  uuidOf('purchase-order-line', key.sourceSystemId, key.type, key.value);

export const PURCHASE_ORDER_LINE_KEY_TYPE = 'purchaseOrderLine';

/** The key by which a line without external ids can be referred to: type `purchaseOrderLine`, value `order/line/schedule`. */
export function naturalLineKey(
  sourceSystemId: string,
  orderNumber: string,
  lineNumber: string | null,
  scheduleNumber: number,
): ExternalKey {
  return {
    sourceSystemId,
    type: PURCHASE_ORDER_LINE_KEY_TYPE,
    value: `${orderNumber}/${lineNumber ?? ''}/${scheduleNumber}`,
  };
}

/** A lot that a receipt opened is known by that receipt, one that a quality system opened first by that system's name of it. */
export const inspectionLotIdOfReceipt = (goodsReceiptId: string): string =>
  uuidOf('inspection-lot of receipt', goodsReceiptId);
export const inspectionLotIdOf = (key: ExternalKey): string =>
  uuidOf('inspection-lot', key.sourceSystemId, key.type, key.value);

export const WORK_ORDER_KEY_TYPE = 'workOrder';

/** The key by which every source may refer to a work order: type `workOrder`, value `plantCode/number`. A plant's code holds no slash. */
export const naturalWorkOrderKey = (sourceSystemId: string, plantCode: string, number: string): ExternalKey => ({
  sourceSystemId,
  type: WORK_ORDER_KEY_TYPE,
  value: `${plantCode}/${number}`,
});

/**
 * A work order is known by its plant and number, whichever source names them: MES and ERP speak of the same order. Real and
 * simulated orders are never the same.
 *
 * @param key  a natural one, of type `workOrder`: only the release that gave another name can tell whose it is
 */
export const workOrderIdOf = (key: ExternalKey): string =>
  uuidOf('work-order', originOf(key.sourceSystemId), key.value);

/** Id of a fact: the same key from the same source is the same fact. */
export const factIdOf = (sourceSystemId: string, idempotencyKey: string): string =>
  uuidOf('fact', sourceSystemId, idempotencyKey);

/** Id of the event of a fact. A dropped import leaves its events behind, so the same fact in another import has another. */
export const eventIdOfFact = (source: {
  sourceSystemId: string;
  idempotencyKey: string;
  importId: string | null;
}): string =>
  source.importId === null
    ? factIdOf(source.sourceSystemId, source.idempotencyKey)
    : uuidOf('fact of import', source.sourceSystemId, source.idempotencyKey, source.importId);
