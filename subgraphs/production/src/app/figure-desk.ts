import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { PRODUCTION, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Aggregate, ContributionSource, Population } from '@sightline/kit/figures/contribution';
import { metricValue, populationOf, type MetricValueFigure } from '@sightline/kit/figures/figure';
import { FigureGround } from '@sightline/kit/figures/figure-ground';
import { foldedPin, instantOfPin, positionOf, type Pin } from '@sightline/kit/figures/figure-pin';
import { groupedFigures, type GroupedFigures } from '@sightline/kit/figures/grouped-figures';
import { memorySource } from '@sightline/kit/figures/memory-source';
import { ALWAYS, windowOf, type Asking, type Scope } from '@sightline/kit/figures/question';
import type { Freshness } from '@sightline/kit/freshness/freshness';
import type { RequestContext } from '@sightline/kit/server/manifest';
import { compareInstants } from '@sightline/kit/time/instant';
import type { ResolvedWindow } from '@sightline/kit/time/window';
import { oldestUnpostedByPlant } from '../data/oldest-unposted.query';
import { WORK_ORDER_DIMENSIONS } from '../domain/contribution-of-order';
import { exclusionLabel } from '../domain/exclusion-labels';
import { foldedOrders } from './folded-orders';
import { dimsOf } from './question';

/** The whole of a question, or one plant of it. */
export type Part = { plantId: string } | null;

/** The kinds of flow that figures of production rest on. */
const KINDS = ['WORK_ORDERS'] as const;
// What is unposted is about an instant, and every order is in it.
const UNPOSTED = systemDefinition(PRODUCTION.unposted);

/**
 * Answers one request's questions about figures, all at one position of the log. The present is answered from stored
 * contributions; the past from the same facts, folded and judged in memory.
 */
export class FigureDesk {
  private readonly ground: FigureGround;

  constructor(private readonly context: RequestContext) {
    this.ground = new FigureGround(context, { dimensions: WORK_ORDER_DIMENSIONS, originKinds: KINDS });
  }

  /** Whose facts the figures of a scope are over: never both. */
  originOf(scope: Scope | null | undefined): Promise<DataOrigin> {
    return this.ground.originOf(scope);
  }

  /** One figure over the orders of a question, or over those of one plant of it. */
  async metric(asking: Asking, definition: MetricDefinition, part: Part = null): Promise<MetricValueFigure> {
    const { source, population, window } = await this.rows(asking, definition);
    const byPlant = part === null ? null : await this.byPlant(asking, definition);
    const aggregate =
      part === null || byPlant === null
        ? async () => (await source.aggregate(population, null))[0]!
        : byPlant.aggregate(part.plantId);
    return metricValue({
      definition,
      window,
      instant: asking.instant,
      source,
      sourceAt: (pin) => this.sourceAt(pin, asking.instant),
      population: part === null || byPlant === null ? population : byPlant.population(part.plantId),
      aggregate: definition === UNPOSTED ? async () => knownNothing(await aggregate()) : aggregate,
      freshness: () => this.freshness(part === null ? asking.scope : { ...asking.scope, plantIds: [part.plantId] }),
      cursors: this.ground.cursors,
      exclusionLabel,
    });
  }

  /** Contributions of a definition and the population of a question. */
  async rows(
    asking: Asking,
    definition: MetricDefinition,
  ): Promise<{ source: ContributionSource; population: Population; window: ResolvedWindow }> {
    const request = definition === UNPOSTED ? ALWAYS : asking.window;
    const window = windowOf(request, definition.defaultBasis, asking.instant.asOf);
    return {
      source: await this.sourceFor(asking.instant),
      population: populationOf(definition, window, dimsOf(asking.scope, await this.originOf(asking.scope))),
      window,
    };
  }

  /** The figures of a definition by plant; read once however many plants and fields are asked for. */
  byPlant(asking: Asking, definition: MetricDefinition): Promise<GroupedFigures> {
    return this.ground.keep(JSON.stringify(['byPlant', definition.id, asking]), async () => {
      const { source, population } = await this.rows(asking, definition);
      return groupedFigures(source, population, { by: 'dimension', dimension: 'plantId' });
    });
  }

  /** Orders of which something is unposted; null when no order is known in the scope. */
  async unpostedOrders(asking: Asking, part: Part): Promise<number | null> {
    const figure = await this.metric(asking, UNPOSTED, part);
    const n = await figure.n();
    return n === 0 && (await figure.excluded()).length === 0 ? null : n;
  }

  /** The oldest unposted completion, RFC 3339; null when none waits, or only days are known. */
  async oldestUnposted(asking: Asking, part: Part): Promise<string | null> {
    const byPlant = await this.ground.keep(JSON.stringify(['oldest', asking]), () => this.readOldestUnposted(asking));
    const instants =
      part === null ? [...byPlant.values()] : [...byPlant].filter(([id]) => id === part.plantId).map(([, at]) => at);
    return instants.sort(compareInstants)[0] ?? null;
  }

  private async readOldestUnposted(asking: Asking): Promise<ReadonlyMap<string | null, string>> {
    const { population } = await this.rows(asking, UNPOSTED);
    const { pos, stored } = await this.ground.pin();
    if (stored && isPresent(asking.instant))
      return this.context.read((manager) => oldestUnpostedByPlant(manager, population, pos));
    const oldest = new Map<string | null, string>();
    for (const row of await foldedOrders(this.ground, pos, asking.instant)) {
      if (row.definitionId !== UNPOSTED.id || !row.included || !row.occurredAt?.includes('T')) continue;
      if (!Object.entries(population.dims).every(([name, allowed]) => allowed.includes(row.dims[name] ?? null)))
        continue;
      const plantId = row.dims['plantId'] ?? null;
      const known = oldest.get(plantId);
      if (known === undefined || compareInstants(row.occurredAt, known) < 0) oldest.set(plantId, row.occurredAt);
    }
    return oldest;
  }

  /**
   * The age of the figures of a scope. A scope that names source systems narrows by who released the orders; what MES and
   * ERP report of them comes from others too, so every flow of the plants counts.
   */
  async freshness(scope: Scope | null | undefined): Promise<Freshness> {
    return this.ground.freshness({
      kinds: KINDS,
      sourceSystemIds: null,
      plantIds: scope?.plantIds ?? null,
      origin: await this.originOf(scope),
    });
  }

  private async sourceFor(instant: RequestInstant): Promise<ContributionSource> {
    const { pos, stored } = await this.ground.pin();
    return stored && isPresent(instant) ? this.ground.storedAt(pos) : this.foldedAt(pos, instant);
  }

  private sourceAt(pin: Pin, asked: RequestInstant): Promise<ContributionSource> {
    const pos = positionOf(pin);
    return pin['kind'] === 'stored' ? this.ground.storedAt(pos) : this.foldedAt(pos, instantOfPin(pin, asked));
  }

  private async foldedAt(pos: number, instant: RequestInstant): Promise<ContributionSource> {
    return memorySource(await foldedOrders(this.ground, pos, instant), foldedPin(pos, instant));
  }
}

/** Where orders are known and none has a gap, it is known that nothing waits: 0, and not unknown. */
const knownNothing = (aggregate: Aggregate): Aggregate =>
  aggregate.n === 0 && aggregate.exclusions.length > 0 ? { ...aggregate, numerator: '0' } : aggregate;
