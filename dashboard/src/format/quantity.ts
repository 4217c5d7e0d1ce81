/** What is shown where nothing is known. Zero is "0", never this. */
export const UNKNOWN = '—';
const MINUS = '\u2212';

function withMinus(text: string): string {
  return text.replace(/^-/, MINUS);
}

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 3 });

/** A count with thousands separators, exact: 2921 → "2,921". */
export function formatCount(count: number | null | undefined): string {
  return count === null || count === undefined ? UNKNOWN : withMinus(whole.format(count));
}

/** An exact number for tables and tooltips, at most four decimals: 108.02635 → "108.0264". */
export function formatExact(value: number | null | undefined): string {
  return value === null || value === undefined ? UNKNOWN : withMinus(grouped.format(value));
}

/**
 * Three significant figures for a tile: 108.0264 → "108", 94.5224 → "94.5", 0.01234 → "0.0123".
 * Whole numbers keep their digits (a count is never rounded): 2921 → "2,921".
 */
export function formatTile(value: number | null | undefined): string {
  if (value === null || value === undefined) return UNKNOWN;
  if (Number.isInteger(value)) return withMinus(whole.format(value));
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  const decimals = Math.min(Math.max(2 - magnitude, 0), 6);
  return withMinus(
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: 0, maximumFractionDigits: decimals }).format(value),
  );
}

/** Compact, three significant figures, for tiles only: 331053953.37 → "331 M". */
export function formatCompact(value: number | null | undefined): string {
  if (value === null || value === undefined) return UNKNOWN;
  return withMinus(compact.format(value)).replace(/([a-z]+)$/i, (suffix) => `\u00a0${suffix.toUpperCase()}`);
}

/** Money on a tile, currency first: (331053953.37, "USD") → "USD 331 M". */
export function formatMoneyCompact(value: number | null | undefined, currency: string | null | undefined): string {
  if (value === null || value === undefined) return UNKNOWN;
  return currency ? `${currency}\u00a0${formatCompact(value)}` : formatCompact(value);
}

/** Money exactly, from its decimal string: ("331053953.37", "USD") → "USD 331,053,953.37". */
export function formatMoney(amount: string | null | undefined, currency: string | null | undefined): string {
  if (amount === null || amount === undefined) return UNKNOWN;
  // Sources that count in cents may still say 80193.3: a lone decimal reads as a slip.
  const text = formatDecimal(/\.\d$/.test(amount) ? `${amount}0` : amount);
  return currency ? `${currency}\u00a0${text}` : text;
}

/** An exact decimal string with thousands separators; its decimals stay as they are: "1234.50" → "1,234.50". */
export function formatDecimal(decimal: string | null | undefined): string {
  if (decimal === null || decimal === undefined) return UNKNOWN;
  const [integer = '0', fraction] = decimal.split('.');
  const separated = integer.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return withMinus(fraction === undefined ? separated : `${separated}.${fraction}`);
}

/** "1 line", "2 lines": the number in full, the noun agreeing with it. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
