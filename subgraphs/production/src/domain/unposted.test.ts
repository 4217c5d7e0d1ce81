import { PRODUCTION, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import { OrderStory } from './testing/order-story';
import { judgeUnposted, unpostedSeconds } from './unposted';

const definition = systemDefinition(PRODUCTION.unposted);
const judged = (story: OrderStory) => judgeUnposted(story.told(), definition, { timeZone: null })!;
const NOW = '2026-03-10T12:00:00Z';

const twoReports = (): OrderStory =>
  new OrderStory('1')
    .releases('2026-03-01T08:00:00Z')
    .reports('REPORTED', '2026-03-10T10:00:00Z', { quantity: '60' })
    .reports('COMPLETED', '2026-03-10T11:00:00Z', { quantity: '38', scrappedQuantity: '2' });

describe('what is completed in MES and not posted in ERP', () => {
  it('is the difference, waiting since the oldest report', () => {
    expect(judged(twoReports())).toMatchObject({
      included: true,
      numerator: '98',
      unitCode: 'C62',
      occurredAt: '2026-03-10T10:00:00Z',
    });
    expect(unpostedSeconds(twoReports().told(), NOW)).toBe(7200);
  });

  it.each([
    ['part of the oldest report', '59', '2026-03-10T10:00:00Z', 7200],
    ['exactly the oldest report', '60', '2026-03-10T11:00:00Z', 3600],
    ['part of the next', '97.5', '2026-03-10T11:00:00Z', 3600],
  ])('waits since the oldest report that postings do not cover: %s', (_, posted, since, seconds) => {
    const story = twoReports().reports('POSTED', '2026-03-10T11:30:00Z', { quantity: posted });
    expect(judged(story)).toMatchObject({ included: true, occurredAt: since });
    expect(unpostedSeconds(story.told(), NOW)).toBe(seconds);
  });

  it.each([
    ['everything is posted', '98', 'POSTED'],
    ['ERP posted more than MES reported', '99', 'POSTED_BEYOND_COMPLETED'],
  ])('is nothing once %s', (_, posted, rule) => {
    const story = twoReports().reports('POSTED', '2026-03-10T11:30:00Z', { quantity: posted });
    expect(judged(story)).toMatchObject({ included: false, rule, numerator: null });
    expect(unpostedSeconds(story.told(), NOW)).toBeNull();
  });

  it('counts what an open order has reported, which as an order is not waiting yet', () => {
    const open = new OrderStory('1')
      .releases('2026-03-01T08:00:00Z')
      .reports('REPORTED', '2026-03-10T10:00:00Z', { quantity: '60' });
    expect(judged(open)).toMatchObject({ included: true, numerator: '60' });
    expect(unpostedSeconds(open.told(), NOW)).toBeNull();
    const fresh = new OrderStory('2').releases('2026-03-01T08:00:00Z');
    expect(judged(fresh)).toMatchObject({ included: false, rule: 'NOTHING_COMPLETED' });
  });

  it('has no age in seconds where only the day of the report is known', () => {
    const story = new OrderStory('1').releases('2026-03-01').reports('COMPLETED', '2026-03-09', { quantity: '100' });
    expect(judged(story)).toMatchObject({ included: true, occurredAt: '2026-03-09' });
    expect(unpostedSeconds(story.told(), NOW)).toBeNull();
  });
});
