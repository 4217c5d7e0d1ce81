import { bucketOf, eventsIn, eventWords, type RejectedLot } from './chart-events';

const lot = (number: string, createdOn: string, decidedOn: string | null): RejectedLot => ({
  number,
  createdOn,
  decidedOn,
  supplier: { id: 'S2', name: 'Brock' },
  defectiveInSample: '9',
  sampleSize: 80,
});
const definition = (metric: string, effectiveFrom: string) => ({ id: `${metric}.agreed@2`, metric, effectiveFrom });
const span = { from: '2026-09-01', to: '2026-11-30' };

describe('what happened, on the axis of time', () => {
  it('is lots not accepted and changes of a meaning, in order of time, inside the days drawn', () => {
    const events = eventsIn(
      span,
      null,
      [lot('L9', '2026-11-12', '2026-11-13'), lot('L1', '2026-08-12', '2026-08-13')],
      [definition('onTime', '2026-10-01'), definition('onTime', '2000-01-01'), definition('schedule', '2026-10-02')],
    );
    expect(events.map(eventWords)).toEqual([
      '1 Oct 2026: onTime.agreed@2 applies from here on',
      '12 Nov 2026: lot L9 not accepted, 9 of 80 units defective',
    ]);
  });

  it('holds no decision that had not been made on the day looked back to', () => {
    const lots = [lot('L9', '2026-11-12', '2026-11-20'), lot('L8', '2026-11-12', '2026-11-14')];
    expect(eventsIn(span, '2026-11-15', lots, []).map(({ words }) => words.slice(0, 6))).toEqual(['lot L8']);
  });

  it('lies in the bucket that holds its day', () => {
    const weeks = ['2026-11-02', '2026-11-09', '2026-11-16'];
    expect(['2026-11-01', '2026-11-09', '2026-11-15', '2026-11-20'].map((day) => bucketOf(day, weeks))).toEqual([
      null,
      1,
      1,
      2,
    ]);
  });
});
