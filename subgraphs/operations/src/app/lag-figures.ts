import { SYNC_LAG, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import { audienceOf, contributionCursors } from '@sightline/kit/figures/contribution-cursor';
import type { Bucket, Population } from '@sightline/kit/figures/contribution';
import { distribution, populationOf, type DistributionFigure } from '@sightline/kit/figures/figure';
import { series, SeriesTooLong } from '@sightline/kit/figures/grouped-figures';
import { emptyAggregate } from '@sightline/kit/figures/aggregate-sums';
import { sketchAggregate } from '@sightline/kit/freshness/lag-sketch';
import { memorySource } from '@sightline/kit/figures/memory-source';
import { presentDistribution } from '@sightline/kit/figures/present';
import type { RequestContext } from '@sightline/kit/server/manifest';
import { addDays } from '@sightline/kit/time/calendar-day';
import { dayBucketOf } from '@sightline/kit/time/bucket';
import { toUtcMs } from '@sightline/kit/time/instant';
import type { ResolvedWindow } from '@sightline/kit/time/window';
import type { Flow } from '../domain/flow';
import { judgeLag, lagExclusionLabel } from '../domain/lag';
import { instantInZone, startOfDayMs } from '../domain/site-clock';
import { freshnessOfFlows } from './flow-freshness';
import { dimensionsOf } from './lag-source';
import type { SyncDesk } from './sync-desk';

/** Which part of the live events a lag is over: those of these flows, which have these values of the dimensions. */
export interface LagQuestion {
  window: ResolvedWindow;
  flows: readonly Flow[];
  dims: Population['dims'];
}

/** Shaped as the schema's LagBreakdown; nothing is asked of anyone until a part is wanted. */
export type LagBreakdown = { [Part in keyof typeof SYNC_LAG]: () => Promise<DistributionFigure> };

type LagContext = RequestContext & { desk: SyncDesk };

/** Entry, transport, processing, end to end and pipeline of the events in question. */
export function lagBreakdown(question: LagQuestion, context: LagContext): LagBreakdown {
  const part = (name: keyof typeof SYNC_LAG) => async (): Promise<DistributionFigure> => {
    const definition = systemDefinition(SYNC_LAG[name]);
    const { actor, instant } = context.call;
    return distribution({
      source: await context.desk.source(definition, question.window),
      sourceAt: (pin) => context.desk.sourceAt(definition, pin),
      definition,
      population: populationOf(definition, question.window, question.dims),
      window: question.window,
      instant,
      freshness: freshnessOfFlows(question.flows, instant.now),
      cursors: contributionCursors({ key: context.services.cursorKey, audience: audienceOf(actor) }),
      exclusionLabel: lagExclusionLabel,
    });
  };
  return {
    entry: part('entry'),
    transport: part('transport'),
    processing: part('processing'),
    endToEnd: part('endToEnd'),
    pipeline: part('pipeline'),
  };
}

/** Shaped as the schema's LagPoint. */
export interface LagPoint {
  start: string;
  p50Seconds: number | null;
  p95Seconds: number | null;
  n: number;
}

const HOUR_MS = 3_600_000;
const MOST_POINTS = 5_000;

/**
 * End-to-end lag over time, a point for every bucket of the window, empty ones too. Events are instants, so unlike
 * calendar days they have hours.
 *
 * @throws SeriesTooLong
 */
export async function lagSeries(question: LagQuestion, bucket: Bucket, context: LagContext): Promise<LagPoint[]> {
  const { window } = question;
  const definition = systemDefinition(SYNC_LAG.endToEnd);
  const population = populationOf(definition, window, question.dims);
  const days = dayBucketOf(bucket);
  if (!days.ok) return hourly(question, population, context);
  const points = await series(await context.desk.source(definition, window), population, days.value);
  return points.map(({ start, aggregate }) =>
    pointOf(startOfDayMs(start, window.timeZone), window.timeZone, aggregate),
  );
}

async function hourly(question: LagQuestion, population: Population, context: LagContext): Promise<LagPoint[]> {
  const { window, flows } = question;
  const { timeZone } = window;
  const begin = startOfDayMs(window.from, timeZone);
  const asOf = toUtcMs(context.call.instant.asOf);
  const end = window.to >= window.asOfDay ? asOf + 1 : startOfDayMs(addDays(window.to, 1), timeZone);
  if (end <= begin) return [];
  const hours = Math.ceil((end - begin) / HOUR_MS);
  if (hours > MOST_POINTS) throw new SeriesTooLong(hours);

  const { observations, keeper } = await context.desk.lagsIn(window);
  // Hours are those of UTC, which are the zone's own except where it is half an hour off: there the first is short.
  const first = Math.floor(begin / HOUR_MS);
  const starts = [begin];
  for (let hour = first + 1; hour * HOUR_MS < end; hour += 1) starts.push(hour * HOUR_MS);
  if (keeper !== null) {
    const sketches = await keeper.buckets(
      flows.map((flow) => flow.id),
      starts,
    );
    return starts.map((start, index) => pointOf(start, timeZone, sketchAggregate(null, sketches[index]!)));
  }
  const flowById = new Map(flows.map((flow) => [flow.id, flow]));
  const rows = new Map<number, ReturnType<typeof judgeLag>[]>();
  for (const observation of observations) {
    const flow = flowById.get(observation.flowId);
    if (flow === undefined) continue;
    const hour = Math.floor(toUtcMs(observation.visibleAt) / HOUR_MS) - first;
    const row = judgeLag(observation, systemDefinition(SYNC_LAG.endToEnd), dimensionsOf(flow), timeZone);
    const sameHour = rows.get(hour);
    if (sameHour === undefined) rows.set(hour, [row]);
    else sameHour.push(row);
  }
  const points: LagPoint[] = [];
  for (const [hour, start] of starts.entries()) {
    const [aggregate = emptyAggregate(null)] = await memorySource(rows.get(hour) ?? [], {}).aggregate(population, null);
    points.push(pointOf(start, timeZone, aggregate));
  }
  return points;
}

function pointOf(startMs: number, timeZone: string, aggregate: ReturnType<typeof emptyAggregate>): LagPoint {
  const { median, p95 } = presentDistribution(aggregate, null);
  return { start: instantInZone(startMs, timeZone), p50Seconds: median, p95Seconds: p95, n: aggregate.n };
}
