import fc from 'fast-check';
import { canonicalDecimal, decimalMarkOf, sumOfDecimals } from './decimal';

describe('numbers as files write them', () => {
  it.each([
    ['551.0', '551'],
    ['6.20', '6.2'],
    ['1,234,567.50', '1234567.5'],
    ['0007', '7'],
    ['-0.0', '0'],
    ['-5.10', '-5.1'],
    ['0', '0'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalDecimal(text, '.')).toBe(canonical);
  });

  it.each(['', 'N/A', '1.2.3', '12,34', '1e6', 'See DN-304', '--1', '.5.'])('"%s" is no number', (text) => {
    expect(canonicalDecimal(text, '.')).toBeNull();
  });

  it('the mark is that of the whole file: "1,234" alone says nothing', () => {
    expect(decimalMarkOf(['1,234', '5'])).toBe('.');
    expect(decimalMarkOf(['1,234', '780,34'])).toBe(',');
    expect(decimalMarkOf(['1,234.5', '12'])).toBe('.');
    expect(decimalMarkOf(['780.34', '780,34'])).toBeNull();
    expect(canonicalDecimal('1.234,50', ',')).toBe('1234.5');
  });

  it('sums are exact where floats are not', () => {
    expect(sumOfDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(sumOfDecimals([])).toBe('0');
    expect(sumOfDecimals(['9007199254740993', '0.0001', '-1'])).toBe('9007199254740992.0001');
  });

  it('any sum of cents equals the sum in whole cents', () => {
    const cents = fc.array(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), { maxLength: 40 });
    const text = (value: bigint): string => {
      const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
      return canonicalDecimal(`${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, '.') ?? '';
    };
    fc.assert(
      fc.property(cents, (values) => {
        expect(sumOfDecimals(values.map(text))).toBe(text(values.reduce((sum, value) => sum + value, 0n)));
      }),
    );
  });
});
