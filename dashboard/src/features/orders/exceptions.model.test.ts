import { exceptionOf, exceptionWords, parseOrdersSearch, rankExceptions, type ExceptionLine } from './exceptions.model';

const line = (id: string, part: Partial<ExceptionLine> = {}): ExceptionLine => ({
  id,
  status: 'SENT',
  quantity: '100',
  openQuantity: '100',
  value: { amount: '1000', currency: 'EUR' },
  originalCommitDate: '2026-11-01',
  currentCommitDate: '2026-11-01',
  ...part,
});
const TODAY = '2026-11-11';

it('counts a line late from the day after its last commit', () => {
  expect(exceptionOf(line('a'), '2026-11-01')).toMatchObject({ daysLate: 0, kinds: [] });
  expect(exceptionOf(line('a'), '2026-11-02')).toMatchObject({ daysLate: 1, kinds: ['overdue'] });
});

it('calls a delivered line neither late nor slipped', () => {
  const delivered = line('a', { status: 'RECEIVED', originalCommitDate: '2026-10-01' });
  expect(exceptionOf(delivered, TODAY)).toMatchObject({ daysLate: 0, kinds: [] });
});

it('tells a promise that was moved from one that was broken', () => {
  const slipped = line('a', { currentCommitDate: '2026-11-20' });
  expect(exceptionOf(slipped, TODAY)).toMatchObject({ daysLate: 0, slippedDays: 19, kinds: ['slipped'] });
  expect(exceptionWords(exceptionOf(slipped, TODAY))).toBe('slipped 19 d');
});

it('puts at stake only what has not come', () => {
  expect(exceptionOf(line('a', { openQuantity: '25', status: 'PARTIALLY_RECEIVED' }), TODAY).atStake).toBe(250);
});

it('puts the whole value at stake where receipts have no quantities', () => {
  expect(exceptionOf(line('a', { openQuantity: null }), TODAY).atStake).toBe(1000);
});

it('ranks by value at stake times days, not by either alone', () => {
  const ranked = rankExceptions(
    [
      line('old', {
        value: { amount: '10', currency: 'EUR' },
        originalCommitDate: null,
        currentCommitDate: '2026-01-01',
      }),
      line('dear', {
        value: { amount: '9000', currency: 'EUR' },
        originalCommitDate: null,
        currentCommitDate: '2026-11-10',
      }),
      line('both', { value: { amount: '5000', currency: 'EUR' }, currentCommitDate: '2026-11-01' }),
    ],
    TODAY,
  );
  expect(ranked.map((one) => one.line.id)).toEqual(['both', 'dear', 'old']);
});

it('never compares sums in two currencies', () => {
  const ranked = rankExceptions(
    [
      line('yen', { value: { amount: '999999', currency: 'JPY' } }),
      line('euro 1'),
      line('euro 2', { value: { amount: '500', currency: 'EUR' } }),
      line('unknown', { value: null }),
    ],
    TODAY,
  );
  expect(ranked.map((one) => one.line.id)).toEqual(['euro 1', 'euro 2', 'yen', 'unknown']);
});

it('does not guess how late a line without a promise is', () => {
  const unpromised = exceptionOf(line('a', { currentCommitDate: null, originalCommitDate: null }), TODAY);
  expect(unpromised).toMatchObject({ daysLate: null, slippedDays: null, kinds: [] });
});

it('opens on the overdue ones when the address says nothing that it understands', () => {
  const nothing = { tab: 'overdue', supplier: null, item: null, orderNumber: null };
  expect(parseOrdersSearch({ tab: 'bogus', supplier: 7 })).toEqual(nothing);
  expect(parseOrdersSearch({ tab: 'slipped', supplier: 's1' })).toEqual({
    ...nothing,
    tab: 'slipped',
    supplier: 's1',
  });
  // The address gives digits alone as a number.
  expect(parseOrdersSearch({ q: 4711 })).toEqual({ ...nothing, orderNumber: '4711' });
});
