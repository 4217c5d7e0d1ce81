/**
 * Columns of many rows as PostgreSQL's binary arrays, for `SELECT * FROM unnest($1::uuid[], $2::text[], ...)`: the server
 * copies each value instead of parsing JSON for it, and nothing is escaped on the way. The driver sends a Buffer as it is.
 *
 * A parameter made here has to be cast to the array type of its name in the statement.
 */
type Value<Type> = Type | null;

const OID = {
  boolean: 16,
  bytea: 17,
  bigint: 20,
  int: 23,
  text: 25,
  json: 114,
  date: 1082,
  timestamptz: 1184,
  uuid: 2950,
} as const;
/** Dimensions, whether there are nulls, type, length, lower bound. */
const HEAD_BYTES = 20;
/** Length of each value. */
const LENGTH_BYTES = 4;
const NULL = -1;
/** Memory that is kept for the next list. */
const MOST_SCRATCH_BYTES = 8 * 1024 * 1024;
/** PostgreSQL counts days from 2000-01-01. */
const POSTGRES_EPOCH_DAY = 10_957;
const MS_PER_DAY = 86_400_000;

function head(buffer: Buffer, oid: number, length: number): void {
  // An array of nothing has no dimension.
  buffer.writeInt32BE(length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  if (length === 0) return;
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
}

const EMPTY_BYTES = 12;
const headBytes = (length: number): number => (length === 0 ? EMPTY_BYTES : HEAD_BYTES);

/** An array whose values all take `bytes` bytes. */
function fixed<Type>(
  oid: number,
  bytes: number,
  values: readonly Value<Type>[],
  write: (buffer: Buffer, value: Type, at: number) => void,
): Buffer {
  const buffer = Buffer.allocUnsafe(headBytes(values.length) + values.length * (LENGTH_BYTES + bytes));
  head(buffer, oid, values.length);
  let at = HEAD_BYTES;
  for (const value of values) {
    if (value === null) {
      buffer.writeInt32BE(NULL, at);
      at += LENGTH_BYTES;
      continue;
    }
    buffer.writeInt32BE(bytes, at);
    write(buffer, value, at + LENGTH_BYTES);
    at += LENGTH_BYTES + bytes;
  }
  return values.length === 0 ? buffer : buffer.subarray(0, at);
}

/** Where texts are written before their length is known; what is returned is a copy, as long as it has to be. */
let scratch = Buffer.allocUnsafe(256 * 1024);

function texts(oid: number, values: readonly Value<string>[]): Buffer {
  // A UTF-16 unit takes at most three bytes of UTF-8.
  let most = headBytes(values.length) + values.length * LENGTH_BYTES;
  for (const value of values) if (value !== null) most += value.length * 3;
  if (most > scratch.length && most <= MOST_SCRATCH_BYTES) scratch = Buffer.allocUnsafe(most);
  const buffer = most <= scratch.length ? scratch : Buffer.allocUnsafe(most);
  head(buffer, oid, values.length);
  let at = headBytes(values.length);
  for (const value of values) {
    if (value === null) {
      buffer.writeInt32BE(NULL, at);
      at += LENGTH_BYTES;
      continue;
    }
    const bytes = buffer.write(value, at + LENGTH_BYTES);
    buffer.writeInt32BE(bytes, at);
    at += LENGTH_BYTES + bytes;
  }
  return Buffer.from(buffer.subarray(0, at));
}

/** For `text[]`. */
export const textArray = (values: readonly Value<string>[]): Buffer => texts(OID.text, values);

/** For `json[]`, of JSON texts. */
export const jsonArray = (values: readonly Value<string>[]): Buffer => texts(OID.json, values);

/** For `int[]`. */
export const intArray = (values: readonly Value<number>[]): Buffer =>
  fixed(OID.int, 4, values, (buffer, value, at) => buffer.writeInt32BE(value, at));

/** For `boolean[]`. */
export const booleanArray = (values: readonly Value<boolean>[]): Buffer =>
  fixed(OID.boolean, 1, values, (buffer, value, at) => buffer.writeUInt8(value ? 1 : 0, at));

/** For `bigint[]`; throws for what is no integer. */
export const bigintArray = (values: readonly Value<number | string>[]): Buffer =>
  fixed(OID.bigint, 8, values, (buffer, value, at) => buffer.writeBigInt64BE(BigInt(value), at));

/** For `bytea[]`, of values of `bytes` bytes each: the concatenated values. */
export function bytesArray(values: Buffer, bytes: number): Buffer {
  const count = values.length / bytes;
  const buffer = Buffer.allocUnsafe(headBytes(count) + count * (LENGTH_BYTES + bytes));
  head(buffer, OID.bytea, count);
  let at = HEAD_BYTES;
  for (let from = 0; from < values.length; from += bytes) {
    buffer.writeInt32BE(bytes, at);
    values.copy(buffer, at + LENGTH_BYTES, from, from + bytes);
    at += LENGTH_BYTES + bytes;
  }
  return buffer;
}

/** For `date[]`, of days YYYY-MM-DD. Throws for another text, and for a day that no calendar has. */
export const dayArray = (days: readonly Value<string>[]): Buffer =>
  fixed(OID.date, 4, days, (buffer, day, at) => buffer.writeInt32BE(dayNumber(day), at));

/** The days of thousands of facts are few; each is looked up in the calendar once. */
const dayNumbers = new Map<string, number>();
const MOST_DAYS = 50_000;

function dayNumber(day: string): number {
  const known = dayNumbers.get(day);
  if (known !== undefined) return known;
  const ms = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  // JavaScript takes the 30th of February for the 1st of March.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(day))
    throw new RangeError(`not a day: ${JSON.stringify(day.slice(0, 40))}`);
  const made = ms / MS_PER_DAY - POSTGRES_EPOCH_DAY;
  if (dayNumbers.size >= MOST_DAYS) dayNumbers.clear();
  dayNumbers.set(day, made);
  return made;
}

/** For `uuid[]`. Throws for a text that is none. */
export const uuidArray = (values: readonly Value<string>[]): Buffer =>
  fixed(OID.uuid, 16, values, (buffer, value, at) => {
    if (!UUID.test(value)) throw new RangeError(`not a UUID: ${JSON.stringify(value.slice(0, 40))}`);
    buffer.write(value.replaceAll('-', ''), at, 'hex');
  });

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const MICROSECONDS = 1_000n;
const POSTGRES_EPOCH_MS = POSTGRES_EPOCH_DAY * MS_PER_DAY;

/** For `timestamptz[]`, of instants RFC 3339 to the millisecond; digits behind that are lost. Throws for another text. */
export const instantArray = (instants: readonly Value<string>[]): Buffer =>
  fixed(OID.timestamptz, 8, instants, (buffer, instant, at) => {
    const ms = Date.parse(instant);
    if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${JSON.stringify(instant.slice(0, 40))}`);
    buffer.writeBigInt64BE(BigInt(ms - POSTGRES_EPOCH_MS) * MICROSECONDS, at);
  });
