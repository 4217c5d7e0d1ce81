import { ok, refuse, type Result } from '../result/result';

/**
 * An exact decimal as text, e.g. "12.500". Never a float: quantities and money add up to the last digit.
 * The number of decimals given is kept ("12.500" stays "12.500"), as PostgreSQL's numeric keeps it; `canonical` drops them.
 */
export type Decimal = string;

export interface NotADecimal {
  kind: 'NotADecimal';
  text: string;
}

/** More digits than this come from a broken source, not from a business. */
const MOST_DIGITS = 38;
const PATTERN = /^(-?)0*(\d+)(?:\.(\d+))?$/;

interface Parts {
  units: bigint;
  scale: number;
}

const powersOfTen: bigint[] = [1n];
function powerOfTen(exponent: number): bigint {
  for (let next = powersOfTen.length; next <= exponent; next++) powersOfTen.push(powersOfTen[next - 1]! * 10n);
  return powersOfTen[exponent]!;
}

/**
 * Reads a decimal as a source writes it: digits, at most one point with digits on both sides, an optional minus.
 * Refused: exponents, blanks, a plus sign, group separators, more than 38 digits. Leading zeros and a minus before
 * zero go; the decimals stay.
 */
export function parseDecimal(text: string): Result<Decimal, NotADecimal> {
  const match = PATTERN.exec(text);
  if (!match) return refuse({ kind: 'NotADecimal', text });
  const [, sign = '', whole = '', fraction] = match;
  if (whole.length + (fraction?.length ?? 0) > MOST_DIGITS) return refuse({ kind: 'NotADecimal', text });
  return ok(write({ units: BigInt(sign + whole + (fraction ?? '')), scale: fraction?.length ?? 0 }));
}

/** True when `parseDecimal` takes the text. */
export const isDecimal = (text: string): boolean => parseDecimal(text).ok;

function read(decimal: Decimal): Parts {
  const match = PATTERN.exec(decimal);
  if (!match) throw new TypeError(`Not a decimal: ${JSON.stringify(decimal)}`);
  const fraction = match[3] ?? '';
  return { units: BigInt(match[1]! + match[2]! + fraction), scale: fraction.length };
}

function write({ units, scale }: Parts): Decimal {
  if (scale === 0) return units.toString();
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Both on the finer of the two scales. */
function aligned(left: Decimal, right: Decimal): { left: bigint; right: bigint; scale: number } {
  const a = read(left);
  const b = read(right);
  const scale = Math.max(a.scale, b.scale);
  return {
    left: a.units * powerOfTen(scale - a.scale),
    right: b.units * powerOfTen(scale - b.scale),
    scale,
  };
}

/** left + right, with the decimals of the finer one. */
export function add(left: Decimal, right: Decimal): Decimal {
  const both = aligned(left, right);
  return write({ units: both.left + both.right, scale: both.scale });
}

/** left - right, with the decimals of the finer one. */
export function subtract(left: Decimal, right: Decimal): Decimal {
  const both = aligned(left, right);
  return write({ units: both.left - both.right, scale: both.scale });
}

/** left x right; the decimals of both add up. */
export function multiply(left: Decimal, right: Decimal): Decimal {
  const a = read(left);
  const b = read(right);
  return write({ units: a.units * b.units, scale: a.scale + b.scale });
}

/** -1, 0 or 1 by value: "1" and "1.00" are equal. */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const both = aligned(left, right);
  return both.left < both.right ? -1 : both.left > both.right ? 1 : 0;
}

/** Equal by value, whatever the decimals given. */
export const equals = (left: Decimal, right: Decimal): boolean => left === right || compare(left, right) === 0;

/** Sum of a list, "0" for none; with the decimals of the finest. */
export function sum(decimals: Iterable<Decimal>): Decimal {
  let units = 0n;
  let scale = 0;
  for (const decimal of decimals) {
    const next = read(decimal);
    if (next.scale > scale) {
      units *= powerOfTen(next.scale - scale);
      scale = next.scale;
    }
    units += next.units * powerOfTen(scale - next.scale);
  }
  return write({ units, scale });
}

/** The lesser of two; the first when they are equal. */
export const min = (left: Decimal, right: Decimal): Decimal => (compare(left, right) <= 0 ? left : right);

/** The greater of two; the first when they are equal. */
export const max = (left: Decimal, right: Decimal): Decimal => (compare(left, right) >= 0 ? left : right);

/** -decimal; zero has no sign. */
export function negate(decimal: Decimal): Decimal {
  const parts = read(decimal);
  return write({ units: -parts.units, scale: parts.scale });
}

export const isZero = (decimal: Decimal): boolean => read(decimal).units === 0n;
export const isNegative = (decimal: Decimal): boolean => read(decimal).units < 0n;

/** Whole quotient, a remainder of exactly one half going to the even neighbour (IEEE 754 roundTiesToEven). */
function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = n / d;
  const twice = (n % d) * 2n;
  const up = twice > d || (twice === d && quotient % 2n === 1n);
  const magnitude = up ? quotient + 1n : quotient;
  return negative ? -magnitude : magnitude;
}

/** numerator / denominator to `scale` decimals, half to even; null when the denominator is zero: there is no such number. */
export function divide(numerator: Decimal, denominator: Decimal, scale: number): Decimal | null {
  const n = read(numerator);
  const d = read(denominator);
  if (d.units === 0n) return null;
  const shift = scale + d.scale - n.scale;
  const units =
    shift >= 0
      ? divideHalfEven(n.units * powerOfTen(shift), d.units)
      : divideHalfEven(n.units, d.units * powerOfTen(-shift));
  return write({ units, scale });
}

/** To `scale` decimals, half to even; padded with zeros when it had fewer. */
export function roundTo(decimal: Decimal, scale: number): Decimal {
  const parts = read(decimal);
  if (parts.scale <= scale) return write({ units: parts.units * powerOfTen(scale - parts.scale), scale });
  return write({ units: divideHalfEven(parts.units, powerOfTen(parts.scale - scale)), scale });
}

/** Without trailing zeros after the point: equal values have equal text. */
export function canonical(decimal: Decimal): Decimal {
  let { units, scale } = read(decimal);
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return write({ units, scale });
}

/** For display and for charts only: a float may be off in the last digits. */
export const toNumber = (decimal: Decimal): number => Number(decimal);

/** The ratio as a number for display, divided exactly to `scale` decimals first; null when the denominator is zero. */
export function ratioToNumber(numerator: Decimal, denominator: Decimal, scale = 10): number | null {
  const ratio = divide(numerator, denominator, scale);
  return ratio === null ? null : toNumber(ratio);
}
