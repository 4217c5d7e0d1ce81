import { presentWindowRefusal, resolveWindow, type WindowRequest } from './window';

const ASKED_AT = '2026-03-14T23:30:00+01:00';
const resolve = (request: WindowRequest | null, asOf = ASKED_AT) => resolveWindow(request, { basis: 'DUE' }, asOf);

describe('A window', () => {
  it.each<[string, WindowRequest | null, string, string]>([
    ['nothing asked: the last 90 days, today included', null, '2025-12-15', '2026-03-14'],
    ['the last day alone', { lastDays: 1 }, '2026-03-14', '2026-03-14'],
    ['explicit dates, both inclusive', { from: '2006-01-01', to: '2015-12-31' }, '2006-01-01', '2015-12-31'],
    ['from a day on: up to the day asked about', { from: '2026-03-01' }, '2026-03-01', '2026-03-14'],
    ['up to a day: the default length before it', { to: '2025-12-31' }, '2025-10-03', '2025-12-31'],
    ['in a zone where it is already tomorrow', { lastDays: 2, timeZone: 'Asia/Tokyo' }, '2026-03-14', '2026-03-15'],
  ])('%s', (_case, request, from, to) => {
    expect(resolve(request)).toMatchObject({ ok: true, value: { from, to, basis: 'DUE' } });
  });

  it('takes the day as the instant is written, and says UTC, unless a zone is asked for', () => {
    expect(resolve(null)).toMatchObject({ value: { asOfDay: '2026-03-14', timeZone: 'UTC' } });
    expect(resolve({ timeZone: 'Europe/Berlin', basis: 'RECEIVED' })).toMatchObject({
      value: { asOfDay: '2026-03-14', timeZone: 'Europe/Berlin', basis: 'RECEIVED' },
    });
  });

  it('is the same question a day later when it moves with the day, and another when it does not', () => {
    const asked = (request: WindowRequest | null, asOf: string) => {
      const window = resolve(request, asOf);
      return window.ok ? window.value.asked : null;
    };
    expect(asked(null, '2026-03-14T10:00:00Z')).toBe(asked({ lastDays: 90 }, '2026-03-15T10:00:00Z'));
    expect(asked({ from: '2026-01-01' }, ASKED_AT)).not.toBe(asked({ from: '2026-01-02' }, ASKED_AT));
  });

  it.each<[WindowRequest, string]>([
    [{ from: '2026-02-01', to: '2026-01-01' }, 'WINDOW_INVERTED'],
    [{ from: '2027-01-01' }, 'WINDOW_INVERTED'],
    [{ lastDays: 30, to: '2026-01-01' }, 'WINDOW_AMBIGUOUS'],
    [{ lastDays: 0 }, 'LAST_DAYS_OUT_OF_RANGE'],
    [{ lastDays: -1 }, 'LAST_DAYS_OUT_OF_RANGE'],
    [{ lastDays: 2_147_483_647 }, 'LAST_DAYS_OUT_OF_RANGE'],
    [{ timeZone: 'Mars/Olympus' }, 'TIME_ZONE_UNKNOWN'],
    [{ from: '2026-02-30' }, 'NOT_A_CALENDAR_DAY'],
  ])('%j is refused with %s', (request, code) => {
    const window = resolve(request);
    if (window.ok) throw new Error('This window should have been refused');
    expect(presentWindowRefusal(window.refusal)).toMatchObject({
      code,
      field: expect.any(String),
      message: expect.any(String),
    });
  });

  it('near the first day there is begins with it', () => {
    expect(resolve({ to: '0001-01-05' })).toMatchObject({ value: { from: '0001-01-01', to: '0001-01-05' } });
  });
});
