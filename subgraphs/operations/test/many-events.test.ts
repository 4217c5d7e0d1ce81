import { flowIdOf } from '@sightline/contracts/identities';
import { LAG_PARTS, lagOf } from '@sightline/contracts/lag-parts';
import type { FlowSketches, LagObservation } from '@sightline/contracts/subgraph-ports';
import { SketchBuilder } from '@sightline/kit/freshness/lag-sketch';
import { ask, reported, reports, startOperations, type OperationsUnderTest } from './operations-platform';

let operations: OperationsUnderTest;
beforeAll(async () => {
  operations = await startOperations();
});
afterAll(() => operations.end());

const START = Date.parse('2026-03-13T08:00:00.000Z');
const at = (ms: number): string => new Date(START + ms).toISOString();

/** An event whose lags grow with its number: entry 10 s and more, transport 5 s, processing 1 s; every tenth clock is wrong. */
function event(flow: string, number: number): LagObservation {
  const visible = number * 1000;
  const recorded = visible - 6_000;
  return {
    eventId: `${flow}-${String(number).padStart(6, '0')}`,
    flowId: flowIdOf('erp', flow, null),
    type: 'inventory.goods.received.v1',
    subjectType: 'GoodsReceipt',
    subjectId: `${flow}-${number}`,
    occurredAt: at(recorded - (number % 10 === 0 ? -1_000 : 10_000 + number)),
    recordedAt: at(recorded),
    ingestedAt: at(visible - 1_000),
    visibleAt: at(visible),
  };
}

function sketched(events: readonly LagObservation[]): FlowSketches {
  const parts = LAG_PARTS.map((part) => {
    const builder = new SketchBuilder();
    for (const one of events) builder.add(lagOf(one, part));
    return [part, builder.sketch()] as const;
  });
  return { flowId: events[0]!.flowId, parts: Object.fromEntries(parts) as FlowSketches['parts'] };
}

describe('the lag of more events than can be counted one by one', () => {
  const many = Array.from({ length: 12_000 }, (_, number) => event('many', number));
  const few = Array.from({ length: 40 }, (_, number) => event('few', number));

  beforeEach(() => {
    const flow = sketched(many);
    reports(operations, [reported('many'), reported('few')]);
    Object.assign(operations.scripted('inventory').progress!, {
      sketches: [flow],
      buckets: [flow.parts.endToEnd, sketched(many.slice(0, 100)).parts.endToEnd],
      lags: many.slice(0, 3),
      page: { totalCount: 12_000, hasNextPage: true, above: 4_321 },
    });
    operations.scripted('quality').progress = {
      head: 40,
      projected: 40,
      flows: [],
      lags: few,
      importSealed: null,
      importDropped: null,
    };
  });

  interface Figure {
    n: number;
    median: number;
    p95: number;
    min: number;
    max: number;
    relativeError: number | null;
    excluded: { code: string; count: number }[];
  }
  const FIGURE = `n median p95 min max relativeError excluded { code count }`;

  it('says its bound, counts exactly, and takes in what others count one by one', async () => {
    const { syncHealth } = await ask<{ syncHealth: { lag: { entry: Figure; pipeline: Figure } } }>(
      operations,
      `{ syncHealth { lag { entry { ${FIGURE} } pipeline { ${FIGURE} } } } }`,
    );
    const { entry, pipeline } = syncHealth.lag;
    expect(entry).toMatchObject({
      n: 10_836,
      excluded: [{ code: 'CLOCK_SKEW', count: 1_204 }],
      relativeError: 0.01,
      min: 10.001,
      max: 21.999,
    });
    expect(Math.abs(entry.median / 15.98 - 1)).toBeLessThan(0.011);
    expect(pipeline).toMatchObject({ n: 12_040, min: 6, max: 6, median: 6, p95: 6, excluded: [] });
  });

  it('gives its rows by the page, its threshold exactly, and its days', async () => {
    const { syncHealth } = await ask<{
      syncHealth: {
        lag: {
          entry: {
            countAbove: number;
            contributions: {
              totalCount: number;
              edges: { node: { subjectId: string } }[];
              pageInfo: { endCursor: string };
            };
          };
        };
        series: { n: number; p50Seconds: number | null }[];
        flows: { flow: string; lag: { entry: { n: number } } }[];
      };
    }>(
      operations,
      `{ syncHealth(window: { lastDays: 2 }) {
         lag { entry { countAbove(than: 12) contributions(first: 2) { totalCount edges { node { subjectId rule } } pageInfo { hasNextPage endCursor } } } }
         series { n p50Seconds } flows { flow lag { entry { n } } } } }`,
    );
    // Both subgraphs are asked for the page; the one that has nothing of it to tell adds nothing.
    expect(syncHealth.lag.entry).toMatchObject({
      countAbove: 4_321,
      contributions: {
        totalCount: 12_000,
        edges: [{ node: { subjectId: 'few-000000', rule: 'CLOCK_SKEW' } }, { node: { subjectId: 'few-000001' } }],
        pageInfo: { hasNextPage: true },
      },
    });
    expect(syncHealth.series).toMatchObject([{ n: 12_000 }, { n: 100 }]);
    expect(syncHealth.flows.map(({ flow, lag }) => [flow, lag.entry.n])).toEqual([
      ['few', 36],
      ['many', 10_800],
    ]);
    // A page asked later is of the same logs, and cannot be had while one of them is away.
    operations.scripted('quality').progress = null;
    const { errors } = await operations.ask(
      'operations',
      'integrator',
      `query ($after: Cursor) { syncHealth(window: { lastDays: 2 }) { lag { entry { contributions(after: $after) { totalCount } } } } }`,
      { after: syncHealth.lag.entry.contributions.pageInfo.endCursor },
    );
    expect(errors[0]!.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });
});

describe('whose flows sync health is about', () => {
  const names = async (scope: string): Promise<[string, string[]]> => {
    const { syncHealth } = await ask<{ syncHealth: { origin: string; flows: { flow: string }[] } }>(
      operations,
      `{ syncHealth(scope: ${scope}) { origin flows { flow } } }`,
    );
    return [syncHealth.origin, syncHealth.flows.map(({ flow }) => flow)];
  };
  const simulated = reported('made', { sourceSystemId: 'sim.mes' });

  it('are those of real sources where any has delivered, and never of both', async () => {
    reports(operations, [simulated]);
    expect(await names('{}')).toEqual(['SIMULATED', ['made']]);
    reports(operations, [simulated, reported('real')]);
    expect(await names('{}')).toEqual(['REAL', ['real']]);
    expect(await names('{ origin: SIMULATED }')).toEqual(['SIMULATED', ['made']]);
    expect(await names('{ sourceSystemIds: ["sim.mes"] }')).toEqual(['SIMULATED', ['made']]);
    expect(await ask(operations, `{ sourceSystems { id simulated kind } }`)).toEqual({
      sourceSystems: [
        { id: 'erp', simulated: false, kind: 'unregistered' },
        { id: 'sim.mes', simulated: true, kind: 'unregistered' },
      ],
    });
  });
});
