import { plantIdOf } from '@sightline/contracts/identities';
import { envelope, eventually, sendFacts, WorkOrderFacts } from '../../testkit/facts';
import { StoryPlatform, type RunMode } from '../../testkit/platform';

interface Answer {
  workOrders: {
    totalCount: number;
    edges: {
      node: {
        number: string;
        status: string;
        unpostedSeconds: number | null;
        unpostedQuantity: string;
        plant: { code: string } | null;
      };
    }[];
  };
  productionPerformance: {
    unposted: {
      value: number | null;
      unitCode: string | null;
      n: number;
      contributions: { edges: { node: { label: string; numerator: string | null; included: boolean } }[] };
    };
    unpostedOrders: number | null;
    oldestUnpostedSeconds: number | null;
    byPlant: { plant: { code: string; name: string } | null; unpostedOrders: number | null }[];
  };
}

const QUERY = `query ($asOf: DateTime) {
  workOrders(filter: { unposted: true }) { totalCount edges { node {
    number status unpostedSeconds unpostedQuantity plant { code } } } }
  productionPerformance(asOf: $asOf) {
    unposted { value unitCode n contributions { edges { node { label numerator included } } } }
    unpostedOrders oldestUnpostedSeconds byPlant { plant { code name } unpostedOrders } } }`;

describe.each<RunMode>(['together', 'apart'])('an order is completed in MES and not posted in ERP (%s)', (mode) => {
  let platform: StoryPlatform;
  let order: WorkOrderFacts;
  const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
  const completedAt = minutesAgo(40);

  beforeAll(async () => {
    platform = await StoryPlatform.start(mode, { trusted: [QUERY] });
    order = new WorkOrderFacts(platform, '700123');
    await sendFacts(platform, 'registerPlants', 'PlantInput', [
      {
        source: envelope('plant-DE01', 'plants', minutesAgo(600)),
        code: 'DE01',
        name: 'Works Dresden',
        timeZone: 'Europe/Berlin',
      },
    ]);
  }, 180_000);
  afterAll(() => platform.stop());

  const ask = (asOf: string | null = null): Promise<Answer> => platform.query<Answer>(QUERY, { asOf });

  it('waits with its age, its plant and its quantity, told before its release or after', async () => {
    // MES is live, and ERP is minutes behind: the completion comes first.
    expect(await order.complete(completedAt, '98', { scrappedQuantity: '2' })).toMatchObject({ parked: 1 });
    expect(await order.release(minutesAgo(500))).toMatchObject({ applied: 1 });
    const answer = await eventually(
      () => ask(),
      ({ workOrders, productionPerformance }) =>
        workOrders.totalCount === 1 && productionPerformance.unpostedOrders === 1,
    );
    const [waiting] = answer.workOrders.edges.map(({ node }) => node);
    expect(waiting).toMatchObject({
      number: '700123',
      status: 'COMPLETED_MES',
      unpostedQuantity: '98',
      plant: { code: 'DE01' },
    });
    const { productionPerformance } = answer;
    expect(productionPerformance.unposted).toEqual({
      value: 98,
      unitCode: 'C62',
      n: 1,
      contributions: { edges: [{ node: { label: 'DE01 / 700123', numerator: '98', included: true } }] },
    });
    for (const seconds of [waiting!.unpostedSeconds, productionPerformance.oldestUnpostedSeconds]) {
      expect(seconds).toBeGreaterThanOrEqual(40 * 60);
      expect(seconds).toBeLessThan(50 * 60);
    }
    expect(productionPerformance.byPlant).toEqual([
      { plant: { code: 'DE01', name: 'Works Dresden' }, unpostedOrders: 1 },
    ]);
  });

  it('waits no more once ERP has posted all of it, and did wait before', async () => {
    await order.post(minutesAgo(2), '60');
    const partly = await eventually(
      () => ask(),
      ({ productionPerformance }) => productionPerformance.unposted.value === 38,
    );
    expect(partly.workOrders.edges[0]!.node.unpostedSeconds).toBeGreaterThanOrEqual(40 * 60);
    await order.post(minutesAgo(1), '38');
    const posted = await eventually(
      () => ask(),
      ({ workOrders, productionPerformance }) =>
        workOrders.totalCount === 0 && productionPerformance.unpostedOrders === 0,
    );
    expect(posted.productionPerformance).toMatchObject({
      unposted: { value: 0, n: 0 },
      oldestUnpostedSeconds: null,
      byPlant: [{ unpostedOrders: 0 }],
    });
    const before = await ask(minutesAgo(10));
    expect(before.productionPerformance).toMatchObject({ unposted: { value: 98, n: 1 }, unpostedOrders: 1 });
    expect(before.productionPerformance.oldestUnpostedSeconds).toBeGreaterThanOrEqual(29 * 60);
  });

  it('is the buyer’s own: a supplier sees none of it', async () => {
    const answer = await platform.ask<Partial<Answer> | null>('supplier', QUERY, {}, plantIdOf('nobody'));
    expect(answer.errors.map((error) => error.extensions?.['code'])).toContain('FORBIDDEN');
    expect(JSON.stringify(answer.data)).not.toMatch(/700123|98/);
  });
});
