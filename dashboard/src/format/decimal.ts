/** An exact decimal: `units` ÷ 10^`scale`. */
interface Scaled {
  units: bigint;
  scale: number;
}

function parse(decimal: string): Scaled {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) throw new Error(`not a decimal: ${decimal}`);
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2]}${fraction}`);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

function print({ units, scale }: Scaled): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const sign = units < 0n ? '-' : '';
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** Exact sum of two decimals written as strings, without trailing zeros. Throws on anything that is not a decimal. */
export function addDecimals(left: string, right: string): string {
  const a = parse(left);
  const b = parse(right);
  const scale = Math.max(a.scale, b.scale);
  const raise = (value: Scaled): bigint => value.units * 10n ** BigInt(scale - value.scale);
  return print({ units: raise(a) + raise(b), scale });
}

/** Whether two decimal strings are the same number: "5.0" equals "5". */
export function sameDecimal(left: string, right: string): boolean {
  return addDecimals(left, '0') === addDecimals(right, '0');
}
