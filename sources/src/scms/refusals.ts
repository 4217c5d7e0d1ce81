import { FINDINGS } from './findings';
import type { ScmsRefusal } from './judge';

/** Why a file was not taken, in words for the person who has the file. Exhaustive: a new kind without words is a type error. */
export function describeRefusal(refusal: ScmsRefusal): string {
  switch (refusal.kind) {
    case 'EMPTY_FILE':
      return 'the file is empty';
    case 'NO_ROWS':
      return 'the file has a header and no rows';
    case 'HTML_PAGE':
      return `the file is a web page (it begins with "${refusal.beginsWith}"): the download most likely failed or asked for a login`;
    case 'BINARY_FILE':
      return `the file is not text: it looks like ${refusal.looksLike}`;
    case 'ENCODING_UNREADABLE':
      return `the file's characters cannot be trusted: ${refusal.reason}`;
    case 'NOT_A_TABLE':
      return `the first line has no comma, tab or semicolon between columns: "${refusal.beginsWith}"`;
    case 'TRUNCATED':
      return refusal.openQuote
        ? `the file is cut: it ends inside a quoted cell, in or after line ${refusal.record}`
        : `the file is cut: its last line (${refusal.record}) has ${refusal.cells} of ${refusal.expected} cells`;
    case 'RAGGED_ROW':
      return `line ${refusal.record} has ${refusal.cells} cells, the header ${refusal.expected}`;
    case 'TEXT_AFTER_QUOTE':
      return `line ${refusal.record} goes on behind a closing quote`;
    case 'COLUMN_MISSING':
      return `missing column${refusal.columns.length === 1 ? '' : 's'}: ${refusal.columns.map((name) => `"${name}"`).join(', ')}`;
    case 'COLUMN_REPEATED':
      return `the column "${refusal.column}" is there twice`;
    case 'DAY_AND_MONTH_SWAPPED':
      return `day and month are exchanged in ${refusal.columns.map((name) => `"${name}"`).join(', ')}: ${refusal.evidence}; the file is read month first (US)`;
    case 'DATE_FORMAT_UNKNOWN':
      return `no date in "${refusal.column}" can be read, for example "${refusal.example}"`;
    case 'NUMBER_FORMAT_MIXED':
      return 'some numbers use a decimal point and others a decimal comma, so none can be trusted';
    case 'ID_CONFLICT':
      return `ID ${refusal.id} stands for two different rows, in lines ${refusal.records[0]} and ${refusal.records[1]}`;
    case 'TOO_MANY_UNREADABLE_ROWS':
      return `${refusal.leftOut} of ${refusal.rows} rows cannot be read: ${refusal.findings
        .filter((finding) => FINDINGS[finding.code].verdict === 'LEFT_OUT')
        .map((finding) => `${finding.code} ${finding.rows} (for example ${finding.ids[0] ?? ''})`)
        .join(', ')}`;
  }
}
