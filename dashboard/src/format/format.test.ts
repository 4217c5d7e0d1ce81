import { addDecimals, sameDecimal } from './decimal';
import {
  addDays,
  daysBetween,
  formatBucket,
  formatDay,
  formatInstant,
  formatStamp,
  isDay,
  isoWeek,
  quarterEndAfter,
  quarterEndOnOrBefore,
} from './date';
import { formatDuration } from './duration';
import { formatPercentExact, formatPercentTile } from './percent';
import { countOf, formatCompact, formatCount, formatDecimal, formatExact, formatMoney, formatTile } from './quantity';

describe('numbers', () => {
  it('shows nothing known as a dash and zero as zero', () => {
    expect([
      formatCount(null),
      formatExact(null),
      formatTile(null),
      formatPercentTile(null),
      formatMoney(null, 'USD'),
    ]).toEqual(['—', '—', '—', '—', '—']);
    expect([formatCount(0), formatExact(0), formatTile(0), formatPercentTile(0)]).toEqual(['0', '0', '0', '0\u00a0%']);
  });

  it('rounds to three significant figures on tiles and not in tables', () => {
    expect(formatTile(108.0264)).toBe('108');
    expect(formatTile(88.54)).toBe('88.5');
    expect(formatTile(0.01234)).toBe('0.0123');
    expect(formatExact(108.02635)).toBe('108.0264');
    expect(formatPercentTile(94.5224)).toBe('94.5\u00a0%');
    expect(formatPercentExact(94.52242)).toBe('94.5224\u00a0%');
  });

  it('never rounds a count', () => {
    expect(formatTile(2921)).toBe('2,921');
    expect(countOf(1, 'line')).toBe('1 line');
    expect(countOf(2921, 'line')).toBe('2,921 lines');
  });

  it('never rounds failures away: almost all is not all, hardly any is not none', () => {
    expect(formatPercentTile(99.97)).toBe('99.97\u00a0%');
    expect(formatPercentTile(99.9999)).toBe('99.99\u00a0%');
    expect(formatPercentTile(0.001)).toBe('<0.01\u00a0%');
    expect(formatPercentTile(100)).toBe('100\u00a0%');
  });

  it('writes a minus, not a hyphen', () => {
    expect([formatCount(-3), formatExact(-1.5), formatDecimal('-1234.50')]).toEqual(['−3', '−1.5', '−1,234.50']);
  });

  it('keeps money exact outside tiles', () => {
    expect(formatMoney('331053953.37', 'USD')).toBe('USD\u00a0331,053,953.37');
    expect(formatMoney('80193.3', 'USD')).toBe('USD\u00a080,193.30');
    expect(formatCompact(331053953.37)).toBe('331\u00a0M');
    expect(formatCompact(523_000)).toBe('523\u00a0K');
  });
});

describe('exact decimals', () => {
  it('adds what floats cannot', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals('9007199254740993', '0.01')).toBe('9007199254740993.01');
    expect(addDecimals('-0.05', '0.02')).toBe('-0.03');
  });

  it('knows equal numbers by any spelling', () => {
    expect(sameDecimal('5.00', '5')).toBe(true);
    expect(sameDecimal('5.01', '5')).toBe(false);
  });

  it('refuses what is no decimal', () => {
    expect(() => addDecimals('1e3', '0')).toThrow('not a decimal');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [65, '1 min 5 s'],
    [3600, '1 h'],
    [186_000, '2 d 3 h'],
    [-90, '−1 min 30 s'],
    [400 * 86_400, '400 d'],
  ])('%d seconds are "%s"', (seconds, words) => expect(formatDuration(seconds)).toBe(words));

  it('has no age for what never arrived', () => expect(formatDuration(null)).toBe('—'));
});

describe('days and instants', () => {
  it('shows a day without a zone and an instant with one', () => {
    expect(formatDay('2014-09-30')).toBe('30 Sep 2014');
    expect(formatInstant('2015-09-14T23:59:00Z', 'UTC')).toBe('14 Sep 2015, 23:59 UTC');
    expect(formatInstant('2015-07-14T22:30:00Z', 'Europe/Berlin')).toMatch(/^15 Jul 2015, 00:30 (CEST|GMT\+2)$/);
    expect(formatStamp('2014-09-30')).toBe('30 Sep 2014');
  });

  it('takes only real days', () => {
    expect(isDay('2016-02-29')).toBe(true);
    expect(isDay('2015-02-29')).toBe(false);
    expect(isDay('2015-2-1')).toBe(false);
  });

  it('counts across months, years and changes of clocks', () => {
    expect(addDays('2015-12-31', 1)).toBe('2016-01-01');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('steps from quarter end to quarter end', () => {
    expect(quarterEndOnOrBefore('2015-09-14')).toBe('2015-06-30');
    expect(quarterEndOnOrBefore('2014-09-30')).toBe('2014-09-30');
    expect(quarterEndOnOrBefore('2015-01-15')).toBe('2014-12-31');
    expect(quarterEndAfter('2014-09-30')).toBe('2014-12-31');
    expect(quarterEndAfter('2014-11-02')).toBe('2014-12-31');
  });

  it('numbers weeks as ISO 8601 does', () => {
    expect(isoWeek('2021-01-03')).toEqual({ week: 53, weekYear: 2020 });
    expect(isoWeek('2024-12-30')).toEqual({ week: 1, weekYear: 2025 });
    expect(formatBucket('2026-11-16', 'WEEK')).toBe('W47 2026');
    expect(formatBucket('2014-07-01', 'QUARTER')).toBe('Q3 2014');
  });
});
