import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import { IMPORTING_SUBGRAPHS, type LagObservation } from '@sightline/contracts/subgraph-ports';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { ContributionSource } from '@sightline/kit/figures/contribution';
import { CursorRefused } from '@sightline/kit/figures/contribution-cursor';
import { memorySource } from '@sightline/kit/figures/memory-source';
import type { RequestContext } from '@sightline/kit/server/manifest';
import { addDays } from '@sightline/kit/time/calendar-day';
import type { ResolvedWindow } from '@sightline/kit/time/window';
import { heartbeatFlows } from '../data/heartbeat.query';
import { importingSources } from '../data/import-job.query';
import { mergeFlows, type Flow } from '../domain/flow';
import { judgeLag } from '../domain/lag';
import { instantInZone, startOfDayMs } from '../domain/site-clock';
import { collectProgress, type Collected } from './collect-progress';

/** A page of an earlier figure can't be given, because a subgraph whose rows are in it does not answer. */
export class SubgraphUnavailable extends Error {
  readonly code = 'SUBGRAPH_UNAVAILABLE';
  constructor(names: readonly SubgraphName[]) {
    super(`${names.join(', ')} cannot be reached at the moment. Try again.`);
  }
}

/** Everything but this subgraph itself, which records no facts. */
const ASKED: readonly SubgraphName[] = SUBGRAPH_NAMES.filter((name) => name !== 'operations');

/** Lag observations of a stretch of time, as the subgraphs gave them at certain positions of their logs. */
interface Observed {
  observations: readonly LagObservation[];
  /** For a cursor: how to have the same observations again. */
  pin: Readonly<Record<string, string | number | null>>;
}

/** What a request learns of the flows: each subgraph is asked once for its flows, and once for each window of lags. */
export class SyncDesk {
  private collected: Promise<Collected> | undefined;
  private merged: Promise<readonly Flow[]> | undefined;
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

  /** Ids of all source systems that have sent a fact, a heartbeat or a file. */
  async sourceSystemIds(): Promise<string[]> {
    const importing = await this.context.read(importingSources);
    return [...new Set([...(await this.flows()).map((flow) => flow.sourceSystemId), ...importing])].sort();
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
      source = this.observations(window).then((observed) => this.judge(definition, window.timeZone, observed));
      this.sources.set(key, source);
    }
    return source;
  }

  /** Events that became visible in the window, by the flows that the caller may see. */
  async observationsIn(window: ResolvedWindow): Promise<readonly LagObservation[]> {
    return (await this.observations(window)).observations;
  }

  /** The source for which a cursor's pin stands: the same events again, at the same positions of the logs. */
  async sourceAt(definition: MetricDefinition, pin: ContributionSource['pin']): Promise<ContributionSource> {
    const { from, to, timeZone } = pin;
    if (typeof from !== 'string' || typeof to !== 'string' || typeof timeZone !== 'string') throw new CursorRefused();
    const positions = new Map(
      ASKED.flatMap((name) => (typeof pin[name] === 'number' ? [[name, pin[name]] as const] : [])),
    );
    const observed = await this.ask(
      [...positions.keys()],
      { from, to, timeZone },
      (name) => positions.get(name) ?? null,
    );
    const missing = [...positions.keys()].filter((name) => observed.pin[name] === undefined);
    if (missing.length > 0) throw new SubgraphUnavailable(missing);
    return this.judge(definition, timeZone, { ...observed, pin });
  }

  private progress(): Promise<Collected> {
    const request = { visibleFrom: null, visibleTo: null, importId: null };
    return (this.collected ??= collectProgress(this.context.services, ASKED, () => request));
  }

  private async readFlows(): Promise<readonly Flow[]> {
    const [{ reports, unreachable }, heartbeats] = await Promise.all([
      this.progress(),
      this.context.read(heartbeatFlows),
    ]);
    const { plantIds } = this.context.call.actor;
    const flows = mergeFlows(reports, heartbeats, unreachable.length === 0);
    return plantIds === null ? flows : flows.filter((flow) => flow.plantId === null || plantIds.includes(flow.plantId));
  }

  private observations(window: ResolvedWindow): Promise<Observed> {
    const { asOf } = this.context.call.instant;
    const { timeZone } = window;
    const from = instantInZone(startOfDayMs(window.from, timeZone), timeZone);
    // Nothing becomes visible after the moment of asking, and the last day there is has no day after it.
    const to =
      window.to >= window.asOfDay ? asOf : instantInZone(startOfDayMs(addDays(window.to, 1), timeZone), timeZone);
    const key = JSON.stringify([from, to, timeZone]);
    let observed = this.observed.get(key);
    if (observed === undefined) {
      observed = this.ask(ASKED, { from, to, timeZone }, () => null);
      this.observed.set(key, observed);
    }
    return observed;
  }

  private async ask(
    names: readonly SubgraphName[],
    range: { from: string; to: string; timeZone: string },
    upTo: (name: SubgraphName) => number | null,
  ): Promise<Observed> {
    const { reports } = await collectProgress(this.context.services, names, (name) => ({
      visibleFrom: range.from,
      visibleTo: range.to,
      importId: null,
      flows: false,
      upTo: upTo(name),
    }));
    const known = new Set((await this.flows()).map((flow) => flow.id));
    return {
      observations: reports.flatMap((report) => report.lags.filter((lag) => known.has(lag.flowId))),
      pin: { ...range, ...Object.fromEntries(reports.map((report) => [report.subgraph, report.projected])) },
    };
  }

  private async judge(
    definition: MetricDefinition,
    timeZone: string,
    { observations, pin }: Observed,
  ): Promise<ContributionSource> {
    const flows = new Map((await this.flows()).map((flow) => [flow.id, flow]));
    const rows = observations.flatMap((observation) => {
      const flow = flows.get(observation.flowId);
      if (flow === undefined) return [];
      const dimensions = { flowId: flow.id, plantId: flow.plantId, sourceSystemId: flow.sourceSystemId };
      return [judgeLag(observation, definition, dimensions, timeZone)];
    });
    return memorySource(rows, pin);
  }
}
