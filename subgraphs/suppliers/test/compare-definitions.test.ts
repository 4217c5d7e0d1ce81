import { goodsReceived } from './goods-received';
import { ERP, SupplierPlatform } from './supplier-platform';

const NOW = '2026-03-20T12:00:00.000Z';
const PARTIES = '["otif.buyer@1", "otif.supplier@1", "otif.agreed@1"]';
const WINDOW = 'window: { from: "2026-01-01", to: "2026-03-20" }';
const NODE = 'cause line { lineNumber orderNumber } verdicts { passed rule definition { id } }';

interface Compared {
  agreement: number | null;
  results: { metric: { value: number | null; n: number } }[];
  differences: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { cause: string; line: { orderNumber: string } } }[];
  };
}

let told: SupplierPlatform;
beforeAll(async () => {
  told = await SupplierPlatform.start(NOW);
  await told.onboard('ACME', 'OTHER');
  const dates = { sentOn: '2026-01-10', requestedDate: '2026-02-05', committedDate: '2026-02-10' };
  await told.lines(
    ...['in-time', 'as-promised', 'late', 'short', 'never-came'].map((id) => told.line(id, dates)),
    told.line('of-another', { ...dates, supplierCode: 'OTHER' }),
    told.line('not-yet-due', { ...dates, requestedDate: '2026-04-05', committedDate: '2026-04-10' }),
  );
  for (const [line, on, quantity] of [
    ['in-time', '2026-02-05', '10'],
    ['as-promised', '2026-02-09', '10'],
    ['late', '2026-03-01', '10'],
    ['short', '2026-02-05', '9.9'],
    ['of-another', '2026-02-09', '10'],
  ] as const) {
    await told.events({
      source: told.source('2026-02-03'),
      purchaseOrderLine: told.name(line),
      milestone: 'SHIPPED',
      quantity,
    });
    const receipt = { sourceSystemId: ERP, line, on, quantity, finalDelivery: true };
    told.platform.scripted('inventory').publish(goodsReceived(receipt));
  }
  await told.platform.settle();
});
afterAll(() => told.stop());

const byName = ([a]: string[], [b]: string[]): number => (a! < b! ? -1 : 1);
const NOTHING_CAME = 'Nothing was received when it was due';

const compared = async (at: string, definitionIds = PARTIES, page = 'first: 50'): Promise<Compared> =>
  (
    await told.query<{ compareDefinitions: Compared }>(
      `{ compareDefinitions(${WINDOW} ${at} definitionIds: ${definitionIds}) { agreement results { metric { value n } }
         differences(${page}) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${NODE} } } } } }`,
    )
  ).compareDefinitions;
const withoutCursor = ({ differences, ...rest }: Compared): object => ({ ...rest, edges: differences.edges });
/** Any other instant than the present is folded, also one by which nothing else is known. */
const FOLDED = `asOf: "${NOW}" knownAt: "${NOW.replace('.000', '.001')}"`;

it('the present says of the sides what folding every line says: agreement, lines that differ, and why', async () => {
  const kept = await compared('');
  expect(withoutCursor(kept)).toEqual(withoutCursor(await compared(FOLDED)));
  expect(kept.differences.totalCount).toBe(kept.differences.edges.length);
  expect(kept.differences.edges.map(({ node }) => [node.line.orderNumber, node.cause]).sort(byName)).toEqual([
    ['PO-as-promised', 'CLOCK_EVENT'],
    ['PO-late', 'CLOCK_EVENT'],
    ['PO-never-came', 'POPULATION'],
    ['PO-of-another', 'CLOCK_EVENT'],
    ['PO-short', 'DUE_BASIS'],
  ]);
  expect(kept.results.map(({ metric }) => metric.n)).toEqual([6, 5, 6]);
});

it('a definition that is not kept is compared with one that is as with any other', async () => {
  const mixed = '["otif.accepted@1", "otif.agreed@1"]';
  expect(withoutCursor(await compared('', mixed))).toEqual(withoutCursor(await compared(FOLDED, mixed)));
});

it('a day in the past is compared by what had happened and was known then', async () => {
  const then = await compared('asOf: "2026-02-15T00:00:00Z" knownAt: "2026-02-15T00:00:00Z"');
  const late = then.differences.edges.find(({ node }) => node.line.orderNumber === 'PO-late');
  expect(late!.node).toMatchObject({
    verdicts: [{ rule: NOTHING_CAME }, { rule: expect.any(String) }, { rule: NOTHING_CAME }],
  });
  const before = await compared('asOf: "2026-02-01T00:00:00Z" knownAt: "2026-02-01T00:00:00Z"');
  expect(before).toMatchObject({ agreement: null, differences: { totalCount: 0 } });
});

it('a scope compares its own lines alone', async () => {
  const query = `{ supplier(code: "OTHER") { id } }`;
  const { supplier } = await told.query<{ supplier: { id: string } }>(query);
  const own = await compared(`scope: { supplierIds: ["${supplier.id}"] }`);
  expect(own.differences.edges.map(({ node }) => node.line.orderNumber)).toEqual(['PO-of-another']);
});

it('pages of the lines that differ follow each other without a gap', async () => {
  const all = (await compared('')).differences.edges;
  const orders: string[] = [];
  for (let after = ''; ;) {
    const { differences } = await compared('', PARTIES, `first: 2${after}`);
    orders.push(...differences.edges.map(({ node }) => node.line.orderNumber));
    if (!differences.pageInfo.hasNextPage) break;
    after = ` after: "${differences.pageInfo.endCursor}"`;
  }
  expect(orders).toEqual(all.map(({ node }) => node.line.orderNumber));
});
