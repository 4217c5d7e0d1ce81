import { COLUMNS, COLUMN_KEYS, readHeader } from './header';

const published = COLUMN_KEYS.map((column) => COLUMNS[column]);
const snakeCase = published.map((name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, ''),
);

describe('the header of the SCMS file', () => {
  it.each([
    ['as published', published],
    ['in lower case', published.map((name) => name.toLowerCase())],
    ['in snake case, as the API of the agency writes it', snakeCase],
    [
      'with dots for punctuation, as statistics tools write it',
      published.map((name) => name.replace(/[^A-Za-z0-9]/g, '.')),
    ],
    ['with blanks around', published.map((name) => ` ${name} `)],
  ])('is found %s', (_, names) => {
    const header = readHeader(names);
    expect(header.ok && COLUMN_KEYS.map((column) => header.value.at[column])).toEqual(
      published.map((__, index) => index),
    );
  });

  it('is found in any order, beside columns that are not ours', () => {
    const header = readHeader(['row', ...published.toReversed()]);
    expect(header.ok && header.value.unknown).toEqual(['row']);
    expect(header.ok && header.value.at.id).toBe(published.length);
  });

  it.each(published)('is refused without "%s", which is named', (missing) => {
    const header = readHeader(published.filter((name) => name !== missing));
    expect(!header.ok && header.refusal).toMatchObject({ kind: 'COLUMN_MISSING', columns: [missing] });
  });

  it('is refused when a column is there twice', () => {
    const header = readHeader([...published, 'vendor']);
    expect(!header.ok && header.refusal).toEqual({ kind: 'COLUMN_REPEATED', column: 'Vendor' });
  });
});
