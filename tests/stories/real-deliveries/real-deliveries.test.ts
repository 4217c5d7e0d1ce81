import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeWithRealData } from '../../testkit/describe-with-real-data';
import { realData } from '../../testkit/real-data';
import { StoryPlatform } from '../../testkit/platform';
import {
  actualAnswer,
  expectedAnswer,
  GROUP_FIELDS,
  readExpected,
  round,
  type ExpectedGroup,
  type GroupFigures,
} from './expected-figures';

const ALL = '{ from: "2006-01-01", to: "2015-12-31" }';
const BOTH = '{ sourcing: [PURCHASED, TRANSFER] }';

describeWithRealData('a stranger imports ten years of real deliveries', () => {
  const expected = readExpected();
  let platform: StoryPlatform;
  beforeAll(async () => {
    platform = await StoryPlatform.start('together');
    const { code, output } = await platform.import(realData('scms/scms_open.csv')!);
    if (code !== 0) throw new Error(output);
  }, 180_000);
  afterAll(() => platform.stop());

  const performance = async (scope: string, window: string): Promise<GroupFigures> =>
    (
      await platform.query<{ supplierPerformance: GroupFigures }>(
        `{ supplierPerformance(scope: ${scope}, window: ${window}) { ${GROUP_FIELDS} } }`,
      )
    ).supplierPerformance;

  it('finds the figures over all lines', async () => {
    expect(actualAnswer(await performance(BOTH, ALL))).toEqual(expectedAnswer(expected.overall));
  });

  it('finds the figures over what suppliers delivered, which is what is shown unless asked otherwise', async () => {
    expect(actualAnswer(await performance('{}', ALL))).toEqual(expectedAnswer(expected.suppliers_only));
  });

  it.each([
    ['SOURCING', 'by_fulfil_via', (key: string) => (key === 'Direct Drop' ? 'PURCHASED' : 'TRANSFER')],
    ['SUPPLIER', 'by_vendor', (key: string) => (key === 'SCMS from RDC' ? null : key)],
    ['SHIPMENT_MODE', 'by_shipment_mode', (key: string) => (key === 'N/A' ? null : key)],
    ['INCOTERM', 'by_incoterm', (key: string) => (key === 'N/A - From RDC' ? null : key)],
    ['DESTINATION_COUNTRY', 'by_country', (key: string) => key],
    ['PRODUCT_GROUP', 'by_product_group', (key: string) => key],
    ['MANUFACTURING_SITE', 'by_manufacturing_site', (key: string) => key],
  ] as const)('finds the figures by %s', async (dimension, name, keyOf) => {
    const { supplierPerformance } = await platform.query<{
      supplierPerformance: {
        breakdown: { totalCount: number; edges: { node: GroupFigures & { key: string | null; label: string } }[] };
      };
    }>(
      `{ supplierPerformance(scope: ${BOTH}, window: ${ALL}) {
           breakdown(by: ${dimension}, first: 200) { totalCount edges { node { key label ${GROUP_FIELDS} } } } } }`,
    );
    const groups = new Map(
      supplierPerformance.breakdown.edges.map(({ node }) => [
        dimension === 'SUPPLIER' ? (node.key === null ? null : node.label) : node.key,
        node,
      ]),
    );
    const wanted = Object.entries(expected[name]);
    expect(groups.size).toBe(wanted.length);
    for (const [key, group] of wanted) {
      const found = groups.get(keyOf(key));
      if (found === undefined) throw new Error(`no group ${JSON.stringify(keyOf(key))}`);
      expect({ key, ...actualAnswer(found) }).toEqual({ key, ...expectedAnswer(group) });
    }
  });

  it('finds the figures by year of delivery', async () => {
    for (const [year, group] of Object.entries<ExpectedGroup>(expected.by_delivered_year)) {
      const found = await performance(BOTH, `{ from: "${year}-01-01", to: "${year}-12-31", basis: RECEIVED }`);
      expect({ year, ...actualAnswer(found) }).toEqual({ year, ...expectedAnswer(group) });
    }
  });

  it('finds the recorded lag of the time since it has really been registered', async () => {
    for (const [scope, group] of [
      [BOTH, expected.overall],
      ['{}', expected.suppliers_only],
    ] as const) {
      const wanted = group['recorded_lag_days_delivered_from_2013_10_01']!;
      const found = await performance(scope, '{ from: "2013-10-01", to: "2015-12-31" }');
      const { n, mean, median, max, p95, p99 } = found.recordedLag;
      expect({ n, mean: round(mean), median, max, p95: round(p95), p99: round(p99) }).toEqual({
        n: wanted.n,
        mean: wanted.mean,
        median: wanted.median,
        max: wanted.max,
        p95: wanted.p95_linear,
        p99: wanted.p99_linear,
      });
    }
  });

  it('finds the order book of every day of the table, as it was and as the books had it', async () => {
    const book =
      'ordered { value } delivered { value } open { value } overdue { value } deliveredUnrecorded { value } deliveredUnrecordedValue { value } falselyOverdue { value }';
    type Book = Record<string, { value: number | null }>;
    for (const row of expected.as_of) {
      const at = `${row.as_of}T23:59:59Z`;
      const both = `scope: ${BOTH}, asOf: "${at}"`;
      const { truth, books, allTruth, allBooks } = await platform.query<
        Record<'truth' | 'books' | 'allTruth' | 'allBooks', Book>
      >(
        `{ truth: orderBook(${both}) { ${book} }
           books: orderBook(${both}, knownAt: "${at}") { ${book} }
           allTruth: orderBook(${both}, includeUndatedOrders: true) { ${book} }
           allBooks: orderBook(${both}, knownAt: "${at}", includeUndatedOrders: true) { ${book} } }`,
      );
      const value = (of: Book, figure: string): number | null => of[figure]!.value;
      expect({
        as_of: row.as_of,
        ordered: value(books, 'ordered'),
        delivered_true: value(truth, 'delivered'),
        delivered_known: value(books, 'delivered'),
        open_true: value(truth, 'open'),
        open_known: value(books, 'open'),
        delivered_but_unrecorded: value(books, 'deliveredUnrecorded'),
        overdue_true: value(truth, 'overdue'),
        overdue_known: value(books, 'overdue'),
        false_overdue: value(books, 'falselyOverdue'),
        all_lines_overdue_true: value(allTruth, 'overdue'),
        all_lines_overdue_known: value(allBooks, 'overdue'),
        all_lines_false_overdue: value(allBooks, 'falselyOverdue'),
        all_lines_delivered_but_unrecorded: value(allBooks, 'deliveredUnrecorded'),
        all_lines_value_usd_delivered_but_unrecorded: value(allBooks, 'deliveredUnrecordedValue'),
      }).toEqual(row);
    }
  });

  it('has no OTIF, because the file does not say how much was received', async () => {
    const { supplierPerformance } = await platform.query<{ supplierPerformance: { otif: object } }>(
      `{ supplierPerformance(window: ${ALL}) { otif { value reason n excluded { code count } } } }`,
    );
    expect(supplierPerformance.otif).toEqual({
      value: null,
      reason: 'NO_DATA',
      n: 0,
      excluded: [{ code: 'QUANTITY_NOT_REPORTED', count: 2921 }],
    });
  });

  it('says that the archive is finished and how far it goes', async () => {
    const { supplierPerformance } = await platform.query<{ supplierPerformance: { freshness: object } }>(
      `{ supplierPerformance(window: ${ALL}) { freshness { status asOf weakestSource { id name } sources } } }`,
    );
    expect(supplierPerformance.freshness).toMatchObject({
      status: 'CLOSED',
      sources: 2,
      weakestSource: { id: 'usaid-scms' },
    });
  });

  it('changes nothing by importing the file again, in whatever dialect', async () => {
    const before = await performance(BOTH, ALL);
    for (const file of ['scms/scms_open.csv', 'scms/scms_open_tab_cp1252.csv']) {
      const { code, output } = await platform.import(realData(file)!);
      expect({ file, code, output: code === 0 ? '' : output }).toEqual({ file, code: 0, output: '' });
      expect(await performance(BOTH, ALL)).toEqual(before);
    }
  });

  it('refuses a file it cannot trust and leaves nothing behind', async () => {
    const before = await platform.query(
      `{ importJobs { id } purchaseOrderLines(first: 1) { totalCount } suppliers(first: 1) { totalCount } }`,
    );
    const folder = mkdtempSync(path.join(tmpdir(), 'sightline-files-'));
    const text = readFileSync(realData('scms/scms_open.csv')!, 'utf8');
    const swapped = text.replace(/(?<=,)(\d{1,2})\/(\d{1,2})\/(\d{2})(?=,)/g, '$2/$1/$3');
    const files: Record<string, string> = {
      'day and month swapped': swapped,
      'a column missing': text.replace('Scheduled Delivery Date', 'Something Else'),
      'cut off': text.slice(0, -200),
      'a web page': '<!DOCTYPE html><html><body>Sign in</body></html>',
    };
    for (const [what, content] of Object.entries(files)) {
      const file = path.join(folder, 'file.csv');
      writeFileSync(file, content);
      const { code, output } = await platform.import(file);
      expect({ what, code }).toEqual({ what, code: 1 });
      expect(output.length).toBeGreaterThan(20);
    }
    rmSync(folder, { recursive: true });
    expect(
      await platform.query(
        `{ importJobs { id } purchaseOrderLines(first: 1) { totalCount } suppliers(first: 1) { totalCount } }`,
      ),
    ).toEqual(before);
  });
});
