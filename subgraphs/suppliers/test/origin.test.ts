import fc from 'fast-check';
import { goodsReceived } from './goods-received';
import { ERP, SupplierPlatform } from './supplier-platform';

const TODAY = '2026-06-30T12:00:00Z';
const SIM = 'sim.erp';
const day = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

interface Told {
  sent: number;
  promisedAfter: number;
  receivedAfter: number | null;
}
const told = fc.record<Told>({
  sent: fc.integer({ min: 0, max: 60 }),
  promisedAfter: fc.integer({ min: 0, max: 40 }),
  receivedAfter: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
});

/** Tells a platform order lines and their receipts as one source does, of a supplier that both sources know. */
async function tell(platform: SupplierPlatform, sourceSystemId: string, lines: readonly Told[]): Promise<void> {
  const by = { sourceSystemId };
  const name = (index: number) => ({ sourceSystemId, type: 'purchaseOrderLine', value: `L${index}` });
  await platform.door('onboardSuppliers', 'SupplierInput', [
    { source: platform.source('2020-01-01', undefined, by), code: 'ACME', name: 'ACME Ltd' },
  ]);
  await platform.lines(
    ...lines.map((line, index) =>
      platform.line(`L${index}`, {
        source: platform.source(day(line.sent), undefined, by),
        externalIds: [name(index)],
        sentOn: day(line.sent),
        committedDate: day(line.sent + line.promisedAfter),
      }),
    ),
  );
  platform.platform.scripted('inventory').publish(
    ...lines.flatMap((line, index) =>
      line.receivedAfter === null
        ? []
        : [
            goodsReceived({
              sourceSystemId,
              line: `L${index}`,
              on: day(line.sent + line.receivedAfter),
              quantity: '10',
              finalDelivery: true,
            }),
          ],
    ),
  );
  await platform.platform.settle();
}

const WINDOW = `window: { from: "2025-06-01", to: "2026-12-31" }`;
const FIGURES = `{ origin leadTime { n mean } onTime { n value } otif { n value } lateness { n mean } volume { lines orders }
  breakdown(by: SUPPLIER) { totalCount edges { node { volume { lines } onTime { n value } } } }
  series(bucket: MONTH) { leadTimeN dueLines } }`;
const everything = (origin: string | null, asOf: string | null): string => {
  const scope = origin === null ? 'scope: {}' : `scope: { origin: ${origin} }`;
  const at = asOf === null ? '' : `asOf: "${asOf}", knownAt: "${asOf}"`;
  const ids = '["onTime.lastCommit@1", "otif.lastCommit@1"]';
  return `{ supplierPerformance(${scope} ${WINDOW} ${at}) ${FIGURES}
    orderBook(${scope} ${at}) { origin ordered { n value } open { value } overdue { value } }
    compareDefinitions(${scope} ${WINDOW} definitionIds: ${ids}) { agreement results { metric { n value } } differences { totalCount } } }`;
};

describe('the origin of figures', () => {
  it('is one: a figure over both kinds of sources is what it is where only its own were told', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(told, { minLength: 1, maxLength: 8 }),
        fc.array(told, { minLength: 1, maxLength: 8 }),
        fc.option(fc.integer({ min: 20, max: 120 })),
        async (real, simulated, until) => {
          const [both, onlyReal, onlySimulated] = await Promise.all([1, 2, 3].map(() => SupplierPlatform.start(TODAY)));
          const asOf = until === null ? null : `${day(until)}T23:59:59Z`;
          try {
            await tell(both!, ERP, real);
            await tell(both!, SIM, simulated);
            await tell(onlyReal!, ERP, real);
            await tell(onlySimulated!, SIM, simulated);
            const realAlone = await onlyReal!.query(everything(null, asOf));
            const simulatedAlone = await onlySimulated!.query(everything(null, asOf));
            expect(await both!.query(everything('REAL', asOf))).toEqual(realAlone);
            // Where any real source has spoken, the real ones are meant.
            expect(await both!.query(everything(null, asOf))).toEqual(realAlone);
            expect(await both!.query(everything('SIMULATED', asOf))).toEqual(simulatedAlone);
            expect(simulatedAlone).toMatchObject({ supplierPerformance: { origin: 'SIMULATED' } });
          } finally {
            await Promise.all([both, onlyReal, onlySimulated].map((platform) => platform!.stop()));
          }
        },
      ),
      { numRuns: 3 },
    );
  });
});

describe('beside the lines of a real source, the simulator', () => {
  let platform: SupplierPlatform;
  beforeAll(async () => {
    platform = await SupplierPlatform.start(TODAY);
    await tell(platform, SIM, [
      { sent: 100, promisedAfter: 10, receivedAfter: 9 },
      { sent: 101, promisedAfter: 10, receivedAfter: null },
    ]);
  });
  afterAll(() => platform.stop());

  const ids = (): Promise<{ all: { id: string }; real: { id: string }; simulated: { id: string } }> =>
    platform.query(`{ all: supplierPerformance { id } real: supplierPerformance(scope: { origin: REAL }) { id }
      simulated: supplierPerformance(scope: { origin: SIMULATED }) { id } }`);

  it('is what figures are over while nobody else has spoken', async () => {
    const { all, real, simulated } = await ids();
    expect(all.id).toBe(simulated.id);
    expect(real.id).not.toBe(simulated.id);
    expect(
      await platform.query(`{ supplierPerformance { origin freshness { status sources } volume { lines } } }`),
    ).toMatchObject({ supplierPerformance: { origin: 'SIMULATED', freshness: { sources: 2 }, volume: { lines: 2 } } });
  });

  it('neither ages nor feeds what is real, and is labelled wherever it stands in a list', async () => {
    await tell(platform, ERP, [{ sent: 120, promisedAfter: 10, receivedAfter: 5 }]);
    const { all, real } = await ids();
    expect(all.id).toBe(real.id);
    expect(
      await platform.query(
        `{ supplierPerformance { freshness { sources weakestSource { id } } volume { lines } }
           simulated: supplierPerformance(scope: { sourceSystemIds: ["${SIM}"] }) { origin freshness { sources weakestSource { id } } volume { lines } } }`,
      ),
    ).toEqual({
      supplierPerformance: { freshness: { sources: 2, weakestSource: { id: ERP } }, volume: { lines: 1 } },
      simulated: { origin: 'SIMULATED', freshness: { sources: 2, weakestSource: { id: SIM } }, volume: { lines: 2 } },
    });
    const lists = await platform.query<
      Record<string, { totalCount: number; edges: { node: { simulated: boolean } }[] }>
    >(
      `{ all: purchaseOrderLines { totalCount edges { node { simulated freshness { weakestSource { id } } } } }
         real: purchaseOrderLines(filter: { origin: REAL }) { totalCount edges { node { simulated freshness { weakestSource { id } } } } }
         made: purchaseOrderLines(filter: { origin: SIMULATED }) { totalCount edges { node { simulated freshness { weakestSource { id } } } } }
         suppliers(filter: { origin: REAL }) { totalCount edges { node { simulated } } }
         none: suppliers(filter: { origin: SIMULATED }) { totalCount edges { node { simulated } } } }`,
    );
    expect(Object.entries(lists).map(([name, list]) => [name, list.totalCount])).toEqual([
      ['all', 3],
      ['real', 1],
      ['made', 2],
      // Whom a real source has stated is real, whoever else knows it.
      ['suppliers', 1],
      ['none', 0],
    ]);
    expect(lists['made']!.edges[0]!.node).toEqual({ simulated: true, freshness: { weakestSource: { id: SIM } } });
    expect(lists['real']!.edges[0]!.node).toEqual({ simulated: false, freshness: { weakestSource: { id: ERP } } });
  });

  it('is the origin of the figures of a supplier that nobody else knows', async () => {
    await platform.door('onboardSuppliers', 'SupplierInput', [
      { source: platform.source('2020-01-01', undefined, { sourceSystemId: SIM }), code: 'MADE-UP', name: 'Made Up' },
    ]);
    await platform.lines(
      platform.line('X', {
        source: platform.source(day(130), undefined, { sourceSystemId: SIM }),
        supplierCode: 'MADE-UP',
        externalIds: [{ sourceSystemId: SIM, type: 'purchaseOrderLine', value: 'X' }],
        sentOn: day(130),
        committedDate: day(131),
      }),
    );
    await platform.platform.settle();
    expect(
      await platform.query(
        `{ supplier(code: "MADE-UP") { simulated onTime { n } } real: supplier(code: "ACME") { simulated onTime { n } } }`,
      ),
    ).toEqual({ supplier: { simulated: true, onTime: { n: 1 } }, real: { simulated: false, onTime: { n: 1 } } });
  });

  it('speaks only through a token that may simulate', async () => {
    const scopes = ['facts:write'] as const;
    const actor = { id: 'a', name: 'A', persona: 'integrator', scopes, supplierIds: null, plantIds: null } as const;
    const mutation = `mutation ($inputs: [SupplierInput!]!) { onboardSuppliers(inputs: $inputs) { applied } }`;
    const send = (sourceSystemId: string) =>
      platform.platform.ask('suppliers', actor, mutation, {
        inputs: [{ source: platform.source('2020-01-01', undefined, { sourceSystemId }), code: 'B', name: 'B' }],
      });
    expect((await send(SIM)).errors[0]).toMatchObject({ extensions: { code: 'SIMULATED_SOURCE_NOT_ALLOWED' } });
    expect((await send(ERP)).errors).toEqual([]);
  });
});
