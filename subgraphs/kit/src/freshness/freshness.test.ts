import { FLOW_KINDS } from '@sightline/contracts/flow-kinds';
import table from '@sightline/kit/schema/freshness-vectors.json';
import fc from 'fast-check';

import { DEFAULT_BUDGET_SECONDS } from './budgets';
import { freshnessOf, type FlowProgressRow } from './freshness';

const row = (flow: (typeof table.vectors)[number]['flows'][number]): FlowProgressRow => ({
  sourceSystemId: `id of ${flow.source}`,
  sourceName: flow.source,
  kind: 'GOODS_RECEIPTS',
  flow: 'receipts',
  plantId: null,
  watermark: flow.watermark,
  closed: flow.closed,
  budgetSeconds: flow.budgetSeconds,
  received: flow.received,
  expected: flow.expected,
});

describe('How old a figure is', () => {
  it.each(table.vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const { weakestSource } = vector.freshness;
    const expected = {
      ...vector.freshness,
      weakestSource: weakestSource === null ? null : { id: `id of ${weakestSource}`, name: weakestSource },
    };
    const flows = vector.flows.map(row);
    expect(freshnessOf(flows, vector.now)).toEqual(expected);
    expect(freshnessOf(flows.reverse(), vector.now)).toEqual(expected);
  });

  it('grows by every second in which the sources are silent', () => {
    const flows = table.vectors[5]!.flows.map(row);
    const age = (now: string) => freshnessOf(flows, now).ageSeconds!;
    expect(age('2026-03-14T22:00:07Z') - age('2026-03-14T22:00:00Z')).toBe(7);
  });

  it('never gets better by one more open flow', () => {
    const flow = fc.record({
      watermark: fc.option(
        fc.integer({ min: 0, max: 59 }).map((minute) => `2026-03-14T11:${String(minute).padStart(2, '0')}:00Z`),
      ),
      budgetSeconds: fc.integer({ min: 1, max: 4000 }),
    });
    const gravity = ['FRESH', 'AGEING', 'STALE', 'UNKNOWN', 'NEVER'];
    fc.assert(
      fc.property(fc.array(flow, { minLength: 1 }), flow, (flows, more) => {
        const rows = [...flows, more].map((each) =>
          row({ source: 'S', closed: false, received: 0, expected: null, ...each } as never),
        );
        const [before, after] = [
          freshnessOf(rows.slice(0, -1), '2026-03-14T12:00:00Z'),
          freshnessOf(rows, '2026-03-14T12:00:00Z'),
        ];
        expect(gravity.indexOf(after.status)).toBeGreaterThanOrEqual(gravity.indexOf(before.status));
        if (before.asOf !== null && after.asOf !== null)
          expect(after.ageSeconds!).toBeGreaterThanOrEqual(before.ageSeconds!);
      }),
    );
  });

  it('is measured against a budget that every kind of flow has', () => {
    for (const kind of FLOW_KINDS) expect(DEFAULT_BUDGET_SECONDS[kind]).toBeGreaterThan(0);
  });
});
