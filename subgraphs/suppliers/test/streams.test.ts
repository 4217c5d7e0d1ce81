import { supplierIdOf } from '@sightline/contracts/identities';
import { actorOf, type TestStream } from '@sightline/kit/testing/run-platform';
import { SupplierPlatform } from './supplier-platform';

const LINES = `subscription ($filter: PurchaseOrderLineFilter, $after: Cursor) {
  purchaseOrderLineChanged(filter: $filter, after: $after) {
    cursor previousCursor kind event occurredAt caughtUpTo emittedAt line { id orderNumber status supplier { code } } } }`;
const FIGURES = `subscription ($scope: ScopeInput, $window: WindowInput) {
  supplierPerformanceChanged(scope: $scope, window: $window) { kind cursor previousCursor performance { id leadTime { n } } } }`;

interface Change {
  cursor: string;
  previousCursor: string | null;
  kind: string;
  event: string | null;
  line: { orderNumber: string; status: string } | null;
}

let suppliers: SupplierPlatform;
const open: TestStream[] = [];

beforeEach(async () => {
  suppliers = await SupplierPlatform.start('2026-03-14T09:30:00.000Z');
  await suppliers.onboard('ACME', 'OTHER');
  await suppliers.platform.settle();
});
afterEach(async () => {
  for (const stream of open.splice(0)) stream.leave();
  await suppliers.stop();
});

function listen(query: string, variables = {}, who: Parameters<typeof suppliers.platform.listen>[1] = 'executive') {
  const stream = suppliers.platform.listen('suppliers', who, query, variables);
  open.push(stream);
  return stream;
}

/** The next change, past heartbeats. */
async function next(stream: TestStream): Promise<Change> {
  for (;;) {
    const { data, errors } = await stream.next();
    expect(errors).toBeUndefined();
    const change = data!['purchaseOrderLineChanged'] as Change;
    if (change.kind !== 'HEARTBEAT') return change;
  }
}

describe('the stream of order lines', () => {
  it('tells each event of a line with the line as it then is', async () => {
    const stream = listen(LINES);
    const mark = await next(stream);
    expect(mark).toMatchObject({ kind: 'SNAPSHOT', line: null, event: null });
    await suppliers.lines(suppliers.line('A'));
    await suppliers.platform.settle();
    const created = await next(stream);
    expect(created).toMatchObject({
      kind: 'CREATED',
      event: 'suppliers.purchaseOrderLine.sent',
      previousCursor: mark.cursor,
      line: { orderNumber: 'PO-A', status: 'SENT', supplier: { code: 'ACME' } },
    });
    await suppliers.events({
      source: suppliers.source('2026-01-03'),
      purchaseOrderLine: suppliers.name('A'),
      milestone: 'ACKNOWLEDGED',
    });
    await suppliers.platform.settle();
    expect(await next(stream)).toMatchObject({
      kind: 'UPDATED',
      previousCursor: created.cursor,
      line: { status: 'ACKNOWLEDGED' },
    });
  });

  it('holds a line for as long as a list with the same filter would show it', async () => {
    const filters = [
      { supplierIds: [supplierIdOf('OTHER')] },
      { statuses: ['SENT'] },
      { statuses: ['ACKNOWLEDGED'] },
      { promisedFrom: '2026-02-01', promisedTo: '2026-02-28' },
      { overdue: true },
      { overdue: false },
      { origin: 'REAL' },
      { origin: 'SIMULATED' },
      { externalIds: [suppliers.name('B')] },
      { shipmentModes: ['Air'] },
      { deliveredLate: false },
      { slipped: true },
      { slipped: false },
      { orderNumber: ' po-b' },
    ];
    const streams = filters.map((filter) => listen(LINES, { filter }));
    for (const stream of streams) await next(stream);
    const shown = async (filter: object): Promise<string[]> => {
      const { purchaseOrderLines } = await suppliers.query<{
        purchaseOrderLines: { edges: { node: { orderNumber: string } }[] };
      }>(
        `query ($filter: PurchaseOrderLineFilter) { purchaseOrderLines(filter: $filter) { edges { node { orderNumber } } } }`,
        {
          filter,
        },
      );
      return purchaseOrderLines.edges.map(({ node }) => node.orderNumber).sort();
    };
    const held = streams.map(() => new Set<string>());
    const steps: (() => Promise<unknown>)[] = [
      () =>
        suppliers.lines(
          suppliers.line('A', { committedDate: '2026-02-10' }),
          suppliers.line('B', { supplierCode: 'OTHER' }),
        ),
      () => suppliers.lines(suppliers.line('C', { shipmentMode: 'Air', committedDate: '2026-04-01' })),
      () =>
        suppliers.events(
          { source: suppliers.source('2026-01-03'), purchaseOrderLine: suppliers.name('A'), milestone: 'ACKNOWLEDGED' },
          { source: suppliers.source('2026-01-03'), purchaseOrderLine: suppliers.name('B'), milestone: 'ACKNOWLEDGED' },
        ),
      () =>
        suppliers.events({
          source: suppliers.source('2026-01-04'),
          purchaseOrderLine: suppliers.name('A'),
          milestone: 'COMMITTED',
          date: '2026-03-20',
        }),
    ];
    for (const step of steps) {
      await step();
      await suppliers.platform.settle();
      for (const [index, filter] of filters.entries()) {
        const wanted = await shown(filter);
        const now = held[index]!;
        while (JSON.stringify([...now].sort()) !== JSON.stringify(wanted)) {
          const change = await next(streams[index]!);
          if (change.kind === 'REMOVED') now.delete(change.line!.orderNumber);
          else now.add(change.line!.orderNumber);
        }
      }
    }
    expect(await shown({ slipped: true })).toEqual(['PO-A']);
    expect(await shown({ orderNumber: ' po-b' })).toEqual(['PO-B']);
    // What means something to LIKE means itself here.
    expect(await shown({ orderNumber: 'PO_' })).toEqual([]);
    expect(held.filter((lines) => lines.size > 0).length).toBeGreaterThan(6);
  });

  it('is empty of everyone else for a supplier', async () => {
    const stream = listen(LINES, {}, actorOf('supplier', [supplierIdOf('OTHER')]));
    await next(stream);
    await suppliers.lines(suppliers.line('A'), suppliers.line('B', { supplierCode: 'OTHER' }), suppliers.line('C'));
    await suppliers.platform.settle();
    expect(await next(stream)).toMatchObject({ line: { orderNumber: 'PO-B' } });
    expect((await stream.next()).data!['purchaseOrderLineChanged']).toMatchObject({ kind: 'HEARTBEAT', line: null });
  }, 15_000);

  it('is refused to whoever may not read lines, and when its cursor is not its own', async () => {
    const stranger = { ...actorOf('executive'), scopes: [] };
    const refused = await listen(LINES, {}, stranger).next();
    expect(refused).not.toHaveProperty('data');
    expect(refused.errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const forged = await listen(LINES, { after: 'forged' }).next();
    expect(forged).not.toHaveProperty('data');
    expect(forged.errors![0]!.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('goes on behind its cursor when the subgraph was started anew', async () => {
    const stream = listen(LINES);
    const { cursor } = await next(stream);
    const pending = stream.next();
    await suppliers.lines(suppliers.line('A'));
    await Promise.all([
      expect(pending).rejects.toThrow('suppliers is stopping'),
      suppliers.platform.restart('suppliers'),
    ]);
    await suppliers.platform.settle();
    expect(await next(listen(LINES, { after: cursor }))).toMatchObject({
      previousCursor: cursor,
      line: { orderNumber: 'PO-A' },
    });
  });
});

describe('the stream of delivery performance', () => {
  it('begins with the figures and tells them anew when a line in its scope changes', async () => {
    const scope = { supplierIds: [supplierIdOf('OTHER')] };
    const stream = listen(FIGURES, { scope, window: { from: '2026-01-01', to: '2026-03-14' } });
    const figure = async (): Promise<{ kind: string; n: number | undefined }> => {
      const { kind, performance } = (await stream.next()).data!['supplierPerformanceChanged'] as {
        kind: string;
        performance: { leadTime: { n: number } } | null;
      };
      return { kind, n: performance?.leadTime.n };
    };
    expect(await figure()).toEqual({ kind: 'SNAPSHOT', n: 0 });
    await suppliers.lines(suppliers.line('A'), suppliers.line('B', { supplierCode: 'OTHER' }));
    await suppliers.platform.settle();
    expect(await figure()).toEqual({ kind: 'UPDATED', n: 0 });
    await suppliers.lines(suppliers.line('C'));
    await suppliers.platform.settle();
    expect(await figure()).toEqual({ kind: 'HEARTBEAT', n: undefined });
  }, 15_000);

  it('refuses a window that makes no sense before it begins', async () => {
    const refused = await listen(FIGURES, { window: { from: '2026-03-14', to: '2026-01-01' } }).next();
    expect(refused.errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
