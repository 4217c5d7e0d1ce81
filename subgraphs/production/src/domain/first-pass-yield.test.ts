import { PRODUCTION, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import { divide, multiply, roundTo } from '@sightline/kit/decimal/decimal';
import { judgeFirstPassYield } from './first-pass-yield';
import { OrderStory } from './testing/order-story';

const definition = systemDefinition(PRODUCTION.firstPassYield);

const judged = (good: string, scrapped: string, reworked: string, unitOfMeasure = 'C62') =>
  judgeFirstPassYield(
    new OrderStory('1')
      .releases('2026-03-01T08:00:00Z', { unitOfMeasure })
      .reports('COMPLETED', '2026-03-10T08:00:00Z', {
        quantity: good,
        scrappedQuantity: scrapped,
        reworkedQuantity: reworked,
      })
      .told(),
    definition,
    { timeZone: null },
  )!;

describe('first-pass yield', () => {
  it.each([
    // [good, scrapped, reworked, passed the first time, begun]
    ['100', '0', '0', '100', '100'],
    ['95', '5', '0', '95', '100'],
    ['95', '5', '10', '85', '100'],
    ['100', '0', '100', '0', '100'],
    // Reworked twice, or scrapped after rework: nothing passed, and never fewer than none.
    ['10', '2', '12', '0', '12'],
  ])(
    'of %s good, %s scrapped and %s reworked units is %s of %s',
    (good, scrapped, reworked, numerator, denominator) => {
      expect(judged(good, scrapped, reworked)).toMatchObject({
        included: true,
        numerator,
        denominator,
        dates: { DECIDED: '2026-03-10' },
      });
    },
  );

  it('of the four steps of vector G12 multiplies to 0.979', () => {
    const steps = [
      judged('995', '5', '0'),
      judged('1000', '0', '15'),
      judged('999', '1', '0'),
      judged('99995', '5', '0'),
    ];
    const yields = steps.map((row) => divide(row.numerator!, row.denominator!, 10)!);
    expect(yields.map(Number)).toEqual([0.995, 0.985, 0.999, 0.99995]);
    expect(roundTo(yields.reduce(multiply), 3)).toBe('0.979');
  });

  it('leaves out what is measured and not counted, and an order of which nothing was reported', () => {
    expect(judged('95.5', '4.5', '0', 'KGM')).toMatchObject({ included: false, rule: 'NON_COUNTABLE_UNIT' });
    expect(judged('0', '0', '0')).toMatchObject({ included: false, rule: 'NOTHING_REPORTED' });
  });

  it('is about orders that MES completed: an open one takes no part', () => {
    const open = new OrderStory('1')
      .releases('2026-03-01T08:00:00Z')
      .reports('REPORTED', '2026-03-02T08:00:00Z', { quantity: '10' });
    expect(judgeFirstPassYield(open.told(), definition, { timeZone: null })).toBeNull();
  });
});
