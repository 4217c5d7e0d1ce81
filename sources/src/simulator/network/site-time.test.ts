import { dayAt, dayText, instantAt, instantText, minuteAt, weekdayOf } from './site-time';

const at = (text: string): number => Date.parse(text);

describe('the time of a site', () => {
  it('is written with the offset that held at the site', () => {
    expect(instantText('Europe/Berlin', at('2026-10-24T10:00:00Z'))).toBe('2026-10-24T12:00:00+02:00');
    expect(instantText('Europe/Berlin', at('2026-10-25T10:00:00Z'))).toBe('2026-10-25T11:00:00+01:00');
    expect(instantText('America/Chicago', at('2026-11-22T01:00:00.250Z'))).toBe('2026-11-21T19:00:00.250-06:00');
  });

  it('changes its day at its own midnight', () => {
    expect(dayText(dayAt('Asia/Shanghai', at('2026-11-21T15:59:59Z')))).toBe('2026-11-21');
    expect(dayText(dayAt('Asia/Shanghai', at('2026-11-21T16:00:00Z')))).toBe('2026-11-22');
  });

  it('finds six in the morning before and after the clocks change', () => {
    const saturday = dayAt('Europe/Berlin', at('2026-10-24T10:00:00Z'));
    expect(instantAt('Europe/Berlin', saturday, 360)).toBe(at('2026-10-24T04:00:00Z'));
    expect(instantAt('Europe/Berlin', saturday + 1, 360)).toBe(at('2026-10-25T05:00:00Z'));
    expect(minuteAt('Europe/Berlin', at('2026-10-25T05:00:00Z'))).toBe(360);
    expect(weekdayOf(saturday)).toBe(6);
  });
});
