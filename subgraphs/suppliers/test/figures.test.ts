import fc from 'fast-check';
import { goodsReceived } from './goods-received';
import { ERP, SupplierPlatform } from './supplier-platform';

const TODAY = '2026-06-30T12:00:00Z';
const day = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

interface LineStory {
  sent: number;
  promisedAfter: number;
  receivedAfter: number | null;
  keyedLate: number;
  quantity: number;
  split: boolean;
}

const story = fc.record<LineStory>({
  sent: fc.integer({ min: 0, max: 60 }),
  promisedAfter: fc.integer({ min: 0, max: 40 }),
  receivedAfter: fc.option(fc.integer({ min: -3, max: 60 }), { nil: null }),
  keyedLate: fc.integer({ min: -2, max: 20 }),
  quantity: fc.integer({ min: 1, max: 50 }),
  split: fc.boolean(),
});

/** Tells a platform the stories, only the part that the books held on a day when one is given. */
async function tell(
  told: SupplierPlatform,
  prefix: string,
  stories: readonly LineStory[],
  until: number | null,
): Promise<void> {
  const known = (recorded: number): boolean => until === null || recorded <= until;
  await told.onboard('ACME');
  await told.lines(
    ...stories.flatMap((line, index) =>
      known(line.sent)
        ? [
            told.line(`${prefix}${index}`, {
              sentOn: day(line.sent),
              committedDate: day(line.sent + line.promisedAfter),
              quantity: String(line.quantity),
            }),
          ]
        : [],
    ),
  );
  const receipts = stories.flatMap((line, index) => {
    if (line.receivedAfter === null || !known(line.sent)) return [];
    const on = line.sent + line.receivedAfter;
    const recorded = on + line.keyedLate;
    if (!known(recorded) || !known(on)) return [];
    const first = line.split ? Math.floor(line.quantity / 2) : line.quantity;
    return [first, line.quantity - first]
      .filter((quantity) => quantity > 0)
      .map((quantity) =>
        goodsReceived({
          sourceSystemId: ERP,
          line: `${prefix}${index}`,
          on: day(on),
          recordedOn: day(recorded),
          quantity: String(quantity),
          finalDelivery: false,
        }),
      );
  });
  told.platform.scripted('inventory').publish(...receipts);
  await told.platform.settle();
}

const FIGURES = `
  leadTime { n mean median p90 excluded { code count } }
  onTime { n value numerator denominator excluded { code count } }
  otif { n value numerator denominator excluded { code count } }
  lateness { n mean median min max }
  recordedLag { n mean median excluded { code count } }
  volume { lines orders }
  breakdown(by: SUPPLIER) { edges { node { key volume { lines } onTime { value n } leadTime { median n } } } }
  series(bucket: MONTH) { start leadTimeMedian leadTimeN onTimePercent dueLines }`;
const BOOK = `ordered { value } delivered { value } open { value } overdue { value }`;

describe('the past', () => {
  it('is what a platform that was told only the facts of that day says in its present', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 5, max: 120 }),
        async (stories, until) => {
          const asOf = `${day(until)}T23:59:59Z`;
          const all = await SupplierPlatform.start(TODAY);
          const rebuilt = await SupplierPlatform.start(asOf);
          try {
            await tell(all, 'L', stories, null);
            await tell(rebuilt, 'L', stories, until);
            const window = `window: { from: "2025-06-01", to: "2026-12-31" }`;
            const past = await all.query(
              `query ($at: DateTime) { supplierPerformance(${window}, asOf: $at, knownAt: $at) { ${FIGURES} } orderBook(asOf: $at, knownAt: $at) { ${BOOK} } }`,
              { at: asOf },
            );
            const present = await rebuilt.query(
              `{ supplierPerformance(${window}) { ${FIGURES} } orderBook { ${BOOK} } }`,
            );
            expect(past).toEqual(present);
          } finally {
            await all.stop();
            await rebuilt.stop();
          }
        },
      ),
      { numRuns: 4 },
    );
  });
});

describe('contributions', () => {
  let told: SupplierPlatform;
  beforeAll(async () => {
    told = await SupplierPlatform.start(TODAY);
    await tell(told, 'C', fc.sample(story, { numRuns: 60, seed: 7 }), null);
  });
  afterAll(() => told.stop());

  interface Page {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
    edges: {
      node: {
        included: boolean;
        rule: string;
        value: number | null;
        numerator: string | null;
        denominator: string | null;
      };
    }[];
  }

  async function page(
    figure: string,
    after: string | null,
  ): Promise<{ n: number; value?: number; mean?: number; contributions: Page }> {
    const data = await told.query<{
      supplierPerformance: Record<string, { n: number; value?: number; mean?: number; contributions: Page }>;
    }>(
      `query ($after: Cursor) { supplierPerformance(window: { from: "2025-06-01", to: "2026-12-31" }) {
         ${figure} { n ${figure === 'onTime' || figure === 'otif' ? 'value' : 'mean'}
           contributions(first: 9, after: $after) { totalCount pageInfo { hasNextPage endCursor }
             edges { node { included rule value numerator denominator } } } } } }`,
      { after },
    );
    return data.supplierPerformance[figure]!;
  }

  it.each(['onTime', 'otif', 'leadTime', 'lateness', 'recordedLag'])(
    'of %s add up to it, also when facts arrive between two pages',
    async (figure) => {
      const first = await page(figure, null);
      const rows = first.contributions.edges.map((edge) => edge.node);
      let { pageInfo } = first.contributions;
      let round = 0;
      while (pageInfo.hasNextPage) {
        // Something happens between two pages: the pages asked later still belong to the figure asked first.
        await told.lines(told.line(`${figure}-${(round += 1)}`, { sentOn: day(1), committedDate: day(2) }));
        await told.platform.settle();
        const next = await page(figure, pageInfo.endCursor);
        rows.push(...next.contributions.edges.map((edge) => edge.node));
        ({ pageInfo } = next.contributions);
      }
      expect(round).toBeGreaterThan(2);
      expect(rows).toHaveLength(first.contributions.totalCount);
      const counted = rows.filter((row) => row.included);
      expect(counted).toHaveLength(first.n);
      const sum = (values: (number | string | null)[]): number =>
        values.reduce<number>((total, value) => total + Number(value), 0);
      if (first.value !== undefined)
        expect(
          (100 * sum(counted.map((row) => row.numerator))) / sum(counted.map((row) => row.denominator)),
        ).toBeCloseTo(first.value, 8);
      else expect(sum(counted.map((row) => row.value)) / counted.length).toBeCloseTo(first.mean!, 8);
    },
  );

  it('are refused by a forged cursor and by the cursor of another figure', async () => {
    const { contributions } = await page('onTime', null);
    const cursor = contributions.pageInfo.endCursor!;
    for (const [figure, after] of [
      ['leadTime', cursor],
      ['onTime', `${cursor.slice(0, -2)}xx`],
    ] as const) {
      const answer = await told.platform.ask(
        'suppliers',
        'executive',
        `query ($after: Cursor) { supplierPerformance(window: { from: "2025-06-01", to: "2026-12-31" }) { ${figure} { contributions(after: $after) { totalCount } } } }`,
        { after },
      );
      expect(answer.errors[0]).toMatchObject({ extensions: { code: 'CURSOR_INVALID' } });
    }
  });
});
