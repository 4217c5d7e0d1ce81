import { onTimeFloor, tooltipText } from './lead-time-chart.model';
import {
  bucketFor,
  dataRange,
  headlineOf,
  lateWords,
  rangeWords,
  seriesSummary,
  trimSeries,
  type SeriesPoint,
} from './overview.model';

const point = (start: string, median: number | null, due = 0): SeriesPoint => ({
  start,
  leadTimeMedian: median,
  leadTimeP90: null,
  leadTimeN: median === null ? 0 : 3,
  onTimePercent: due === 0 ? null : 90,
  dueLines: due,
});

describe('the range of data', () => {
  it('runs from the first promise to the last receipt', () => {
    const range = dataRange(
      [
        { currentCommitDate: '2006-05-02', firstReceivedOn: '2006-05-04' },
        { currentCommitDate: '2015-09-01', firstReceivedOn: '2015-09-14' },
      ],
      '2026-11-21',
    );
    expect(range).toEqual({ from: '2006-05-02', to: '2015-09-14', lastReceived: '2015-09-14' });
    expect(range && rangeWords(range)).toBe('May 2006 to Sep 2015');
  });

  it('reaches to a line delivered before a promise that lies after the last receipt', () => {
    const early = { currentCommitDate: '2015-12-31', firstReceivedOn: '2015-09-01' };
    expect(dataRange([early, { firstReceivedOn: '2015-09-14' }], '2026-11-21')?.to).toBe('2015-12-31');
  });

  it('does not reach into what is only promised', () => {
    expect(
      dataRange([{ currentCommitDate: '2026-01-01' }, { currentCommitDate: '2027-03-01' }], '2026-11-21')?.to,
    ).toBe('2026-11-21');
  });

  it('is unknown without a single date', () => {
    expect(dataRange([undefined], '2026-11-21')).toBeNull();
    expect(dataRange([{ currentCommitDate: null }, {}], '2026-11-21')).toBeNull();
  });
});

describe('the headline', () => {
  it('is a sentence made of the figures', () => {
    expect(headlineOf({ onTime: { value: 94.5224, n: 2921 }, leadTime: { median: 93, p90: 210 } })).toBe(
      '94.5\u00a0% of 2,921 order lines came on time; half arrived within 93 days of being ordered, one in ten took more than 210.',
    );
  });

  it('leaves out what is not known instead of inventing it', () => {
    expect(headlineOf({ onTime: { value: null, n: 0 }, leadTime: { median: 12, p90: null } })).toBe(
      'Half arrived within 12 days of being ordered.',
    );
    expect(headlineOf({ onTime: { value: null, n: 0 }, leadTime: { median: null, p90: null } })).toBeNull();
  });

  it('counts the late ones from the exact sums', () => {
    expect(lateWords('2761', '2921')).toBe('160 late');
    expect(lateWords(null, null)).toBeNull();
  });
});

describe('the series', () => {
  it('trims empty buckets at the ends and keeps gaps within', () => {
    const points = [
      point('2006-01-01', null),
      point('2006-04-01', 70),
      point('2006-07-01', null),
      point('2006-10-01', 80),
      point('2007-01-01', null),
    ];
    expect(trimSeries(points).map(({ start }) => start)).toEqual(['2006-04-01', '2006-07-01', '2006-10-01']);
    expect(trimSeries([point('2006-01-01', null)])).toEqual([]);
  });

  it('chooses a bucket that can be read', () => {
    expect(bucketFor('2026-11-08', '2026-11-21')).toBe('DAY');
    expect(bucketFor('2026-08-24', '2026-11-21')).toBe('WEEK');
    expect(bucketFor('2025-11-22', '2026-11-21')).toBe('MONTH');
    expect(bucketFor('2006-03-11', '2015-09-14')).toBe('QUARTER');
  });

  it('says in words what the chart shows', () => {
    expect(seriesSummary([point('2006-04-01', 70), point('2006-07-01', 120), point('2006-10-01', 80)], 'QUARTER')).toBe(
      'Median lead time went from 70 days in Q2 2006 to 80 in Q4 2006; longest 120 in Q3 2006.',
    );
    expect(seriesSummary([], 'QUARTER')).toBe('No lead time is known in this window.');
  });

  it('says why a percentile is missing', () => {
    expect(tooltipText(point('2014-09-01', 68), 'MONTH')).toEqual([
      'Sep 2014',
      'median 68 days',
      '90th percentile not shown under 10 lines',
      '3 lines received',
      'no line due',
    ]);
  });

  it('starts the on-time axis at zero unless everything is far above', () => {
    expect(onTimeFloor([{ ...point('2014-01-01', 1), onTimePercent: 20 }])).toBe(0);
    expect(onTimeFloor([{ ...point('2014-01-01', 1), onTimePercent: 87 }])).toBe(80);
    expect(onTimeFloor([point('2014-01-01', 1)])).toBe(80);
  });
});
