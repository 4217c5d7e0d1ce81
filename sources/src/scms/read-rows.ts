import { canonicalDecimal, type DecimalMark, decimalMarkOf } from '../kit/decimal';
import { type Outcome, refused, taken } from '../kit/outcome';
import {
  type DateCell,
  type DateColumn,
  type DateFormat,
  type DateOrder,
  type DateRefusal,
  findExchangedColumns,
  readDateColumn,
} from './dates';
import type { FindingCode } from './findings';
import { COLUMNS, type Column, type Header } from './header';
import { clean, type Fulfilment, type MeasureCell, type ScmsRow, textOrNull } from './scms-row';

export type RowsRefusal = DateRefusal | { kind: 'NUMBER_FORMAT_MIXED' };

/** A row, or the code under which it is left out. */
export type ReadRow = { row: ScmsRow } | { leftOut: FindingCode; record: number; id: string };

export interface ReadRows {
  rows: readonly ReadRow[];
  dateFormats: Readonly<Record<DateColumnName, DateFormat | null>>;
}

const DATE_COLUMNS = ['pqSentOn', 'poSentOn', 'scheduledOn', 'deliveredOn', 'recordedOn'] as const;
type DateColumnName = (typeof DATE_COLUMNS)[number];

/** Orders of events that hold in all but a handful of rows of the published file. */
const ORDERS: readonly DateOrder[] = [
  { earlier: COLUMNS.pqSentOn, later: COLUMNS.poSentOn },
  { earlier: COLUMNS.pqSentOn, later: COLUMNS.deliveredOn },
  { earlier: COLUMNS.poSentOn, later: COLUMNS.scheduledOn },
  { earlier: COLUMNS.poSentOn, later: COLUMNS.deliveredOn },
  { earlier: COLUMNS.deliveredOn, later: COLUMNS.recordedOn },
];

const NUMBER_COLUMNS: readonly Column[] = ['quantity', 'value', 'weight', 'freight', 'insurance'];
const REFERENCE = /^See ((?:ASN|DN)-\d+) \(ID#:\s*(\d+)\)$/i;
const WORDS: ReadonlySet<string> = new Set([
  'weight captured separately',
  'freight included in commodity cost',
  'invoiced separately',
]);

/** Reads all cells into typed rows. What concerns a whole column is decided first, over the whole file. */
export function readRows(header: Header, rows: readonly (readonly string[])[]): Outcome<ReadRows, RowsRefusal> {
  const column = (name: Column): string[] => rows.map((row) => clean(row[header.at[name]] ?? ''));

  const dates: Partial<Record<DateColumnName, DateColumn>> = {};
  const byTitle: Record<string, DateColumn> = {};
  for (const name of DATE_COLUMNS) {
    const read = readDateColumn(COLUMNS[name], column(name));
    if (!read.ok) return read;
    dates[name] = read.value;
    byTitle[COLUMNS[name]] = read.value;
  }
  const exchanged = findExchangedColumns(byTitle, ORDERS);
  if (exchanged) return refused(exchanged);

  const mark = decimalMarkOf(numberCells(header, rows));
  if (mark === null) return refused({ kind: 'NUMBER_FORMAT_MIXED' });

  const dateAt = (name: DateColumnName, index: number): DateCell =>
    dates[name]?.cells[index] ?? { kind: 'UNREADABLE', text: '' };
  const formatOf = (name: DateColumnName): DateFormat | null => dates[name]?.format ?? null;
  return taken({
    rows: rows.map((cells, index) =>
      readRow(
        index + 2,
        (name) => cells[header.at[name]] ?? '',
        (name) => dateAt(name, index),
        mark,
      ),
    ),
    dateFormats: {
      pqSentOn: formatOf('pqSentOn'),
      poSentOn: formatOf('poSentOn'),
      scheduledOn: formatOf('scheduledOn'),
      deliveredOn: formatOf('deliveredOn'),
      recordedOn: formatOf('recordedOn'),
    },
  });
}

function* numberCells(header: Header, rows: readonly (readonly string[])[]): Generator<string> {
  for (const name of NUMBER_COLUMNS) for (const row of rows) yield clean(row[header.at[name]] ?? '');
}

function readRow(
  record: number,
  cell: (name: Column) => string,
  date: (name: DateColumnName) => DateCell,
  mark: DecimalMark,
): ReadRow {
  const id = textOrNull(cell('id'));
  const leaveOut = (code: FindingCode): ReadRow => ({ leftOut: code, record, id: id ?? `record ${record}` });
  if (id === null) return leaveOut('ID_MISSING');
  const orderNumber = textOrNull(cell('orderNumber'));
  if (orderNumber === null) return leaveOut('ORDER_NUMBER_MISSING');
  const vendor = textOrNull(cell('vendor'));
  if (vendor === null) return leaveOut('VENDOR_MISSING');
  const fulfilment = fulfilmentOf(cell('fulfillVia'));
  if (fulfilment === null) return leaveOut('FULFILMENT_UNKNOWN');

  const quantity = canonicalDecimal(clean(cell('quantity')), mark);
  if (quantity === null || quantity.startsWith('-')) return leaveOut('QUANTITY_UNREADABLE');
  const valueText = textOrNull(cell('value'));
  const value = valueText === null ? null : canonicalDecimal(valueText, mark);
  if (valueText !== null && (value === null || value.startsWith('-'))) return leaveOut('VALUE_UNREADABLE');

  const poSent = date('poSentOn');
  if (poSent.kind === 'UNREADABLE') return leaveOut('PO_DATE_UNREADABLE');
  const scheduled = date('scheduledOn');
  if (scheduled.kind !== 'DAY') return leaveOut('SCHEDULED_DATE_UNREADABLE');
  const delivered = date('deliveredOn');
  if (delivered.kind !== 'DAY') return leaveOut('DELIVERED_DATE_UNREADABLE');
  const recorded = date('recordedOn');
  if (recorded.kind !== 'DAY') return leaveOut('RECORDED_DATE_UNREADABLE');

  const incoterm = textOrNull(cell('incoterm'));
  return {
    row: {
      record,
      id: wholeNumber(id),
      orderNumber,
      shipmentNumber: textOrNull(cell('shipmentNumber')),
      country: textOrNull(cell('country')),
      fulfilment,
      vendor,
      // "N/A - From RDC" is a reason for having none, not a term.
      incoterm: incoterm !== null && /^n\/a\b/i.test(incoterm) ? null : incoterm,
      shipmentMode: textOrNull(cell('shipmentMode')),
      pqSent: date('pqSentOn'),
      poSent,
      scheduled,
      delivered,
      recorded,
      productGroup: textOrNull(cell('productGroup')),
      itemName: textOrNull(cell('itemDescription')),
      dosage: textOrNull(cell('dosage')),
      quantity,
      value,
      manufacturingSite: textOrNull(cell('manufacturingSite')),
      firstLine: yesOrNo(cell('firstLine')),
      weight: measureOf(cell('weight'), mark),
      freight: measureOf(cell('freight'), mark),
      insurance: canonicalDecimal(clean(cell('insurance')), mark),
    },
  };
}

function fulfilmentOf(text: string): Fulfilment | null {
  const tidy = clean(text).toLowerCase();
  if (tidy === 'direct drop') return 'DIRECT_DROP';
  return tidy === 'from rdc' ? 'FROM_RDC' : null;
}

function yesOrNo(text: string): boolean | null {
  const tidy = clean(text).toLowerCase();
  if (['yes', 'y', 'true', 't', '1'].includes(tidy)) return true;
  return ['no', 'n', 'false', 'f', '0'].includes(tidy) ? false : null;
}

/** Tools that read the ID as a number write 1 as "1.0". */
const wholeNumber = (id: string): string => id.replace(/^(\d+)\.0+$/, '$1');

function measureOf(text: string, mark: DecimalMark): MeasureCell {
  const tidy = clean(text);
  const amount = canonicalDecimal(tidy, mark);
  if (amount !== null) return { kind: 'NUMBER', amount };
  const reference = REFERENCE.exec(tidy);
  if (reference)
    return { kind: 'REFERENCE', shipmentNumber: (reference[1] ?? '').toUpperCase(), id: reference[2] ?? '' };
  return textOrNull(tidy) === null ? { kind: 'BLANK' } : { kind: 'WORDS', text: tidy };
}

/** Whether the words of a weight or freight cell are among those the published file uses. */
export const areKnownWords = (text: string): boolean => WORDS.has(text.toLowerCase());
