import fc from 'fast-check';
import { Client } from 'pg';
import {
  bigintArray,
  bytesArray,
  dayArray,
  instantArray,
  intArray,
  jsonArray,
  textArray,
  uuidArray,
} from '@sightline/kit/postgres/column-arrays';
import { arraysOf, type Column, namesOf, tableOf } from '@sightline/kit/postgres/column-rows';
import { createTestDatabase, type TestDatabase } from '@sightline/kit/testing/test-database';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.adminUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What PostgreSQL has understood, as text, in order. */
async function understood(type: string, parameter: Buffer): Promise<(string | null)[]> {
  const { rows } = await client.query<{ value: string | null }>(
    `SELECT value::text AS value FROM unnest($1::${type}[]) WITH ORDINALITY AS u(value, place) ORDER BY place`,
    [parameter],
  );
  return rows.map((row) => row.value);
}

const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\u0000', ''));

describe('a column as a binary array', () => {
  it('of texts arrives as it was, whatever stands in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text)), async (values) => {
        expect(await understood('text', textArray(values))).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps what another one wrote before it was sent, also beyond the memory that is kept', async () => {
    const long = ['ä'.repeat(3_000_000), 'b'];
    const [first, second, third] = [textArray(['first', null]), textArray(long), textArray(['third'])];
    expect(await understood('text', first)).toEqual(['first', null]);
    expect(await understood('text', second)).toEqual(long);
    expect(await understood('text', third)).toEqual(['third']);
  });

  it('of the other types arrives as it was', async () => {
    expect(await understood('json', jsonArray(['{"a": 1}', null, '"x"']))).toEqual(['{"a": 1}', null, '"x"']);
    expect(await understood('int', intArray([0, -7, null, 2_147_483_647]))).toEqual(['0', '-7', null, '2147483647']);
    const large = ['9223372036854775807', '-9223372036854775808'];
    expect(await understood('bigint', bigintArray([...large, 12, null]))).toEqual([...large, '12', null]);
    const days = ['1900-01-01', '1999-12-31', '2000-01-01', '2024-02-29', '9000-12-31', null];
    expect(await understood('date', dayArray(days))).toEqual(days);
    const ids = ['00000000-0000-0000-0000-000000000000', 'ff9b11d3-075e-57aa-8c82-06599fa94b1f', null];
    expect(await understood('uuid', uuidArray(ids))).toEqual(ids);
    expect(await understood('bytea', bytesArray(Buffer.from('0a0bff00', 'hex'), 2))).toEqual(['\\x0a0b', '\\xff00']);
    const instants = ['1999-12-31T23:59:59.999Z', '2026-03-29T02:30:00.123+02:00', '1900-01-01T00:00:00-05:30', null];
    const same = instants.map((instant) => (instant === null ? null : new Date(instant).toISOString()));
    const read = await understood('timestamptz', instantArray(instants));
    expect(read.map((instant) => (instant === null ? null : new Date(instant).toISOString()))).toEqual(same);
  });

  it('is one column of rows that stand in a statement as a table', async () => {
    interface Item {
      name: string;
      amount: string | null;
      on: string;
      isNew: boolean;
    }
    const columns: readonly Column<Item>[] = [
      ['name', 'text', ({ name }) => name],
      ['amount', 'decimal', ({ amount }) => amount],
      ['day', 'date', ({ on }) => on],
      ['is_new', 'boolean', ({ isNew }) => isNew],
    ];
    const items: Item[] = [
      { name: 'screw', amount: '12345678901234567890.000000001', on: '2026-02-28', isNew: true },
      { name: '', amount: null, on: '1999-01-01', isNew: false },
    ];
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT ${namesOf(columns).replace('amount', 'amount::text').replace('day', 'day::text')}
       FROM ${tableOf(columns, 'i')} WHERE day < $${columns.length + 1} ORDER BY day DESC`,
      [...arraysOf(columns, items), '2027-01-01'],
    );
    expect(rows).toEqual([
      { name: 'screw', amount: '12345678901234567890.000000001', day: '2026-02-28', is_new: true },
      { name: '', amount: null, day: '1999-01-01', is_new: false },
    ]);
  });

  it('may be empty', async () => {
    const none = [textArray([]), jsonArray([]), intArray([]), bigintArray([]), dayArray([]), uuidArray([])];
    const types = ['text', 'json', 'int', 'bigint', 'date', 'uuid'];
    for (const [index, type] of types.entries()) expect(await understood(type, none[index]!)).toEqual([]);
    expect(await understood('bytea', bytesArray(Buffer.alloc(0), 32))).toEqual([]);
  });

  it('is refused before it is sent when a day or an id is none', () => {
    for (const day of ['2024-13-01', '2024-02-30', '2023-02-29', '2024-1-1', 'today', ''])
      expect(() => dayArray([day])).toThrow(RangeError);
    for (const instant of ['', 'now', '2026-02-30T25:00:00Z'])
      expect(() => instantArray([instant])).toThrow(RangeError);
    for (const id of ['', 'x', 'ff9b11d3075e57aa8c8206599fa94b1f']) expect(() => uuidArray([id])).toThrow(RangeError);
  });
});
