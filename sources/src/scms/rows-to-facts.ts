import { hash } from 'node:crypto';
import type {
  ExternalId,
  GoodsReceiptInput,
  HeartbeatInput,
  PurchaseOrderLineInput,
  SourceEnvelope,
  SupplierInput,
} from '../kit/door-facts';
import { isTransfer, type JudgedFile } from './judge';
import { OWN_WAREHOUSE, type ScmsRow } from './scms-row';

export const SOURCE_SYSTEM_ID = 'usaid-scms';
export const FLOWS = {
  suppliers: 'suppliers',
  lines: 'purchase-order-lines',
  receipts: 'goods-receipts',
} as const;

/**
 * The day on which the books of this archive begin. A line without a sent date is in the books for the whole of it (nobody
 * knows since when), so it is stated as recorded before the first day that any question can be about: the programme's
 * first delivery was in May 2006. The sent date itself stays unknown; this is never used as one.
 */
export const ARCHIVE_BEGINS = '2006-01-01';

/**
 * "XPK": package. UN/ECE Recommendation 20 takes the codes for kinds of packaging from Recommendation 21 with an X before
 * them; its own former "PK" (pack) is withdrawn. The file counts packs: "Unit of Measure (Per Pack)" is what one holds.
 */
export const PACK = 'XPK';

/** The file gives every amount in US dollars (its own headings say so where they name a currency). */
export const CURRENCY = 'USD';

export interface ScmsFacts {
  suppliers: FactList<SupplierInput>;
  lines: FactList<PurchaseOrderLineInput>;
  receipts: FactList<GoodsReceiptInput>;
  /** How many in all. */
  count: number;
}

/** Facts in their order, each made when it is its turn: the platform works on the first while the next are being made. */
export interface FactList<Fact> extends Iterable<Fact> {
  length: number;
}

type Unsourced<Fact> = Omit<Fact, 'source'>;

/**
 * A judged file as facts. Keys do not depend on the import: a fact is the same in whichever import it comes.
 *
 * @param importId  the import that brings them; null while there is none yet
 */
export function factsOf(file: JudgedFile, importId: string | null = null): ScmsFacts {
  const suppliers = listOf(supplierCodes(file.rows), (code) => supplierOf(code, importId));
  const lines = listOf(file.rows, (row) => lineOf(row, importId));
  const receipts = listOf(file.rows, (row) => receiptOf(row, importId));
  return { suppliers, lines, receipts, count: suppliers.length + lines.length + receipts.length };
}

const listOf = <From, Fact>(all: readonly From[], make: (one: From) => Fact): FactList<Fact> => ({
  length: all.length,
  *[Symbol.iterator]() {
    for (const one of all) yield make(one);
  },
});

/** The archive is complete up to the end of its last recorded day, and will not grow. */
export function heartbeatsOf(file: JudgedFile): HeartbeatInput[] {
  let last = '';
  for (const { recorded } of file.rows) if (recorded.on > last) last = recorded.on;
  return Object.values(FLOWS).map((flow) => ({
    sourceSystemId: SOURCE_SYSTEM_ID,
    flow,
    completeThrough: `${last}T23:59:59Z`,
    closed: true,
  }));
}

/** Distinct suppliers in the order of their first row; the own warehouse is none. */
function supplierCodes(rows: readonly ScmsRow[]): string[] {
  return [...new Set(rows.filter((row) => !isTransfer(row)).map((row) => row.vendor))];
}

/** The file has no vendor numbers: the name, tidied, is the code. */
function supplierOf(code: string, importId: string | null): SupplierInput {
  const fact: Unsourced<SupplierInput> = { code, name: code, externalIds: [externalId('supplier', code)] };
  return {
    source: envelope(FLOWS.suppliers, `supplier:${digest(code)}`, ARCHIVE_BEGINS, ARCHIVE_BEGINS, fact, importId),
    ...fact,
  };
}

function lineOf(row: ScmsRow, importId: string | null): PurchaseOrderLineInput {
  const transfer = isTransfer(row);
  const sentOn = row.poSent.kind === 'DAY' ? row.poSent.on : null;
  const fact: Unsourced<PurchaseOrderLineInput> = {
    orderNumber: row.orderNumber,
    scheduleNumber: 1,
    sourcing: transfer ? 'TRANSFER' : 'PURCHASED',
    supplyingPlantCode: transfer ? OWN_WAREHOUSE : undefined,
    supplierCode: transfer ? undefined : row.vendor,
    itemName: present(row.itemName),
    productGroup: present(row.productGroup),
    destinationCountry: present(row.country),
    manufacturingSite: present(row.manufacturingSite),
    shipmentMode: present(row.shipmentMode),
    incoterm: present(row.incoterm),
    quantity: row.quantity,
    unitOfMeasure: PACK,
    value: present(row.value),
    currency: row.value === null ? undefined : CURRENCY,
    sentOn: present(sentOn),
    committedDate: row.scheduled.on,
    // The scheduled date was evidently overwritten until it fitted the delivery: it is the last promise, not the first.
    committedDateIsOriginal: false,
    externalIds: [externalId('purchaseOrderLine', row.id)],
  };
  const known = sentOn ?? ARCHIVE_BEGINS;
  const source = envelope(FLOWS.lines, `purchase-order-line:${row.id}`, known, known, fact, importId);
  return Object.assign(fact, { source });
}

/** No quantity: the file does not say what was received, and the ordered one must not stand in for it. */
function receiptOf(row: ScmsRow, importId: string | null): GoodsReceiptInput {
  const fact: Unsourced<GoodsReceiptInput> = {
    purchaseOrderLine: externalId('purchaseOrderLine', row.id),
    shipmentNumber: present(row.shipmentNumber),
    finalDelivery: true,
    externalIds: [externalId('goodsReceipt', row.id)],
  };
  const { delivered, recorded } = row;
  const source = envelope(FLOWS.receipts, `goods-receipt:${row.id}`, delivered.on, recorded.on, fact, importId);
  return Object.assign(fact, { source });
}

/**
 * The key names the fact and its content: an unchanged row is the same fact again, a changed row a new statement about
 * the same line. The import is no part of it.
 */
function envelope(
  flow: string,
  name: string,
  occurredOn: string,
  recordedOn: string,
  fact: object,
  importId: string | null,
): SourceEnvelope {
  const content = digest(JSON.stringify([occurredOn, recordedOn, fact]));
  return {
    sourceSystemId: SOURCE_SYSTEM_ID,
    flow,
    idempotencyKey: `${name}:${content}`,
    occurredOn,
    recordedOn,
    backfill: true,
    importId: present(importId),
  };
}

/** 80 bits of SHA-256: enough that two contents of one line never meet, short in a log. */
const digest = (text: string): string => hash('sha256', text).slice(0, 20);

const externalId = (type: string, value: string): ExternalId => ({ sourceSystemId: SOURCE_SYSTEM_ID, type, value });

/** A field is written only where the file says something: JSON leaves out what is undefined. */
const present = (text: string | null): string | undefined => text ?? undefined;
