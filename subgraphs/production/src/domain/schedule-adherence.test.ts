import { PRODUCTION, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import { judgeScheduleAdherence } from './schedule-adherence';
import { OrderStory } from './testing/order-story';

const definition = systemDefinition(PRODUCTION.scheduleAdherence);
const judged = (story: OrderStory, timeZone: string | null) =>
  judgeScheduleAdherence(story.told(), definition, { timeZone })!;

/** An order at a plant in a zone, planned to finish at one moment and completed at another. */
const completed = (timeZone: string, plannedFinish: string, at: string | null) => {
  const story = new OrderStory('1', timeZone).releases('2026-01-02T08:00:00Z', {
    plannedStart: '2026-01-03T08:00:00Z',
    plannedFinish,
  });
  return judged(at === null ? story : story.reports('COMPLETED', at, { quantity: '100' }), timeZone);
};

describe('schedule adherence', () => {
  it.each([
    // [what it shows, zone, frozen finish, completed, numerator, due day]
    ['completed at the minute', 'UTC', '2026-03-10T14:00:00Z', '2026-03-10T14:00:00Z', '1', '2026-03-10'],
    ['later on the same day', 'UTC', '2026-03-10T14:00:00Z', '2026-03-10T23:59:59Z', '1', '2026-03-10'],
    ['a second after midnight', 'UTC', '2026-03-10T14:00:00Z', '2026-03-11T00:00:00Z', '0', '2026-03-10'],
    ['a week early', 'UTC', '2026-03-10T14:00:00Z', '2026-03-03T14:00:00Z', '1', '2026-03-10'],
    // The day is the plant's: 23:30 in Chicago is already the next day in UTC, and late evening in UTC the next day in Osaka.
    [
      'before midnight in Chicago',
      'America/Chicago',
      '2026-03-05T17:00:00-06:00',
      '2026-03-06T05:30:00Z',
      '1',
      '2026-03-05',
    ],
    [
      'after midnight in Chicago',
      'America/Chicago',
      '2026-03-05T17:00:00-06:00',
      '2026-03-06T06:00:00Z',
      '0',
      '2026-03-05',
    ],
    ['after midnight in Osaka', 'Asia/Tokyo', '2026-03-05T17:00:00+09:00', '2026-03-05T15:00:00Z', '0', '2026-03-05'],
    [
      'a finish that UTC calls the day before',
      'Asia/Tokyo',
      '2026-03-05T23:00:00Z',
      '2026-03-06T14:59:59Z',
      '1',
      '2026-03-06',
    ],
    // Clocks in Hamburg go forward on 29 March 2026 at 01:00 UTC and back on 25 October: midnight moves by an hour.
    [
      'in the night of the missing hour',
      'Europe/Berlin',
      '2026-03-28T20:00:00+01:00',
      '2026-03-28T22:59:59Z',
      '1',
      '2026-03-28',
    ],
    [
      'past midnight of that night',
      'Europe/Berlin',
      '2026-03-28T20:00:00+01:00',
      '2026-03-28T23:00:00Z',
      '0',
      '2026-03-28',
    ],
    [
      'the evening after the clocks went forward',
      'Europe/Berlin',
      '2026-03-29T20:00:00+02:00',
      '2026-03-29T22:00:00Z',
      '0',
      '2026-03-29',
    ],
    [
      'the hour that comes twice',
      'Europe/Berlin',
      '2026-10-25T02:30:00+02:00',
      '2026-10-25T22:59:59Z',
      '1',
      '2026-10-25',
    ],
    [
      'an hour earlier in summer time',
      'Europe/Berlin',
      '2026-10-24T20:00:00+02:00',
      '2026-10-24T22:30:00Z',
      '0',
      '2026-10-24',
    ],
  ])('counts an order %s', (_, zone, finish, at, numerator, due) => {
    expect(completed(zone, finish, at)).toMatchObject({
      included: true,
      numerator,
      denominator: '1',
      dates: { DUE: due },
      countsFrom: due,
    });
  });

  it('counts an open order as a failure from the day after its frozen finish', () => {
    expect(completed('UTC', '2026-03-10T14:00:00Z', null)).toMatchObject({
      rule: 'NOT_COMPLETED_WHEN_DUE',
      numerator: '0',
      countsFrom: '2026-03-11',
    });
  });

  it('is measured against the finish frozen at release: moving the plan improves nothing', () => {
    const story = new OrderStory('1')
      .releases('2026-03-01T08:00:00Z')
      .reports('RESCHEDULED', '2026-03-09T08:00:00Z', { plannedFinish: '2026-03-20T14:00:00Z' })
      .reports('COMPLETED', '2026-03-15T08:00:00Z', { quantity: '100' });
    expect(judged(story, 'UTC')).toMatchObject({
      rule: 'COMPLETED_LATE',
      numerator: '0',
      dates: { DUE: '2026-03-10' },
    });
  });

  it('leaves a cancelled order out, and not one that was ended short', () => {
    const open = () => new OrderStory('1').releases('2026-03-01T08:00:00Z');
    expect(judged(open().reports('CANCELLED', '2026-03-02T08:00:00Z'), 'UTC')).toMatchObject({
      included: false,
      rule: 'CANCELLED',
    });
    expect(judged(open().reports('SHORT_CLOSED', '2026-03-02T08:00:00Z'), 'UTC')).toMatchObject({
      included: true,
      numerator: '0',
    });
  });

  it('goes by the plant’s day also where the zone became known after the completion', () => {
    const story = new OrderStory('1', null)
      .releases('2026-03-01T08:00:00Z')
      .reports('COMPLETED', '2026-03-10T15:30:00Z', { quantity: '100' });
    expect(judged(story, null)).toMatchObject({ numerator: '1' });
    expect(judged(story, 'Asia/Tokyo')).toMatchObject({ numerator: '0', dates: { DUE: '2026-03-10' } });
  });

  it('takes a completion that is known to the day by that day', () => {
    const story = new OrderStory('1').releases('2026-03-01T08:00:00Z').reports('COMPLETED', '2026-03-10');
    expect(judged(story, 'Asia/Tokyo')).toMatchObject({ numerator: '1', occurredAt: '2026-03-10' });
  });
});
