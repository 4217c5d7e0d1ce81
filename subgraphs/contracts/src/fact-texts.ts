/// <reference lib="es2024.string" />

/** Most characters of a text that names something: keys, codes and numbers stand in indexes, which take only so much. */
const LONGEST_NAME = 200;
/** Most characters of a text that describes something. */
const LONGEST_TEXT = 2_000;
/** Fields of facts that describe; every other text names. */
const DESCRIBING: ReadonlySet<string> = new Set(['name', 'itemName', 'productGroup', 'manufacturingSite', 'reason']);

export interface TextFault {
  code: 'TEXT_TOO_LONG' | 'TEXT_INVALID';
  /** Path of the text, from what was searched. */
  field: readonly string[];
  message: string;
}

/** True for text that a database can keep: it holds no U+0000 and no half of a surrogate pair. */
export const isKeepable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/**
 * The first text in an input that cannot be kept or is too long, at whatever depth; null when there is none. One such text
 * would fail the whole list in the database, so each fact is searched before any is written. Bulks have many thousands of
 * facts: texts are only looked at, nothing is made.
 *
 * @param except  name of a field that someone else searches
 */
export function textFault(input: object, except: string | null = null): TextFault | null {
  const fields = input as Readonly<Record<string, unknown>>;
  for (const name in fields) {
    const value = fields[name];
    if (typeof value === 'string') {
      if (value.length > LONGEST_NAME && !(DESCRIBING.has(name) && value.length <= LONGEST_TEXT))
        return tooLong(name, value.length);
      if (!isKeepable(value)) return notKeepable(name);
    } else if (typeof value === 'object' && value !== null && name !== except) {
      const fault = textFault(value);
      if (fault !== null) return { ...fault, field: [name, ...fault.field] };
    }
  }
  return null;
}

function tooLong(name: string, length: number): TextFault {
  const most = DESCRIBING.has(name) ? LONGEST_TEXT : LONGEST_NAME;
  return {
    code: 'TEXT_TOO_LONG',
    field: [name],
    message: `${name} has ${length} characters; at most ${most} are taken.`,
  };
}

const notKeepable = (name: string): TextFault => ({
  code: 'TEXT_INVALID',
  field: [name],
  message: `${name} holds a character that cannot be kept: U+0000, or half of a surrogate pair.`,
});
