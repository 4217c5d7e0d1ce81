import { readCsv, type CsvRefusal, type Dialect } from '../kit/csv';
import { type Outcome, refused, taken } from '../kit/outcome';
import { type FileFigures, figuresOf } from './file-figures';
import { type Finding, FindingTally } from './findings';
import { type HeaderRefusal, readHeader, type Header } from './header';
import { areKnownWords, type ReadRows, readRows, type RowsRefusal } from './read-rows';
import { clean, OWN_WAREHOUSE, type MeasureCell, type ScmsRow } from './scms-row';

export type ScmsRefusal =
  | CsvRefusal
  | HeaderRefusal
  | RowsRefusal
  | { kind: 'ID_CONFLICT'; id: string; records: readonly [number, number] }
  | { kind: 'TOO_MANY_UNREADABLE_ROWS'; leftOut: number; rows: number; findings: readonly Finding[] };

export interface JudgedFile {
  dialect: Dialect;
  dateFormats: ReadRows['dateFormats'];
  /** Columns beside the published ones, not read. */
  unknownColumns: readonly string[];
  rowsRead: number;
  /** The rows that become facts, in the order of the file. */
  rows: readonly ScmsRow[];
  /** What is to be said about the file and its rows; looked at when first asked for, which is after the sending. */
  readonly remarks: Remarks;
}

export interface Remarks {
  findings: readonly Finding[];
  figures: FileFigures;
  /** Over the rows taken, as written. */
  nonAsciiCells: number;
}

/** More than one row in a hundred (rounded up) that cannot be read is a broken file, not a dirty one. */
const READABLE_SHARE = 0.01;
const OUTLIER_KG_PER_PACK = 100;
/** UTF-8 read as Windows-1252 and saved again: one of these letters and then another non-ASCII character. */
const MOJIBAKE = /[\u00c2\u00c3\u00e2][\u0080-\u00bf\u0152-\u2122]/;

/**
 * First pass over a whole file: is it the USAID SCMS file, and can it be trusted. Nothing is sent before this has passed.
 * Remarks about rows that are taken change nothing in what is sent, so they can wait.
 */
export function judgeFile(bytes: Buffer): Outcome<JudgedFile, ScmsRefusal> {
  const table = readCsv(bytes);
  if (!table.ok) return table;
  const header = readHeader(table.value.header);
  if (!header.ok) return header;
  const read = readRows(header.value, table.value.rows);
  if (!read.ok) return read;

  const tally = new FindingTally();
  const unique = keepUnique(read.value, header.value, table.value.rows, tally);
  if (!unique.ok) return unique;

  const rows = unique.value;
  const leftOut = table.value.rows.length - rows.length - tally.rows('REPEATED_ROW');
  if (rows.length === 0 || leftOut > Math.ceil(table.value.rows.length * READABLE_SHARE)) {
    return refused({
      kind: 'TOO_MANY_UNREADABLE_ROWS',
      leftOut,
      rows: table.value.rows.length,
      findings: tally.list(),
    });
  }

  let remarks: Remarks | null = null;
  return taken({
    dialect: table.value.dialect,
    dateFormats: read.value.dateFormats,
    unknownColumns: header.value.unknown.filter((name) => name.trim() !== ''),
    rowsRead: table.value.rows.length,
    rows,
    get remarks() {
      return (remarks ??= remarksOn(rows, header.value, table.value.rows, tally));
    },
  });
}

function remarksOn(
  rows: readonly ScmsRow[],
  header: Header,
  cells: readonly (readonly string[])[],
  tally: FindingTally,
): Remarks {
  noteDates(rows, tally);
  noteAmounts(rows, tally);
  noteReferences(rows, tally);
  const nonAsciiCells = noteCells(rows, header, cells, tally);
  return { findings: tally.list(), figures: figuresOf(rows), nonAsciiCells };
}

/** IDs are the names of lines: the same one with other content cannot be taken either way, so the file is refused. */
function keepUnique(
  read: ReadRows,
  header: Header,
  cells: readonly (readonly string[])[],
  tally: FindingTally,
): Outcome<ScmsRow[], ScmsRefusal> {
  const kept: ScmsRow[] = [];
  const recordOfId = new Map<string, number>();
  for (const one of read.rows) {
    if ('leftOut' in one) {
      tally.note(one.leftOut, one.id);
      continue;
    }
    const { row } = one;
    const earlier = recordOfId.get(row.id);
    if (earlier === undefined) {
      recordOfId.set(row.id, row.record);
      kept.push(row);
    } else if (contentKey(cells[earlier - 2] ?? [], header) === contentKey(cells[row.record - 2] ?? [], header)) {
      tally.note('REPEATED_ROW', row.id);
    } else {
      return refused({ kind: 'ID_CONFLICT', id: row.id, records: [earlier, row.record] });
    }
  }
  return taken(kept);
}

/** All cells but the ID, as one text; tidied, so that blanks which the facts do not keep make no difference. */
function contentKey(cells: readonly string[], header: Header): string {
  return cells.map((cell, index) => (index === header.at.id ? '' : clean(cell))).join('\u0001');
}

function noteDates(rows: readonly ScmsRow[], tally: FindingTally): void {
  for (const row of rows) {
    const { poSent, pqSent, scheduled, delivered, recorded } = row;
    if (poSent.kind === 'DAY') {
      if (delivered.day < poSent.day) tally.note('DELIVERED_BEFORE_PO_SENT', row.id);
      if (poSent.day > scheduled.day) tally.note('PO_SENT_AFTER_SCHEDULED', row.id);
      if (pqSent.kind === 'DAY' && pqSent.day > poSent.day) tally.note('PQ_SENT_AFTER_PO', row.id);
    } else {
      tally.note(isTransfer(row) ? 'FROM_RDC_NO_PO_DATE' : 'PO_DATE_NOT_CAPTURED', row.id);
    }
    if (pqSent.kind === 'UNREADABLE') tally.note('PQ_DATE_UNREADABLE', row.id);
    const lag = recorded.day - delivered.day;
    if (lag < 0) tally.note('RECORDED_BEFORE_DELIVERED', row.id);
    if (lag === 365 || lag === 366) tally.note('LAG_SENTINEL_365', row.id);
    if (lag > 366) tally.note('LAG_OVER_A_YEAR', row.id);
  }
}

/** From the own warehouse, by either of the two columns that say so. */
export const isTransfer = (row: ScmsRow): boolean => row.fulfilment === 'FROM_RDC' || row.vendor === OWN_WAREHOUSE;

function noteAmounts(rows: readonly ScmsRow[], tally: FindingTally): void {
  const packsOfShipment = new Map<string, number>();
  const firstLines = new Map<string, number>();
  for (const { shipmentNumber, quantity, firstLine } of rows) {
    if (shipmentNumber === null) continue;
    packsOfShipment.set(shipmentNumber, (packsOfShipment.get(shipmentNumber) ?? 0) + Number(quantity));
    firstLines.set(shipmentNumber, (firstLines.get(shipmentNumber) ?? 0) + (firstLine ? 1 : 0));
  }
  for (const row of rows) {
    if (row.value === '0') tally.note('ZERO_VALUE', row.id);
    if (row.value === null) tally.note('VALUE_MISSING', row.id);
    if (row.quantity === '0') tally.note('ZERO_QUANTITY', row.id);
    if (row.insurance === null) tally.note('INSURANCE_MISSING', row.id);
    if (row.shipmentMode === null) tally.note('SHIPMENT_MODE_MISSING', row.id);
    if ((row.vendor === OWN_WAREHOUSE) !== (row.fulfilment === 'FROM_RDC'))
      tally.note('VENDOR_AND_FULFILMENT_DISAGREE', row.id);
    if (row.shipmentNumber === null) tally.note('SHIPMENT_NUMBER_MISSING', row.id);
    else if (firstLines.get(row.shipmentNumber) !== 1) tally.note('FIRST_LINES_OF_SHIPMENT', row.id);
    // Floats are enough here: this only decides whether a person should look.
    const packs = row.shipmentNumber === null ? Number(row.quantity) : (packsOfShipment.get(row.shipmentNumber) ?? 0);
    if (row.weight.kind === 'NUMBER' && Number(row.weight.amount) > OUTLIER_KG_PER_PACK * packs)
      tally.note('WEIGHT_OUTLIER', row.id);
    if (row.weight.kind === 'WORDS' && !areKnownWords(row.weight.text)) tally.note('WEIGHT_UNREADABLE', row.id);
    if (row.freight.kind === 'WORDS' && !areKnownWords(row.freight.text)) tally.note('FREIGHT_UNREADABLE', row.id);
  }
}

/** Freight and weight stand once for a shipment; the other lines refer to it. They add up only if every reference ends at a number. */
function noteReferences(rows: readonly ScmsRow[], tally: FindingTally): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const problemOf = (row: ScmsRow, cell: MeasureCell, same: (target: ScmsRow) => MeasureCell) => {
    if (cell.kind !== 'REFERENCE') return null;
    const target = byId.get(cell.id);
    if (!target) return 'REFERENCE_UNRESOLVED';
    if (same(target).kind === 'REFERENCE') return 'REFERENCE_CHAINED';
    return target.shipmentNumber === row.shipmentNumber ? null : 'REFERENCE_TO_OTHER_SHIPMENT';
  };
  for (const row of rows) {
    const problem =
      problemOf(row, row.weight, (target) => target.weight) ?? problemOf(row, row.freight, (target) => target.freight);
    if (problem) tally.note(problem, row.id);
  }
}

const NON_ASCII = /[^\x00-\x7f]/;

/** What only the writing shows; returns the number of cells with other than ASCII characters. */
function noteCells(
  rows: readonly ScmsRow[],
  header: Header,
  cells: readonly (readonly string[])[],
  tally: FindingTally,
): number {
  let nonAsciiCells = 0;
  const written = (row: ScmsRow): readonly string[] => cells[row.record - 2] ?? [];
  // Rows that agree in what the facts hold are few; only those are compared in full.
  const alike = new Map<string, ScmsRow[]>();
  for (const row of rows) {
    let damaged = false;
    for (const cell of written(row)) {
      if (!NON_ASCII.test(cell)) continue;
      nonAsciiCells += 1;
      damaged ||= MOJIBAKE.test(cell);
    }
    if (damaged) tally.note('MOJIBAKE', row.id);
    if (/\s\s/.test(written(row)[header.at.vendor] ?? '')) tally.note('DOUBLE_BLANK_IN_VENDOR', row.id);
    const key = `${row.orderNumber}|${row.shipmentNumber}|${row.quantity}|${row.value}|${row.itemName}`;
    const group = alike.get(key);
    if (group) group.push(row);
    else alike.set(key, [row]);
  }
  for (const group of alike.values()) {
    if (group.length === 1) continue;
    const keys = group.map((row) => contentKey(written(row), header));
    for (const [index, row] of group.entries()) {
      if (keys.filter((key) => key === keys[index]).length > 1) tally.note('DUPLICATE_EXCEPT_ID', row.id);
    }
  }
  return nonAsciiCells;
}
