import { ManualClock } from '@sightline/kit/testing/fixed-clock';
import { startTestSubgraphs, type TestPlatform } from '@sightline/kit/testing/run-platform';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';
import { subgraph } from '../src/subgraph';
import { goodsReceived } from './goods-received';

const ERP = 'erp-1';
let database: TestDatabase;
let platform: TestPlatform;
let keys = 0;

const source = (on: string, flow = 'orders'): object => ({
  sourceSystemId: ERP,
  flow,
  idempotencyKey: `key-${(keys += 1)}`,
  occurredOn: on,
  recordedOn: on,
});
const name = (value: string): object => ({ sourceSystemId: ERP, type: 'purchaseOrderLine', value });

async function send(mutation: string, inputType: string, inputs: readonly object[]): Promise<void> {
  const answer = await platform.ask<Record<string, { applied: number; results: unknown[] }>>(
    'suppliers',
    'integrator',
    `mutation ($inputs: [${inputType}!]!) { ${mutation}(inputs: $inputs) { applied results { outcome userErrors { code message } } } }`,
    { inputs },
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data![mutation]).toMatchObject({ applied: inputs.length });
}

const receive = (line: string, on: string, quantity: string, final: boolean): void =>
  platform
    .scripted('inventory')
    .publish(goodsReceived({ sourceSystemId: ERP, line, on, quantity, finalDelivery: final }));

interface VectorLine {
  id: string;
  requested: string;
  originalCommit: string;
  lastCommit: string;
  shipped: [string, string][];
  received: [string, string][];
  accepted: [string, string][];
  final: boolean;
  cancelled: boolean;
}

const march = (day: number): string => `2026-03-${String(day).padStart(2, '0')}`;
const vector = (
  id: string,
  dates: [number, number, number],
  shipped: [number, string][],
  received: [number, string][],
  accepted: [number, string][],
  final = true,
  cancelled = false,
): VectorLine => {
  const on = (moves: [number, string][]): [string, string][] => moves.map(([day, quantity]) => [march(day), quantity]);
  return {
    id,
    requested: march(dates[0]),
    originalCommit: march(dates[1]),
    lastCommit: march(dates[2]),
    shipped: on(shipped),
    received: on(received),
    accepted: on(accepted),
    final,
    cancelled,
  };
};

const G1 = [
  vector('L1', [10, 10, 10], [[8, '100']], [[10, '100']], [[11, '100']]),
  vector('L2', [10, 12, 12], [[10, '100']], [[12, '100']], [[12, '100']]),
  vector('L3', [10, 10, 10], [[10, '100']], [[14, '100']], [[15, '100']]),
  vector('L4', [10, 10, 17], [[15, '100']], [[17, '100']], [[18, '100']]),
  vector(
    'L5',
    [10, 10, 10],
    [
      [8, '60'],
      [9, '40'],
    ],
    [
      [10, '60'],
      [11, '40'],
    ],
    [
      [11, '60'],
      [12, '40'],
    ],
  ),
  vector('L6', [10, 10, 10], [[7, '98']], [[9, '98']], [[10, '98']]),
  vector('L7', [10, 10, 10], [[1, '100']], [[3, '100']], [[4, '100']]),
  vector('L8', [10, 10, 10], [[8, '100']], [[10, '100']], [[12, '80']]),
  vector('L9', [10, 10, 10], [], [], [], false),
  vector('L10', [10, 10, 10], [], [], [], false, true),
];

async function tellVector(): Promise<void> {
  await send('onboardSuppliers', 'SupplierInput', [{ source: source(march(1)), code: 'ACME', name: 'Acme' }]);
  await send(
    'sendPurchaseOrderLines',
    'PurchaseOrderLineInput',
    G1.map((line) => ({
      source: source('2026-02-20'),
      orderNumber: 'G1',
      lineNumber: line.id,
      supplierCode: 'ACME',
      quantity: '100',
      unitOfMeasure: 'C62',
      sentOn: '2026-02-20',
      requestedDate: line.requested,
      committedDate: line.originalCommit,
      externalIds: [name(line.id)],
    })),
  );
  const milestones = G1.flatMap((line) => [
    ...(line.lastCommit === line.originalCommit
      ? []
      : [
          {
            source: source(march(8)),
            purchaseOrderLine: name(line.id),
            milestone: 'COMMITTED',
            date: line.lastCommit,
            by: 'SUPPLIER',
          },
        ]),
    ...line.shipped.map(([on, quantity]) => ({
      source: source(on),
      purchaseOrderLine: name(line.id),
      milestone: 'SHIPPED',
      quantity,
    })),
    ...line.accepted.map(([on, quantity]) => ({
      source: source(on),
      purchaseOrderLine: name(line.id),
      milestone: 'ACCEPTED',
      quantity,
    })),
    ...(line.cancelled
      ? [{ source: source(march(5)), purchaseOrderLine: name(line.id), milestone: 'CANCELLED', by: 'BUYER' }]
      : []),
  ]);
  await send('recordPurchaseOrderLineEvents', 'PurchaseOrderLineEventInput', milestones);
  for (const line of G1)
    line.received.forEach(([on, quantity], index) =>
      receive(line.id, on, quantity, line.final && index === line.received.length - 1),
    );
  await platform.settle();
}

beforeAll(async () => {
  database = await createTestDatabase();
  platform = await startTestSubgraphs([subgraph], { database, clock: new ManualClock('2026-03-20T12:00:00Z') });
  await tellVector();
});
afterAll(async () => {
  await platform.stop();
  await database.drop();
});

describe('G1: ten lines, one set of facts, many meanings of on time in full', () => {
  const expected: [string, number, string[]][] = [
    ['otif.supplier@1', 87.5, ['L1', 'L2', 'L3', 'L4', 'L5', 'L7', 'L8']],
    ['otif.lastCommit@1', 55.5556, ['L1', 'L2', 'L4', 'L7', 'L8']],
    ['otif.originalCommit@1', 44.4444, ['L1', 'L2', 'L7', 'L8']],
    ['otif.agreed@1', 44.4444, ['L1', 'L2', 'L6', 'L8']],
    ['otif.buyer@1', 33.3333, ['L1', 'L6', 'L8']],
    ['otif.accepted@1', 11.1111, ['L6']],
  ];

  it.each(expected)('counts under %s', async (definitionId, percent, passing) => {
    const answer = await platform.ask<{
      supplierPerformance: { otif: { value: number; n: number; contributions: { edges: { node: Row }[] } } };
    }>(
      'suppliers',
      'executive',
      `query ($id: ID!) { supplierPerformance(window: { from: "2026-03-01", to: "2026-03-20" }) {
         otif(definitionId: $id) { value n excluded { code count }
           contributions { edges { node { label included numerator denominator } } } } } }`,
      { id: definitionId },
    );
    expect(answer.errors).toEqual([]);
    const { otif } = answer.data!.supplierPerformance;
    expect(otif.value).toBeCloseTo(percent, 4);
    const rows = otif.contributions.edges.map((edge) => edge.node);
    expect(rows.filter((row) => row.included && row.numerator === '1').map((row) => row.label.split(' / ')[1])).toEqual(
      expect.arrayContaining(passing),
    );
    // Adding up the rows gives the figure.
    const sum = (field: 'numerator' | 'denominator'): number =>
      rows.filter((row) => row.included).reduce((total, row) => total + Number(row[field]), 0);
    expect((100 * sum('numerator')) / sum('denominator')).toBeCloseTo(otif.value, 8);
  });

  it('shows that two definitions with equal percentages judge different lines', async () => {
    const answer = await platform.ask<{
      compareDefinitions: {
        results: { metric: { value: number } }[];
        differences: { totalCount: number; edges: { node: { line: { lineNumber: string }; cause: string } }[] };
      };
    }>(
      'suppliers',
      'executive',
      `{ compareDefinitions(window: { from: "2026-03-01", to: "2026-03-20" }, definitionIds: ["otif.originalCommit@1", "otif.agreed@1"]) {
           agreement results { metric { value } }
           differences { totalCount edges { node { cause line { lineNumber } verdicts { passed rule } } } } } }`,
    );
    expect(answer.errors).toEqual([]);
    const { results, differences } = answer.data!.compareDefinitions;
    expect(results[0]!.metric.value).toBe(results[1]!.metric.value);
    expect(differences.edges.map((edge) => edge.node.line.lineNumber).sort()).toEqual(['L6', 'L7']);
  });
});

interface Row {
  label: string;
  included: boolean;
  numerator: string | null;
  denominator: string | null;
}

describe('G7: one order, five lead times', () => {
  beforeAll(async () => {
    await send('sendPurchaseOrderLines', 'PurchaseOrderLineInput', [
      {
        source: source('2026-01-04'),
        orderNumber: 'G7',
        lineNumber: '1',
        supplierCode: 'ACME',
        quantity: '5',
        unitOfMeasure: 'C62',
        createdOn: '2026-01-01',
        sentOn: '2026-01-04',
        externalIds: [name('G7')],
        sku: 'SKU-7',
      },
    ]);
    await send('recordPurchaseOrderLineEvents', 'PurchaseOrderLineEventInput', [
      { source: source('2026-01-06'), purchaseOrderLine: name('G7'), milestone: 'ACKNOWLEDGED' },
      { source: source('2026-01-20'), purchaseOrderLine: name('G7'), milestone: 'SHIPPED' },
      { source: source('2026-01-29'), purchaseOrderLine: name('G7'), milestone: 'AVAILABLE' },
    ]);
    receive('G7', '2026-01-27', '5', true);
    await platform.settle();
  });

  it.each([
    ['CREATED_TO_RECEIVED', 26],
    ['SENT_TO_RECEIVED', 23],
    ['ACKNOWLEDGED_TO_RECEIVED', 21],
    ['SENT_TO_SHIPPED', 16],
    ['SENT_TO_AVAILABLE', 25],
  ])('spans %s in %d days', async (stage, days) => {
    const answer = await platform.ask<{ supplierPerformance: { leadTime: { median: number; n: number } } }>(
      'suppliers',
      'planner',
      `query ($stage: LeadTimeStage!) { supplierPerformance(window: { from: "2026-01-01", to: "2026-01-31" }) {
         leadTime(stage: $stage) { n median reason } } }`,
      { stage },
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data!.supplierPerformance.leadTime).toMatchObject({ n: 1, median: days });
  });
});
