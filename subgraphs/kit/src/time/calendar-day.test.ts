import fc from 'fast-check';

import { addDays, compareDays, daysBetween, isCalendarDay, maxDay, minDay } from './calendar-day';

const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('A calendar day', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2023-12-31'])('%s exists', (text) => {
    expect(isCalendarDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '0000-01-01',
    '2023-1-1',
    '2023-01-01T00:00:00Z',
    '',
    '02/03/2023',
  ])('%j does not exist', (text) => {
    expect(isCalendarDay(text)).toBe(false);
  });

  it('counts days over leap days and centuries', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('agrees with the calendar of Date, and adding undoes counting', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(daysBetween(from, to)).toBe(
          (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000,
        );
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(compareDays(from, to)).toBe(Math.sign(daysBetween(to, from)));
        expect(isCalendarDay(from)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('calls what is not a day, or lies outside four-digit years, a bug', () => {
    expect(() => daysBetween('soon', '2024-01-01')).toThrow('Not a calendar day');
    expect(() => addDays('9999-12-31', 1)).toThrow('outside the years');
  });

  it('finds the first and the last among those that are known', () => {
    expect(minDay(null, '2024-03-01', undefined, '2024-02-01')).toBe('2024-02-01');
    expect(maxDay(null, '2024-03-01', '2024-02-01')).toBe('2024-03-01');
    expect(minDay(null)).toBeNull();
    expect(maxDay()).toBeNull();
  });
});
