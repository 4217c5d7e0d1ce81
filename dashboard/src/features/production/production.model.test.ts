import {
  filterOf,
  headlineOf,
  longestWaitingFirst,
  parseTab,
  standingOf,
  toldState,
  trimSeries,
  type ProductionPoint,
  type Standing,
} from './production.model';

const NOON = Date.parse('2026-03-10T12:00:00Z');
const order = (part: Partial<Standing>): Standing => ({
  status: 'STARTED',
  plannedFinish: '2026-03-10T18:00:00Z',
  frozenFinish: '2026-03-10T18:00:00Z',
  unpostedSeconds: null,
  ...part,
});

it('reads a state as its system told it, without its capitals', () => {
  expect([toldState('IN_PROGRESS'), toldState('Released 20'), toldState(null)]).toEqual([
    'In progress',
    'Released 20',
    null,
  ]);
});

describe('how a work order stands', () => {
  it('is on plan while the finish frozen at release lies ahead and the plan has not moved', () => {
    expect(standingOf(order({}), NOON)).toEqual({ shape: 'ok', words: 'On plan' });
  });

  it('has slipped when its plan ends after the finish frozen at release', () => {
    expect(standingOf(order({ plannedFinish: '2026-03-11T06:00:00Z' }), NOON).words).toBe('Slipped');
  });

  it('is late when the frozen finish is past and it is not done, however the plan was moved', () => {
    const late = order({ frozenFinish: '2026-03-10T11:59:00Z', plannedFinish: '2026-03-12T00:00:00Z' });
    expect(standingOf(late, NOON)).toEqual({ shape: 'risk', words: 'Late' });
  });

  it('waits to be posted after half an hour, and is a breach after four hours', () => {
    expect(standingOf(order({ status: 'COMPLETED_MES', unpostedSeconds: 1_800 }), NOON).words).toBe('Done');
    expect(standingOf(order({ status: 'COMPLETED_MES', unpostedSeconds: 1_801 }), NOON).shape).toBe('watch');
    expect(standingOf(order({ status: 'COMPLETED_MES', unpostedSeconds: 14_401 }), NOON).shape).toBe('risk');
  });
});

describe('the list of work orders', () => {
  it('opens on what was made and not posted when the address says nothing or something unknown', () => {
    expect(parseTab(undefined)).toBe('unposted');
    expect(parseTab('everything')).toBe('unposted');
    expect(filterOf(parseTab('running'))).toEqual({ statuses: ['STARTED', 'PAUSED'] });
  });

  it('puts what has waited longest first, and what waits for an unknown time last', () => {
    const orders = [
      { id: 'b', unpostedSeconds: null },
      { id: 'c', unpostedSeconds: 60 },
      { id: 'a', unpostedSeconds: 7_200 },
      { id: 'd', unpostedSeconds: 60 },
    ];
    expect(longestWaitingFirst(orders).map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b']);
  });
});

describe('the first sentence', () => {
  const adherence = { value: 91.5, n: 200 };

  it('names what was made and not posted, and since when', () => {
    expect(headlineOf({ adherence, unpostedOrders: 1, oldestUnpostedSeconds: 15_000 })).toBe(
      '1 work order made and not posted, the oldest for 4 h 10 min; 91.5\u00a0% of 200 orders due were complete by their day.',
    );
  });

  it('says that everything is posted only when that is known', () => {
    expect(headlineOf({ adherence: { value: null, n: 0 }, unpostedOrders: 0, oldestUnpostedSeconds: null })).toBe(
      'Everything made is posted.',
    );
    expect(
      headlineOf({ adherence: { value: null, n: 0 }, unpostedOrders: null, oldestUnpostedSeconds: null }),
    ).toBeNull();
  });
});

describe('the series', () => {
  const point = (start: string, dueOrders: number): ProductionPoint => ({
    start,
    dueOrders,
    completedOrders: 0,
    scheduleAdherencePercent: null,
    firstPassYieldPercent: null,
  });

  it('loses its empty ends and keeps its gaps', () => {
    const points = [point('a', 0), point('b', 1), point('c', 0), point('d', 2), point('e', 0)];
    expect(trimSeries(points).map(({ start }) => start)).toEqual(['b', 'c', 'd']);
    expect(trimSeries([point('a', 0)])).toEqual([]);
  });
});
