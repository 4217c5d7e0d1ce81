import { sumOfDecimals } from '../kit/decimal';
import type { DateCell } from './dates';
import { OWN_WAREHOUSE, type MeasureCell, type ScmsRow } from './scms-row';

/** What the columns of the file hold, counted over the rows taken. Days are YYYY-MM-DD, amounts exact decimals. */
export interface FileFigures {
  rows: number;
  orders: number;
  shipments: number;
  suppliers: number;
  value: string;
  poDate: DateCounts;
  pqDate: DateCounts;
  weight: MeasureCounts;
  freight: MeasureCounts;
  /** Kilograms and US dollars over the lines that carry a number: each shipment once. */
  weightSum: string;
  freightSum: string;
  dosageMissing: number;
  scheduled: DayRange;
  delivered: DayRange;
  recorded: DayRange;
  /** Rows delivered before 2013-10-01, and how many of them repeat the delivery date as the recorded date: a copy, not a registration. */
  recordedBeforeRegistration: { rows: number; copied: number };
}
export interface DateCounts {
  dates: number;
  notCaptured: number;
  fromRdc: number;
  prePq: number;
  blank: number;
  unreadable: number;
}
/** Lines with a number, with a reference to another line, and with words, by the words. */
export interface MeasureCounts {
  numbers: number;
  references: number;
  blank: number;
  words: Readonly<Record<string, number>>;
}
export interface DayRange {
  first: string;
  last: string;
}

/** From this day on the recorded date is a real registration date; before, it was filled in from the delivery date. */
const REGISTRATION_BEGINS = Date.UTC(2013, 9, 1) / 86_400_000;

/** Counts over the rows taken. */
export function figuresOf(rows: readonly ScmsRow[]): FileFigures {
  const suppliers = new Set(rows.map((row) => row.vendor));
  suppliers.delete(OWN_WAREHOUSE);
  const early = rows.filter((row) => row.delivered.day < REGISTRATION_BEGINS);
  return {
    rows: rows.length,
    orders: new Set(rows.map((row) => row.orderNumber)).size,
    shipments: new Set(rows.map((row) => row.shipmentNumber).filter((number) => number !== null)).size,
    suppliers: suppliers.size,
    value: sumOfDecimals(rows.flatMap((row) => (row.value === null ? [] : [row.value]))),
    poDate: dateCounts(rows.map((row) => row.poSent)),
    pqDate: dateCounts(rows.map((row) => row.pqSent)),
    weight: measureCounts(rows.map((row) => row.weight)),
    freight: measureCounts(rows.map((row) => row.freight)),
    weightSum: sumOfMeasures(rows.map((row) => row.weight)),
    freightSum: sumOfMeasures(rows.map((row) => row.freight)),
    dosageMissing: rows.filter((row) => row.dosage === null).length,
    scheduled: rangeOf(rows.map((row) => row.scheduled.on)),
    delivered: rangeOf(rows.map((row) => row.delivered.on)),
    recorded: rangeOf(rows.map((row) => row.recorded.on)),
    recordedBeforeRegistration: {
      rows: early.length,
      copied: early.filter((row) => row.recorded.day === row.delivered.day).length,
    },
  };
}

function dateCounts(cells: readonly DateCell[]): DateCounts {
  const counts = { dates: 0, notCaptured: 0, fromRdc: 0, prePq: 0, blank: 0, unreadable: 0 };
  const absent = { NOT_CAPTURED: 'notCaptured', FROM_RDC: 'fromRdc', PRE_PQ: 'prePq', BLANK: 'blank' } as const;
  for (const cell of cells) {
    if (cell.kind === 'DAY') counts.dates += 1;
    else if (cell.kind === 'UNREADABLE') counts.unreadable += 1;
    else counts[absent[cell.reason]] += 1;
  }
  return counts;
}

function measureCounts(cells: readonly MeasureCell[]): MeasureCounts {
  const counts = { numbers: 0, references: 0, blank: 0 };
  const words: Record<string, number> = {};
  for (const cell of cells) {
    if (cell.kind === 'NUMBER') counts.numbers += 1;
    else if (cell.kind === 'REFERENCE') counts.references += 1;
    else if (cell.kind === 'BLANK') counts.blank += 1;
    else words[cell.text] = (words[cell.text] ?? 0) + 1;
  }
  return { ...counts, words };
}

const sumOfMeasures = (cells: readonly MeasureCell[]): string =>
  sumOfDecimals(cells.flatMap((cell) => (cell.kind === 'NUMBER' ? [cell.amount] : [])));

/** ISO days order as text. `days` holds at least one: a file without rows is refused before. */
function rangeOf(days: readonly string[]): DayRange {
  let first = days[0] ?? '';
  let last = first;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}
