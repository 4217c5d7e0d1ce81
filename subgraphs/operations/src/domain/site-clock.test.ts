import { instantInZone, startOfDayMs } from './site-clock';

const startOf = (day: string, zone: string): string => instantInZone(startOfDayMs(day, zone), zone);

describe('the start of a day', () => {
  it('carries the offset that holds at midnight', () => {
    expect(startOf('2026-03-14', 'UTC')).toBe('2026-03-14T00:00:00Z');
    expect(startOf('2026-03-14', 'Europe/Berlin')).toBe('2026-03-14T00:00:00+01:00');
    expect(startOf('2026-07-14', 'Europe/Berlin')).toBe('2026-07-14T00:00:00+02:00');
    expect(startOf('2026-07-14', 'America/St_Johns')).toBe('2026-07-14T00:00:00-02:30');
  });

  it('is right on the days on which clocks change', () => {
    expect(startOf('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T00:00:00+01:00');
    expect(startOf('2026-03-30', 'Europe/Berlin')).toBe('2026-03-30T00:00:00+02:00');
    expect(startOf('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T00:00:00+02:00');
    expect(startOf('2026-10-26', 'Europe/Berlin')).toBe('2026-10-26T00:00:00+01:00');
  });
});
