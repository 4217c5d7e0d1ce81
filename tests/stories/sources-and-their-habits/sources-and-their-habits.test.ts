import { randomUUID } from 'node:crypto';
import type { LogEvent } from '@sightline/contracts/events/envelope';
import {
  FLOW_REGISTERED_V1,
  HEARTBEAT_REPORTED_V1,
  type FlowRegisteredPayload,
  type HeartbeatPayload,
} from '@sightline/contracts/events/flow-marks.v1';
import { ManualClock } from '@sightline/kit/testing/fixed-clock';
import { startTestSubgraphs, type TestPlatform } from '@sightline/kit/testing/run-platform';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';
import { subgraph as operations } from '@sightline/operations/subgraph';
import { subgraph as suppliers } from '@sightline/suppliers/subgraph';

// One log, two subgraphs: what operations is told of sources has to reach the figures of those who record their facts.
const START = Date.parse('2026-03-14T06:00:00.000Z');
const NIGHTLY = 26 * 3600;
let clock: ManualClock;
let database: TestDatabase;
let platform: TestPlatform;
let key = 0;

beforeAll(async () => {
  clock = new ManualClock(new Date(START).toISOString());
  database = await createTestDatabase();
  platform = await startTestSubgraphs([operations, suppliers], { database, clock });
});
afterAll(async () => {
  await platform.stop();
  await database.drop();
});

const now = (): string => clock.now().toISOString();
const before = (seconds: number): string => new Date(clock.now().getTime() - seconds * 1000).toISOString();

async function ask<Data>(name: 'operations' | 'suppliers', query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await platform.ask<Data>(name, 'integrator', query, variables as Record<string, unknown>);
  expect(errors).toEqual([]);
  return data;
}

interface Outcome {
  outcome: string;
  userErrors: { code: string; field: string[] | null }[];
}
const register = async (...inputs: object[]): Promise<(string | undefined)[][]> =>
  (
    await ask<{ registerSources: { results: Outcome[] } }>(
      'operations',
      `mutation ($i: [SourceSystemInput!]!) { registerSources(inputs: $i) { results { outcome userErrors { code field } } } }`,
      { i: inputs },
    )
  ).registerSources.results.map((result) => [result.outcome, result.userErrors[0]?.code]);

const beat = (sourceSystemId: string, flow: string, completeThrough = now()): Promise<unknown> =>
  ask('operations', `mutation ($i: [HeartbeatInput!]!) { reportHeartbeats(inputs: $i) { applied } }`, {
    i: [{ sourceSystemId, flow, completeThrough }],
  });

/** An order line as a source states it, recorded so many seconds ago. */
async function order(sourceSystemId: string, flow: string, recordedAt: string, occurredAt = recordedAt): Promise<void> {
  key += 1;
  const source = { sourceSystemId, flow, occurredAt, recordedAt, idempotencyKey: `k${key}` };
  const answer = await ask<{ sendPurchaseOrderLines: { applied: number } }>(
    'suppliers',
    `mutation ($i: [PurchaseOrderLineInput!]!) { sendPurchaseOrderLines(inputs: $i) { applied } }`,
    {
      i: [
        {
          source,
          orderNumber: `PO-${key}`,
          supplierCode: 'ACME',
          quantity: '1',
          unitOfMeasure: 'C62',
          externalIds: [{ sourceSystemId, type: 'purchaseOrderLine', value: `PO-${key}` }],
          sentOn: '2026-03-14',
        },
      ],
    },
  );
  expect(answer.sendPurchaseOrderLines.applied).toBe(1);
  await platform.settle();
}

interface Fresh {
  status: string;
  ageSeconds: number | null;
  budgetSeconds: number | null;
  weakestSource: { id: string; name: string } | null;
}
const FRESH = `freshness { status ageSeconds budgetSeconds weakestSource { id name } }`;
/** How old a figure is over all sources, and over one alone. */
const figure = async (source: string | null = null): Promise<Fresh> =>
  (
    await ask<{ supplierPerformance: { freshness: Fresh } }>(
      'suppliers',
      `query ($s: ScopeInput) { supplierPerformance(scope: $s) { ${FRESH} } }`,
      { s: source === null ? {} : { sourceSystemIds: [source] } },
    )
  ).supplierPerformance.freshness;

interface SeenFlow {
  flow: string;
  source: { id: string; name: string; kind: string; simulated: boolean };
  freshness: Fresh;
  clockSkewSeconds: number | null;
  lag: { transport: { n: number; max: number | null; excluded: { code: string; count: number }[] } };
}
const flows = async (): Promise<SeenFlow[]> =>
  (
    await ask<{ syncHealth: { flows: SeenFlow[] } }>(
      'operations',
      `{ syncHealth { flows { flow source { id name kind simulated } ${FRESH} clockSkewSeconds lag { transport { n max excluded { code count } } } } } }`,
    )
  ).syncHealth.flows;
const flowOf = async (name: string): Promise<SeenFlow> => (await flows()).find((flow) => flow.flow === name)!;

describe('sources and their habits', () => {
  it('are told once, and a flow that never sent is listed first without ageing any figure', async () => {
    const erp = { id: 'erp', name: 'SAP Hamburg', kind: 'ERP', flows: [{ flow: 'orders' }] };
    const legacy = { id: 'legacy', name: 'AS/400', kind: 'ERP', flows: [{ flow: 'nightly', budgetSeconds: NIGHTLY }] };
    expect(
      await register(
        erp,
        legacy,
        { ...legacy, id: ' ' },
        { ...legacy, id: 'x', flows: [{ flow: 'a', budgetSeconds: 0 }] },
      ),
    ).toEqual([
      ['APPLIED', undefined],
      ['APPLIED', undefined],
      ['REFUSED', 'TEXT_MISSING'],
      ['REFUSED', 'BUDGET_INVALID'],
    ]);
    expect(await register(erp, legacy, { ...erp, kind: 'ERP ' })).toEqual([
      ['DUPLICATE', undefined],
      ['DUPLICATE', undefined],
      ['DUPLICATE', undefined],
    ]);
    await platform.settle();
    expect(await figure()).toMatchObject({ status: 'UNKNOWN', weakestSource: null });

    await ask('suppliers', `mutation ($i: [SupplierInput!]!) { onboardSuppliers(inputs: $i) { applied } }`, {
      i: [
        {
          source: {
            sourceSystemId: 'erp',
            flow: 'suppliers',
            occurredAt: now(),
            recordedAt: now(),
            idempotencyKey: 's',
          },
          code: 'ACME',
          name: 'Acme',
        },
      ],
    });
    await order('erp', 'orders', before(10));
    expect((await flows()).map((flow) => [flow.flow, flow.source.name, flow.freshness.status])).toEqual([
      ['nightly', 'AS/400', 'NEVER'],
      ['orders', 'SAP Hamburg', 'FRESH'],
      ['suppliers', 'SAP Hamburg', 'FRESH'],
    ]);
    expect(await figure()).toEqual({
      status: 'FRESH',
      ageSeconds: 10,
      budgetSeconds: 300,
      weakestSource: { id: 'erp', name: 'SAP Hamburg' },
    });
    const { sourceSystems } = await ask<{ sourceSystems: object[] }>(
      'operations',
      `{ sourceSystems { name kind simulated freshness { status } } }`,
    );
    expect(sourceSystems[0]).toEqual({ name: 'AS/400', kind: 'ERP', simulated: false, freshness: { status: 'NEVER' } });
  });

  it('a nightly file twenty hours old is fresh: it is judged against its own promise', async () => {
    await order('legacy', 'nightly', before(20 * 3600));
    expect((await flowOf('nightly')).freshness).toMatchObject({
      status: 'FRESH',
      ageSeconds: 72_000,
      budgetSeconds: NIGHTLY,
    });
    // A figure over both is a nightly figure, and within what was promised.
    expect(await figure()).toEqual({
      status: 'FRESH',
      ageSeconds: 72_000,
      budgetSeconds: NIGHTLY,
      weakestSource: { id: 'legacy', name: 'AS/400' },
    });
  });

  it('a connector that stops turns exactly the figures of its flows, naming itself, and is late when it drains', async () => {
    clock.advance(1200);
    await beat('legacy', 'nightly');
    await platform.settle();
    expect(await figure('legacy')).toMatchObject({ status: 'FRESH', ageSeconds: 0 });
    expect(await figure('erp')).toMatchObject({ status: 'STALE', ageSeconds: 1210 });
    expect(await figure()).toMatchObject({ status: 'STALE', weakestSource: { id: 'erp', name: 'SAP Hamburg' } });
    // What it kept back comes at once: recorded long ago, taken in now.
    for (const seconds of [1100, 700, 20]) await order('erp', 'orders', before(seconds));
    expect(await figure('erp')).toMatchObject({ status: 'FRESH', ageSeconds: 20 });
    expect((await flowOf('orders')).lag.transport).toEqual({ n: 4, max: 1100, excluded: [] });
  });

  it('a heartbeat before the first fact of a flow holds once the flow is known', async () => {
    await beat('erp', 'changes');
    await platform.settle();
    expect((await flowOf('changes')).freshness).toMatchObject({ status: 'NEVER' });
    // The first fact was recorded an hour ago; the source had said since that nothing else is missing.
    await order('erp', 'changes', before(3600));
    expect((await flowOf('changes')).freshness).toMatchObject({ status: 'FRESH', ageSeconds: 0 });
  });

  it('a clock that runs ahead is named: how old its facts are cannot be known, and its lags keep their sign', async () => {
    const ahead = new Date(clock.now().getTime() + 300_000).toISOString();
    await order('skewed', 'orders-3', ahead, before(60));
    const seen = await flowOf('orders-3');
    expect(seen).toMatchObject({
      clockSkewSeconds: 300,
      freshness: { status: 'UNKNOWN' },
      lag: { transport: { n: 0, excluded: [{ code: 'CLOCK_SKEW', count: 1 }] } },
    });
    const { syncHealth } = await ask<{
      syncHealth: { lag: { transport: { contributions: { edges: { node: object }[] } } } };
    }>(
      'operations',
      `{ syncHealth(scope: { sourceSystemIds: ["skewed"] }) { lag { transport { contributions { edges { node { included rule value } } } } } } }`,
    );
    expect(syncHealth.lag.transport.contributions.edges).toEqual([
      { node: { included: false, rule: 'CLOCK_SKEW', value: -300 } },
    ]);
    // Its watermark is in the past before long; it is believed no more for that.
    clock.advance(400);
    expect((await figure('skewed')).status).toBe('UNKNOWN');
    await order('skewed', 'orders-3', before(5));
    expect(await flowOf('orders-3')).toMatchObject({ clockSkewSeconds: null, freshness: { status: 'FRESH' } });
  });

  it('what is promised anew, and a new name, reach the figures; also by way of another subgraph', async () => {
    expect(
      await register({ id: 'erp', name: 'SAP S/4', kind: 'ERP', flows: [{ flow: 'orders', budgetSeconds: 5000 }] }),
    ).toEqual([['APPLIED', undefined]]);
    await platform.settle();
    expect((await flowOf('orders')).source.name).toBe('SAP S/4');
    expect(await figure('erp')).toMatchObject({ weakestSource: { name: 'SAP S/4' } });
    const mark = (type: string, payload: FlowRegisteredPayload | HeartbeatPayload): LogEvent => ({
      eventId: randomUUID(),
      type,
      subjectType: 'FlowMark',
      subjectId: randomUUID(),
      subjectVersion: 1,
      tenant: null,
      source: null,
      occurred: { at: now(), on: '2026-03-14' },
      recorded: { at: now(), on: '2026-03-14' },
      ingestedAt: now(),
      payload,
    });
    const flow = { sourceSystemId: 'wms', flow: 'receipts', plantId: null, kind: 'GOODS_RECEIPTS' as const };
    platform
      .scripted('inventory')
      .publish(
        mark(FLOW_REGISTERED_V1, { ...flow, sourceName: 'Warehouse', budgetSeconds: 7200 }),
        mark(HEARTBEAT_REPORTED_V1, { ...flow, completeThrough: before(3600), lastSequence: null, closed: false }),
      );
    await platform.settle();
    expect(await figure('wms')).toEqual({
      status: 'FRESH',
      ageSeconds: 3600,
      budgetSeconds: 7200,
      weakestSource: { id: 'wms', name: 'Warehouse' },
    });
  });
});
