import {
  filterOf,
  headlineOf,
  intervalWords,
  parseLotOrder,
  parseLotTab,
  seriesSummary,
  standingOf,
  trimSeries,
  type DefectPoint,
  type LotStanding,
} from './quality.model';

const TODAY = '2026-03-20';
const lot = (part: Partial<LotStanding>): LotStanding => ({
  status: 'IN_PROGRESS',
  decision: null,
  createdOn: '2026-03-19',
  ...part,
});

describe('how an inspection lot stands', () => {
  it('shows the decision, also after the lot was closed', () => {
    expect(standingOf(lot({ status: 'CLOSED', decision: 'REJECTED' }), TODAY)).toEqual({
      shape: 'risk',
      words: 'Rejected',
    });
    expect(standingOf(lot({ status: 'DECIDED', decision: 'PARTIALLY_ACCEPTED' }), TODAY).shape).toBe('watch');
    expect(standingOf(lot({ status: 'DECIDED', decision: 'ACCEPTED' }), TODAY).shape).toBe('ok');
  });

  it('counts the days of an open lot, and asks for a look after three and after ten', () => {
    expect(standingOf(lot({ createdOn: TODAY }), TODAY)).toEqual({ shape: 'counted', words: 'Open since today' });
    expect(standingOf(lot({ createdOn: '2026-03-17' }), TODAY).shape).toBe('counted');
    expect(standingOf(lot({ createdOn: '2026-03-16' }), TODAY)).toEqual({ shape: 'watch', words: 'Open for 4 d' });
    expect(standingOf(lot({ createdOn: '2026-03-09' }), TODAY).shape).toBe('risk');
  });

  it('is open again when it was reopened, whatever had been decided', () => {
    expect(standingOf(lot({ status: 'REOPENED', decision: 'ACCEPTED' }), TODAY).words).toBe('Open for 1 d');
  });

  it('does not call a skipped lot good', () => {
    expect(standingOf(lot({ status: 'DECIDED', decision: 'SKIPPED' }), TODAY).shape).toBe('none');
  });
});

describe('the list of lots', () => {
  const span = { from: '2026-01-01', to: TODAY };

  it('opens on what is undecided when the address says nothing or something unknown', () => {
    expect([parseLotTab(undefined), parseLotTab('bad'), parseLotOrder(7)]).toEqual(['open', 'open', 'newest']);
  });

  it('asks for open lots whatever their day, and for others in the window', () => {
    expect(filterOf('open', span)).not.toHaveProperty('createdFrom');
    expect(filterOf('rejected', span)).toEqual({
      decisions: ['REJECTED', 'PARTIALLY_ACCEPTED'],
      createdFrom: '2026-01-01',
      createdTo: TODAY,
    });
  });
});

describe('the first sentence', () => {
  it('puts two conventions beside each other where they differ', () => {
    expect(headlineOf({ found: 812.4, lot: 20_000, rejected: { value: 4.2, n: 500 } })).toBe(
      '4.20\u00a0% of 500 inspected lots were not accepted; of a million units delivered 812 were found defective in samples, 20,000 lay in lots not accepted.',
    );
  });

  it('says nothing where nothing is known', () => {
    expect(headlineOf({ found: null, lot: null, rejected: { value: null, n: 0 } })).toBeNull();
    expect(intervalWords(null, 3)).toBeNull();
    expect(intervalWords(1_020.5, 3_400)).toBe('1,020.5 to 3,400 ppm');
  });
});

describe('defects over time', () => {
  const point = (start: string, defectPpm: number | null, inspected = 1): DefectPoint => ({
    start,
    defectPpm,
    inspected,
    deliveredQuantity: inspected === 0 ? '0' : '100',
    defectiveQuantity: '0',
  });

  it('loses its empty ends and keeps its gaps', () => {
    const points = [
      point('2026-01-01', null, 0),
      point('2026-02-01', 5),
      point('2026-03-01', null, 0),
      point('2026-04-01', 3),
    ];
    expect(trimSeries(points).map(({ start }) => start)).toEqual(['2026-02-01', '2026-03-01', '2026-04-01']);
  });

  it('is told as the worst and the last', () => {
    expect(seriesSummary([point('2026-02-01', 5), point('2026-03-01', 3)], 'MONTH')).toBe(
      'Most defects in Feb 2026: 5 ppm; last known 3 ppm in Mar 2026.',
    );
    expect(seriesSummary([point('2026-02-01', null)], 'MONTH')).toBe('No defect rate is known in this window.');
  });
});
