import { plantIdOf } from '@sightline/contracts/identities';
import { withTenant } from '@sightline/kit/postgres/transaction';
import { statementsDuring } from '@sightline/kit/testing/statement-count';
import { ERP, MES, ProductionPlatform } from './production-platform';

let told: ProductionPlatform;

/** At HAM: one order in time, one late, one open and past, one cancelled, one not due yet. At OSA: one that waits in pieces of another kind. */
beforeAll(async () => {
  told = await ProductionPlatform.start('2026-03-20T12:00:00Z');
  await told.plant('HAM', 'Europe/Berlin');
  await told.plant('OSA', 'Asia/Tokyo');
  await told.release(
    told.order('IN-TIME'),
    told.order('LATE'),
    told.order('OPEN'),
    told.order('CANCELLED'),
    told.order('NOT-DUE', { plannedFinish: '2026-03-25T14:00:00Z' }),
    told.order('BULK', { plantCode: 'OSA', unitOfMeasure: 'KGM', plannedFinish: '2026-03-18T14:00:00Z' }),
  );
  await told.record(
    told.event('IN-TIME', 'COMPLETED', '2026-03-10T22:59:00Z', {
      quantity: '96',
      scrappedQuantity: '4',
      reworkedQuantity: '6',
    }),
    told.event('IN-TIME', 'POSTED', '2026-03-10T23:30:00Z', { quantity: '96' }),
    // Past midnight in Hamburg, not in UTC.
    told.event('LATE', 'COMPLETED', '2026-03-10T23:01:00Z', { quantity: '100' }),
    told.event('CANCELLED', 'CANCELLED', '2026-03-02T08:00:00Z'),
    told.event('NOT-DUE', 'REPORTED', '2026-03-20T11:00:00Z', { quantity: '20' }),
    told.event('-', 'COMPLETED', '2026-03-20T09:00:00Z', {
      quantity: '55.5',
      workOrder: { sourceSystemId: MES, type: 'workOrder', value: 'OSA/BULK' },
    }),
  );
  await told.platform.settle();
});
afterAll(() => told.stop());

const FIGURE = 'value unit unitCode reason n numerator denominator excluded { code count }';
const HAM = { plantIds: [plantIdOf('HAM')] };
const WINDOW = { from: '2026-03-01', to: '2026-03-31' };

interface Performance {
  scheduleAdherence: Record<string, unknown>;
  firstPassYield: Record<string, unknown>;
  unposted: Record<string, unknown>;
  unpostedOrders: number | null;
  oldestUnpostedSeconds: number | null;
}
const ALL = `scheduleAdherence { ${FIGURE} } firstPassYield { ${FIGURE} } unposted { ${FIGURE} } unpostedOrders oldestUnpostedSeconds`;
const QUERY = `query ($scope: ScopeInput, $window: WindowInput, $asOf: DateTime) {
  productionPerformance(scope: $scope, window: $window, asOf: $asOf) { ${ALL} } }`;
const performance = async (variables: object = {}): Promise<Performance> =>
  (await told.query<{ productionPerformance: Performance }>(QUERY, { scope: HAM, window: WINDOW, ...variables }))
    .productionPerformance;

describe('the figures of production', () => {
  it('are those of the orders behind them', async () => {
    expect(await performance()).toEqual({
      scheduleAdherence: {
        value: 33.3333333333,
        unit: 'PERCENT',
        unitCode: null,
        reason: null,
        n: 3,
        numerator: '1',
        denominator: '3',
        excluded: [{ code: 'CANCELLED', count: 1 }],
      },
      firstPassYield: {
        value: 95,
        unit: 'PERCENT',
        unitCode: null,
        reason: null,
        n: 2,
        numerator: '190',
        denominator: '200',
        excluded: [],
      },
      unposted: {
        value: 120,
        unit: 'QUANTITY',
        unitCode: 'C62',
        reason: null,
        n: 2,
        numerator: '120',
        denominator: null,
        excluded: [
          { code: 'NOTHING_COMPLETED', count: 2 },
          { code: 'POSTED', count: 1 },
        ],
      },
      unpostedOrders: 2,
      // Since 10 March 23:01.
      oldestUnpostedSeconds: 9 * 86_400 + 12 * 3_600 + 59 * 60,
    });
  });

  it('add units of several kinds to no number, and say so', async () => {
    const { unposted, unpostedOrders, firstPassYield } = await performance({ scope: null });
    expect(unposted).toMatchObject({ value: null, reason: 'UNKNOWN_BASIS', n: 3, numerator: null });
    expect(unpostedOrders).toBe(3);
    expect(firstPassYield).toMatchObject({ n: 2, excluded: [{ code: 'NON_COUNTABLE_UNIT', count: 1 }] });
  });

  it('are 0 where orders are known and nothing waits, and unknown where no order is', async () => {
    const before = await performance({ asOf: '2026-03-09T12:00:00Z' });
    expect(before.unposted).toMatchObject({ value: 0, reason: null, n: 0 });
    expect([before.unpostedOrders, before.oldestUnpostedSeconds]).toEqual([0, null]);
    const nobody = await performance({ scope: { plantIds: ['nowhere'] } });
    expect(nobody.unposted).toMatchObject({ value: null, reason: 'NO_DATA', n: 0 });
    expect(nobody.scheduleAdherence).toMatchObject({ value: null, reason: 'NO_DATA' });
    expect([nobody.unpostedOrders, nobody.oldestUnpostedSeconds]).toEqual([null, null]);
  });

  it('are as they were when the past is asked for', async () => {
    const then = await performance({ asOf: '2026-03-10T23:10:00Z' });
    // The posting of the first order came at 23:30, and nobody had failed before the day after.
    expect(then.unposted).toMatchObject({ value: 196, n: 2 });
    expect(then.oldestUnpostedSeconds).toBe(11 * 60);
    expect(then.scheduleAdherence).toMatchObject({ n: 2, numerator: '1' });
    expect(await performance({ asOf: '2026-03-20T12:00:00.000Z' })).toEqual(await performance());
  });

  it('add up from their contributions, page by page', async () => {
    const rows: { included: boolean; numerator: string | null; denominator: string | null; label: string }[] = [];
    let after: string | null = null;
    do {
      interface Page {
        productionPerformance: {
          scheduleAdherence: {
            contributions: {
              totalCount: number;
              pageInfo: { hasNextPage: boolean; endCursor: string };
              edges: { node: (typeof rows)[number] }[];
            };
          };
        };
      }
      const page: Page = await told.query<Page>(
        `query ($scope: ScopeInput, $window: WindowInput, $after: Cursor) {
           productionPerformance(scope: $scope, window: $window) { scheduleAdherence { contributions(first: 2, after: $after) {
             totalCount pageInfo { hasNextPage endCursor } edges { node { included numerator denominator label } } } } } }`,
        { scope: HAM, window: WINDOW, after },
      );
      const { contributions } = page.productionPerformance.scheduleAdherence;
      expect(contributions.totalCount).toBe(4);
      rows.push(...contributions.edges.map(({ node }) => node));
      after = contributions.pageInfo.hasNextPage ? contributions.pageInfo.endCursor : null;
    } while (after !== null);
    const counted = rows.filter((row) => row.included);
    expect(counted.reduce((total, row) => total + Number(row.numerator), 0)).toBe(1);
    expect(counted.reduce((total, row) => total + Number(row.denominator), 0)).toBe(3);
    expect(rows.map((row) => row.label).sort()).toEqual([
      'HAM / CANCELLED',
      'HAM / IN-TIME',
      'HAM / LATE',
      'HAM / OPEN',
    ]);
  });

  it('split by plant and by time give the same numbers', async () => {
    const data = await told.query<{
      productionPerformance: {
        byPlant: (Performance & { plant: { id: string } })[];
        series: Record<string, unknown>[];
      };
    }>(
      `query ($window: WindowInput) { productionPerformance(window: $window) {
         byPlant { plant { id } ${ALL} }
         series(bucket: WEEK) { start scheduleAdherencePercent dueOrders firstPassYieldPercent completedOrders } } }`,
      { window: WINDOW },
    );
    const { byPlant, series } = data.productionPerformance;
    const ham = byPlant.find(({ plant }) => plant.id === plantIdOf('HAM'))!;
    expect({ ...ham, plant: undefined }).toEqual({ ...(await performance()), plant: undefined });
    const osaka = byPlant.find(({ plant }) => plant.id === plantIdOf('OSA'))!;
    expect(osaka).toMatchObject({
      unposted: { value: 55.5, unitCode: 'KGM' },
      oldestUnpostedSeconds: 3 * 3_600,
      scheduleAdherence: { n: 1, value: 0 },
    });
    expect(byPlant).toHaveLength(2);
    expect(series).toEqual([
      {
        start: '2026-02-23',
        scheduleAdherencePercent: null,
        dueOrders: 0,
        firstPassYieldPercent: null,
        completedOrders: 0,
      },
      {
        start: '2026-03-02',
        scheduleAdherencePercent: null,
        dueOrders: 0,
        firstPassYieldPercent: null,
        completedOrders: 0,
      },
      {
        start: '2026-03-09',
        scheduleAdherencePercent: 33.3333333333,
        dueOrders: 3,
        firstPassYieldPercent: 95,
        completedOrders: 2,
      },
      {
        start: '2026-03-16',
        scheduleAdherencePercent: 0,
        dueOrders: 1,
        firstPassYieldPercent: null,
        completedOrders: 0,
      },
      {
        start: '2026-03-23',
        scheduleAdherencePercent: null,
        dueOrders: 0,
        firstPassYieldPercent: null,
        completedOrders: 0,
      },
      {
        start: '2026-03-30',
        scheduleAdherencePercent: null,
        dueOrders: 0,
        firstPassYieldPercent: null,
        completedOrders: 0,
      },
    ]);
  });

  it('have one id however the question is spelled, and another for another question', async () => {
    const idOf = async (scope: object | null): Promise<string> =>
      (
        await told.query<{ productionPerformance: { id: string } }>(
          `query ($scope: ScopeInput) { productionPerformance(scope: $scope) { id } }`,
          { scope },
        )
      ).productionPerformance.id;
    const plants = [plantIdOf('HAM'), plantIdOf('OSA')];
    expect(await idOf({ plantIds: plants })).toBe(await idOf({ plantIds: [...plants].reverse(), origin: 'REAL' }));
    expect(await idOf({ plantIds: plants })).not.toBe(await idOf(HAM));
    expect(await idOf(HAM)).not.toBe(await idOf({ ...HAM, origin: 'SIMULATED' }));
  });

  it('refuse a scope that no work order can answer, and hours', async () => {
    for (const [query, words] of [
      [`{ productionPerformance(scope: { supplierIds: ["x"] }) { id } }`, 'supplierIds'],
      [`{ productionPerformance { series(bucket: HOUR) { start } } }`, 'DAY'],
      [`{ productionPerformance(window: { from: "2026-03-02", to: "2026-03-01" }) { id } }`, 'before it begins'],
    ] as const) {
      const answer = await told.platform.ask('production', 'planner', query);
      expect(answer.errors[0]).toMatchObject({
        message: expect.stringContaining(words),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
  });

  it('take a fixed number of statements', async () => {
    await told.platform.settle();
    const { statements } = await statementsDuring(told.platform.subgraph('production').database, () =>
      told.platform.ask(
        'production',
        'planner',
        `{ productionPerformance { ${ALL} byPlant { ${ALL} } series { start dueOrders } freshness { status } } }`,
      ),
    );
    expect(statements.length).toBeLessThanOrEqual(14);
  });

  it('are made again from the log', async () => {
    const before = [await performance(), await performance({ scope: null })];
    const asPlatform = (sql: string): Promise<unknown> =>
      withTenant(told.platform.subgraph('production').database, 'ALL', (manager) => manager.query(sql));
    await asPlatform(`DELETE FROM contribution`);
    await asPlatform(`UPDATE reader_position SET pos = 0 WHERE reader = 'deriver'`);
    expect([await performance(), await performance({ scope: null })]).toEqual(before);
  });
});

describe('the age of the figures of production', () => {
  interface Age {
    productionPerformance: {
      freshness: { status: string; asOf: string; ageSeconds: number; sources: number; weakestSource: { id: string } };
    };
  }
  const age = async (): Promise<Age['productionPerformance']['freshness']> =>
    (
      await told.query<Age>(
        `{ productionPerformance { freshness { status asOf ageSeconds sources weakestSource { id } } } }`,
      )
    ).productionPerformance.freshness;

  it('is that of the older of MES and ERP, and grows while it is silent', async () => {
    await told.heartbeat(MES, '2026-03-20T11:59:50Z');
    await told.heartbeat(ERP, '2026-03-20T11:50:00Z');
    expect(await age()).toMatchObject({
      asOf: '2026-03-20T11:50:00.000Z',
      ageSeconds: 600,
      sources: 2,
      weakestSource: { id: ERP },
    });
    await told.heartbeat(ERP, '2026-03-20T11:59:55Z');
    expect(await age()).toMatchObject({ ageSeconds: 10, status: 'FRESH', weakestSource: { id: MES } });
    told.clock.advance(3_600);
    expect(await age()).toMatchObject({ ageSeconds: 3_610, status: 'STALE' });
  });
});

describe('the time zone of a plant', () => {
  it('that becomes known later judges its orders anew', async () => {
    const shanghai = { scope: { plantIds: [plantIdOf('SHA')] } };
    await told.release(told.order('S-1', { plantCode: 'SHA', plannedFinish: '2026-03-10T14:00:00Z' }));
    await told.record(
      told.event('-', 'COMPLETED', '2026-03-10T16:30:00Z', {
        quantity: '1',
        workOrder: { sourceSystemId: MES, type: 'workOrder', value: 'SHA/S-1' },
      }),
    );
    expect((await performance(shanghai)).scheduleAdherence).toMatchObject({ numerator: '1' });
    // Half past midnight in Shanghai.
    await told.plant('SHA', 'Asia/Shanghai');
    expect((await performance(shanghai)).scheduleAdherence).toMatchObject({ numerator: '0', n: 1 });
    expect(await told.orderAt('S-1', 'completedOn', 'SHA')).toEqual({ completedOn: '2026-03-11' });
  });
});

describe('simulated orders', () => {
  it('never stand in one figure with real ones', async () => {
    const real = await performance({ scope: null });
    await told.release(
      told.order('SIM', { source: told.source('2026-03-01T08:00:00Z', { sourceSystemId: 'sim.erp' }) }),
    );
    expect(await performance({ scope: null })).toEqual(real);
    expect((await performance({ scope: { origin: 'SIMULATED' } })).scheduleAdherence).toMatchObject({
      n: 1,
      numerator: '0',
    });
  });
});
