import fc from 'fast-check';
import { type DateColumn, findExchangedColumns, readDateColumn } from './dates';

function days(texts: readonly string[]): (string | null)[] {
  return column(texts).cells.map((cell) => (cell.kind === 'DAY' ? cell.on : null));
}
function column(texts: readonly string[]): DateColumn {
  const read = readDateColumn('Some Date', texts);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}
function refusalOf(texts: readonly string[]): unknown {
  const read = readDateColumn('Some Date', texts);
  return read.ok ? null : read.refusal;
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const anyDay = fc
  .integer({ min: Date.UTC(2006, 0, 1) / 86_400_000, max: Date.UTC(2025, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000));

describe('a column of dates', () => {
  it('gives the same days in each of the three formats, with years of two or four digits', () => {
    expect(days(['2-Jun-06', '14-Nov-2006'])).toEqual(['2006-06-02', '2006-11-14']);
    expect(days(['6/2/06', '11/14/2006'])).toEqual(['2006-06-02', '2006-11-14']);
    expect(days(['2006-06-02', '2006-11-14 00:00:00', '2006-11-14T00:00:00.000Z'])).toEqual([
      '2006-06-02',
      '2006-11-14',
      '2006-11-14',
    ]);
  });

  it('reads back any day from any format', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 20 }), (dates) => {
        const iso = dates.map((date) => date.toISOString().slice(0, 10));
        const parts = dates.map((date) => ({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth(),
          day: date.getUTCDate(),
        }));
        expect(days(iso)).toEqual(iso);
        expect(
          days(parts.map(({ year, month, day }) => `${day}-${MONTHS[month] ?? ''}-${String(year).slice(2)}`)),
        ).toEqual(iso);
        expect(days(parts.map(({ year, month, day }) => `${month + 1}/${day}/${year}`))).toEqual(iso);
      }),
    );
  });

  it('knows the words that stand in for a date, and nothing at all', () => {
    const kinds = column(['1/2/06', 'Date Not Captured', 'N/A - From RDC', 'Pre-PQ Process', '', 'N/A']).cells.map(
      (cell) => (cell.kind === 'ABSENT' ? cell.reason : cell.kind),
    );
    expect(kinds).toEqual(['DAY', 'NOT_CAPTURED', 'FROM_RDC', 'PRE_PQ', 'BLANK', 'BLANK']);
  });

  it('leaves a day that does not exist, another format and other words unreadable', () => {
    const kinds = column(['2/30/06', '1/2/06', '1/3/06', '2-Jun-06', 'soon', '32/40/06']).cells.map(
      (cell) => cell.kind,
    );
    expect(kinds).toEqual(['UNREADABLE', 'DAY', 'DAY', 'UNREADABLE', 'UNREADABLE', 'UNREADABLE']);
  });

  it('is refused when nothing in it is a date', () => {
    expect(refusalOf(['someday', 'N/A'])).toEqual({
      kind: 'DATE_FORMAT_UNKNOWN',
      column: 'Some Date',
      example: 'someday',
    });
  });

  it('is refused when a single first part is above 12: the other dates then mean something else too', () => {
    expect(refusalOf(['1/2/06', '3/4/06', '13/11/06'])).toMatchObject({
      kind: 'DAY_AND_MONTH_SWAPPED',
      columns: ['Some Date'],
    });
    expect(refusalOf(['2006-02-01', '2006-13-11'])).toMatchObject({ kind: 'DAY_AND_MONTH_SWAPPED' });
  });
});

describe('day and month exchanged without an impossible month', () => {
  const order = [{ earlier: 'sent', later: 'delivered' }];
  /** Orders sent through two years, each delivered 40 days later. */
  const sent = Array.from({ length: 200 }, (_, index) => new Date(Date.UTC(2010, 0, 1 + index * 3)));
  const delivered = column(sent.map((date) => new Date(date.getTime() + 40 * 86_400_000).toISOString().slice(0, 10)));
  const us = (date: Date): string => `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  const mangled = (date: Date): string =>
    date.getUTCDate() <= 12 ? `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}` : us(date);

  it('is found when a spreadsheet exchanged only the ambiguous dates', () => {
    expect(findExchangedColumns({ sent: column(sent.map(mangled)), delivered }, order)).toMatchObject({
      kind: 'DAY_AND_MONTH_SWAPPED',
      columns: ['sent'],
    });
  });

  it('is not suspected of a sound column, nor of a few slips', () => {
    expect(findExchangedColumns({ sent: column(sent.map(us)), delivered }, order)).toBeNull();
    const slips = sent.map((date, index) => us(index < 3 ? new Date(date.getTime() + 90 * 86_400_000) : date));
    expect(findExchangedColumns({ sent: column(slips), delivered }, order)).toBeNull();
  });

  it('is not blamed for contradictions that exchanging would not explain', () => {
    const late = sent.map((date) => us(new Date(date.getTime() + 400 * 86_400_000)));
    expect(findExchangedColumns({ sent: column(late), delivered }, order)).toBeNull();
  });
});
