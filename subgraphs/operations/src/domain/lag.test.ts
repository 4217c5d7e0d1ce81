import { definitionsOf, SYNC_LAG, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import type { LagObservation } from '@sightline/contracts/subgraph-ports';
import type { Aggregate } from '@sightline/kit/figures/contribution';
import { memorySource } from '@sightline/kit/figures/memory-source';
import { judgeLag } from './lag';

const flow = { flowId: 'flow', plantId: null, sourceSystemId: 'mes', origin: 'REAL' } as const;
const start = Date.parse('2026-03-14T09:00:00.000Z');
const at = (second: number): string => new Date(start + second * 1000).toISOString();

/** Seconds after the start: occurred, recorded, ingested, visible. */
type Stamps = readonly [number | null, number | null, number, number];

const observed = ([occurred, recorded, ingested, visible]: Stamps, index = 0): LagObservation => ({
  eventId: `event-${index}`,
  flowId: flow.flowId,
  type: 'inventory.goods.received.v1',
  subjectType: 'GoodsReceipt',
  subjectId: `event-${index}`,
  occurredAt: occurred === null ? null : at(occurred),
  recordedAt: recorded === null ? null : at(recorded),
  ingestedAt: at(ingested),
  visibleAt: at(visible),
});

async function lagOf(part: keyof typeof SYNC_LAG, events: readonly Stamps[]): Promise<Aggregate> {
  const definition = systemDefinition(SYNC_LAG[part]);
  const rows = events.map((event, index) => judgeLag(observed(event, index), definition, flow, 'UTC'));
  const population = {
    definitionId: definition.id,
    basis: 'VISIBLE' as const,
    from: '2026-03-01',
    to: '2026-04-30',
    asOfDay: '2026-04-30',
    dims: {},
  };
  return (await memorySource(rows, {}).aggregate(population, null))[0]!;
}

describe('sync lag', () => {
  // G8: the third event was keyed more than an hour late.
  const G8: readonly Stamps[] = [
    [0, 20, 35, 36],
    [60, 75, 95, 96],
    [120, 4000, 4010, 4012],
    [180, 200, 230, 231],
    [240, 250, 262, 263],
  ];

  it('gives the golden vector exactly: late keying shows in the whole and not in the pipeline', async () => {
    expect(await lagOf('endToEnd', G8)).toMatchObject({ n: 5, p50: 36, max: 3892 });
    expect((await lagOf('endToEnd', G8)).p95).toBeCloseTo(3123.8, 9);
    expect(await lagOf('pipeline', G8)).toMatchObject({ n: 5, p50: 16 });
    expect((await lagOf('pipeline', G8)).p95).toBeCloseTo(29, 9);
    expect(await lagOf('entry', G8)).toMatchObject({ p50: 20, max: 3880 });
    expect(await lagOf('transport', G8)).toMatchObject({ p50: 15, max: 30 });
    expect(await lagOf('processing', G8)).toMatchObject({ p50: 1, max: 2 });
  });

  it('adds entry, transport and processing up to end to end for each event', () => {
    const parts = ['entry', 'transport', 'processing', 'endToEnd'] as const;
    for (const [index, event] of G8.entries()) {
      const [entry, transport, processing, whole] = parts.map(
        (part) => judgeLag(observed(event, index), systemDefinition(SYNC_LAG[part]), flow, 'UTC').value!,
      );
      expect(entry! + transport! + processing!).toBe(whole);
    }
  });

  it('counts a receipt keyed a week late as seven days of entry, and leaves transport as it is', async () => {
    const week = 7 * 86_400;
    const late: Stamps = [0, week, week + 15, week + 16];
    expect((await lagOf('entry', [late])).p50).toBe(week);
    expect((await lagOf('transport', [late])).p50).toBe(15);
  });

  it('leaves out what is known only to the day, by reason, and never makes it an instant', async () => {
    const events: readonly Stamps[] = [
      [null, 20, 35, 36],
      [0, null, 35, 36],
      [null, null, 35, 36],
    ];
    const exclusionsOf = async (part: keyof typeof SYNC_LAG) =>
      Object.fromEntries((await lagOf(part, events)).exclusions.map(({ code, count }) => [code, count]));
    expect(await exclusionsOf('entry')).toEqual({ OCCURRED_DAY_ONLY: 2, RECORDED_DAY_ONLY: 1 });
    expect(await exclusionsOf('transport')).toEqual({ RECORDED_DAY_ONLY: 2 });
    expect(await exclusionsOf('endToEnd')).toEqual({ OCCURRED_DAY_ONLY: 2 });
    expect((await lagOf('processing', events)).n).toBe(3);
  });

  it('leaves a negative lag out of the percentiles and keeps its sign', async () => {
    const skewed: Stamps = [0, 50, 35, 36];
    const row = judgeLag(observed(skewed), systemDefinition(SYNC_LAG.transport), flow, 'UTC');
    expect(row).toMatchObject({ included: false, rule: 'CLOCK_SKEW', value: -15 });
    expect(await lagOf('transport', [skewed, [0, 20, 35, 36]])).toMatchObject({ n: 1, p50: 15, min: 15 });
  });

  it('counts an event on the day on which it became visible, in the zone asked for', () => {
    const definition = definitionsOf('syncLag')[0]!;
    const event = { ...observed([0, 1, 2, 3]), visibleAt: '2026-03-14T23:30:00.000Z' };
    expect(judgeLag(event, definition, flow, 'UTC').dates.VISIBLE).toBe('2026-03-14');
    expect(judgeLag(event, definition, flow, 'Europe/Berlin').dates.VISIBLE).toBe('2026-03-15');
  });
});
