import fc from 'fast-check';

import {
  add,
  canonical,
  compare,
  divide,
  equals,
  isDecimal,
  isNegative,
  isZero,
  max,
  min,
  multiply,
  negate,
  parseDecimal,
  ratioToNumber,
  roundTo,
  subtract,
  sum,
  toNumber,
} from './decimal';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 9 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
    const point = digits.length - scale;
    const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
    return units < 0n ? `-${text}` : text;
  });

describe('A decimal', () => {
  it.each([
    ['12.500', '12.500'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['007.50', '7.50'],
    ['-3', '-3'],
    ['0.001', '0.001'],
    ['9'.repeat(38), '9'.repeat(38)],
  ])('written as %s is kept as %s', (text, kept) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value: kept });
  });

  it.each([
    '',
    ' ',
    ' 1',
    '1 ',
    '1\n',
    '1e3',
    '1E3',
    '+1',
    '.5',
    '5.',
    '1,000',
    '1.2.3',
    '--1',
    'NaN',
    'Infinity',
    '0x10',
    '１',
    '9'.repeat(39),
  ])('is not %j', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(parseDecimal(text)).toEqual({ ok: false, refusal: { kind: 'NotADecimal', text } });
  });

  it('adds what floats can not', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(sum(['0.10', '0.2', '-0.300'])).toBe('0.000');
    expect(sum([])).toBe('0');
    expect(add('99999999999999999999.99', '0.01')).toBe('100000000000000000000.00');
  });

  it('keeps the decimals of the finer one when adding, and of both when multiplying', () => {
    expect(add('12.500', '1')).toBe('13.500');
    expect(subtract('1', '0.25')).toBe('0.75');
    expect(multiply('1.50', '2.0')).toBe('3.000');
  });

  it('divides half to even, and has no quotient by zero', () => {
    expect(divide('1', '8', 2)).toBe('0.12');
    expect(divide('3', '8', 2)).toBe('0.38');
    expect(divide('-1', '8', 2)).toBe('-0.12');
    expect(divide('2', '3', 4)).toBe('0.6667');
    expect(divide('1', '0.00', 4)).toBeNull();
    expect(roundTo('2.5', 0)).toBe('2');
    expect(roundTo('3.5', 0)).toBe('4');
    expect(roundTo('2.5', 3)).toBe('2.500');
    expect(ratioToNumber('5', '9')).toBe(0.5555555556);
    expect(ratioToNumber('1', '0')).toBeNull();
  });

  it('compares by value, not by text', () => {
    expect(compare('1', '1.00')).toBe(0);
    expect(equals('1', '1.00')).toBe(true);
    expect(compare('-2', '-10')).toBe(1);
    expect(min('1.0', '1')).toBe('1.0');
    expect(max('2', '10')).toBe('10');
    expect(isZero('0.000')).toBe(true);
    expect(isNegative('-0.1')).toBe(true);
    expect(negate('0.0')).toBe('0.0');
    expect(canonical('12.500')).toBe('12.5');
    expect(canonical('100')).toBe('100');
    expect(toNumber('12.500')).toBe(12.5);
  });

  it('calls reckoning with a text that is none a bug', () => {
    expect(() => add('1', 'many')).toThrow('Not a decimal');
  });

  it('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(add(a, b)).toBe(add(b, a));
        expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
        expect(multiply(a, b)).toBe(multiply(b, a));
        expect(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(equals(subtract(add(a, b), b), a)).toBe(true);
        expect(isZero(add(a, negate(a)))).toBe(true);
        expect(compare(a, b) + compare(b, a)).toBe(0);
        expect(sum([a, b, c])).toBe(add(add(a, b), c));
        expect(equals(canonical(a), a)).toBe(true);
      }),
    );
  });

  it('is within half a unit of the last place of the true quotient', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 12 }), (a, b, scale) => {
        const quotient = divide(a, b, scale);
        if (quotient === null) return expect(isZero(b)).toBe(true);
        const error = subtract(multiply(quotient, b), a);
        const half = multiply(scale === 0 ? '0.5' : `0.${'0'.repeat(scale)}5`, b);
        const size = (value: string) => (isNegative(value) ? negate(value) : value);
        return expect(compare(size(error), size(half))).not.toBe(1);
      }),
    );
  });
});
