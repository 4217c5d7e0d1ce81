import { flowIdOf } from '@sightline/contracts/identities';
import type { LagObservation } from '@sightline/contracts/subgraph-ports';
import { ask, NOW, reported, reports, startOperations, type OperationsUnderTest } from './operations-platform';

let operations: OperationsUnderTest;
beforeAll(async () => {
  operations = await startOperations();
});
afterAll(() => operations.end());
beforeEach(() => {
  operations.clock.set(NOW);
  reports(operations, []);
});

const start = Date.parse('2026-03-14T08:00:00.000Z');
const at = (second: number): string => new Date(start + second * 1000).toISOString();
// G8: occurred, recorded, ingested, visible.
const G8 = [
  [0, 20, 35, 36],
  [60, 75, 95, 96],
  [120, 4000, 4010, 4012],
  [180, 200, 230, 231],
  [240, 250, 262, 263],
] as const;
const lags = (flow: string, plantId: string | null = null): LagObservation[] =>
  G8.map(([occurred, recorded, ingested, visible], index) => ({
    eventId: `${flow}-${index}`,
    flowId: flowIdOf('erp', flow, plantId),
    type: 'inventory.goods.received.v1',
    subjectType: 'GoodsReceipt',
    subjectId: `${flow}-${index}`,
    occurredAt: at(occurred),
    recordedAt: at(recorded),
    ingestedAt: at(ingested),
    visibleAt: at(visible),
  }));

interface Health {
  syncHealth: {
    flows: {
      flow: string;
      subgraph: string;
      freshness: { status: string; ageSeconds: number | null; asOf: string | null };
    }[];
    worst: { flow: string } | null;
    unreachableSubgraphs: string[];
  };
}
const HEALTH = `{ syncHealth {
  flows { flow subgraph freshness { status ageSeconds asOf } } worst { flow } unreachableSubgraphs } }`;

describe('sync health', () => {
  it('gives the golden vector by part, with its rows', async () => {
    reports(operations, [reported('receipts')], lags('receipts'));
    const part = `{ n median max unit definition { id } window { basis } contributions { totalCount edges { node { subjectType value rule } } } }`;
    const { syncHealth } = await ask<{
      syncHealth: { lag: Record<string, { n: number; median: number; max: number }> };
    }>(
      operations,
      `{ syncHealth { lag { entry ${part} transport ${part} processing ${part} endToEnd ${part} pipeline ${part} } } }`,
    );
    const figures = Object.entries(syncHealth.lag).map(([name, { n, median, max }]) => [name, n, median, max]);
    expect(figures).toEqual([
      ['entry', 5, 20, 3880],
      ['transport', 5, 15, 30],
      ['processing', 5, 1, 2],
      ['endToEnd', 5, 36, 3892],
      ['pipeline', 5, 16, 31],
    ]);
    expect(syncHealth.lag['endToEnd']).toMatchObject({
      unit: 'SECONDS',
      definition: { id: 'syncLag.endToEnd@1' },
      window: { basis: 'VISIBLE' },
      contributions: {
        totalCount: 5,
        edges: [36, 36, 3892, 51, 23].map((value) => ({
          node: { subjectType: 'GoodsReceipt', value, rule: 'MEASURED' },
        })),
      },
    });
  });

  it('lists a flow that never synced first, and then the worst', async () => {
    await ask(
      operations,
      `mutation { reportHeartbeats(inputs: [{ sourceSystemId: "new", flow: "silent", completeThrough: "${NOW}" }]) { applied } }`,
    );
    reports(operations, [
      reported('fresh'),
      reported('stale', { watermark: '2026-03-14T09:20:00.000Z' }),
      reported('archive', { watermark: '2016-01-01T00:00:00.000Z', closed: true }),
      reported('ageing', { watermark: '2026-03-14T09:28:30.000Z' }),
    ]);
    const { syncHealth } = await ask<Health>(operations, HEALTH);
    expect(syncHealth.flows.map((flow) => [flow.flow, flow.freshness.status])).toEqual([
      ['silent', 'NEVER'],
      ['stale', 'STALE'],
      ['ageing', 'AGEING'],
      ['fresh', 'FRESH'],
      ['archive', 'CLOSED'],
    ]);
    expect(syncHealth.worst).toEqual({ flow: 'silent' });
    expect(syncHealth.flows[0]!.subgraph).toBe('operations');
    const { sourceSystems } = await ask<{ sourceSystems: { id: string }[] }>(operations, `{ sourceSystems { id } }`);
    expect(sourceSystems.map(({ id }) => id)).toEqual(['new', 'erp']);
  });

  it('stays fresh while an idle source sends heartbeats, and ages without them', async () => {
    const idle = { lastEventAt: '2026-03-10T00:00:00.000Z' };
    const seen = async (watermark: string) => {
      reports(operations, [reported('idle', { ...idle, watermark })]);
      return (await ask<Health>(operations, HEALTH)).syncHealth.flows.find((flow) => flow.flow === 'idle')!.freshness;
    };
    expect(await seen('2026-03-14T09:29:50.000Z')).toMatchObject({ status: 'FRESH', ageSeconds: 10 });
    operations.clock.advance(300);
    expect(await seen('2026-03-14T09:29:50.000Z')).toEqual({
      status: 'STALE',
      ageSeconds: 310,
      asOf: '2026-03-14T09:29:50.000Z',
    });
  });

  it('is not green while facts pile up, however lively the source', async () => {
    reports(operations, [
      reported('piling', {
        watermark: '2026-03-14T09:25:00.000Z',
        lastHeartbeatAt: '2026-03-14T09:29:59.000Z',
        backlog: 500,
        oldestBacklogAt: '2026-03-14T09:25:01.000Z',
      }),
    ]);
    const { syncHealth } = await ask<{ syncHealth: { flows: object[] } }>(
      operations,
      `{ syncHealth(scope: { sourceSystemIds: ["erp"] }) { flows { freshness { status } backlog oldestBacklogSeconds } } }`,
    );
    expect(syncHealth.flows).toEqual([{ freshness: { status: 'STALE' }, backlog: 500, oldestBacklogSeconds: 299 }]);
  });

  it('shows the rest and names the subgraph that does not answer', async () => {
    reports(operations, [reported('receipts')], lags('receipts'));
    operations.scripted('quality').progress = null;
    const { syncHealth } = await ask<Health>(operations, HEALTH);
    expect(syncHealth.unreachableSubgraphs).toEqual(['quality']);
    expect(syncHealth.flows.map((flow) => flow.flow)).toContain('receipts');
    operations.scripted('quality').progress = {
      head: 0,
      projected: 0,
      flows: [],
      lags: [],
      importSealed: null,
      importDropped: null,
    };
  });

  it('splits by plant, and gives the same lag for each flow alone', async () => {
    reports(
      operations,
      [reported('a', { plantId: 'p1' }), reported('b')],
      [...lags('a', 'p1'), ...lags('b').slice(0, 2)],
    );
    const { syncHealth } = await ask<{ syncHealth: { byPlant: object[] } }>(
      operations,
      `{ syncHealth(scope: { sourceSystemIds: ["erp"] }) { byPlant { plant { id } lag { endToEnd { n } } freshness { sources } } } }`,
    );
    expect(syncHealth.byPlant).toEqual([
      { plant: { id: 'p1' }, lag: { endToEnd: { n: 5 } }, freshness: { sources: 1 } },
      { plant: null, lag: { endToEnd: { n: 2 } }, freshness: { sources: 1 } },
    ]);
    const { _entities } = await ask<{ _entities: object[] }>(
      operations,
      `query ($r: [_Any!]!) { _entities(representations: $r) {
         ... on Plant { syncHealth { lag { endToEnd { n } } } }
         ... on SyncFlow { flow source { id name } plant { id } lag { entry { n } } }
         ... on SourceSystem { name flows { flow } } } }`,
      {
        r: [
          { __typename: 'Plant', id: 'p1' },
          { __typename: 'SyncFlow', id: flowIdOf('erp', 'b', null) },
          { __typename: 'SyncFlow', id: 'nothing' },
          { __typename: 'SourceSystem', id: 'erp' },
          { __typename: 'SourceSystem', id: 'nobody' },
        ],
      },
    );
    expect(_entities).toEqual([
      { syncHealth: { lag: { endToEnd: { n: 5 } } } },
      { flow: 'b', source: { id: 'erp', name: 'erp' }, plant: null, lag: { entry: { n: 2 } } },
      null,
      { name: 'erp', flows: [{ flow: 'a' }, { flow: 'b' }] },
      null,
    ]);
  });

  it('draws a point for every bucket, also by the hour', async () => {
    reports(operations, [reported('receipts')], lags('receipts'));
    const { syncHealth } = await ask<{
      syncHealth: Record<string, { start: string; n: number; p50Seconds: number | null }[]>;
    }>(
      operations,
      `{ syncHealth(window: { lastDays: 1, timeZone: "Europe/Berlin" }) {
         hours: series(bucket: HOUR) { start n p50Seconds p95Seconds } days: series { start n p50Seconds p95Seconds } } }`,
    );
    expect(syncHealth['days']).toEqual([
      { start: '2026-03-14T00:00:00+01:00', n: 5, p50Seconds: 36, p95Seconds: null },
    ]);
    const hours = syncHealth['hours']!;
    expect(hours).toHaveLength(11);
    expect(hours.filter((point) => point.n > 0).map((point) => [point.start, point.n])).toEqual([
      ['2026-03-14T09:00:00+01:00', 4],
      ['2026-03-14T10:00:00+01:00', 1],
    ]);
  });

  it('pins the rows behind a figure: a page asked later is of the same logs at the same positions', async () => {
    reports(operations, [reported('receipts')], lags('receipts'));
    const query = `query ($after: Cursor) { syncHealth { lag { endToEnd { contributions(first: 2, after: $after) {
      totalCount edges { node { subjectId } } pageInfo { hasNextPage endCursor } } } } } }`;
    type Page = {
      totalCount: number;
      edges: { node: { subjectId: string } }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
    const page = async (after: string | null): Promise<Page> =>
      (await ask<{ syncHealth: { lag: { endToEnd: { contributions: Page } } } }>(operations, query, { after }))
        .syncHealth.lag.endToEnd.contributions;
    const first = await page(null);
    operations.clock.advance(3600);
    const second = await page(first.pageInfo.endCursor);
    const third = await page(second.pageInfo.endCursor);
    const ids = [first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node.subjectId));
    expect(ids).toEqual(['receipts-0', 'receipts-1', 'receipts-2', 'receipts-3', 'receipts-4']);
    expect(third.pageInfo.hasNextPage).toBe(false);
    operations.scripted('inventory').progress = null;
    const { errors } = await operations.ask('operations', 'integrator', query, { after: first.pageInfo.endCursor });
    expect(errors[0]!.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  it('refuses a scope that no flow has, instead of ignoring it', async () => {
    const { errors } = await operations.ask(
      'operations',
      'planner',
      `{ syncHealth(scope: { supplierIds: ["x"] }) { id } }`,
    );
    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'SCOPE_NOT_APPLICABLE' });
  });

  it('tells nobody but those who may know', async () => {
    const { errors } = await operations.ask('operations', 'supplier', HEALTH);
    expect(errors[0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { data } = await operations.ask(
      'operations',
      'supplier',
      `{ me { id persona scopes supplierIds plantIds } }`,
    );
    expect(data).toEqual({
      me: {
        id: 'test:supplier',
        persona: 'supplier',
        scopes: ['figures:read', 'orders:read'],
        supplierIds: [],
        plantIds: null,
      },
    });
  });
});
