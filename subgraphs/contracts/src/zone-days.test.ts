import fc from 'fast-check';
import { ZoneDays } from './zone-days';

const ZONES = [
  'Europe/Berlin',
  'America/Chicago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kolkata',
];
const HOUR_MS = 3_600_000;

function askCalendar(utcMs: number, timeZone: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(utcMs)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

describe('days at a site that are remembered', () => {
  it('are those of the calendar, in every zone and around every change of clocks', () => {
    const days = new ZoneDays(askCalendar);
    const instant = fc.integer({ min: Date.UTC(1965, 0), max: Date.UTC(2040, 0) });
    // Many instants close to each other: what is remembered of one is asked for the others.
    const near = fc.array(fc.integer({ min: 0, max: HOUR_MS }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instant, near, (zone, from, offsets) => {
        for (const offset of offsets) expect(days.of(from + offset, zone)).toBe(askCalendar(from + offset, zone));
      }),
      { numRuns: 200 },
    );
  });

  it('are asked of the calendar once for a quarter of an hour', () => {
    let asked = 0;
    const days = new ZoneDays((utcMs, zone) => {
      asked += 1;
      return askCalendar(utcMs, zone);
    });
    const noon = Date.UTC(2026, 2, 14, 12);
    for (const minute of [0, 1, 14]) days.of(noon + minute * 60_000, 'Europe/Berlin');
    expect(asked).toBe(1);
    days.of(noon + 15 * 60_000, 'Europe/Berlin');
    expect(asked).toBe(2);
  });

  it('of a zone that does not exist are refused each time', () => {
    const days = new ZoneDays(askCalendar);
    for (let times = 0; times < 2; times += 1) expect(() => days.of(0, 'Europe/Nowhere')).toThrow(RangeError);
  });
});
