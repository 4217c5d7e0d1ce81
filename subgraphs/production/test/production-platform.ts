import { randomUUID } from 'node:crypto';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import { HEARTBEAT_REPORTED_V1, IMPORT_DROPPED_V1, IMPORT_SEALED_V1 } from '@sightline/contracts/events/flow-marks.v1';
import { PLANT_REGISTERED_V1 } from '@sightline/contracts/events/plant-registered.v1';
import { plantIdOf } from '@sightline/contracts/identities';
import { ManualClock } from '@sightline/kit/testing/fixed-clock';
import { startTestSubgraphs, type TestPlatform } from '@sightline/kit/testing/run-platform';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';
import { subgraph } from '../src/subgraph';

export const ERP = 'erp-1';
export const MES = 'mes-1';

export interface DoorPayload {
  applied: number;
  duplicates: number;
  parked: number;
  refused: number;
  results: {
    outcome: string;
    subjectId: string | null;
    userErrors: { code: string; field: string[] | null; message: string }[];
  }[];
}

/** The production subgraph on a database of its own, told facts as its sources tell them. */
export class ProductionPlatform {
  private keys = 0;

  private constructor(
    private readonly database: TestDatabase,
    readonly platform: TestPlatform,
    readonly clock: ManualClock,
  ) {}

  static async start(now: string): Promise<ProductionPlatform> {
    const clock = new ManualClock(now);
    const database = await createTestDatabase();
    return new ProductionPlatform(database, await startTestSubgraphs([subgraph], { database, clock }), clock);
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await this.database.drop();
  }

  source(at: string, rest: object = {}): object {
    this.keys += 1;
    return {
      sourceSystemId: ERP,
      flow: 'work-orders',
      idempotencyKey: `key-${this.keys}`,
      occurredAt: at,
      recordedAt: at,
      ...rest,
    };
  }

  /** An order of 100 pieces at HAM, named by its number. */
  order(number: string, terms: Record<string, unknown> = {}): object {
    return {
      source: this.source('2026-03-01T08:00:00Z'),
      number,
      plantCode: 'HAM',
      sku: 'PUMP',
      quantity: '100',
      unitOfMeasure: 'C62',
      plannedStart: '2026-03-02T06:00:00Z',
      plannedFinish: '2026-03-10T14:00:00Z',
      ...terms,
    };
  }

  /** An event of an order at HAM as MES reports it, or ERP where ERP posts. */
  event(number: string, event: string, at: string, rest: Record<string, unknown> = {}): object {
    const by = event === 'POSTED' ? ERP : MES;
    return {
      source: this.source(at, { sourceSystemId: by }),
      workOrder: { sourceSystemId: by, type: 'workOrder', value: `HAM/${number}` },
      event,
      ...rest,
    };
  }

  release(...inputs: object[]): Promise<DoorPayload> {
    return this.door('releaseWorkOrders', 'WorkOrderInput', inputs);
  }

  record(...inputs: object[]): Promise<DoorPayload> {
    return this.door('recordWorkOrderEvents', 'WorkOrderEventInput', inputs);
  }

  private async door(mutation: string, inputType: string, inputs: readonly object[]): Promise<DoorPayload> {
    const answer = await this.platform.ask<Record<string, DoorPayload>>(
      'production',
      'integrator',
      `mutation ($inputs: [${inputType}!]!) { ${mutation}(inputs: $inputs) {
         applied duplicates parked refused results { outcome subjectId userErrors { code field message } } } }`,
      { inputs },
    );
    expect(answer.errors).toEqual([]);
    return answer.data[mutation]!;
  }

  /** Inventory tells a plant's time zone. */
  async plant(code: string, timeZone: string): Promise<void> {
    const payload = { plantId: plantIdOf(code), code, name: code, timeZone };
    this.platform.scripted('inventory').publish(this.mark(PLANT_REGISTERED_V1, 'Plant', payload));
    await this.platform.settle();
  }

  /** Operations seals or drops an import. */
  async import(kind: 'SEALED' | 'DROPPED', importId: string): Promise<void> {
    const type = kind === 'SEALED' ? IMPORT_SEALED_V1 : IMPORT_DROPPED_V1;
    const payload = { importId, sourceSystemId: ERP, reason: null };
    this.platform.scripted('operations').publish(this.mark(type, 'ImportJob', payload));
    await this.platform.settle();
  }

  /** A source says that everything up to an instant has been sent. */
  async heartbeat(sourceSystemId: string, completeThrough: string): Promise<void> {
    const payload = {
      sourceSystemId,
      flow: 'work-orders',
      plantId: null,
      kind: null,
      completeThrough,
      lastSequence: null,
      closed: false,
    };
    this.platform.scripted('operations').publish(this.mark(HEARTBEAT_REPORTED_V1, 'FlowMark', payload));
    await this.platform.settle();
  }

  private mark(type: string, subjectType: string, payload: object): LogEvent {
    const at = this.clock.now().toISOString();
    const eventId = randomUUID();
    return {
      eventId,
      type,
      subjectType,
      subjectId: eventId,
      subjectVersion: 1,
      tenant: null,
      source: null,
      occurred: { at, on: at.slice(0, 10) },
      recorded: { at, on: at.slice(0, 10) },
      ingestedAt: at,
      payload,
    };
  }

  /** Asks as the planner once everything is visible; the answer must be free of errors. */
  async query<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    await this.platform.settle();
    const answer = await this.platform.ask<Data>('production', 'planner', query, variables);
    expect(answer.errors).toEqual([]);
    return answer.data;
  }

  /** Fields of the order with a number at HAM; null when there is none. */
  async orderAt<Fields extends object>(number: string, fields: string, plantCode = 'HAM'): Promise<Fields | null> {
    const data = await this.query<{ workOrder: Fields | null }>(
      `query ($number: String, $plant: ID) { workOrder(number: $number, plantId: $plant) { ${fields} } }`,
      { number, plant: plantIdOf(plantCode) },
    );
    return data.workOrder;
  }
}
