import { supplierIdOf } from '@sightline/contracts/identities';
import { eventually, lineInput, receiptInput, sendFacts, supplierInput } from '../../testkit/facts';
import { Follower } from '../../testkit/follower';
import { StoryPlatform, type RunMode } from '../../testkit/platform';

/** Suppliers tells the line, inventory its item and plant, operations how far behind the plant is. */
const ACROSS = `subscription ($filter: PurchaseOrderLineFilter, $after: Cursor) {
  purchaseOrderLineChanged(filter: $filter, after: $after) {
    cursor previousCursor kind event caughtUpTo emittedAt
    line { id orderNumber status supplier { code } item { sku name } plant { code syncHealth { unreachableSubgraphs } } }
  } }`;
const ACROSS_FOR_SUPPLIERS = ACROSS.replace('syncHealth { unreachableSubgraphs }', '');
const FIELD = 'purchaseOrderLineChanged';
const FIGURES = `subscription ($scope: ScopeInput, $after: Cursor) {
  supplierPerformanceChanged(scope: $scope, after: $after) {
    cursor previousCursor kind performance { leadTime { n } } } }`;

interface Line {
  orderNumber: string;
  status: string;
  item: { name: string } | null;
  plant: { code: string; syncHealth: { unreachableSubgraphs: string[] } | null } | null;
}

describe.each<RunMode>(['together', 'apart'])('a subscription across subgraphs (%s)', (mode) => {
  let platform: StoryPlatform;
  let sent = 0;
  const followers: Follower[] = [];
  const now = (): string => new Date().toISOString();

  /** Sends lines of a supplier and answers their numbers, as a stream will name them. */
  const order = async (count: number, supplier = 'ACME'): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => `L${(sent += 1)}`);
    const inputs = ids.map((id) => lineInput(id, supplier, now(), { sku: 'SKU-1', itemName: 'Bearing' }));
    await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', inputs);
    return ids.map((id) => `PO-${id}`);
  };
  const numbersOf = (follower: Follower): string[] =>
    follower.changes.map(({ line }) => (line as Line | null)?.orderNumber ?? '?');
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${platform.url}/metrics`)).text();
    return text
      .split('\n')
      .filter((line) => line.startsWith(name))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  };

  const follow = (options: Partial<ConstructorParameters<typeof Follower>[1]> = {}): Promise<Follower> => {
    const follower = new Follower(platform, { query: ACROSS, field: FIELD, ...options });
    followers.push(follower);
    return follower.start();
  };

  beforeAll(async () => {
    platform = await StoryPlatform.start(mode, { trusted: [ACROSS_FOR_SUPPLIERS] });
    await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [
      supplierInput('ACME', now()),
      supplierInput('OTHER', now()),
    ]);
    await order(1);
    await sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', [receiptInput('L1', now())]);
    // Inventory hears of an item a moment after the line that first names it.
    await eventually(
      () =>
        platform.ask<{ purchaseOrderLines: { edges: { node: Line }[] } }>(
          'executive',
          `{ purchaseOrderLines { edges { node { orderNumber status item { name } plant { code } } } } }`,
        ),
      ({ data }) => {
        const line = data.purchaseOrderLines.edges[0]?.node;
        return line?.item?.name === 'Bearing' && line.status === 'RECEIVED';
      },
    );
  }, 180_000);
  afterEach(async () => {
    for (const follower of followers.splice(0)) await follower.leave();
  });
  afterAll(() => platform.stop());

  it('tells each change once, with what three subgraphs know of it', async () => {
    const follower = await follow();
    expect(follower.heard[0]).toMatchObject({ kind: 'SNAPSHOT', previousCursor: null, line: null });
    const numbers = await order(5);
    await sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', [receiptInput(numbers[0]!.slice(3), now())]);
    await follower.until(({ changes }) => changes.length === 6);
    expect(numbersOf(follower)).toEqual([...numbers, numbers[0]]);
    expect(follower.changes.map(({ event }) => event)).toEqual([
      ...numbers.map(() => 'suppliers.purchaseOrderLine.sent'),
      'suppliers.purchaseOrderLine.received',
    ]);
    expect(follower.changes.at(-1)!['line']).toMatchObject({
      supplier: { code: 'ACME' },
      item: { sku: 'SKU-1', name: 'Bearing' },
      plant: { code: 'DE01', syncHealth: { unreachableSubgraphs: [] } },
    });
    expect(follower.breaks).toEqual([]);
    expect(follower.errors).toEqual([]);
  });

  it('goes on through a gateway that was killed: no gap, no repeat', async () => {
    const follower = await follow();
    const before = await order(3);
    await follower.until(({ changes }) => changes.length === 3);
    await platform.killGateway();
    const after = await order(3);
    await follower.until(({ changes }) => changes.length >= 6);
    await order(1).then((last) => after.push(...last));
    await follower.until(({ changes }) => changes.length >= 7);
    expect(numbersOf(follower)).toEqual([...before, ...after]);
    expect(follower.breaks).toEqual([]);
    expect(follower.resumes).toBeGreaterThan(0);
  }, 120_000);

  it('outlives its subgraph on the same socket, and lacks only what another one that is stopped would add', async () => {
    const follower = await follow();
    await platform.command('infra/subgraph.mjs', 'stop', 'suppliers').done;
    await platform.command('infra/subgraph.mjs', 'start', 'suppliers').done;
    const numbers = await order(2);
    await follower.until(({ changes }) => changes.length === 2);
    expect(follower.resumes).toBe(0);

    await platform.command('infra/subgraph.mjs', 'stop', 'inventory').done;
    numbers.push(...(await order(1)));
    await follower.until(({ changes }) => changes.length === 3);
    await platform.command('infra/subgraph.mjs', 'start', 'inventory').done;
    expect(numbersOf(follower)).toEqual(numbers);
    expect(follower.changes.at(-1)!['line']).toMatchObject({ supplier: { code: 'ACME' }, item: null });
    expect(follower.errors).toContainEqual(
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE', service: 'inventory' }),
      }),
    );
    expect(JSON.stringify(follower.errors)).not.toMatch(/127\.0\.0\.1|ECONN/);
    expect(follower.breaks).toEqual([]);
  }, 120_000);

  it('shows a supplier itself and nobody else', async () => {
    const supplierId = supplierIdOf('OTHER');
    const follower = await follow({ query: ACROSS_FOR_SUPPLIERS, persona: 'supplier', supplierId });
    await order(2, 'ACME');
    const own = await order(1, 'OTHER');
    await order(1, 'ACME');
    await follower.until(({ changes }) => changes.length === 1);
    await follower.until(({ heard }) => heard.at(-1)?.kind === 'HEARTBEAT');
    expect(numbersOf(follower)).toEqual(own);
  });

  it('asks once for all who ask the same', async () => {
    const equal = await Promise.all(Array.from({ length: 15 }, () => follow()));
    await eventually(
      () => metric('sightline_gateway_stream_groups_open'),
      (open) => open === 1,
    );
    const before = await metric('sightline_gateway_stream_events_total');
    await order(1);
    await Promise.all(equal.map((follower) => follower.until(({ changes }) => changes.length === 1)));
    const heartbeats = Math.max(...equal.map(({ heard }) => heard.filter(({ kind }) => kind === 'HEARTBEAT').length));
    expect((await metric('sightline_gateway_stream_events_total')) - before).toBeLessThanOrEqual(1 + heartbeats);
    for (const follower of equal) await follower.leave();
    await eventually(
      () => metric('sightline_gateway_stream_groups_open'),
      (open) => open === 0,
    );
  });

  it('tells a figure anew when it has moved', async () => {
    const follower = await follow({ query: FIGURES, field: 'supplierPerformanceChanged' });
    const n = (): number =>
      follower.heard
        .map(({ performance }) => (performance as { leadTime: { n: number } } | null)?.leadTime.n)
        .filter((count) => count !== undefined)
        .at(-1)!;
    const before = n();
    const [number] = await order(1);
    await sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', [receiptInput(number!.slice(3), now())]);
    await follower.until(() => n() === before + 1);
    expect(follower.breaks).toEqual([]);
  });
});
