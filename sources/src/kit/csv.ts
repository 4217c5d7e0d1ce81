import { decodeText, type Encoding, type EncodingRefusal } from './encoding';
import { type Outcome, refused, taken } from './outcome';

export type CsvRefusal =
  | EncodingRefusal
  | { kind: 'NOT_A_TABLE'; beginsWith: string }
  | { kind: 'NO_ROWS' }
  /** The file stops in the middle of its last line. */
  | { kind: 'TRUNCATED'; record: number; cells: number; expected: number; openQuote: boolean }
  | { kind: 'RAGGED_ROW'; record: number; cells: number; expected: number }
  | { kind: 'TEXT_AFTER_QUOTE'; record: number };

export type Delimiter = ',' | '\t' | ';';
export type LineEnd = 'CR' | 'LF' | 'CRLF' | 'MIXED';

export interface Dialect {
  encoding: Encoding;
  byteOrderMark: boolean;
  delimiter: Delimiter;
  lineEnd: LineEnd;
  /** False when the last line stops without a line end, as a file does that was cut, or that a careless tool wrote. */
  lastLineEnded: boolean;
}

export interface CsvTable {
  dialect: Dialect;
  header: readonly string[];
  /** As long as the header, each. The first row is record 2 of the file. */
  rows: readonly (readonly string[])[];
}

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';'];

/**
 * Bytes of a delimited file in any dialect, as a table of text cells exactly as written (nothing is trimmed).
 * Refuses a file that is not such a table or that was cut; a file with one short row is not trusted at all.
 */
export function readCsv(bytes: Buffer): Outcome<CsvTable, CsvRefusal> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding, byteOrderMark } = decoded.value;
  const delimiter = delimiterOf(text);
  if (delimiter === null)
    return refused({ kind: 'NOT_A_TABLE', beginsWith: text.slice(0, 60).split(/[\r\n]/)[0] ?? '' });

  const split = splitCells(text, delimiter);
  if (!split.ok) return split;
  const [header, ...rows] = split.value.records;
  if (!header) return refused({ kind: 'EMPTY_FILE' });
  if (rows.length === 0) return refused({ kind: 'NO_ROWS' });
  for (const [index, row] of rows.entries()) {
    if (row.length === header.length) continue;
    const found = { record: index + 2, cells: row.length, expected: header.length };
    return index === rows.length - 1 && row.length < header.length
      ? refused({ kind: 'TRUNCATED', ...found, openQuote: false })
      : refused({ kind: 'RAGGED_ROW', ...found });
  }
  const last = text.charCodeAt(text.length - 1);
  return taken({
    dialect: {
      encoding,
      byteOrderMark,
      delimiter,
      lineEnd: split.value.lineEnd,
      lastLineEnded: last === LF || last === CR,
    },
    header,
    rows,
  });
}

/** The delimiter that occurs most in the first line outside quotes; null when none does. */
function delimiterOf(text: string): Delimiter | null {
  const counts: Record<Delimiter, number> = { ',': 0, '\t': 0, ';': 0 };
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === '\r' || character === '\n') break;
    if (character === ',' || character === '\t' || character === ';') counts[character] += 1;
  }
  const best = DELIMITERS.reduce((left, right) => (counts[right] > counts[left] ? right : left));
  return counts[best] > 0 ? best : null;
}

const CR = 13;
const LF = 10;
const QUOTE = 34;

interface SplitText {
  records: string[][];
  lineEnd: LineEnd;
}

/**
 * RFC 4180 with any of the three line ends. Our own because a general parser takes four times as long, and an import has
 * three seconds for everything; the tests hold it equal to `csv-parse` over arbitrary tables. A quote opens a cell only at
 * its beginning and is doubled inside; blank lines are skipped.
 */
function splitCells(text: string, delimiter: Delimiter): Outcome<SplitText, CsvRefusal> {
  const records: string[][] = [];
  const separator = delimiter.charCodeAt(0);
  const end = text.length;
  const ends = { CR: 0, LF: 0, CRLF: 0 };
  let cells: string[] = [];
  let at = 0;
  while (at < end || cells.length > 0) {
    if (text.charCodeAt(at) === QUOTE) {
      const closing = closingQuote(text, at + 1);
      if (closing < 0)
        return refused({
          kind: 'TRUNCATED',
          record: records.length + 1,
          cells: cells.length,
          expected: 0,
          openQuote: true,
        });
      cells.push(text.slice(at + 1, closing).replaceAll('""', '"'));
      at = closing + 1;
    } else {
      const from = at;
      for (; at < end; at += 1) {
        const code = text.charCodeAt(at);
        if (code === separator || code === LF || code === CR) break;
      }
      cells.push(text.slice(from, at));
    }
    const code = text.charCodeAt(at);
    if (code === separator) {
      at += 1;
      continue;
    }
    if (at < end) {
      if (code !== CR && code !== LF) return refused({ kind: 'TEXT_AFTER_QUOTE', record: records.length + 1 });
      const kind = code === LF ? 'LF' : text.charCodeAt(at + 1) === LF ? 'CRLF' : 'CR';
      ends[kind] += 1;
      at += kind.length === 4 ? 2 : 1;
    }
    if (cells.length > 1 || cells[0] !== '') records.push(cells);
    cells = [];
  }
  const kinds = (['CR', 'LF', 'CRLF'] as const).filter((kind) => ends[kind] > 0);
  return taken({ records, lineEnd: kinds.length > 1 ? 'MIXED' : (kinds[0] ?? 'LF') });
}

/** Where the quoted cell ends that began before `from`; -1 when it does not. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}
