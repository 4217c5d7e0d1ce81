import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import {
  IMPORTING_SUBGRAPHS,
  type FlowSketches,
  type LagObservation,
  type ProgressReport,
  type ProgressRequest,
} from '@sightline/contracts/subgraph-ports';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { Contribution, ContributionSource } from '@sightline/kit/figures/contribution';
import { CursorRefused } from '@sightline/kit/figures/contribution-cursor';
import { memorySource } from '@sightline/kit/figures/memory-source';
import type { RequestContext } from '@sightline/kit/server/manifest';
import { LAG_PARTS, lagOf } from '@sightline/contracts/lag-parts';
import { mergedSketch, SketchBuilder } from '@sightline/kit/freshness/lag-sketch';
import { addDays } from '@sightline/kit/time/calendar-day';
import type { ResolvedWindow } from '@sightline/kit/time/window';
import { heartbeatFlows } from '../data/heartbeat.query';
import { importingSources } from '../data/import-job.query';
import { registeredFlows, registeredSources } from '../data/source-system.query';
import { mergeFlows, type Flow } from '../domain/flow';
import { judgeLag } from '../domain/lag';
import { startOfDayMs } from '../domain/site-clock';
import { collectProgress, type Collected } from './collect-progress';
import { dimensionsOf, lagSource, type LagKeeper } from './lag-source';

/** A page of an earlier figure can't be given, because a subgraph whose rows are in it does not answer. */
export class SubgraphUnavailable extends Error {
  readonly code = 'SUBGRAPH_UNAVAILABLE';
  constructor(names: readonly SubgraphName[]) {
    super(`${names.join(', ')} cannot be reached at the moment. Try again.`);
  }
}

/** Everything but this subgraph itself, which records no facts. */
const ASKED: readonly SubgraphName[] = SUBGRAPH_NAMES.filter((name) => name !== 'operations');

/** Live events of one subgraph above which it answers by sketches: so many can be sent, sorted and counted in time. */
const MOST_OBSERVATIONS = 10_000;

/** When events became visible: UTC, to the millisecond, both included. */
interface Range {
  from: string;
  to: string;
  timeZone: string;
}

type Keeper = Omit<LagKeeper, 'judge'>;

/** The lags of a stretch of time, as the subgraphs gave them at certain positions of their logs. */
interface Observed {
  range: Range;
  reports: readonly ProgressReport[];
  /** Null while there are few enough events to hold them all. */
  keeper: Keeper | null;
  /** For a cursor: how to have the same events again. */
  pin: Readonly<Record<string, string | number | null>>;
}

/** What a request learns of the flows: each subgraph is asked once for its flows, and once for each window of lags. */
export class SyncDesk {
  private collected: Promise<Collected> | undefined;
  private merged: Promise<readonly Flow[]> | undefined;
  private registered: Promise<ReadonlyMap<string, { name: string; kind: string }>> | undefined;
  private readonly observed = new Map<string, Promise<Observed>>();
  private readonly sources = new Map<string, Promise<ContributionSource>>();

  constructor(private readonly context: RequestContext) {}

  /** Every flow that the caller may see. */
  flows(): Promise<readonly Flow[]> {
    return (this.merged ??= this.readFlows());
  }

  /** Subgraphs that did not answer: their flows are missing. */
  async unreachable(): Promise<readonly SubgraphName[]> {
    return (await this.progress()).unreachable;
  }

  /** Name and kind of the sources that have registered, by id. */
  registeredSources(): Promise<ReadonlyMap<string, { name: string; kind: string }>> {
    return (this.registered ??= this.context
      .read(registeredSources)
      .then((sources) => new Map(sources.map((source) => [source.id, source]))));
  }

  /** Ids of all source systems that have registered, or sent a fact, a heartbeat or a file. */
  async sourceSystemIds(): Promise<string[]> {
    const importing = await this.context.read(importingSources);
    const registered = await this.registeredSources();
    const sending = (await this.flows()).map((flow) => flow.sourceSystemId);
    return [...new Set([...sending, ...importing, ...registered.keys()])].sort();
  }

  /** True once every subgraph that takes facts of imports counts this one. */
  async isImportVisible(importId: string): Promise<boolean> {
    const request = { visibleFrom: null, visibleTo: null, importId, flows: false };
    const { reports, unreachable } = await collectProgress(this.context.services, IMPORTING_SUBGRAPHS, () => request);
    return unreachable.length === 0 && reports.every((report) => report.importSealed === true);
  }

  /** Contributions to one part of the lag, of the events that became visible in the window. */
  source(definition: MetricDefinition, window: ResolvedWindow): Promise<ContributionSource> {
    const key = JSON.stringify([definition.id, window.from, window.to, window.timeZone]);
    let source = this.sources.get(key);
    if (source === undefined) {
      source = this.observe(window).then((observed) => this.judge(definition, observed));
      this.sources.set(key, source);
    }
    return source;
  }

  /** Events that became visible in the window, one by one, or what keeps them when they are too many. */
  async lagsIn(window: ResolvedWindow): Promise<{ observations: readonly LagObservation[]; keeper: Keeper | null }> {
    const { reports, keeper } = await this.observe(window);
    return { observations: keeper === null ? await this.known(reports.flatMap((report) => report.lags)) : [], keeper };
  }

  /** The source for which a cursor's pin stands: the same events again, at the same positions of the logs. */
  async sourceAt(definition: MetricDefinition, pin: ContributionSource['pin']): Promise<ContributionSource> {
    const { from, to, timeZone, kept } = pin;
    if (typeof from !== 'string' || typeof to !== 'string' || typeof timeZone !== 'string') throw new CursorRefused();
    const positions = new Map(
      ASKED.flatMap((name) => (typeof pin[name] === 'number' ? [[name, pin[name]] as const] : [])),
    );
    const range = { from, to, timeZone };
    if (kept === 1)
      return this.judge(definition, { range, reports: [], keeper: this.keeper(range, positions, []), pin });
    const { reports } = await this.collect([...positions.keys()], (name) => ({
      ...lagRequest(range),
      upTo: positions.get(name) ?? null,
    }));
    const missing = [...positions.keys()].filter((name) => !reports.some((report) => report.subgraph === name));
    if (missing.length > 0) throw new SubgraphUnavailable(missing);
    return this.judge(definition, { range, reports, keeper: null, pin });
  }

  private progress(): Promise<Collected> {
    const request = { visibleFrom: null, visibleTo: null, importId: null };
    return (this.collected ??= collectProgress(this.context.services, ASKED, () => request));
  }

  private async readFlows(): Promise<readonly Flow[]> {
    const [{ reports, unreachable }, [heartbeats, registered]] = await Promise.all([
      this.progress(),
      this.context.read(async (manager) => [await heartbeatFlows(manager), await registeredFlows(manager)] as const),
    ]);
    const { plantIds } = this.context.call.actor;
    const flows = mergeFlows(reports, heartbeats, registered, unreachable.length === 0);
    return plantIds === null ? flows : flows.filter((flow) => flow.plantId === null || plantIds.includes(flow.plantId));
  }

  private observe(window: ResolvedWindow): Promise<Observed> {
    const range = rangeOf(window, this.context.call.instant.asOf);
    const key = JSON.stringify(range);
    let observed = this.observed.get(key);
    if (observed === undefined) {
      observed = this.observeRange(range);
      this.observed.set(key, observed);
    }
    return observed;
  }

  private async observeRange(range: Range): Promise<Observed> {
    const { reports } = await this.collect(ASKED, () => ({ ...lagRequest(range), sketchAbove: MOST_OBSERVATIONS }));
    const positions = new Map(reports.map((report) => [report.subgraph, report.projected]));
    const isKept = reports.some((report) => report.sketches != null);
    return {
      range,
      reports,
      keeper: isKept ? this.keeper(range, positions, reports) : null,
      pin: { ...range, ...(isKept ? { kept: 1 } : {}), ...Object.fromEntries(positions) },
    };
  }

  private async judge(
    definition: MetricDefinition,
    { range, reports, keeper, pin }: Observed,
  ): Promise<ContributionSource> {
    const flows = await this.flows();
    const judge = this.judging(definition, range.timeZone, flows);
    if (keeper !== null) return lagSource(flows, { ...keeper, judge }, pin);
    return memorySource((await this.known(reports.flatMap((report) => report.lags))).map(judge), pin);
  }

  private judging(
    definition: MetricDefinition,
    timeZone: string,
    flows: readonly Flow[],
  ): (observation: LagObservation) => Contribution {
    const byId = new Map(flows.map((flow) => [flow.id, flow]));
    return (observation) => judgeLag(observation, definition, dimensionsOf(byId.get(observation.flowId)!), timeZone);
  }

  /** Of observations those by flows that the caller may see. */
  private async known(observations: readonly LagObservation[]): Promise<LagObservation[]> {
    const ids = new Set((await this.flows()).map((flow) => flow.id));
    return observations.filter((observation) => ids.has(observation.flowId));
  }

  private collect(
    names: readonly SubgraphName[],
    requestOf: (name: SubgraphName) => ProgressRequest,
  ): Promise<Collected> {
    return collectProgress(this.context.services, names, requestOf);
  }

  private keeper(
    range: Range,
    positions: ReadonlyMap<SubgraphName, number>,
    reports: readonly ProgressReport[],
  ): Keeper {
    const ask = async (requestOf: (name: SubgraphName) => ProgressRequest): Promise<readonly ProgressReport[]> => {
      const { reports: answers, unreachable } = await this.collect([...positions.keys()], requestOf);
      if (unreachable.length > 0) throw new SubgraphUnavailable(unreachable);
      return answers;
    };
    return {
      flows: reports.flatMap((report) => report.sketches ?? sketchesOf(report.lags)),
      startOf: (day) => startOfDayMs(day, range.timeZone),
      async buckets(flowIds, starts) {
        const end = new Date(Date.parse(range.to) + 1).toISOString();
        const bounds = [...starts.map((start) => new Date(start).toISOString()), end];
        const answers = await ask(() => ({ ...lagRequest(range), buckets: { flowIds, bounds } }));
        return starts.map((_, index) => mergedSketch(answers.flatMap((report) => report.buckets?.[index] ?? [])));
      },
      async page(request) {
        const answers = await ask((name) => ({
          ...lagRequest(range),
          upTo: positions.get(name) ?? null,
          page: request,
        }));
        const found = answers
          .flatMap((report) => report.lags)
          .sort((a, b) => (a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0));
        const pages = answers.flatMap((report) => report.page ?? []);
        return {
          observations: found.slice(0, request.first),
          totalCount: pages.reduce((total, page) => total + page.totalCount, 0),
          hasNextPage: found.length > request.first || pages.some((page) => page.hasNextPage),
          above: request.above === undefined ? null : pages.reduce((total, page) => total + (page.above ?? 0), 0),
        };
      },
    };
  }
}

const lagRequest = (range: Range): ProgressRequest => ({
  visibleFrom: range.from,
  visibleTo: range.to,
  importId: null,
  flows: false,
});

/** Nothing becomes visible after the moment of asking, and the last day there is has no day after it. */
function rangeOf(window: ResolvedWindow, asOf: string): Range {
  const { timeZone } = window;
  const to = window.to >= window.asOfDay ? Date.parse(asOf) : startOfDayMs(addDays(window.to, 1), timeZone) - 1;
  return {
    from: new Date(startOfDayMs(window.from, timeZone)).toISOString(),
    to: new Date(to).toISOString(),
    timeZone,
  };
}

/** Few events beside many: sketched here as the others are there. */
function sketchesOf(observations: readonly LagObservation[]): FlowSketches[] {
  return [...new Set(observations.map((observation) => observation.flowId))].map((flowId) => {
    const own = observations.filter((observation) => observation.flowId === flowId);
    const parts = LAG_PARTS.map((part) => {
      const builder = new SketchBuilder();
      for (const observation of own) builder.add(lagOf(observation, part));
      return [part, builder.sketch()] as const;
    });
    return { flowId, parts: Object.fromEntries(parts) as FlowSketches['parts'] };
  });
}
