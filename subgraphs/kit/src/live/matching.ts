/**
 * What a filter of a list asks of one row in memory, as `Conditions` ask it of a table: left out, it asks nothing; asked of
 * a value that is not known, it is not met.
 */
export const among = (value: string | null, values: readonly string[] | null | undefined): boolean =>
  values == null || (value !== null && values.includes(value));

/** Bounds included. Texts of one form, such as days (YYYY-MM-DD), of which the later is the greater. */
export const within = (value: string | null, from: string | null | undefined, to: string | null | undefined): boolean =>
  (from == null || (value !== null && value >= from)) && (to == null || (value !== null && value <= to));
