import { filterOf, parseTab, standingOf, type Standing } from './production.model';

const NOON = Date.parse('2026-03-10T12:00:00Z');
const order = (part: Partial<Standing>): Standing => ({
  status: 'STARTED',
  plannedFinish: '2026-03-10T18:00:00Z',
  frozenFinish: '2026-03-10T18:00:00Z',
  unpostedSeconds: null,
  ...part,
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
});
