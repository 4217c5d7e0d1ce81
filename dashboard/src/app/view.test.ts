import { keptSearch, parseViewSearch, resolveView } from './view';
import { fallenSilent, worstSource } from './worst-source';

const today = '2026-11-21';
const archive = { from: '2006-05-02', to: '2015-09-14', lastReceived: '2015-09-14' };
const alive = { from: '2024-01-01', to: '2026-11-20', lastReceived: '2026-11-20' };

describe('the address', () => {
  it('repairs what it does not understand', () => {
    expect(
      parseViewSearch({ window: 'bogus', asOf: '2015-02-30', sort: 'shoe size', view: 1, transfers: 'yes' }),
    ).toEqual({});
  });

  it('keeps what it understands and leaves out defaults', () => {
    expect(parseViewSearch({ sort: '-due', q: '', book: '2014-09-30', transfers: true })).toEqual({
      book: '2014-09-30',
      transfers: true,
    });
    expect(parseViewSearch({ window: '2015-01-01..2014-01-01' }).window).toBe('2014-01-01..2015-01-01');
    expect(parseViewSearch({ q: 1234 }).q).toBe('1234');
    expect(parseViewSearch({ origin: 'simulated', kiosk: 1 })).toEqual({ origin: 'simulated', kiosk: 1 });
    expect(parseViewSearch({ origin: 'made up', kiosk: 'yes' })).toEqual({});
  });

  it('takes what figures cover along to another screen, and leaves what belongs to this one', () => {
    expect(
      keptSearch({ window: '30d', asOf: '2014-09-30', origin: 'real', sort: 'name', q: 'x', tab: 'open' }),
    ).toEqual({
      window: '30d',
      asOf: '2014-09-30',
      origin: 'real',
    });
  });
});

describe('the view', () => {
  it('names the origin in every scope once it is known, so that no two figures of a screen differ in it', () => {
    expect(resolveView({}, alive, today, 'SIMULATED').scope).toEqual({ origin: 'SIMULATED' });
    expect(resolveView({ transfers: true }, alive, today, 'REAL').scope).toEqual({
      sourcing: ['PURCHASED', 'TRANSFER'],
      origin: 'REAL',
    });
  });

  it('is the last 90 days unless told otherwise', () => {
    const view = resolveView({}, alive, today);
    expect(view.window).toEqual({ lastDays: 90 });
    expect(view.span).toEqual({ from: '2026-08-24', to: '2026-11-21' });
    expect(view.scope).toBeNull();
    expect(view.widened).toBe(false);
  });

  it('opens a finished archive on all it holds, unless the last 90 days are asked for', () => {
    expect(resolveView({}, archive, today)).toMatchObject({ choice: 'all', widened: true, windowLabel: 'All data' });
    expect(resolveView({ window: '90d' }, archive, today)).toMatchObject({ choice: '90d', widened: false });
    expect(resolveView({}, undefined, today).window).toBeNull();
    expect(resolveView({}, null, today).window).toEqual({ lastDays: 90 });
  });

  it('covers everything when asked for all, with room for early deliveries', () => {
    expect(resolveView({ window: 'all' }, archive, today).window).toEqual({ from: '2006-03-03', to: '2015-09-14' });
  });

  it('waits for the range of data instead of guessing', () => {
    expect(resolveView({ window: 'all' }, undefined, today)).toMatchObject({ window: null, bookDay: null });
  });

  it('opens the book of an archive on a day on which it still had open lines', () => {
    expect(resolveView({ window: 'all' }, archive, today).bookDay).toBe('2015-06-30');
    expect(resolveView({ window: 'all' }, alive, today).bookDay).toBe(today);
    expect(resolveView({ book: '2014-09-30' }, archive, today).bookDay).toBe('2014-09-30');
    // Lines promised for later had all been received by then.
    expect(resolveView({}, { ...archive, to: '2015-12-31' }, today).bookDay).toBe('2015-06-30');
  });

  it('travels in time as a whole: what happened and what was known', () => {
    const view = resolveView({ window: '90d', asOf: '2014-09-30', transfers: true }, archive, today);
    expect(view).toMatchObject({
      asOf: '2014-09-30T23:59:59.999Z',
      knownAt: '2014-09-30T23:59:59.999Z',
      bookDay: '2014-09-30',
      scope: { sourcing: ['PURCHASED', 'TRANSFER'] },
    });
    expect(view.span).toEqual({ from: '2014-07-03', to: '2014-09-30' });
  });
});

const source = (name: string, status: 'FRESH' | 'STALE' | 'NEVER', asOf: string | null) => ({
  id: name,
  name,
  freshness: { asOf, ageSeconds: 0, budgetSeconds: 60, status, sources: 1, completeness: null, weakestSource: null },
});

it('names the source in the gravest condition, and among equals the one furthest behind', () => {
  const sources = [
    source('ERP', 'FRESH', '2026-11-20T00:00:00Z'),
    source('WMS', 'STALE', '2026-11-21T09:00:00Z'),
    source('MES', 'STALE', '2026-11-21T08:00:00Z'),
  ];
  expect(worstSource(sources)?.name).toBe('MES');
  expect(worstSource([])).toBeNull();
});

it('names a source that has fallen silent beside one that never said anything', () => {
  const never = source('TMS', 'NEVER', null);
  const late = source('WMS', 'STALE', '2026-11-21T09:00:00Z');
  const well = source('ERP', 'FRESH', '2026-11-21T10:00:00Z');
  expect([worstSource([never, late, well])?.name, fallenSilent([never, late, well])?.name]).toEqual(['TMS', 'WMS']);
  // The worst of all is named already.
  expect(fallenSilent([late, well])).toBeNull();
  expect(fallenSilent([never, well])).toBeNull();
});
