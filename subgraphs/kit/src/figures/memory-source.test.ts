import fc from 'fast-check';

import type { Contribution, Population } from './contribution';
import { memorySource } from './memory-source';

const row = (subjectId: string, changes: Partial<Contribution> = {}): Contribution => ({
  definitionId: 'onTime@1',
  subjectType: 'PurchaseOrderLine',
  subjectId,
  label: subjectId,
  dates: { DUE: '2024-05-10' },
  countsFrom: null,
  included: true,
  rule: 'ON_TIME',
  numerator: '1',
  denominator: '1',
  value: null,
  unitCode: null,
  unitKey: null,
  occurredAt: null,
  dims: {},
  ...changes,
});
const may: Population = {
  definitionId: 'onTime@1',
  basis: 'DUE',
  from: '2024-05-01',
  to: '2024-05-31',
  asOfDay: '2024-06-01',
  dims: {},
};
const figure = async (rows: readonly Contribution[], population: Partial<Population> = {}) =>
  (await memorySource(rows, {}).aggregate({ ...may, ...population }, null))[0]!;

describe('A figure', () => {
  it('is over the rows whose date lies in the window, both ends included', async () => {
    const rows = ['2024-04-30', '2024-05-01', '2024-05-31', '2024-06-01'].map((DUE) => row(DUE, { dates: { DUE } }));
    expect((await figure([...rows, row('undated', { dates: {} }), row('other', { definitionId: 'otif@1' })])).n).toBe(
      2,
    );
  });

  it('counts an undelivered line only from the day after its due date', async () => {
    const late = row('late', { countsFrom: '2024-05-11', numerator: '0' });
    expect((await figure([late], { asOfDay: '2024-05-10' })).n).toBe(0);
    expect(await figure([late], { asOfDay: '2024-05-11' })).toMatchObject({ n: 1, numerator: '0', denominator: '1' });
  });

  it('counts left-out rows by their code, the most frequent first', async () => {
    const out = (id: string, rule: string) => row(id, { included: false, rule });
    const answer = await figure([out('a', 'NOT_SENT'), out('b', 'CANCELLED'), out('c', 'NOT_SENT'), row('d')]);
    expect(answer).toMatchObject({
      n: 1,
      exclusions: [
        { code: 'NOT_SENT', count: 2 },
        { code: 'CANCELLED', count: 1 },
      ],
    });
  });

  it('never adds amounts of two currencies', async () => {
    const amount = (id: string, numerator: string, unitCode: string | null) =>
      row(id, { numerator, denominator: null, unitCode });
    expect(await figure([amount('a', '1.50', 'USD'), amount('b', '2', 'USD')])).toMatchObject({
      numerator: '3.50',
      unitCode: 'USD',
    });
    expect(await figure([amount('a', '1.50', 'USD'), amount('b', '2', 'EUR')])).toMatchObject({
      numerator: null,
      unitCode: null,
      mixedUnits: true,
    });
    expect(await figure([amount('a', '1.50', 'USD'), amount('b', '2', null)])).toMatchObject({
      numerator: null,
      mixedUnits: true,
    });
  });

  it('calls a shipment on time only when every line of it is, and shows it as one row', async () => {
    const line = (id: string, unitKey: string, numerator: string) =>
      row(id, { unitKey, numerator, rule: numerator === '1' ? 'ON_TIME' : 'LATE' });
    const source = memorySource(
      [
        line('a', 'S1', '1'),
        line('b', 'S1', '0'),
        line('c', 'S2', '1'),
        row('d', { included: false, rule: 'NOT_DUE', unitKey: 'S2' }),
      ],
      {},
    );
    expect((await source.aggregate(may, null))[0]).toMatchObject({
      n: 2,
      numerator: '1',
      denominator: '2',
      exclusions: [{ code: 'NOT_DUE', count: 1 }],
    });
    const { rows, totalCount } = await source.page(may, 10, null);
    expect(totalCount).toBe(3);
    expect(rows.map(({ subjectId, label, numerator, rule }) => [subjectId, label, numerator, rule])).toEqual([
      ['S1', 'b', '0', 'LATE'],
      ['S2', 'c', '1', 'ON_TIME'],
      ['d', 'd', '1', 'NOT_DUE'],
    ]);
  });

  it('of a dimension takes rows that say nothing when asked for them', async () => {
    const rows = [row('a', { dims: { mode: 'AIR' } }), row('b', { dims: { mode: null } }), row('c')];
    expect((await figure(rows, { dims: { mode: ['AIR'] } })).n).toBe(1);
    expect((await figure(rows, { dims: { mode: ['AIR', null] } })).n).toBe(3);
    expect((await figure(rows, { dims: { mode: [] } })).n).toBe(0);
    const groups = await memorySource(rows, {}).aggregate(may, { by: 'dimension', dimension: 'mode' });
    expect(groups.map(({ key, n }) => [key, n])).toEqual([
      ['AIR', 1],
      [null, 2],
    ]);
  });

  it('is what adding up its rows by hand gives', async () => {
    const rows = fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        included: fc.boolean(),
        numerator: fc.integer({ min: 0, max: 9 }),
        value: fc.option(fc.integer({ min: -50, max: 50 })),
        mode: fc.option(fc.constantFrom('AIR', 'OCEAN')),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 28 }),
        async (facts, first, last) => {
          const day = (date: number) => `2024-05-${String(date).padStart(2, '0')}`;
          const contributions = facts.map((fact, index) =>
            row(`l${index}`, {
              dates: { DUE: day(fact.day) },
              included: fact.included,
              numerator: `${fact.numerator}`,
              value: fact.value,
              dims: { mode: fact.mode },
            }),
          );
          const source = memorySource(contributions, {});
          const population = { ...may, from: day(first), to: day(last) };
          const inWindow = facts.filter((fact) => fact.day >= first && fact.day <= last);
          const counted = inWindow.filter((fact) => fact.included);
          const values = counted.flatMap((fact) => fact.value ?? []).sort((a, b) => a - b);
          const mean = values.reduce((a, b) => a + b, 0) / values.length;

          const whole = (await source.aggregate(population, null))[0]!;
          expect(whole.n).toBe(counted.length);
          expect(Number(whole.numerator ?? 0)).toBe(counted.reduce((total, fact) => total + fact.numerator, 0));
          expect(whole.min).toBe(values[0] ?? null);
          expect(whole.max).toBe(values.at(-1) ?? null);
          if (values.length > 0) expect(whole.mean).toBeCloseTo(mean, 9);
          if (values.length % 2 === 1) expect(whole.p50).toBe(values[(values.length - 1) / 2]);
          if (values.length > 1) {
            const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1);
            expect(whole.standardDeviation).toBeCloseTo(Math.sqrt(variance), 9);
          } else expect(whole.standardDeviation).toBeNull();
          expect(await source.countAbove(population, 7)).toBe(values.filter((value) => value > 7).length);

          const groups = await source.aggregate(population, { by: 'dimension', dimension: 'mode' });
          expect(groups.reduce((total, group) => total + group.n, 0)).toBe(whole.n);
          const weeks = await source.aggregate(population, { by: 'bucket', bucket: 'WEEK' });
          expect(weeks.reduce((total, group) => total + group.n, 0)).toBe(whole.n);
          expect((await source.page(population, 1000, null)).totalCount).toBe(inWindow.length);
        },
      ),
    );
  });
});
