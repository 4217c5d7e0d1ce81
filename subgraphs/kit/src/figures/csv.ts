import type { Contribution } from './contribution';

/** Spreadsheets run a cell that begins with one of these as a formula; a tab or line end before it makes no difference. */
const FORMULA_START = /^[\t\r\n]*[=+\-@]/;
/** A number is no formula, and stays one that can be added up. */
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * One cell of RFC 4180: quoted when it holds a comma, a quote or a line end. Text that a spreadsheet would run as a
 * formula gets an apostrophe in front; null is an empty cell.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = String(value);
  const isNumber = typeof value === 'number' || PLAIN_NUMBER.test(text);
  const safe = FORMULA_START.test(text) && !isNumber ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const COLUMNS: readonly (readonly [name: string, of: (row: Contribution) => string | number | boolean | null])[] = [
  ['definition', (row) => row.definitionId],
  ['subjectType', (row) => row.subjectType],
  ['subjectId', (row) => row.subjectId],
  ['label', (row) => row.label],
  ['included', (row) => row.included],
  ['rule', (row) => row.rule],
  ['value', (row) => row.value],
  ['numerator', (row) => row.numerator],
  ['denominator', (row) => row.denominator],
  ['unitCode', (row) => row.unitCode],
  ['occurredAt', (row) => row.occurredAt],
];

/** First line of the export, with its line end. */
export const CONTRIBUTIONS_CSV_HEADER = `${COLUMNS.map(([name]) => name).join(',')}\r\n`;

/** Contributions as CSV lines without the header, so that an export can be written page by page. */
export const contributionsCsv = (rows: readonly Contribution[]): string =>
  rows.map((row) => `${COLUMNS.map(([, of]) => csvCell(of(row))).join(',')}\r\n`).join('');
