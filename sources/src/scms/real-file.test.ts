import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCsv } from '../kit/csv';
import type { PurchaseOrderLineInput } from '../kit/door-facts';
import { COLUMNS, COLUMN_KEYS, type Column } from './header';
import { judgeFile, type JudgedFile } from './judge';
import { describeRefusal } from './refusals';
import { factsOf, type ScmsFacts } from './rows-to-facts';

/** The public file lies outside the project; SIGHTLINE_SHARED says where. */
const SHARED = resolve(process.env['SIGHTLINE_SHARED'] ?? resolve(__dirname, '..', '..', '..', '..', 'shared'));
const FILE = join(SHARED, 'data', 'scms', 'scms_open.csv');
const present = existsSync(FILE);
if (!present && process.env['CI'] !== 'true') {
  process.stderr.write(
    `\nSKIPPED: the real SCMS file is not at ${FILE}; set SIGHTLINE_SHARED. Nothing below was tested on real data.\n\n`,
  );
}
const onRealData = present || process.env['CI'] === 'true' ? describe : describe.skip;

/** Each reads 6,104 rows once or more; on a busy machine that is more than the five seconds that a test has by default. */
jest.setTimeout(60_000);

interface Expected {
  import_report: {
    rows: number;
    rows_identical_except_id: number;
    po_date: Record<string, number>;
    pq_date: Record<string, number>;
    weight: Record<string, number>;
    freight: Record<string, number>;
    weight_freight_references_unresolved_in_this_file: number;
    freight_usd_sum_numeric: number;
    weight_kg_sum_numeric: number;
    insurance_missing: number;
    shipment_mode_na: number;
    dosage_na: number;
    zero_value_lines: number;
    delivered_before_po_sent: number[];
    po_sent_after_scheduled: number[];
    pq_sent_after_po: number[];
    recorded_before_delivered: number[];
    mojibake_cells: number;
    non_ascii_cells: number;
    double_space_vendor_cells: number;
    vendors: number;
    scheduled_range: string[];
    delivered_range: string[];
    recorded_range: string[];
  };
  overall: { orders: number; shipments: number; value_usd: number };
}
type Breakdown = Record<string, { lines: number; orders: number; shipments: number; value_usd: number }>;

type Rows = Record<Column, string>[];
type Cells = (row: Record<Column, string>) => Record<Column, string>;

function judged(bytes: Buffer): JudgedFile {
  const verdict = judgeFile(bytes);
  if (!verdict.ok) throw new Error(describeRefusal(verdict.refusal));
  return verdict.value;
}
function refusalOf(bytes: Buffer): unknown {
  const verdict = judgeFile(bytes);
  return verdict.ok ? null : verdict.refusal;
}

/** Writes rows in another dialect. */
function write(
  rows: Rows,
  { delimiter = ',', lineEnd = '\n', name = (column: Column): string => COLUMNS[column], columns = COLUMN_KEYS } = {},
): Buffer {
  const cell = (text: string): string => (/["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [
    columns.map((column) => cell(name(column))),
    ...rows.map((row) => columns.map((column) => cell(row[column]))),
  ];
  return Buffer.from(lines.map((line) => line.join(delimiter) + lineEnd).join(''), 'utf8');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATE_COLUMNS: readonly Column[] = ['pqSentOn', 'poSentOn', 'scheduledOn', 'deliveredOn', 'recordedOn'];
interface Day {
  year: number;
  month: number;
  day: number;
}
/** An independent reading of the published file's two formats. */
function dayIn(text: string): Day | null {
  const us = /^(\d+)\/(\d+)\/(\d+)$/.exec(text);
  if (us) return { month: Number(us[1]), day: Number(us[2]), year: 2000 + Number(us[3]) };
  const named = /^(\d+)-(\w{3})-(\d\d)$/.exec(text);
  return named
    ? { day: Number(named[1]), month: MONTHS.indexOf(named[2] ?? '') + 1, year: 2000 + Number(named[3]) }
    : null;
}
const two = (value: number): string => String(value).padStart(2, '0');
const withDates =
  (columns: readonly Column[], format: (day: Day) => string): Cells =>
  (row) => {
    const changed = { ...row };
    for (const column of columns) {
      const day = dayIn(row[column]);
      if (day) changed[column] = format(day);
    }
    return changed;
  };
const iso = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;
const us = ({ year, month, day }: Day): string => `${month}/${day}/${year}`;
const dayFirst = ({ year, month, day }: Day): string => `${day}/${month}/${String(year).slice(2)}`;
const exchanged =
  (format: (day: Day) => string) =>
  (day: Day): string =>
    format(day.day <= 12 ? { ...day, day: day.month, month: day.day } : day);

onRealData('the public SCMS file', () => {
  let bytes: Buffer;
  let rows: Rows;
  let file: JudgedFile;
  let facts: ScmsFacts;
  let expected: Expected;
  let breakdowns: Record<string, Breakdown>;

  beforeAll(() => {
    bytes = readFileSync(FILE);
    const table = readCsv(bytes);
    if (!table.ok) throw new Error(JSON.stringify(table.refusal));
    rows = table.value.rows.map(
      (cells) =>
        Object.fromEntries(COLUMN_KEYS.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>,
    );
    file = judged(bytes);
    facts = factsOf(file);
    const text = readFileSync(join(SHARED, 'data', 'expected', 'scms_open.json'), 'utf8');
    expected = JSON.parse(text) as Expected;
    breakdowns = JSON.parse(text) as Record<string, Breakdown>;
  });

  it('is read with byte order mark, CR line ends and two date formats', () => {
    expect(file.dialect).toEqual({
      encoding: 'UTF-8',
      byteOrderMark: true,
      delimiter: ',',
      lineEnd: 'CR',
      lastLineEnded: false,
    });
    expect(file.dateFormats).toEqual({
      pqSentOn: 'M/D/YY',
      poSentOn: 'M/D/YY',
      scheduledOn: 'D-MON-YY',
      deliveredOn: 'D-MON-YY',
      recordedOn: 'D-MON-YY',
    });
  });

  it('gives the figures of the independent import report', () => {
    const report = expected.import_report;
    const { figures } = file.remarks;
    const finding = (code: string) => file.remarks.findings.find((one) => one.code === code);
    const ids = (code: string): number[] => (finding(code)?.ids ?? []).map(Number);
    const found = (code: string): number => finding(code)?.rows ?? 0;
    expect({
      rows: file.rowsRead,
      distinct_ids: new Set(file.rows.map((row) => row.id)).size,
      rows_identical_except_id: found('DUPLICATE_EXCEPT_ID'),
      po_date: {
        'Date Not Captured': figures.poDate.notCaptured,
        date: figures.poDate.dates,
        'N/A - From RDC': figures.poDate.fromRdc,
      },
      pq_date: {
        'Pre-PQ Process': figures.pqDate.prePq,
        'Date Not Captured': figures.pqDate.notCaptured,
        date: figures.pqDate.dates,
      },
      weight: {
        numeric: figures.weight.numbers,
        reference_to_other_line: figures.weight.references,
        ...figures.weight.words,
      },
      freight: {
        numeric: figures.freight.numbers,
        reference_to_other_line: figures.freight.references,
        ...figures.freight.words,
      },
      weight_freight_references_unresolved_in_this_file: found('REFERENCE_UNRESOLVED'),
      freight_usd_sum_numeric: Number(figures.freightSum),
      weight_kg_sum_numeric: Number(figures.weightSum),
      insurance_missing: found('INSURANCE_MISSING'),
      shipment_mode_na: found('SHIPMENT_MODE_MISSING'),
      dosage_na: figures.dosageMissing,
      zero_value_lines: found('ZERO_VALUE'),
      delivered_before_po_sent: ids('DELIVERED_BEFORE_PO_SENT'),
      po_sent_after_scheduled: ids('PO_SENT_AFTER_SCHEDULED'),
      pq_sent_after_po: ids('PQ_SENT_AFTER_PO'),
      recorded_before_delivered: ids('RECORDED_BEFORE_DELIVERED'),
      mojibake_cells: found('MOJIBAKE'),
      non_ascii_cells: file.remarks.nonAsciiCells,
      double_space_vendor_cells: found('DOUBLE_BLANK_IN_VENDOR'),
      // The own warehouse is among the vendors of the report, and no supplier.
      vendors: figures.suppliers + 1,
      scheduled_range: [figures.scheduled.first, figures.scheduled.last],
      delivered_range: [figures.delivered.first, figures.delivered.last],
      recorded_range: [figures.recorded.first, figures.recorded.last],
    }).toEqual(report);
    expect({ orders: figures.orders, shipments: figures.shipments, value_usd: Number(figures.value) }).toMatchObject({
      orders: expected.overall.orders,
      shipments: expected.overall.shipments,
      value_usd: expected.overall.value_usd,
    });
  });

  it('counts what lead time leaves out under its codes', () => {
    const counts = Object.fromEntries(file.remarks.findings.map((finding) => [finding.code, finding.rows]));
    expect(counts).toMatchObject({
      PO_DATE_NOT_CAPTURED: 223,
      FROM_RDC_NO_PO_DATE: 3183,
      DELIVERED_BEFORE_PO_SENT: 4,
      RECORDED_BEFORE_DELIVERED: 3,
      LAG_SENTINEL_365: 3,
      LAG_OVER_A_YEAR: 1,
    });
    expect(file.remarks.findings.find((finding) => finding.code === 'WEIGHT_OUTLIER')?.ids).toContain('3972');
    expect(file.remarks.findings.filter((finding) => finding.code.startsWith('REFERENCE_'))).toEqual([]);
  });

  it('becomes two facts a row and one a supplier', () => {
    expect([facts.suppliers.length, facts.lines.length, facts.receipts.length, facts.count]).toEqual([
      62, 6104, 6104, 12270,
    ]);
    const keys = [...facts.suppliers, ...facts.lines, ...facts.receipts].map((fact) => fact.source.idempotencyKey);
    expect(new Set(keys).size).toBe(facts.count);
    expect([...facts.suppliers].map((one) => one.code)).not.toContain('SCMS from RDC');
  });

  it.each<[string, (line: PurchaseOrderLineInput) => string | undefined, string]>([
    ['by_vendor', (line) => line.supplierCode, 'SCMS from RDC'],
    ['by_shipment_mode', (line) => line.shipmentMode, 'N/A'],
    ['by_incoterm', (line) => line.incoterm, 'N/A - From RDC'],
    ['by_country', (line) => line.destinationCountry, 'none'],
    ['by_product_group', (line) => line.productGroup, 'none'],
    ['by_manufacturing_site', (line) => line.manufacturingSite, 'none'],
    ['by_fulfil_via', (line) => (line.sourcing === 'PURCHASED' ? 'Direct Drop' : 'From RDC'), 'none'],
  ])('has in its facts exactly the groups of %s, each with its lines and orders', (breakdown, keyOf, absent) => {
    const lines = new Map<string, number>();
    const orders = new Map<string, Set<string>>();
    for (const line of facts.lines) {
      const key = keyOf(line) ?? absent;
      lines.set(key, (lines.get(key) ?? 0) + 1);
      orders.set(key, (orders.get(key) ?? new Set()).add(line.orderNumber));
    }
    const expectedGroups = Object.entries(breakdowns[breakdown] ?? {});
    expect(Object.fromEntries(lines)).toEqual(
      Object.fromEntries(expectedGroups.map(([key, group]) => [key, group.lines])),
    );
    expect(Object.fromEntries([...orders].map(([key, all]) => [key, all.size]))).toEqual(
      Object.fromEntries(expectedGroups.map(([key, group]) => [key, group.orders])),
    );
  });

  describe('gives the same facts, keys included, in every dialect', () => {
    const snake = (column: Column): string =>
      COLUMNS[column]
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/_$/, '');
    const blanked: Cells = (row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, cell]) => [
          column,
          cell === 'N/A' ? '' : cell === 'Yes' ? 'TRUE' : cell === 'No' ? 'FALSE' : cell,
        ]),
      ) as Record<Column, string>;
    const commaNumbers: Cells = (row) => ({
      ...row,
      ...Object.fromEntries(
        (['value', 'freight', 'insurance', 'packPrice', 'unitPrice'] as const).map((column) => [
          column,
          row[column].replace('.', ','),
        ]),
      ),
    });
    const floats: Cells = (row) => ({
      ...row,
      id: `${row.id}.0`,
      quantity: `${row.quantity}.0`,
      value: row.value.includes('.') ? row.value : `${row.value}.0`,
    });

    const textOf = (all: Iterable<object>): string[] => [...all].map((fact) => JSON.stringify(fact));
    const dialects: [string, () => Buffer][] = [
      [
        'tabs and Windows-1252, as another mirror has it',
        () => readFileSync(join(SHARED, 'data', 'scms', 'scms_open_tab_cp1252.csv')),
      ],
      ['LF and no byte order mark', () => write(rows)],
      ['ISO dates', () => write(rows.map(withDates(DATE_COLUMNS, iso)))],
      ['ISO dates with midnight', () => write(rows.map(withDates(DATE_COLUMNS, (day) => `${iso(day)}T00:00:00.000`)))],
      ['US dates in all columns, four-digit years', () => write(rows.map(withDates(DATE_COLUMNS, us)))],
      ['snake case, N/A blanked, Yes and No as TRUE and FALSE', () => write(rows.map(blanked), { name: snake })],
      ['lower case and CRLF', () => write(rows, { lineEnd: '\r\n', name: (column) => COLUMNS[column].toLowerCase() })],
      ['semicolons and decimal commas', () => write(rows.map(commaNumbers), { delimiter: ';', lineEnd: '\r\n' })],
      ['numbers written as floats', () => write(rows.map(floats))],
      ['columns in another order', () => write(rows, { columns: COLUMN_KEYS.toReversed() })],
    ];
    it.each(dialects)('%s', (_, variant) => {
      const other = factsOf(judged(variant()));
      // Keys carry a hash of the whole content. Compared as text: a deep comparison of 12,270 objects takes seconds.
      expect(textOf(other.suppliers)).toEqual(textOf(facts.suppliers));
      expect(textOf(other.lines)).toEqual(textOf(facts.lines));
      expect(textOf(other.receipts)).toEqual(textOf(facts.receipts));
    });
  });

  describe('is refused', () => {
    const po: readonly Column[] = ['poSentOn'];
    const both: readonly Column[] = ['poSentOn', 'pqSentOn'];
    it.each<[string, () => Rows]>([
      ['day first in the PO and PQ dates', () => rows.map(withDates(both, dayFirst))],
      ['day first in the PO dates', () => rows.map(withDates(po, dayFirst))],
      ['day first in all dates', () => rows.map(withDates(DATE_COLUMNS, dayFirst))],
      ['day first in the delivery dates', () => rows.map(withDates(['deliveredOn'], dayFirst))],
      [
        'ISO with day and month exchanged',
        () => rows.map(withDates(DATE_COLUMNS, ({ year, month, day }) => `${year}-${two(day)}-${two(month)}`)),
      ],
      ['only the ambiguous PO dates exchanged', () => rows.map(withDates(po, exchanged(us)))],
      ['only the ambiguous PQ dates exchanged', () => rows.map(withDates(['pqSentOn'], exchanged(us)))],
      ['only the ambiguous PO and PQ dates exchanged', () => rows.map(withDates(both, exchanged(us)))],
      ['only the ambiguous delivery dates exchanged', () => rows.map(withDates(['deliveredOn'], exchanged(iso)))],
      ['all ambiguous dates exchanged', () => rows.map(withDates(DATE_COLUMNS, exchanged(iso)))],
      [
        'only rows with ambiguous PO dates, day first',
        () => rows.filter((row) => (dayIn(row.poSentOn)?.day ?? 31) <= 12).map(withDates(both.slice(0, 1), dayFirst)),
      ],
    ])('with %s', (_, variant) => {
      expect(refusalOf(write(variant()))).toMatchObject({ kind: 'DAY_AND_MONTH_SWAPPED' });
    });

    it.each(COLUMN_KEYS)('without its column %s', (missing) => {
      expect(
        refusalOf(write(rows.slice(0, 5), { columns: COLUMN_KEYS.filter((column) => column !== missing) })),
      ).toMatchObject({
        kind: 'COLUMN_MISSING',
        columns: [COLUMNS[missing]],
      });
    });

    it('wherever its last line is cut before its last cell', () => {
      const lastLine = bytes.lastIndexOf('\r'.charCodeAt(0)) + 1;
      const lastCell = bytes.lastIndexOf(','.charCodeAt(0)) + 1;
      for (let end = lastLine + 1; end < lastCell; end += 29) {
        expect(refusalOf(bytes.subarray(0, end))).toMatchObject({ kind: 'TRUNCATED' });
      }
    });

    it('when it is the page that a failed download leaves', () => {
      expect(refusalOf(Buffer.from('<!doctype html><html><title>404</title></html>'))).toMatchObject({
        kind: 'HTML_PAGE',
      });
    });
  });
});
