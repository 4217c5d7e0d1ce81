import { foldLine } from './fold-line';
import { atStake, currenciesByLines, impactDays, standingDays } from './line-impact';
import type { PurchaseOrderLine } from './purchase-order-line';
import { LineStory } from './testing/line-story';

const TODAY = '2026-03-20';

/** 100 pieces for 1,000 euro, promised for 10 March, unless told otherwise. */
const story = (terms: ConstructorParameters<typeof LineStory>[1] = {}): LineStory =>
  new LineStory('a', { value: '1000', currency: 'EUR', committedDate: '2026-03-10', ...terms }).states('2026-01-05');
const lineOf = (told: LineStory): PurchaseOrderLine => foldLine(told.events)!;

describe('what is at stake', () => {
  it('is the value of what has not come, by quantity', () => {
    expect(atStake(lineOf(story()))).toEqual({ amount: '1000', currency: 'EUR' });
    expect(atStake(lineOf(story().receives('75', '2026-03-01')))).toEqual({ amount: '250', currency: 'EUR' });
    expect(atStake(lineOf(story().receives('100', '2026-03-01')))).toEqual({ amount: '0', currency: 'EUR' });
  });

  it('is a share to a millionth, never a float', () => {
    const line = lineOf(story({ quantity: '3', value: '1000.10' }).receives('2', '2026-03-01'));
    expect(atStake(line)).toEqual({ amount: '333.366667', currency: 'EUR' });
  });

  it('is nothing of what was cancelled', () => {
    expect(atStake(lineOf(story().milestone('CANCELLED', '2026-03-01', { quantity: '40' })))?.amount).toBe('600');
  });

  it('is unknown without a value or its currency', () => {
    expect(atStake(lineOf(story({ value: null })))).toBeNull();
    expect(atStake(lineOf(story({ currency: null })))).toBeNull();
  });
});

describe('the days that weigh on a line', () => {
  it('begin the day after its last commit', () => {
    expect(impactDays(lineOf(story()), '2026-03-10')).toBe(0);
    expect(impactDays(lineOf(story()), '2026-03-11')).toBe(1);
  });

  it('are the longer of late and slipped', () => {
    const slipped = story().commits('2026-03-18', '2026-03-01');
    expect(standingDays(lineOf(slipped))).toBe(8);
    expect(impactDays(lineOf(slipped), TODAY)).toBe(8);
    expect(impactDays(lineOf(slipped), '2026-03-30')).toBe(12);
  });

  it('are one at least when only part of it came', () => {
    expect(impactDays(lineOf(story().receives('50', '2026-03-01')), '2026-03-05')).toBe(1);
  });

  it('are none of a line that waits for nothing, or was promised for no day', () => {
    const delivered = story().commits('2026-03-18', '2026-03-01').receives('100', '2026-03-19');
    expect(impactDays(lineOf(delivered), '2026-04-30')).toBe(0);
    expect(impactDays(lineOf(story({ committedDate: null })), TODAY)).toBe(0);
  });

  it('of a promise moved forward are not below zero', () => {
    expect(
      impactDays(lineOf(story().commits('2026-03-25', '2026-02-01').commits('2026-03-05', '2026-02-02')), TODAY),
    ).toBe(15);
    expect(standingDays(lineOf(story().commits('2026-03-05', '2026-02-02')))).toBe(0);
  });
});

it('puts the currency of most lines first, whatever its sums', () => {
  const lines = new Map([
    ['JPY', 2],
    ['EUR', 7],
    [null, 90],
    ['USD', 2],
  ]);
  expect(currenciesByLines(lines)).toEqual(['EUR', 'JPY', 'USD']);
});
