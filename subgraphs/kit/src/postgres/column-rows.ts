import {
  bigintArray,
  booleanArray,
  dayArray,
  instantArray,
  intArray,
  jsonArray,
  textArray,
  uuidArray,
} from './column-arrays';

/** The types that a column of written rows can have, with how its array is made and read. */
const TYPES = {
  text: { array: textArray, read: 'text[]' },
  uuid: { array: uuidArray, read: 'uuid[]' },
  date: { array: dayArray, read: 'date[]' },
  int: { array: intArray, read: 'int[]' },
  bigint: { array: bigintArray, read: 'bigint[]' },
  boolean: { array: booleanArray, read: 'boolean[]' },
  /** JSON text. */
  json: { array: jsonArray, read: 'json[]' },
  /** RFC 3339, to the millisecond. */
  instant: { array: instantArray, read: 'timestamptz[]' },
  /** Exact decimal text. */
  decimal: { array: textArray, read: 'text[]::numeric[]' },
} as const;

type Cell = string | number | boolean | null;

/** A column of rows that are written: its name, its type, and what of a row stands in it. */
export type Column<Row> = readonly [name: string, type: keyof typeof TYPES, value: (row: Row) => Cell];

/** The names of the columns, as they stand in a statement. */
export const namesOf = <Row>(columns: readonly Column<Row>[]): string => columns.map(([name]) => name).join(', ');

/**
 * The rows as a table of a statement, under an alias and with the names of the columns. Its parameters are the first ones:
 * those that `arraysOf` makes.
 */
export const tableOf = <Row>(columns: readonly Column<Row>[], alias: string): string =>
  `unnest(${columns.map(([, type], index) => `$${index + 1}::${TYPES[type].read}`).join(', ')}) AS ${alias}(${namesOf(columns)})`;

/**
 * The statement that writes rows, over those that have the same value in the first column. In its order, so that two writers
 * cannot wait for each other in a circle. Its parameters are those that `arraysOf` makes.
 */
export const upsertOf = <Row>(table: string, columns: readonly Column<Row>[]): string => {
  const [key, ...others] = columns.map(([name]) => name);
  return `INSERT INTO ${table} (${namesOf(columns)}) SELECT * FROM ${tableOf(columns, 'written')} ORDER BY 1
    ON CONFLICT (${key}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`;
};

/** The rows as parameters, one for each column. */
export const arraysOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Buffer[] =>
  columns.map(([, type, value]) =>
    (TYPES[type].array as (values: readonly Cell[]) => Buffer)(rows.map((row) => value(row))),
  );
