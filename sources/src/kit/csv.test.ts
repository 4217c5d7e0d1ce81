import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { type CsvTable, type Delimiter, readCsv } from './csv';

const LINE_ENDS = { CR: '\r', LF: '\n', CRLF: '\r\n' } as const;

function write(table: readonly (readonly string[])[], delimiter: string, lineEnd: string, quoteAll = false): string {
  const cell = (text: string): string =>
    quoteAll || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return table.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
}

function table(bytes: Buffer): CsvTable {
  const read = readCsv(bytes);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.refusal)}`);
  return read.value;
}

function refusalOf(bytes: Buffer | string): unknown {
  const read = readCsv(typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes);
  return read.ok ? null : read.refusal;
}

const dialects = fc.record({
  delimiter: fc.constantFrom<Delimiter>(',', '\t', ';'),
  lineEnd: fc.constantFrom('CR', 'LF', 'CRLF'),
  byteOrderMark: fc.boolean(),
  quoteAll: fc.boolean(),
});
/** Cells with everything that a dialect could trip over. */
const cells = fc
  .oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[ab",;\t\r\n éÃø€]{0,8}$/))
  .filter((text) => !text.includes('\u0000') && !text.startsWith('\ufeff') && !text.startsWith('<'));
const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }).map((rows) => ({
    // A header of plain names, so that the delimiter can be found in it, as in every real file.
    header: Array.from({ length: width }, (_, index) => `column ${index}`),
    rows,
  })),
);

describe('a delimited file', () => {
  it('reads back whatever was written, in every dialect', () => {
    fc.assert(
      fc.property(tables, dialects, ({ header, rows }, { delimiter, lineEnd, byteOrderMark, quoteAll }) => {
        const text = write([header, ...rows], delimiter, LINE_ENDS[lineEnd as keyof typeof LINE_ENDS], quoteAll);
        const read = table(Buffer.from((byteOrderMark ? '\ufeff' : '') + text, 'utf8'));
        expect(read.header).toEqual(header);
        expect(read.rows).toEqual(rows);
        expect(read.dialect).toEqual({ encoding: 'UTF-8', byteOrderMark, delimiter, lineEnd, lastLineEnded: true });
      }),
      { numRuns: 300 },
    );
  });

  it('reads as csv-parse does, which is slower and was written by others', () => {
    fc.assert(
      fc.property(tables, dialects, ({ header, rows }, { delimiter, lineEnd, quoteAll }) => {
        const text = write([header, ...rows], delimiter, LINE_ENDS[lineEnd as keyof typeof LINE_ENDS], quoteAll);
        const theirs = parse(text, {
          delimiter,
          record_delimiter: LINE_ENDS[lineEnd as keyof typeof LINE_ENDS],
          skip_empty_lines: true,
        });
        const ours = table(Buffer.from(text, 'utf8'));
        expect([ours.header, ...ours.rows]).toEqual(theirs);
      }),
      { numRuns: 300 },
    );
  });

  it('may end without a line end when its last row is whole, even with an empty last cell', () => {
    expect(table(Buffer.from('a,b\r1,2\r3,4')).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(table(Buffer.from('a,b\r1,2\r3,')).rows).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
    expect(table(Buffer.from('a,b\r1,2\r3,4')).dialect.lastLineEnded).toBe(false);
  });

  it('may mix line ends and hold blank lines', () => {
    const read = table(Buffer.from('a,b\r\n\r\n1,2\n\r3,4\r\n\n'));
    expect(read.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(read.dialect.lineEnd).toBe('MIXED');
  });

  it('keeps a quote in the middle of a cell as it is', () => {
    expect(table(Buffer.from('a\tb\n5" tube\t2\n')).rows).toEqual([['5" tube', '2']]);
  });

  it('is Windows-1252 when it is not valid UTF-8, with the euro sign and the dash in their places', () => {
    const read = table(Buffer.from([...Buffer.from('a,b\nC'), 0xf4, ...Buffer.from('te,'), 0x80, 0x96, 0x0a]));
    expect(read.rows).toEqual([['Côte', '€–']]);
    expect(read.dialect.encoding).toBe('Windows-1252');
  });

  it('keeps one damaged cell of a Windows-1252 file as written', () => {
    const bytes = Buffer.from('a,b\nCôte,d’Ivoire Côte\nGrÃ¸nland,x\n', 'latin1');
    expect(table(Buffer.from(bytes.map((byte) => (byte === 0x19 ? 0x92 : byte)))).rows).toEqual([
      ['Côte', 'd’Ivoire Côte'],
      ['GrÃ¸nland', 'x'],
    ]);
  });
});

describe('a file that cannot be trusted is refused', () => {
  it.each([
    ['nothing', '', { kind: 'EMPTY_FILE' }],
    ['only blank lines', '\r\n\r\n', { kind: 'EMPTY_FILE' }],
    ['only a header', 'a,b\r\n', { kind: 'NO_ROWS' }],
    ['one column', 'just words\nmore words\n', { kind: 'NOT_A_TABLE', beginsWith: 'just words' }],
    [
      'a web page',
      '\n<!DOCTYPE html>\n<html><body>Sign in</body>',
      { kind: 'HTML_PAGE', beginsWith: '<!DOCTYPE html> <html><body>Sign in</bod' },
    ],
    [
      'a last line cut between cells',
      'a,b,c\n1,2,3\n4,5',
      { kind: 'TRUNCATED', record: 3, cells: 2, expected: 3, openQuote: false },
    ],
    [
      'a last line cut and then ended',
      'a,b,c\n1,2,3\n4\n',
      { kind: 'TRUNCATED', record: 3, cells: 1, expected: 3, openQuote: false },
    ],
    [
      'a last line cut inside a quoted cell',
      'a,b\n1,2\n3,"half of',
      { kind: 'TRUNCATED', record: 3, cells: 1, expected: 0, openQuote: true },
    ],
    ['a short line in the middle', 'a,b\n1\n2,3\n', { kind: 'RAGGED_ROW', record: 2, cells: 1, expected: 2 }],
    ['a long line', 'a,b\n1,2\n3,4,5\n', { kind: 'RAGGED_ROW', record: 3, cells: 3, expected: 2 }],
    ['words behind a closing quote', 'a,b\n"1"x,2\n', { kind: 'TEXT_AFTER_QUOTE', record: 2 }],
    ['a workbook', 'PK\u0003\u0004whatever', { kind: 'BINARY_FILE', looksLike: 'a ZIP archive or an Excel workbook' }],
    ['NUL bytes', 'a,b\n1,\u0000\n', { kind: 'BINARY_FILE', looksLike: 'data with NUL bytes' }],
  ])('%s', (_, text, refusal) => {
    expect(refusalOf(text)).toEqual(refusal);
  });

  it('UTF-16', () => {
    expect(refusalOf(Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'))).toMatchObject({ kind: 'BINARY_FILE' });
  });

  it('bytes that neither encoding defines, and both encodings side by side', () => {
    expect(refusalOf(Buffer.from('a,b\nx\u0081,2\n', 'latin1'))).toMatchObject({ kind: 'ENCODING_UNREADABLE' });
    const mixed = Buffer.concat([Buffer.from('a,b\nCôte,Côte\nCôte,'), Buffer.from('Côte\n', 'latin1')]);
    expect(refusalOf(mixed)).toMatchObject({ kind: 'ENCODING_UNREADABLE' });
    expect(refusalOf(Buffer.concat([Buffer.from('\ufeffa,b\n1,'), Buffer.from('ô\n', 'latin1')]))).toMatchObject({
      kind: 'ENCODING_UNREADABLE',
    });
  });

  it('wherever it is cut inside a line', () => {
    const whole = Buffer.from('a,b,c\r\n1,"two, 2",3\r\n4,"five ""5""",6\r\n');
    const lastLine = whole.indexOf('4,');
    for (let end = lastLine + 1; end < whole.indexOf(',6') + 1; end += 1) {
      expect(refusalOf(whole.subarray(0, end))).toMatchObject({ kind: 'TRUNCATED' });
    }
  });
});
