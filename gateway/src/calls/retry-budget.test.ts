import { RetryBudget } from './retry-budget';

describe('the budget of retries', () => {
  it('begins with ten, and is earned by calls, a tenth each, ten at most', () => {
    const budget = new RetryBudget();
    const spent = (): number => {
      let count = 0;
      while (budget.spend()) count += 1;
      return count;
    };
    expect(spent()).toBe(10);
    for (let n = 0; n < 9; n += 1) budget.called();
    expect(spent()).toBe(0);
    for (let n = 0; n < 21; n += 1) budget.called();
    expect(spent()).toBe(3);
    for (let n = 0; n < 1_000; n += 1) budget.called();
    expect(spent()).toBe(10);
  });
});
