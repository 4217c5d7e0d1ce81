import { exceptionOf, exceptionWords, parseOrdersSearch, type ExceptionLine } from './exceptions.model';

const line = (id: string, part: Partial<ExceptionLine> = {}): ExceptionLine => ({
  id,
  status: 'SENT',
  atStake: { amount: '1000', currency: 'EUR' },
  impactDays: 10,
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

it('weighs a line by the days that the platform counts', () => {
  expect(exceptionOf(line('a'), TODAY).impact).toBe(10_000);
  expect(exceptionOf(line('a', { atStake: null }), TODAY).impact).toBeNull();
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
