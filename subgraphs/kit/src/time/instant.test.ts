import fc from 'fast-check';

import { compareInstants, dayOfInstant, isInstant, isoUtc, isTimeZone, toUtcMs } from './instant';

describe('An instant', () => {
  it.each(['2026-03-14T09:30:00+01:00', '2026-03-14T08:30:00Z', '2026-03-14T08:30:00.123456Z', '2026-03-14t08:30:00z'])(
    'is %s',
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    '2026-03-14',
    '2026-03-14T09:30:00',
    '2026-03-14T09:30+01:00',
    '2026-03-14 09:30:00Z',
    '2026-02-30T09:30:00Z',
    '2026-03-14T24:00:00Z',
    '2026-03-14T23:59:60Z',
    '2026-03-14T09:30:00+0100',
    '2026-03-14T09:30:00+24:00',
    '',
  ])('is not %j: an offset is never guessed', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => toUtcMs(text)).toThrow('Not an RFC 3339 instant');
  });

  it('is the same moment with any offset', () => {
    expect(compareInstants('2026-03-14T09:30:00+01:00', '2026-03-14T08:30:00.000Z')).toBe(0);
    expect(compareInstants('2026-03-14T09:30:00-05:30', '2026-03-14T15:00:00Z')).toBe(0);
    expect(compareInstants('2026-03-14T08:30:00.0001Z', '2026-03-14T08:30:00Z')).toBe(1);
    expect(compareInstants('2026-03-14T08:30:00.00012Z', '2026-03-14T08:30:00.0002Z')).toBe(-1);
  });

  it('reads as Date reads it', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(-1e13), max: new Date(1e14), noInvalidDate: true }), (date) => {
        expect(toUtcMs(isoUtc(date))).toBe(date.getTime());
      }),
    );
  });

  it('is of the day of the site when its zone is known, else of the day as written', () => {
    const midnight = '2026-03-28T23:30:00Z';
    expect(dayOfInstant(midnight, null)).toBe('2026-03-28');
    expect(dayOfInstant('2026-03-29T00:30:00+01:00', null)).toBe('2026-03-29');
    expect(dayOfInstant('2026-03-29T00:30:00+01:00', 'UTC')).toBe('2026-03-28');
    expect(dayOfInstant(midnight, 'Europe/Berlin')).toBe('2026-03-29');
    expect(dayOfInstant(midnight, 'America/New_York')).toBe('2026-03-28');
    // The clocks go forward in the night: 22:30 UTC is then half past midnight.
    expect(dayOfInstant('2026-03-29T22:30:00Z', 'Europe/Berlin')).toBe('2026-03-30');
  });

  it('knows zones by their names, and takes no offset for one', () => {
    expect(isTimeZone('Africa/Johannesburg')).toBe(true);
    expect(isTimeZone('UTC')).toBe(true);
    expect(isTimeZone('+01:00')).toBe(false);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});
