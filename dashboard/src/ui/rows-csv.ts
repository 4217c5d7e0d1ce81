import type { LoadRows, Row } from './rows-page';

/** A cell by RFC 4180; a text that a spreadsheet would run as a formula is led by an apostrophe. */
function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const HEADER = [
  'subjectType',
  'subjectId',
  'label',
  'included',
  'rule',
  'value',
  'numerator',
  'denominator',
  'occurredAt',
];

/** The rows as a table for a spreadsheet: exact decimals, one line a row, counted and left out alike. */
export function rowsCsv(rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    [
      row.subjectType,
      row.subjectId,
      row.label,
      row.included,
      row.rule,
      row.value,
      row.numerator,
      row.denominator,
      row.occurredAt,
    ]
      .map(cell)
      .join(','),
  );
  return `${[HEADER.join(','), ...lines].join('\r\n')}\r\n`;
}

/** "lead-time-the-rows.csv" for "Lead time: the rows". */
export function csvName(title: string): string {
  const stem = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return `${stem || 'rows'}.csv`;
}

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  // The mark at the front makes spreadsheets read it as UTF-8.
  const url = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** The largest page that the API gives. */
const LARGEST_PAGE = 200;
/** A file beyond this opens in no spreadsheet; the API has the rest. */
const MOST_ROWS = 100_000;

/**
 * The rows from `after` on, page by page; the cursor pins the figure, so they are the rows of the figure one looks at.
 *
 * @param onRead told how many more have been read
 */
export async function remainingRows(
  load: LoadRows,
  after: string | null,
  onRead: (count: number) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = after; at !== null && rows.length < MOST_ROWS;) {
    const page = await load(LARGEST_PAGE, at);
    rows.push(...page.rows);
    onRead(rows.length);
    at = page.next;
  }
  return rows;
}
