import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  PURCHASE_ORDER_LINE_RECEIVED_V1,
  PURCHASE_ORDER_LINE_SENT_V1,
  type PurchaseOrderLineReceivedV1,
  type PurchaseOrderLineSentV1,
} from '@sightline/contracts/events/purchase-order-line.v1';
import { factIdOf } from '@sightline/contracts/identities';
import type { StampedSource } from '@sightline/contracts/source-envelope';
import type { PurchaseOrderLineEvent } from '../purchase-order-line';
import { readLineInput } from '../validate-line-input';
import { readEnvelope } from '@sightline/kit/door/read-fields';

/** A delivery of the public archive as facts, and what the archive says about it. */
export interface RealDelivery {
  events: readonly PurchaseOrderLineEvent[];
  country: string;
  /** As the expected figures name it, blanks put right; the own warehouse included. */
  vendor: string;
  incoterm: string;
  shipmentMode: string;
  deliveredOn: string;
}

const projectRoot = resolve(__dirname, '../../../../..');
const shared = resolve(projectRoot, process.env['SIGHTLINE_SHARED'] ?? '../shared');
const deliveriesFile = join(shared, 'data/scms/scms_open.csv');
const expectedFile = join(shared, 'data/expected/scms_open.json');

/**
 * True when the public archive is at hand. Without it the tests over it cannot run: in CI that is a failure, elsewhere it
 * is said aloud.
 */
export function realDeliveriesAreHere(): boolean {
  if (existsSync(deliveriesFile) && existsSync(expectedFile)) return true;
  const message = `The real deliveries are not at ${deliveriesFile} (SIGHTLINE_SHARED): their figures are NOT tested.`;
  if (process.env['CI'] === 'true') throw new Error(message);
  process.stderr.write(`\n!! ${message}\n`);
  return false;
}

export const expectedFigures = (): unknown => JSON.parse(readFileSync(expectedFile, 'utf8'));

/** Every row as the importer sends it: the line from its sent date (else from the beginning), the receipt from its recorded date. */
export function realDeliveries(): readonly RealDelivery[] {
  const rows = parse(readFileSync(deliveriesFile), { bom: true, columns: true, record_delimiter: '\r' }) as Record<
    string,
    string
  >[];
  return rows.map(deliveryOf);
}

function deliveryOf(row: Record<string, string>): RealDelivery {
  const cell = (name: string): string => {
    const text = row[name];
    if (text === undefined) throw new Error(`the archive has no column ${name}`);
    return text.trim().replace(/\s+/g, ' ');
  };
  const vendor = cell('Vendor');
  const isTransfer = vendor === 'SCMS from RDC';
  const sentOn = usDay(cell('PO Sent to Vendor Date'));
  const known = sentOn ?? '2006-01-01';
  const source = { sourceSystemId: 'archive', backfill: true };
  const line = readLineInput(
    {
      source: { ...source, flow: 'lines', idempotencyKey: `line-${cell('ID')}`, occurredOn: known, recordedOn: known },
      orderNumber: cell('PO / SO #'),
      sourcing: isTransfer ? 'TRANSFER' : 'PURCHASED',
      ...(isTransfer ? { supplyingPlantCode: 'RDC' } : { supplierCode: vendor }),
      productGroup: cell('Product Group'),
      destinationCountry: cell('Country'),
      manufacturingSite: cell('Manufacturing Site'),
      shipmentMode: cell('Shipment Mode'),
      incoterm: cell('Vendor INCO Term'),
      quantity: cell('Line Item Quantity'),
      unitOfMeasure: 'XPK',
      value: cell('Line Item Value'),
      currency: 'USD',
      sentOn,
      committedDate: shortDay(cell('Scheduled Delivery Date')),
      committedDateIsOriginal: false,
      externalIds: [{ sourceSystemId: 'archive', type: 'purchaseOrderLine', value: cell('ID') }],
    },
    null,
  );
  if (!line.ok) throw new Error(`row ${cell('ID')}: ${line.refusal.kind}`);
  const deliveredOn = shortDay(cell('Delivered to Client Date'));
  const receipt = readEnvelope(
    {
      source: {
        ...source,
        flow: 'receipts',
        idempotencyKey: `receipt-${cell('ID')}`,
        occurredOn: deliveredOn,
        recordedOn: shortDay(cell('Delivery Recorded Date')),
      },
    },
    null,
  );
  if (!receipt.ok) throw new Error(`receipt of row ${cell('ID')}: ${receipt.refusal.kind}`);
  const { lineId, terms } = line.value;
  const sent: PurchaseOrderLineSentV1 = {
    ...stamps(lineId, 1, line.value),
    type: PURCHASE_ORDER_LINE_SENT_V1,
    payload: terms,
  };
  const received: PurchaseOrderLineReceivedV1 = {
    ...stamps(lineId, 2, receipt.value),
    type: PURCHASE_ORDER_LINE_RECEIVED_V1,
    payload: {
      goodsReceiptId: `receipt-${cell('ID')}`,
      quantity: null,
      unitOfMeasure: null,
      shipmentNumber: cell('ASN/DN #'),
      finalDelivery: true,
    },
  };
  return {
    events: [sent, received],
    country: cell('Country'),
    vendor,
    incoterm: cell('Vendor INCO Term'),
    shipmentMode: cell('Shipment Mode'),
    deliveredOn,
  };
}

function stamps(lineId: string, version: number, fact: StampedSource) {
  return {
    eventId: factIdOf(fact.source.sourceSystemId, fact.source.idempotencyKey),
    subjectType: 'PurchaseOrderLine',
    subjectId: lineId,
    subjectVersion: version,
    tenant: null,
    source: fact.source,
    occurred: fact.occurred,
    recorded: fact.recorded,
    ingestedAt: '2026-01-01T00:00:00.000Z',
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (text: string): string => text.padStart(2, '0');

/** 2-Jun-06 */
function shortDay(text: string): string {
  const [, date, month, year] = /^(\d{1,2})-([A-Z][a-z]{2})-(\d{2})$/.exec(text) ?? [];
  if (date === undefined || month === undefined || year === undefined)
    throw new Error(`${text} is no day of the archive`);
  return `20${year}-${two(String(MONTHS.indexOf(month) + 1))}-${two(date)}`;
}

/** 4/21/09, month first; anything else says that there is no date. */
function usDay(text: string): string | null {
  const [, month, date, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/.exec(text) ?? [];
  return month === undefined || date === undefined || year === undefined
    ? null
    : `20${year}-${two(month)}-${two(date)}`;
}
