/** Numbers as files write them, read exactly: text in, canonical decimal text out, never a float. */
export type DecimalMark = '.' | ',';

/** 1,234.50 or 1234.50 with a point; 1.234,50 or 1234,50 with a comma. */
const POINT_ONLY = /^-?(\d+\.(\d{1,2}|\d{4,})|\d{4,}\.\d+|\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,})$/;
const COMMA_ONLY = /^-?(\d+,(\d{1,2}|\d{4,})|\d{4,},\d+|\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,})$/;

/**
 * One mark for a whole file, because "1,234" alone says nothing: decided by the cells that can only be read one way.
 * Null when the file contradicts itself.
 */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark | null {
  let point = false;
  let comma = false;
  for (const cell of cells) {
    if (PLAIN.test(cell)) continue;
    if (!point && POINT_ONLY.test(cell)) point = true;
    else if (!comma && cell.includes(',') && COMMA_ONLY.test(cell)) comma = true;
  }
  if (point && comma) return null;
  return comma ? ',' : '.';
}

const WITH_POINT = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const WITH_COMMA = /^(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/;

/** The most frequent writing, which needs no change. */
const PLAIN = /^(0|[1-9]\d*)$/;

/** The shortest exact text of the same number ("551.0" is "551", "1,234.50" is "1234.5"); null when it is no number. */
export function canonicalDecimal(text: string, mark: DecimalMark): string | null {
  if (PLAIN.test(text)) return text;
  const match = (mark === '.' ? WITH_POINT : WITH_COMMA).exec(text);
  if (!match) return null;
  const whole = (match[2] ?? '').replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return match[1] === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** Adding one more number of 15 digits stays exact. */
const SAFE_SUM = 2 ** 52;

/** Exact sum of canonical decimals, as a canonical decimal. */
export function sumOfDecimals(decimals: readonly string[]): string {
  const places = decimals.reduce((most, one) => Math.max(most, placesOf(one)), 0);
  let sum = 0n;
  // Short ones are added as whole numbers, exact below 2^53 and far faster; the rest, and full sums, as bigint.
  let small = 0;
  for (const one of decimals) {
    const own = placesOf(one);
    if (one.length + places - own <= 15) {
      small += Number(one.replace('.', '')) * 10 ** (places - own);
      if (Math.abs(small) < SAFE_SUM) continue;
      sum += BigInt(small);
      small = 0;
    } else {
      sum += BigInt(one.replace('.', '') + '0'.repeat(places - own));
    }
  }
  sum += BigInt(small);
  const negative = sum < 0n;
  const digits = (negative ? -sum : sum).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return canonicalDecimal(negative ? `-${text}` : text, '.') ?? text;
}

const placesOf = (decimal: string): number => {
  const at = decimal.indexOf('.');
  return at < 0 ? 0 : decimal.length - at - 1;
};
