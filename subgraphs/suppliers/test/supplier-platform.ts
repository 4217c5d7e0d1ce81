import { Client } from 'pg';
import { ManualClock } from '@sightline/kit/testing/fixed-clock';
import { startTestSubgraphs, type TestPlatform } from '@sightline/kit/testing/run-platform';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';
import { subgraph } from '../src/subgraph';

export const ERP = 'erp-1';

/** The suppliers subgraph on a database of its own, told facts as a source tells them. */
export class SupplierPlatform {
  private keys = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly platform: TestPlatform,
    readonly clock: ManualClock,
  ) {}

  static async start(now: string, options: { foldedEvents?: number } = {}): Promise<SupplierPlatform> {
    const clock = new ManualClock(now);
    const database = await createTestDatabase();
    return new SupplierPlatform(database, await startTestSubgraphs([subgraph], { database, clock, ...options }), clock);
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await this.database.drop();
  }

  source(on: string, recordedOn = on, rest: object = {}): object {
    this.keys += 1;
    return {
      sourceSystemId: ERP,
      flow: 'orders',
      idempotencyKey: `key-${this.keys}`,
      occurredOn: on,
      recordedOn,
      ...rest,
    };
  }

  name(value: string): { sourceSystemId: string; type: string; value: string } {
    return { sourceSystemId: ERP, type: 'purchaseOrderLine', value };
  }

  /** Calls a door mutation and answers its payload; errors of the operation itself fail the test. */
  async door(mutation: string, inputType: string, inputs: readonly object[]): Promise<DoorPayload> {
    const answer = await this.platform.ask<Record<string, DoorPayload>>(
      'suppliers',
      'integrator',
      `mutation ($inputs: [${inputType}!]!) { ${mutation}(inputs: $inputs) {
         applied duplicates parked refused results { idempotencyKey outcome subjectId userErrors { code field message } } } }`,
      { inputs },
    );
    expect(answer.errors).toEqual([]);
    return answer.data![mutation]!;
  }

  async onboard(...codes: string[]): Promise<DoorPayload> {
    return this.door(
      'onboardSuppliers',
      'SupplierInput',
      codes.map((code) => ({ source: this.source('2020-01-01'), code, name: `${code} Ltd` })),
    );
  }

  line(id: string, terms: Record<string, unknown> = {}): object {
    return {
      source: this.source((terms['sentOn'] as string | undefined) ?? '2026-01-01'),
      orderNumber: `PO-${id}`,
      lineNumber: '10',
      supplierCode: 'ACME',
      quantity: '10',
      unitOfMeasure: 'C62',
      externalIds: [this.name(id)],
      ...terms,
    };
  }

  lines(...inputs: object[]): Promise<DoorPayload> {
    return this.door('sendPurchaseOrderLines', 'PurchaseOrderLineInput', inputs);
  }

  events(...inputs: object[]): Promise<DoorPayload> {
    return this.door('recordPurchaseOrderLineEvents', 'PurchaseOrderLineEventInput', inputs);
  }

  /** Does something to the database behind the subgraph's back, seeing through row-level security. */
  async rows<Row extends object>(statement: string): Promise<Row[]> {
    const admin = new Client({
      connectionString: this.database.adminUrl,
      options: '-c search_path=suppliers -c app.tenant=*',
    });
    await admin.connect();
    try {
      return (await admin.query<Row>(statement)).rows;
    } finally {
      await admin.end();
    }
  }

  /** Asks as the executive, unless someone else is named; the answer must be free of errors. */
  async query<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await this.platform.ask<Data>('suppliers', 'executive', query, variables);
    expect(answer.errors).toEqual([]);
    return answer.data!;
  }
}

export interface DoorPayload {
  applied: number;
  duplicates: number;
  parked: number;
  refused: number;
  results: {
    idempotencyKey: string;
    outcome: string;
    subjectId: string | null;
    userErrors: { code: string; field: string[] | null; message: string }[];
  }[];
}
