import { Client } from 'pg';
import type { FactSource, LogEvent, When } from '@sightline/contracts/events/envelope';
import { GOODS_RECEIVED_V1, type GoodsReceivedPayload } from '@sightline/contracts/events/goods-received.v1';
import { PURCHASE_ORDER_LINE_SENT_V1, type LineTerms } from '@sightline/contracts/events/purchase-order-line.v1';
import {
  eventIdOfFact,
  factIdOf,
  itemIdOf,
  plantIdOf,
  purchaseOrderLineIdOf,
  supplierIdOf,
} from '@sightline/contracts/identities';
import { ManualClock } from '@sightline/kit/testing/fixed-clock';
import { startTestSubgraphs, type TestPlatform } from '@sightline/kit/testing/run-platform';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';
import { subgraph } from '../src/subgraph';

export const ERP = 'erp-1';
export const WMS = 'wms-1';
export const QMS = 'qms-1';

export interface ReceiptTold {
  line: string;
  /** Its idempotency key, by which inspections name it. */
  key: string;
  quantity: string | null;
  on?: string;
  recordedOn?: string;
  at?: string;
  unitOfMeasure?: string | null;
  base?: { quantity: string; unit: string };
  stockStatus?: GoodsReceivedPayload['stockStatus'];
  plant?: string;
  lotNumber?: string;
  sourceSystemId?: string;
  importId?: string;
  corrects?: string;
}

export interface InspectionTold extends Record<string, unknown> {
  event: string;
  on?: string;
  recordedOn?: string;
  /** The lot, as the quality system names it. */
  lot: string;
  /** Key of its receipt. */
  receipt?: string;
  key?: string;
  sourceSystemId?: string;
}

/** The quality subgraph on a database of its own; the test writes the logs of suppliers and inventory. */
export class QualityPlatform {
  private keys = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly platform: TestPlatform,
    readonly clock: ManualClock,
  ) {}

  static async start(now: string): Promise<QualityPlatform> {
    const clock = new ManualClock(now);
    const database = await createTestDatabase();
    return new QualityPlatform(database, await startTestSubgraphs([subgraph], { database, clock }), clock);
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await this.database.drop();
  }

  /** Order lines, as suppliers tells of them: name and supplier, with other terms where given. */
  lines(supplierCode: string, names: readonly string[], terms: Partial<LineTerms> = {}, sourceSystemId = ERP): void {
    this.platform
      .scripted('suppliers')
      .publish(...names.map((name) => lineSent(sourceSystemId, supplierCode, name, terms)));
  }

  receipts(...told: readonly ReceiptTold[]): void {
    this.platform.scripted('inventory').publish(...told.map(goodsReceived));
  }

  settle(): Promise<void> {
    return this.platform.settle();
  }

  inspection({ event, on = '2026-03-10', recordedOn = on, lot, receipt, key, ...rest }: InspectionTold): object {
    this.keys += 1;
    const sourceSystemId = rest.sourceSystemId ?? QMS;
    const { source, sourceSystemId: _, ...fields } = rest;
    return {
      source: {
        sourceSystemId,
        flow: 'inspections',
        idempotencyKey: key ?? `inspection-${this.keys}`,
        occurredOn: on,
        recordedOn,
        ...(source as object | undefined),
      },
      inspectionLot: { sourceSystemId, type: 'lot', value: lot },
      ...(receipt === undefined
        ? {}
        : { goodsReceipt: { sourceSystemId: wmsOf(sourceSystemId), type: 'goodsReceipt', value: receipt } }),
      event,
      ...fields,
    };
  }

  /** Sends inspections through the door and answers its payload; errors of the operation itself fail the test. */
  async inspect(...told: readonly InspectionTold[]): Promise<DoorPayload> {
    const answer = await this.platform.ask<{ recordInspections: DoorPayload }>(
      'quality',
      'integrator',
      `mutation ($inputs: [InspectionInput!]!) { recordInspections(inputs: $inputs) {
         applied duplicates parked refused results { outcome subjectId userErrors { code field } } } }`,
      { inputs: told.map((one) => this.inspection(one)) },
    );
    expect(answer.errors).toEqual([]);
    return answer.data.recordInspections;
  }

  /** Asks as the executive; the answer must be free of errors. */
  async query<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await this.platform.ask<Data>('quality', 'executive', query, variables);
    expect(answer.errors).toEqual([]);
    return answer.data;
  }

  /** The one lot whose name the quality system gave. */
  async lotCalled(name: string, fields: string): Promise<Record<string, unknown>> {
    const { inspectionLots } = await this.query<{ inspectionLots: { edges: { node: { number: string } }[] } }>(
      `{ inspectionLots(first: 200) { edges { node { number ${fields} } } } }`,
    );
    const { number: _, ...lot } = inspectionLots.edges.find(({ node }) => node.number === name)!.node;
    return lot;
  }

  /** Looks into the database behind the subgraph's back, seeing through row-level security. */
  async rows<Row extends object>(statement: string): Promise<Row[]> {
    const admin = new Client({
      connectionString: this.database.adminUrl,
      options: '-c search_path=quality -c app.tenant=*',
    });
    await admin.connect();
    try {
      return (await admin.query<Row>(statement)).rows;
    } finally {
      await admin.end();
    }
  }
}

export interface DoorPayload {
  applied: number;
  duplicates: number;
  parked: number;
  refused: number;
  results: { outcome: string; subjectId: string | null; userErrors: { code: string; field: string[] | null }[] }[];
}

/** Simulated inspections are of simulated receipts. */
const wmsOf = (sourceSystemId: string): string => (sourceSystemId.startsWith('sim.') ? 'sim.wms' : WMS);

const sourceOf = (sourceSystemId: string, flow: string, idempotencyKey: string): FactSource => ({
  sourceSystemId,
  flow,
  plantId: null,
  idempotencyKey,
  sequence: null,
  correlationId: null,
  backfill: false,
  correctionOf: null,
  importId: null,
});

const day = (on: string): When => ({ at: null, on });

function lineSent(
  sourceSystemId: string,
  supplierCode: string,
  name: string,
  terms: Partial<LineTerms>,
): LogEvent<string, LineTerms> {
  const key = { sourceSystemId, type: 'purchaseOrderLine', value: name };
  const source = sourceOf(sourceSystemId, 'orders', `line-${name}`);
  return {
    eventId: eventIdOfFact(source),
    type: PURCHASE_ORDER_LINE_SENT_V1,
    subjectType: 'PurchaseOrderLine',
    subjectId: purchaseOrderLineIdOf(key),
    subjectVersion: 1,
    tenant: supplierIdOf(supplierCode),
    source,
    occurred: day('2026-01-01'),
    recorded: day('2026-01-01'),
    ingestedAt: '2026-01-01T12:00:00.000Z',
    payload: {
      orderNumber: `PO-${name}`,
      lineNumber: '10',
      scheduleNumber: 1,
      supplierId: supplierIdOf(supplierCode),
      supplierCode,
      sourcing: 'PURCHASED',
      supplyingPlantId: null,
      supplyingPlantCode: null,
      itemId: itemIdOf('VALVE'),
      sku: 'VALVE',
      itemName: 'Valve',
      productGroup: null,
      plantId: plantIdOf('P1'),
      plantCode: 'P1',
      destinationCountry: null,
      manufacturingSiteId: null,
      manufacturingSite: null,
      shipmentMode: null,
      incoterm: null,
      quantity: '10000',
      unitOfMeasure: 'C62',
      value: null,
      currency: null,
      createdOn: null,
      sent: day('2026-01-01'),
      requestedDate: null,
      committedDate: null,
      commitIsOriginal: true,
      externalIds: [key],
      ...terms,
    },
  };
}

/** Id of the receipt that a warehouse sent under a key: also the id of its event. */
export const receiptIdOf = (key: string, sourceSystemId = WMS): string => factIdOf(sourceSystemId, key);

function goodsReceived(told: ReceiptTold): LogEvent<string, GoodsReceivedPayload> {
  const { line, key, quantity, on = '2026-03-01', recordedOn = on, sourceSystemId = WMS } = told;
  const source: FactSource = {
    ...sourceOf(sourceSystemId, 'receipts', key),
    importId: told.importId ?? null,
    correctionOf: told.corrects === undefined ? null : receiptIdOf(told.corrects, sourceSystemId),
  };
  const goodsReceiptId = eventIdOfFact(source);
  return {
    eventId: goodsReceiptId,
    type: GOODS_RECEIVED_V1,
    subjectType: 'GoodsReceipt',
    subjectId: goodsReceiptId,
    subjectVersion: 1,
    tenant: null,
    source,
    occurred: { at: told.at ?? null, on },
    recorded: day(recordedOn),
    ingestedAt: '2026-03-20T12:00:00.000Z',
    payload: {
      goodsReceiptId,
      purchaseOrderLine: {
        sourceSystemId: sourceSystemId.startsWith('sim.') ? 'sim.erp' : ERP,
        type: 'purchaseOrderLine',
        value: line,
      },
      shipmentNumber: null,
      plantId: told.plant === undefined ? null : plantIdOf(told.plant),
      plantCode: told.plant ?? null,
      lotNumber: told.lotNumber ?? null,
      supplierLotNumber: null,
      quantity,
      unitOfMeasure: quantity === null ? null : told.unitOfMeasure === undefined ? 'C62' : told.unitOfMeasure,
      finalDelivery: false,
      externalIds: [{ sourceSystemId, type: 'receiptNumber', value: `GR-${key}` }],
      stockStatus: told.stockStatus ?? 'IN_INSPECTION',
      consignment: false,
      itemId: null,
      sku: null,
      lotId: null,
      baseQuantity: told.base?.quantity ?? null,
      baseUnit: told.base?.unit ?? null,
    },
  };
}
