import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Contribution, ContributionSource, Population } from '@sightline/kit/figures/contribution';
import {
  audienceOf,
  contributionCursors,
  CursorRefused,
  type ContributionCursors,
} from '@sightline/kit/figures/contribution-cursor';
import { metricValue, populationOf, type MetricValueFigure } from '@sightline/kit/figures/figure';
import { groupedFigures, type GroupedFigures } from '@sightline/kit/figures/grouped-figures';
import { memorySource } from '@sightline/kit/figures/memory-source';
import { rememberedSource, rememberFor } from '@sightline/kit/figures/remembered-source';
import { freshnessOf, type Freshness } from '@sightline/kit/freshness/freshness';
import { originReader, type OriginReader } from '@sightline/kit/freshness/origin';
import { readFlows } from '@sightline/kit/freshness/progress';
import { positionVisibleAt, readPositions } from '@sightline/kit/outbox/projector';
import type { RequestContext } from '@sightline/kit/server/manifest';
import type { ResolvedWindow } from '@sightline/kit/time/window';
import { historiesAt } from '../data/inspection-history';
import { STORED_DEFINITIONS } from '../data/projector';
import { judgeContexts } from '../data/reference.repository';
import { INSPECTION_DIMENSIONS, type JudgeContext } from '../domain/contribution-of-inspection';
import { exclusionLabel } from '../domain/exclusion-labels';
import { factsKnown } from '@sightline/kit/facts/facts-known';
import { foldInspection } from '../domain/fold-inspection';
import type { Inspection } from '../domain/inspection-lot';
import { isEstimate, judgedBy, judgeInspection } from '../domain/judge-inspection';
import { type Scope } from '@sightline/kit/figures/question';
import { dimsOf, FIGURE_KINDS, ORIGIN_KINDS, qualityWindowOf, type Asking } from './question';
import { SharedFolds } from './shared-folds';

type Pin = ContributionSource['pin'];
type Judged = { inspection: Inspection; context: JudgeContext };
/** Where a request's figures stand in the log, and whether stored contributions answer there. */
interface Pinned {
  pos: number;
  stored: boolean;
}

/** One group of a split: the dimension and its value. */
export interface Group {
  dimension: string;
  key: string | null;
}

const STORED = new Set(STORED_DEFINITIONS.map((definition) => definition.id));
/** Events that are folded in a moment, in about a tenth of a second for ten thousand. */
const FOLDED_EVENTS = 200_000;

/**
 * Answers one request's questions about figures, all at one position of the log. The present is answered from stored
 * contributions; the past from the same facts, folded and judged in memory.
 */
export class FigureDesk {
  private pinned: Promise<Pinned> | null = null;
  private readonly kept = new Map<string, Promise<unknown>>();
  private readonly origins: OriginReader;
  private readonly cursors: ContributionCursors;

  constructor(private readonly context: RequestContext) {
    this.origins = originReader((work) => context.read(work));
    this.cursors = contributionCursors({
      key: context.services.cursorKey,
      audience: audienceOf(context.call.actor),
    });
  }

  /** Position of the log that every figure of this request includes, and none goes beyond. */
  async position(): Promise<number> {
    return (await this.pin()).pos;
  }

  /** Whose facts the figures of a scope are over: never both. */
  originOf(scope: Scope | null | undefined): Promise<DataOrigin> {
    return this.origins(scope, ORIGIN_KINDS);
  }

  /** One figure, over all of a question or over one group of it. */
  async metric(asking: Asking, definition: MetricDefinition, group?: Group): Promise<MetricValueFigure> {
    const { source, population, window } = await this.rows(asking, definition);
    const narrowed = group && (await this.grouped(asking, definition, group.dimension));
    return metricValue({
      definition,
      window,
      instant: asking.instant,
      freshness: () => this.freshness(asking.scope),
      cursors: this.cursors,
      exclusionLabel,
      sampled: isEstimate(definition),
      source,
      sourceAt: (pin) => this.sourceAt(judgedBy(definition), pin, asking.instant),
      population: narrowed ? narrowed.population(group.key) : population,
      ...(narrowed ? { aggregate: narrowed.aggregate(group.key) } : {}),
    });
  }

  /** Contributions of a definition and the population of a question. */
  async rows(
    asking: Asking,
    definition: MetricDefinition,
  ): Promise<{ source: ContributionSource; population: Population; window: ResolvedWindow }> {
    const window = qualityWindowOf(asking.window, definition.defaultBasis, asking.instant.asOf);
    const judged = judgedBy(definition);
    return {
      source: await this.sourceFor(judged, asking.instant),
      population: populationOf(judged, window, dimsOf(asking.scope, await this.originOf(asking.scope))),
      window,
    };
  }

  /** The figures of a definition split by a dimension; read once however many groups and fields are asked for. */
  grouped(asking: Asking, definition: MetricDefinition, dimension: string): Promise<GroupedFigures> {
    return this.keep(JSON.stringify(['grouped', dimension, judgedBy(definition).id, asking]), async () => {
      const { source, population } = await this.rows(asking, definition);
      return groupedFigures(source, population, { by: 'dimension', dimension });
    });
  }

  /** How old the figures of a scope are: inspections and the receipts that they are of. */
  async freshness(scope: Scope | null | undefined): Promise<Freshness> {
    const sourceSystemIds = scope?.sourceSystemIds ?? null;
    const plantIds = scope?.plantIds ?? null;
    const origin = await this.originOf(scope);
    return this.keep(JSON.stringify(['freshness', sourceSystemIds, plantIds, origin]), async () => {
      const flows = await this.context.read((manager) =>
        readFlows(manager, { kinds: FIGURE_KINDS, sourceSystemIds, plantIds, origin }),
      );
      return freshnessOf(flows, this.context.call.instant.now);
    });
  }

  private pin(): Promise<Pinned> {
    this.pinned ??= this.context.read(readPositions).then(({ visible, derived }) => {
      if (derived >= visible) return { pos: visible, stored: true };
      // Stored contributions follow the log by a moment. A short log is folded meanwhile; of a long one the figures stand
      // where the stored ones do, which is a position like any other.
      return visible <= FOLDED_EVENTS ? { pos: visible, stored: false } : { pos: derived, stored: true };
    });
    return this.pinned;
  }

  private async sourceFor(definition: MetricDefinition, instant: RequestInstant): Promise<ContributionSource> {
    const { pos, stored } = await this.pin();
    return stored && STORED.has(definition.id) && isPresent(instant)
      ? this.storedAt(pos)
      : this.foldedSource(pos, definition, instant);
  }

  /** The source for which a cursor's pin stands. */
  private sourceAt(
    definition: MetricDefinition,
    pin: Pin,
    asked: RequestInstant,
  ): ContributionSource | Promise<ContributionSource> {
    const pos = positionOf(pin);
    return pin['kind'] === 'stored' ? this.storedAt(pos) : this.foldedSource(pos, definition, instantOfPin(pin, asked));
  }

  private storedAt(pos: number): ContributionSource {
    // Facts of imports enter the contributions when their import is sealed, so the position alone decides.
    const { services, tenancy } = this.context;
    return rememberedSource((work) => this.context.read(work), {
      pos,
      dimensions: INSPECTION_DIMENSIONS,
      database: services.database,
      tenancy,
      remember: rememberFor(services.database, tenancy),
    });
  }

  private foldedSource(
    pos: number,
    definition: MetricDefinition,
    instant: RequestInstant,
  ): Promise<ContributionSource> {
    const pin = foldedPin(pos, instant);
    return this.keep(JSON.stringify(['folded', definition.id, pin]), async () => {
      const rows: Contribution[] = [];
      for (const { inspection, context } of await this.foldedAt(pos, instant))
        rows.push(...judgeInspection(inspection, definition, context));
      return memorySource(rows, pin);
    });
  }

  /** The goods as they were and as the books had them. Kept for other requests of callers who may see the same. */
  private foldedAt(pos: number, instant: RequestInstant): Promise<readonly Judged[]> {
    const key = JSON.stringify([this.context.tenancy, foldedPin(pos, instant)]);
    return this.keep(key, () =>
      SharedFolds.of(this.context.services).get(key, async (): Promise<Judged[]> => {
        return this.context.read(async (manager) => {
          const visible =
            instant.knownBy === 'PLATFORM' ? Math.min(pos, await positionVisibleAt(manager, instant.knownAt)) : pos;
          const found: Inspection[] = [];
          for (const events of (await historiesAt(manager, visible)).values()) {
            // The present includes everything visible, also what a source dates a moment ahead of our clock: exactly what
            // the stored contributions include.
            const inspection = foldInspection(isPresent(instant) ? events : factsKnown(events, instant));
            if (inspection !== null) found.push(inspection);
          }
          const contextOf = await judgeContexts(manager, found);
          return found.map((inspection) => ({ inspection, context: contextOf(inspection) }));
        });
      }),
    );
  }

  private keep<Kept>(key: string, make: () => Promise<Kept>): Promise<Kept> {
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept as Promise<Kept>;
    const made = make();
    this.kept.set(key, made);
    return made;
  }
}

function foldedPin(pos: number, instant: RequestInstant): Record<string, string | number> {
  return isPresent(instant)
    ? { kind: 'folded', pos, asOf: '', knownAt: '', knownBy: 'SOURCE' }
    : { kind: 'folded', pos, asOf: instant.asOf, knownAt: instant.knownAt, knownBy: instant.knownBy };
}

function positionOf(pin: Pin): number {
  const pos = pin['pos'];
  if (typeof pos !== 'number') throw new CursorRefused();
  return pos;
}

/** The instant for which a pinned figure was folded. An empty one was the present: everything up to the position. */
function instantOfPin(pin: Pin, asked: RequestInstant): RequestInstant {
  const { asOf, knownAt, knownBy } = pin;
  if (typeof asOf !== 'string' || typeof knownAt !== 'string' || (knownBy !== 'SOURCE' && knownBy !== 'PLATFORM'))
    throw new CursorRefused();
  return asOf === ''
    ? { now: asked.now, asOf: asked.now, knownAt: asked.now, knownBy }
    : { now: asked.now, asOf, knownAt, knownBy };
}
