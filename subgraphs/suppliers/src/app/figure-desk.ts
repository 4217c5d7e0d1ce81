import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { ComparableSource } from '@sightline/kit/figures/comparison';
import type { ContributionSource, Population } from '@sightline/kit/figures/contribution';
import {
  distribution,
  metricValue,
  populationOf,
  type DistributionFigure,
  type FigureQuestion,
  type MetricValueFigure,
} from '@sightline/kit/figures/figure';
import { FigureGround } from '@sightline/kit/figures/figure-ground';
import { instantOfPin, positionOf, type Pin } from '@sightline/kit/figures/figure-pin';
import { groupedFigures, type GroupedFigures } from '@sightline/kit/figures/grouped-figures';
import { ALWAYS, windowOf, type Asking, type Group, type Scope } from '@sightline/kit/figures/question';
import type { Freshness } from '@sightline/kit/freshness/freshness';
import type { RequestContext } from '@sightline/kit/server/manifest';
import type { ResolvedWindow } from '@sightline/kit/time/window';
import { judgeContexts } from '../data/judge-contexts';
import { STORED_DEFINITIONS } from '../data/projector';
import { linesAt } from '../data/shown-lines';
import { LINE_DIMENSIONS } from '../domain/contribution-of-line';
import { exclusionLabel } from '../domain/exclusion-labels';
import { FoldedLines, type FoldedLine } from './folded-lines';
import { OrderBookDesk } from './order-book-desk';
import { dimsOf, FIGURE_KINDS, ORIGIN_KINDS } from './question';

const STORED = new Set(STORED_DEFINITIONS.map((definition) => definition.id));

/** Lines laid side by side under several definitions. */
export interface SideBySide {
  source: ComparableSource;
  /** What each definition covers, in their order. */
  populations: readonly Population[];
  /** The lines that were compared, with what judging them takes. */
  linesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, FoldedLine>>;
}

/**
 * Answers one request's questions about figures, all at one position of the log. The present is answered from stored
 * contributions; the past, and definitions that are not stored, from the same facts, folded and judged in memory.
 */
export class FigureDesk {
  private readonly ground: FigureGround;
  private readonly lines: FoldedLines;
  private readonly book: OrderBookDesk;

  constructor(private readonly context: RequestContext) {
    this.ground = new FigureGround(context, { dimensions: LINE_DIMENSIONS, originKinds: ORIGIN_KINDS });
    this.lines = new FoldedLines(this.ground);
    this.book = new OrderBookDesk(this.ground, this.lines);
  }

  /** Whose facts the figures of a scope are over: never both. */
  originOf(scope: Scope | null | undefined): Promise<DataOrigin> {
    return this.ground.originOf(scope);
  }

  async metric(asking: Asking, definition: MetricDefinition, group?: Group): Promise<MetricValueFigure> {
    return metricValue(await this.question(asking, definition, group));
  }

  async distribution(asking: Asking, definition: MetricDefinition, group?: Group): Promise<DistributionFigure> {
    return distribution(await this.question(asking, definition, group));
  }

  /** Contributions of a definition and the population of a question. */
  async rows(
    asking: Asking,
    definition: MetricDefinition,
  ): Promise<{ source: ContributionSource; population: Population; window: ResolvedWindow }> {
    const window = windowOf(asking.window, definition.defaultBasis, asking.instant.asOf);
    return {
      source: await this.sourceFor([definition], asking.instant),
      population: populationOf(definition, window, await this.dims(asking.scope)),
      window,
    };
  }

  /** The figures of a definition split by a dimension; read once however many groups and fields are asked for. */
  grouped(asking: Asking, definition: MetricDefinition, dimension: string): Promise<GroupedFigures> {
    return this.ground.keep(JSON.stringify(['grouped', dimension, definition.id, asking]), async () => {
      const { source, population } = await this.rows(asking, definition);
      return groupedFigures(source, population, { by: 'dimension', dimension });
    });
  }

  /**
   * Distinct values of a dimension among the rows that count, for the whole of a question or for each group of a split.
   *
   * @param splitBy  null: one count, under the key null
   */
  distinct(
    asking: Asking,
    definition: MetricDefinition,
    dimension: string,
    splitBy: string | null,
  ): Promise<ReadonlyMap<string | null, number>> {
    return this.ground.keep(JSON.stringify(['distinct', dimension, splitBy, definition.id, asking]), async () => {
      const { source, population } = await this.rows(asking, definition);
      return source.countDistinct(
        population,
        dimension,
        splitBy === null ? null : { by: 'dimension', dimension: splitBy },
      );
    });
  }

  /** The age of the figures of a scope: that of orders and receipts. */
  async freshness(scope: Scope | null | undefined): Promise<Freshness> {
    return this.ground.freshness({
      kinds: FIGURE_KINDS,
      sourceSystemIds: scope?.sourceSystemIds ?? null,
      plantIds: scope?.plantIds ?? null,
      origin: await this.originOf(scope),
    });
  }

  /**
   * The lines of a question under several definitions.
   *
   * @param definitions  such as pass or fail a line
   */
  async comparison(asking: Asking, definitions: readonly MetricDefinition[]): Promise<SideBySide> {
    const { instant } = asking;
    const dims = await this.dims(asking.scope);
    const { pos } = await this.ground.pin();
    return {
      source: await this.sourceFor(definitions, instant),
      populations: definitions.map((definition) =>
        populationOf(definition, windowOf(asking.window, definition.defaultBasis, instant.asOf), dims),
      ),
      linesOf: async (ids) =>
        (await this.areStored(definitions, instant)) ? this.presentLines(ids, pos) : this.lines.some(ids, pos, instant),
    };
  }

  /** One figure of the order book: about a day, and about what the books held on it. */
  async orderBookFigure(
    asking: Pick<Asking, 'scope' | 'instant'>,
    definition: MetricDefinition,
    includeUndatedOrders: boolean,
  ): Promise<MetricValueFigure> {
    const { instant } = asking;
    const window = windowOf(ALWAYS, definition.defaultBasis, instant.asOf);
    const source = await this.book.source(definition, instant, includeUndatedOrders);
    const population = populationOf(definition, window, await this.dims(asking.scope));
    return metricValue({
      ...this.common(asking, definition, window),
      source,
      aggregate: () => this.book.aggregate(source, population, instant, includeUndatedOrders),
      sourceAt: (pin) => this.book.sourceAt(definition, pin, instant),
      population,
    });
  }

  private async question(asking: Asking, definition: MetricDefinition, group?: Group): Promise<FigureQuestion> {
    const { source, population, window } = await this.rows(asking, definition);
    const narrowed = group && (await this.grouped(asking, definition, group.dimension));
    return {
      ...this.common(asking, definition, window),
      source,
      sourceAt: (pin) => this.sourceAt(definition, pin, asking.instant),
      population: narrowed ? narrowed.population(group.key) : population,
      ...(narrowed ? { aggregate: narrowed.aggregate(group.key) } : {}),
    };
  }

  private common(
    asking: Pick<Asking, 'scope' | 'instant'>,
    definition: MetricDefinition,
    window: ResolvedWindow,
  ): Omit<FigureQuestion, 'source' | 'sourceAt' | 'population'> {
    return {
      definition,
      window,
      instant: asking.instant,
      freshness: () => this.freshness(asking.scope),
      cursors: this.ground.cursors,
      exclusionLabel,
      ...(definition.grain === 'SHIPMENT' ? { unitType: 'Shipment' } : {}),
    };
  }

  private async dims(scope: Scope | null | undefined): Promise<Population['dims']> {
    return dimsOf(scope, await this.originOf(scope));
  }

  /** Whether stored contributions answer for definitions at an instant. */
  private async areStored(definitions: readonly MetricDefinition[], instant: RequestInstant): Promise<boolean> {
    return (await this.ground.pin()).stored && isPresent(instant) && definitions.every(({ id }) => STORED.has(id));
  }

  private async sourceFor(
    definitions: readonly MetricDefinition[],
    instant: RequestInstant,
  ): Promise<ComparableSource> {
    const pos = await this.ground.position();
    return (await this.areStored(definitions, instant))
      ? this.ground.storedAt(pos)
      : this.lines.source(pos, definitions, instant);
  }

  private sourceAt(definition: MetricDefinition, pin: Pin, asked: RequestInstant): Promise<ContributionSource> {
    const pos = positionOf(pin);
    return pin['kind'] === 'stored'
      ? this.ground.storedAt(pos)
      : this.lines.source(pos, [definition], instantOfPin(pin, asked));
  }

  private presentLines(ids: readonly string[], pos: number): Promise<ReadonlyMap<string, FoldedLine>> {
    return this.context.read(async (manager) => {
      const lines = await linesAt(manager, ids, pos);
      const contextOf = await judgeContexts(manager, [...lines.values()]);
      return new Map([...lines].map(([id, line]) => [id, { line, context: contextOf(line) }]));
    });
  }
}
