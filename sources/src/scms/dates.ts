import { type Outcome, refused, taken } from '../kit/outcome';

/** How a whole column writes its days. Slashes are read month first, as the US file does; day first is refused, not guessed. */
export type DateFormat = 'D-MON-YY' | 'M/D/YY' | 'ISO';

export type DateCell =
  | {
      kind: 'DAY';
      /** YYYY-MM-DD. */
      on: string;
      /** Days since 1970-01-01, for differences. */
      day: number;
      /** The day that the same digits would mean with day and month exchanged; the same day where they cannot be. */
      exchanged: number;
    }
  /** Words, or nothing, in place of a date. */
  | { kind: 'ABSENT'; reason: DateAbsence }
  | { kind: 'UNREADABLE'; text: string };

export type DateAbsence = 'NOT_CAPTURED' | 'FROM_RDC' | 'PRE_PQ' | 'BLANK';

export type DateRefusal =
  | { kind: 'DAY_AND_MONTH_SWAPPED'; columns: readonly string[]; evidence: string }
  | { kind: 'DATE_FORMAT_UNKNOWN'; column: string; example: string };

export interface DateColumn {
  /** Null when the column holds no date at all. */
  format: DateFormat | null;
  cells: readonly DateCell[];
}

const ABSENCES: ReadonlyMap<string, DateAbsence> = new Map([
  ['date not captured', 'NOT_CAPTURED'],
  ['n/a - from rdc', 'FROM_RDC'],
  ['pre-pq process', 'PRE_PQ'],
  ['', 'BLANK'],
  ['n/a', 'BLANK'],
  ['na', 'BLANK'],
  ['nan', 'BLANK'],
  ['nat', 'BLANK'],
  ['null', 'BLANK'],
  ['none', 'BLANK'],
]);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const D_MON_YY = /^(\d{1,2})[- ]([A-Za-z]{3,9})\.?[- ](\d{4}|\d{2})$/;
const SLASHES = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/;
/** A midnight behind the day is a spreadsheet's way to write a day; any other time is not, and is unreadable here. */
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]0?0:00(?::00(?:\.0+)?)?Z?)?$/;

interface Digits {
  format: DateFormat;
  year: number;
  month: number;
  day: number;
}

/**
 * Reads a column by its own format: the one that most of its cells have. Cells of another format are UNREADABLE (the caller
 * decides how many are too many). Refused: a column in which a "month" above 12 stands before or after a day up to 12,
 * because then all its ambiguous cells mean something else too.
 */
export function readDateColumn(column: string, texts: readonly string[]): Outcome<DateColumn, DateRefusal> {
  // A column of thousands of rows holds some hundred texts: each is read once, and each row points to its reading.
  const readings = new Map<string, Reading>();
  const counts: Record<DateFormat, number> = { 'D-MON-YY': 0, 'M/D/YY': 0, ISO: 0 };
  const rows = texts.map((text) => {
    let reading = readings.get(text);
    if (reading === undefined) {
      reading = { text, digits: digitsOf(text), cell: { kind: 'UNREADABLE', text } };
      readings.set(text, reading);
    }
    if (reading.digits) counts[reading.digits.format] += 1;
    return reading;
  });
  const most = (Object.keys(counts) as DateFormat[]).reduce((left, right) =>
    counts[right] > counts[left] ? right : left,
  );
  const format = counts[most] > 0 ? most : null;
  for (const reading of readings.values()) reading.cell = cellOf(reading, format);

  const all = [...readings.values()];
  const unreadable = all.find((reading) => reading.cell.kind === 'UNREADABLE');
  if (format === null && unreadable) return refused({ kind: 'DATE_FORMAT_UNKNOWN', column, example: unreadable.text });
  const swapped = all.filter(
    ({ digits }) => digits && digits.format !== 'D-MON-YY' && digits.month > 12 && digits.day <= 12,
  );
  const [example] = swapped;
  if (example) {
    const evidence = `"${example.text}" has no month ${example.digits?.month ?? ''} (${swapped.length} such dates)`;
    return refused({ kind: 'DAY_AND_MONTH_SWAPPED', columns: [column], evidence });
  }
  return taken({ format, cells: rows.map((reading) => reading.cell) });
}

interface Reading {
  text: string;
  digits: Digits | null;
  cell: DateCell;
}

function digitsOf(text: string): Digits | null {
  const slashes = SLASHES.exec(text);
  if (slashes)
    return { format: 'M/D/YY', year: yearOf(slashes[3]), month: Number(slashes[1]), day: Number(slashes[2]) };
  const named = D_MON_YY.exec(text);
  if (named) {
    const name = (named[2] ?? '').toLowerCase();
    const month = MONTHS.findIndex((one) => name.startsWith(one)) + 1;
    return month === 0 ? null : { format: 'D-MON-YY', year: yearOf(named[3]), month, day: Number(named[1]) };
  }
  const iso = ISO.exec(text);
  return iso ? { format: 'ISO', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) } : null;
}

/** The archive begins in 2006: two digits are a year of this century. */
const yearOf = (text: string | undefined): number => (text?.length === 2 ? 2000 + Number(text) : Number(text));

function cellOf({ text, digits }: Reading, format: DateFormat | null): DateCell {
  if (!digits) {
    const reason = ABSENCES.get(text.toLowerCase());
    return reason ? { kind: 'ABSENT', reason } : { kind: 'UNREADABLE', text };
  }
  const { year, month, day } = digits;
  const epoch = digits.format === format ? epochDay(year, month, day) : null;
  if (epoch === null) return { kind: 'UNREADABLE', text };
  const exchanged = format === 'D-MON-YY' ? null : epochDay(year, day, month);
  return { kind: 'DAY', on: dayText(epoch), day: epoch, exchanged: exchanged ?? epoch };
}

/** Days since 1970-01-01 of a calendar date; null when there is no such date. */
function epochDay(year: number, month: number, day: number): number | null {
  const instant = Date.UTC(year, month - 1, day);
  const back = new Date(instant);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? instant / 86_400_000 : null;
}

const dayText = (epoch: number): string => new Date(epoch * 86_400_000).toISOString().slice(0, 10);

/** A pair of columns of which the first comes before the second in nearly every row of a sound file. */
export interface DateOrder {
  earlier: string;
  later: string;
}

/** Fewer contradictions than this are ordinary slips of the pen, whatever the size of the file. */
const FEWEST_CONTRADICTIONS = 5;
/** In the published file fewer than 2 rows in 1,000 contradict an order; twenty in 1,000 is another file. */
const HIGHEST_SHARE = 0.02;
/** Exchanging day and month must explain most of them away, or the cause is another. */
const EXPLAINED = 2 / 3;

/**
 * Finds columns whose day and month were exchanged although every cell is a valid date (as happens when a spreadsheet
 * in another locale exchanges only the ambiguous ones): many rows contradict the order of events as written, and few do
 * when the digits are exchanged. Returns the refusal, or null when nothing speaks for it.
 */
export function findExchangedColumns(
  columns: Readonly<Record<string, DateColumn>>,
  orders: readonly DateOrder[],
): DateRefusal | null {
  const asWritten = contradictions(columns, orders, new Set());
  if (!asWritten.implausible) return null;

  const suspects = Object.keys(columns).filter(
    (name) => columns[name]?.format === 'M/D/YY' || columns[name]?.format === 'ISO',
  );
  let best: { names: readonly string[]; count: number } | null = null;
  for (let subset = 1; subset < 1 << suspects.length; subset += 1) {
    const names = suspects.filter((_, index) => (subset >> index) & 1);
    const { count } = contradictions(columns, orders, new Set(names));
    if (best === null || count < best.count || (count === best.count && names.length < best.names.length))
      best = { names, count };
  }
  if (best === null || best.count > asWritten.count * (1 - EXPLAINED)) return null;
  return {
    kind: 'DAY_AND_MONTH_SWAPPED',
    columns: best.names,
    evidence: `as written ${asWritten.count} of ${asWritten.compared} pairs of dates contradict the order of events, with day and month exchanged ${best.count}`,
  };
}

function contradictions(
  columns: Readonly<Record<string, DateColumn>>,
  orders: readonly DateOrder[],
  exchange: ReadonlySet<string>,
): { count: number; compared: number; implausible: boolean } {
  const total = { count: 0, compared: 0, implausible: false };
  for (const { earlier, later } of orders) {
    let count = 0;
    let compared = 0;
    const first = columns[earlier]?.cells ?? [];
    const second = columns[later]?.cells ?? [];
    const exchangeFirst = exchange.has(earlier);
    const exchangeSecond = exchange.has(later);
    for (const [index, left] of first.entries()) {
      const right = second[index];
      if (left.kind !== 'DAY' || right?.kind !== 'DAY') continue;
      compared += 1;
      if ((exchangeFirst ? left.exchanged : left.day) > (exchangeSecond ? right.exchanged : right.day)) count += 1;
    }
    total.count += count;
    total.compared += compared;
    // Judged for each pair alone: a sound pair must not water down a broken one.
    if (count >= FEWEST_CONTRADICTIONS && count >= compared * HIGHEST_SHARE) total.implausible = true;
  }
  return total;
}
