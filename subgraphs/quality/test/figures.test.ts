import fc from 'fast-check';
import { statementsDuring } from '@sightline/kit/testing/statement-count';
import { withTenant } from '@sightline/kit/postgres/transaction';
import { QualityPlatform } from './quality-platform';

const TODAY = '2026-06-30T12:00:00Z';
const day = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

interface LotStory {
  received: number;
  keyedLate: number;
  quantity: number;
  dockToStock: boolean;
  bulk: boolean;
  sampledAfter: number | null;
  foundPer: number;
  sortedAfter: number | null;
  decidedAfter: number | null;
  decision: 'ACCEPTED' | 'REJECTED' | 'PARTIALLY_ACCEPTED' | 'SKIPPED';
}

const after = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
const story = fc.record<LotStory>({
  received: fc.integer({ min: 0, max: 90 }),
  keyedLate: fc.integer({ min: 0, max: 10 }),
  quantity: fc.integer({ min: 20, max: 500 }),
  dockToStock: fc.boolean(),
  bulk: fc.boolean(),
  sampledAfter: after,
  foundPer: fc.integer({ min: 0, max: 20 }),
  sortedAfter: after,
  decidedAfter: after,
  decision: fc.constantFrom('ACCEPTED', 'REJECTED', 'PARTIALLY_ACCEPTED', 'SKIPPED'),
});

/** Tells a platform the stories, only the part that the books held on a day when one is given. */
async function tell(told: QualityPlatform, stories: readonly LotStory[], until: number | null): Promise<void> {
  const known = (recorded: number): boolean => until === null || recorded <= until;
  told.lines(
    'ACME',
    stories.map((_, index) => `L${index}`),
  );
  stories.forEach((lot, index) => {
    const recorded = lot.received + lot.keyedLate;
    if (known(recorded))
      told.receipts({
        line: `L${index}`,
        key: `R${index}`,
        on: day(lot.received),
        recordedOn: day(recorded),
        quantity: String(lot.quantity),
        unitOfMeasure: lot.bulk ? 'KGM' : 'C62',
        stockStatus: lot.dockToStock ? 'RELEASED' : 'IN_INSPECTION',
      });
  });
  await told.settle();
  for (const [index, lot] of stories.entries()) {
    const base = lot.received + lot.keyedLate;
    const facts: [number | null, string, Record<string, unknown>][] = [
      [lot.sampledAfter, 'RESULTS_RECORDED', { sampleSize: 20, defectiveInSample: String(lot.foundPer) }],
      [lot.sortedAfter, 'RESULTS_RECORDED', { defectiveAfterSort: String(lot.foundPer) }],
      [
        lot.decidedAfter,
        'DECIDED',
        { decision: lot.decision, ...(lot.decision === 'PARTIALLY_ACCEPTED' ? { rejectedQuantity: '1' } : {}) },
      ],
    ];
    const sent = facts.flatMap(([later, event, fields]) =>
      later === null || !known(base + later)
        ? []
        : [{ event, lot: `Q${index}`, receipt: `R${index}`, on: day(base + later), ...fields }],
    );
    if (sent.length > 0) await told.inspect(...sent);
  }
  await told.settle();
}

const WINDOW = 'window: { from: "2025-06-01", to: "2026-12-31" }';
const RATE = 'value lower upper n numerator denominator excluded { code count }';
const FIGURES = `
  found: defectRate { ${RATE} }
  sorted: defectRate(definitionId: "defectRate.sorted@1") { ${RATE} }
  lot: defectRate(definitionId: "defectRate.lot@1") { ${RATE} }
  inspected: defectRate(definitionId: "defectRate.inspected@1") { ${RATE} }
  estimated: defectRate(definitionId: "defectRate.estimated@1") { ${RATE} }
  lotRejectionRate { ${RATE} }
  byPlant { plant { id } defectRate { value } lotRejectionRate { value } }
  bySupplier { supplier { id } defectRate { value } lotRejectionRate { value } }
  series { start defectPpm inspected deliveredQuantity defectiveQuantity }`;

describe('the past', () => {
  it('is what a platform that was told only the facts of that day says in its present', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 5, max: 120 }),
        async (stories, until) => {
          const asOf = `${day(until)}T23:59:59Z`;
          const all = await QualityPlatform.start(TODAY);
          const rebuilt = await QualityPlatform.start(asOf);
          try {
            await tell(all, stories, null);
            await tell(rebuilt, stories, until);
            const past = await all.query(
              `query ($at: DateTime) { qualityPerformance(${WINDOW}, asOf: $at, knownAt: $at) { ${FIGURES} } }`,
              { at: asOf },
            );
            expect(past).toEqual(await rebuilt.query(`{ qualityPerformance(${WINDOW}) { ${FIGURES} } }`));
          } finally {
            await all.stop();
            await rebuilt.stop();
          }
        },
      ),
      { numRuns: 3 },
    );
  });
});

describe('figures', () => {
  let told: QualityPlatform;
  beforeAll(async () => {
    told = await QualityPlatform.start(TODAY);
    await tell(told, fc.sample(story, { numRuns: 40, seed: 7 }), null);
  });
  afterAll(() => told.stop());

  const present = () => told.query<object>(`{ qualityPerformance(${WINDOW}) { ${FIGURES} } }`);
  const asPlatform = (sql: string) =>
    withTenant(told.platform.subgraph('quality').database, 'ALL', (manager) => manager.query(sql));

  interface Page {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
    edges: { node: { included: boolean; rule: string; numerator: string | null; denominator: string | null } }[];
  }
  interface Asked {
    qualityPerformance: {
      figure: {
        n: number;
        value: number | null;
        numerator: string | null;
        denominator: string | null;
        excluded: { code: string; count: number }[];
        contributions: Page;
      };
    };
  }

  it.each([
    'defectRate(definitionId: "defectRate.found@1")',
    'defectRate(definitionId: "defectRate.sorted@1")',
    'defectRate(definitionId: "defectRate.lot@1")',
    'defectRate(definitionId: "defectRate.estimated@1")',
    'lotRejectionRate',
  ])('%s is what its rows add up to', async (figure) => {
    const rows: Page['edges'] = [];
    let after: string | null = null;
    let asked: Asked['qualityPerformance']['figure'];
    do {
      const answer: Asked = await told.query<Asked>(
        `query ($after: Cursor) { qualityPerformance(${WINDOW}) { figure: ${figure} {
           n value numerator denominator excluded { code count }
           contributions(first: 7, after: $after) { totalCount pageInfo { hasNextPage endCursor }
             edges { node { included rule numerator denominator } } } } } }`,
        { after },
      );
      asked = answer.qualityPerformance.figure;
      rows.push(...asked.contributions.edges);
      after = asked.contributions.pageInfo.hasNextPage ? asked.contributions.pageInfo.endCursor : null;
    } while (after !== null);
    const counted = rows.filter(({ node }) => node.included);
    const total = (part: 'numerator' | 'denominator') =>
      counted.reduce((sum, { node }) => sum + Number(node[part] ?? '0'), 0);
    expect(rows.length).toBe(asked.contributions.totalCount);
    expect(counted.length).toBe(asked.n);
    expect(total('numerator')).toBe(Number(asked.numerator));
    expect(total('denominator')).toBe(Number(asked.denominator));
    expect(asked.value).toBeCloseTo(
      (total('numerator') / total('denominator')) * (figure === 'lotRejectionRate' ? 100 : 1e6),
      4,
    );
    for (const { code, count } of asked.excluded)
      expect(rows.filter(({ node }) => !node.included && node.rule === code)).toHaveLength(count);
    expect(rows.length - counted.length).toBe(asked.excluded.reduce((sum, { count }) => sum + count, 0));
  });

  it('are the same when they are folded as when they are stored, and can be made again from the log', async () => {
    const stored = await present();
    await asPlatform(`DELETE FROM contribution`);
    // A process remembers what its figures were made of; the runbook stops it before anybody changes the rows.
    await told.platform.restart('quality');
    expect(await present()).not.toEqual(stored);
    await asPlatform(`UPDATE reader_position SET pos = 0 WHERE reader = 'deriver'`);
    await told.platform.restart('quality');
    // The deriver is behind: figures are folded meanwhile.
    expect(await present()).toEqual(stored);
    await told.settle();
    expect(await present()).toEqual(stored);
  });

  it('take a handful of statements, however many suppliers there are', async () => {
    const { statements } = await statementsDuring(told.platform.subgraph('quality').database, present);
    // Positions, origin, the five totals, two splits by plant and by supplier each, two series, freshness.
    expect(statements.length).toBeLessThanOrEqual(16);
  });

  it('go by the day of the decision when asked to', async () => {
    const { qualityPerformance } = await told.query<{
      qualityPerformance: { window: { basis: string }; lotRejectionRate: { n: number; window: { basis: string } } };
    }>(
      `{ qualityPerformance(window: { from: "2025-06-01", to: "2026-12-31", basis: DECIDED }) { window { basis }
         lotRejectionRate { n window { basis } } } }`,
    );
    expect(qualityPerformance.window.basis).toBe('DECIDED');
    expect(qualityPerformance.lotRejectionRate.n).toBeGreaterThan(0);
  });

  it.each([
    ['scope: { shipmentModes: ["Air"] }', 'not known by way of shipping'],
    ['window: { lastDays: 90, basis: DUE }', 'RECEIVED or DECIDED'],
  ])('refuse what they cannot be asked: %s', async (args, message) => {
    const answer = await told.platform.ask('quality', 'executive', `{ qualityPerformance(${args}) { id } }`);
    expect(answer.errors[0]).toMatchObject({ message: expect.stringContaining(message) as string });
  });

  it('are none, with the reason, where nothing was delivered or nothing of it inspected', async () => {
    const { none } = await told.query<{ none: object }>(
      `{ none: qualityPerformance(window: { from: "2020-01-01", to: "2020-02-01" }) {
           defectRate { value reason } lotRejectionRate { value reason } series { defectPpm inspected deliveredQuantity } } }`,
    );
    expect(none).toEqual({
      defectRate: { value: null, reason: 'NO_DATA' },
      lotRejectionRate: { value: null, reason: 'NO_DATA' },
      series: [
        { defectPpm: null, inspected: 0, deliveredQuantity: '0' },
        { defectPpm: null, inspected: 0, deliveredQuantity: '0' },
      ],
    });
    told.lines('NEW', ['N1']);
    told.receipts({ line: 'N1', key: 'N1', quantity: '10', on: '2026-05-01', plant: 'P9' });
    await told.settle();
    const { qualityPerformance } = await told.query<{ qualityPerformance: object }>(
      `{ qualityPerformance(window: { from: "2026-05-01", to: "2026-05-01" }) { defectRate { value reason n denominator } } }`,
    );
    expect(qualityPerformance).toEqual({
      defectRate: { value: null, reason: 'UNKNOWN_BASIS', n: 1, denominator: '10' },
    });
  });
});
