import type { LagPart } from '@sightline/contracts/lag-parts';
import type { FlowSketches, LagObservation, LagPageRequest, LagSketch } from '@sightline/contracts/subgraph-ports';
import type {
  Aggregate,
  Contribution,
  ContributionPage,
  ContributionSource,
  Population,
} from '@sightline/kit/figures/contribution';
import { mergedSketch, sketchAggregate, SKETCH_RELATIVE_ERROR } from '@sightline/kit/freshness/lag-sketch';
import { bucketStarts, dayBucketOf } from '@sightline/kit/time/bucket';
import type { Flow } from '../domain/flow';
import { partOf, type LagDimensions } from '../domain/lag';

/** What a figure over very many events needs of the subgraphs that keep them. */
export interface LagKeeper {
  /** Sketches of each flow over the whole window. */
  flows: readonly FlowSketches[];
  /**
   * End-to-end lag of some flows by bucket: each goes from its start (milliseconds) to the next, the last to the end of
   * the window.
   */
  buckets(flowIds: readonly string[], starts: readonly number[]): Promise<readonly LagSketch[]>;
  /** The first moment of a day of the window, in milliseconds. */
  startOf(day: string): number;
  /** Events of some flows by the page, in the order of their ids; and how many lie above a lag, when asked. */
  page(request: LagPageRequest): Promise<{
    observations: readonly LagObservation[];
    totalCount: number;
    hasNextPage: boolean;
    above: number | null;
  }>;
  judge(observation: LagObservation): Contribution;
}

const partIn = (population: Population): LagPart => {
  const part = partOf(population.definitionId);
  if (part === null) throw new RangeError(`${population.definitionId} is no part of the sync lag`);
  return part;
};

/**
 * Contributions to the sync lag that are too many to be held: numbers come from sketches, whose percentiles have a bounded
 * error and whose counts are exact, rows come by the page from where they are kept. It answers for whole windows: which
 * one is decided by whoever made the keeper.
 */
export function lagSource(
  flows: readonly Flow[],
  keeper: LagKeeper,
  pin: ContributionSource['pin'],
): ContributionSource {
  const chosen = (population: Population): string[] =>
    flows.filter((flow) => belongs(flow, population)).map((flow) => flow.id);
  const over = (flowIds: readonly string[], part: LagPart): LagSketch =>
    mergedSketch(keeper.flows.filter((flow) => flowIds.includes(flow.flowId)).map((flow) => flow.parts[part]));
  const groupsOf = (population: Population, dimension: string): Map<string | null, string[]> => {
    const groups = new Map<string | null, string[]>();
    for (const flow of flows.filter((one) => belongs(one, population))) {
      const key = valueOf(flow, dimension);
      groups.set(key, [...(groups.get(key) ?? []), flow.id]);
    }
    return groups;
  };

  return {
    pin,
    relativeError: SKETCH_RELATIVE_ERROR,

    async aggregate(population, grouping): Promise<readonly Aggregate[]> {
      const part = partIn(population);
      if (grouping === null) return [sketchAggregate(null, over(chosen(population), part))];
      if (grouping.by === 'dimension')
        return [...groupsOf(population, grouping.dimension)].map(([key, ids]) => sketchAggregate(key, over(ids, part)));
      const bucket = dayBucketOf(grouping.bucket);
      if (!bucket.ok || part !== 'endToEnd')
        throw new RangeError(
          'Over time there are days or longer, of the end-to-end lag: hours are asked of the keeper',
        );
      const starts = bucketStarts(population.from, population.to, bucket.value);
      // The first bucket may begin before the window, of which only the part inside counts.
      const begin = starts.map((start) => keeper.startOf(start < population.from ? population.from : start));
      const sketches = await keeper.buckets(chosen(population), begin);
      return starts.map((start, index) => sketchAggregate(start, sketches[index]!));
    },

    async countAbove(population, than) {
      const above = { part: partIn(population), seconds: than };
      return (await keeper.page({ flowIds: chosen(population), after: null, first: 0, above })).above ?? 0;
    },

    async countDistinct(population, dimension, grouping) {
      const part = partIn(population);
      const groups =
        grouping?.by === 'dimension'
          ? groupsOf(population, grouping.dimension)
          : new Map<string | null, string[]>([[null, chosen(population)]]);
      const counts = new Map<string | null, number>();
      for (const [key, ids] of groups) {
        const counting = flows.filter((flow) => ids.includes(flow.id) && over([flow.id], part).n > 0);
        const values = counting.map((flow) => valueOf(flow, dimension));
        counts.set(key, new Set(values.filter((value) => value !== null)).size);
      }
      return counts;
    },

    async page(population, first, after): Promise<ContributionPage> {
      const found = await keeper.page({ flowIds: chosen(population), after, first });
      return {
        rows: found.observations.map((observation) => keeper.judge(observation)),
        totalCount: found.totalCount,
        hasNextPage: found.hasNextPage,
      };
    },
  };
}

/** The dimensions by which events of a flow can be narrowed. */
export const dimensionsOf = (flow: Flow): LagDimensions => ({
  flowId: flow.id,
  plantId: flow.plantId,
  sourceSystemId: flow.sourceSystemId,
  origin: flow.origin,
});

function belongs(flow: Flow, population: Population): boolean {
  return Object.entries(population.dims).every(([name, allowed]) => allowed.includes(valueOf(flow, name)));
}

const valueOf = (flow: Flow, dimension: string): string | null =>
  (dimensionsOf(flow) as unknown as Readonly<Record<string, string | null>>)[dimension] ?? null;
