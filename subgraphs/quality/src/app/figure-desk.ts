import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { ContributionSource, Population } from '@sightline/kit/figures/contribution';
import { metricValue, populationOf, type MetricValueFigure } from '@sightline/kit/figures/figure';
import { FigureGround } from '@sightline/kit/figures/figure-ground';
import { instantOfPin, positionOf, type Pin } from '@sightline/kit/figures/figure-pin';
import { groupedFigures, type GroupedFigures } from '@sightline/kit/figures/grouped-figures';
import type { Asking, Group, Scope } from '@sightline/kit/figures/question';
import type { Freshness } from '@sightline/kit/freshness/freshness';
import type { RequestContext } from '@sightline/kit/server/manifest';
import type { ResolvedWindow } from '@sightline/kit/time/window';
import { STORED_DEFINITIONS } from '../data/projector';
import { INSPECTION_DIMENSIONS } from '../domain/contribution-of-inspection';
import { exclusionLabel } from '../domain/exclusion-labels';
import { isEstimate, judgedBy } from '../domain/judge-inspection';
import { foldedInspections } from './folded-inspections';
import { dimsOf, FIGURE_KINDS, ORIGIN_KINDS, qualityWindowOf } from './question';

const STORED = new Set(STORED_DEFINITIONS.map((definition) => definition.id));

/**
 * Answers one request's questions about figures, all at one position of the log. The present is answered from stored
 * contributions; the past from the same facts, folded and judged in memory.
 */
export class FigureDesk {
  private readonly ground: FigureGround;

  constructor(context: RequestContext) {
    this.ground = new FigureGround(context, { dimensions: INSPECTION_DIMENSIONS, originKinds: ORIGIN_KINDS });
  }

  /** Whose facts the figures of a scope are over: never both. */
  originOf(scope: Scope | null | undefined): Promise<DataOrigin> {
    return this.ground.originOf(scope);
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
      cursors: this.ground.cursors,
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
    return this.ground.keep(JSON.stringify(['grouped', dimension, judgedBy(definition).id, asking]), async () => {
      const { source, population } = await this.rows(asking, definition);
      return groupedFigures(source, population, { by: 'dimension', dimension });
    });
  }

  /** How old the figures of a scope are: inspections and the receipts that they are of. */
  async freshness(scope: Scope | null | undefined): Promise<Freshness> {
    return this.ground.freshness({
      kinds: FIGURE_KINDS,
      sourceSystemIds: scope?.sourceSystemIds ?? null,
      plantIds: scope?.plantIds ?? null,
      origin: await this.originOf(scope),
    });
  }

  private async sourceFor(definition: MetricDefinition, instant: RequestInstant): Promise<ContributionSource> {
    const { pos, stored } = await this.ground.pin();
    return stored && STORED.has(definition.id) && isPresent(instant)
      ? this.ground.storedAt(pos)
      : foldedInspections(this.ground, pos, definition, instant);
  }

  /** The source for which a cursor's pin stands. */
  private sourceAt(definition: MetricDefinition, pin: Pin, asked: RequestInstant): Promise<ContributionSource> {
    const pos = positionOf(pin);
    return pin['kind'] === 'stored'
      ? this.ground.storedAt(pos)
      : foldedInspections(this.ground, pos, definition, instantOfPin(pin, asked));
  }
}
