import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { PRODUCTION, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Aggregate, Contribution, ContributionSource, Population } from '@sightline/kit/figures/contribution';
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
import { compareInstants } from '@sightline/kit/time/instant';
import type { ResolvedWindow, WindowRequest } from '@sightline/kit/time/window';
import { oldestUnpostedByPlant } from '../data/oldest-unposted.query';
import { judgeContexts } from '../data/plant.repository';
import { historiesAt } from '../data/work-order-history';
import { WORK_ORDER_DIMENSIONS } from '../domain/contribution-of-order';
import { exclusionLabel } from '../domain/exclusion-labels';
import { factsKnown } from '@sightline/kit/facts/facts-known';
import { foldWorkOrder } from '../domain/fold-work-order';
import { judgeOrder } from '../domain/judge-order';
import { windowOf, type Scope } from '@sightline/kit/figures/question';
import { dimsOf } from './question';

/** What a question about figures is over. */
export interface Asking {
  scope: Scope | null | undefined;
  window: WindowRequest | null | undefined;
  instant: RequestInstant;
}

/** The whole of a question, or one plant of it. */
export type Part = { plantId: string } | null;

type Pin = ContributionSource['pin'];

/** The kinds of flow that figures of production rest on. */
const KINDS = ['WORK_ORDERS'] as const;
/** A log of this length is folded in a moment; of a longer one figures stand where the stored contributions do. */
const FOLDED_EVENTS = 5_000;
/** What is unposted is about an instant, and every order is in it. */
const ALWAYS: WindowRequest = { from: '0001-01-01', to: '9999-12-31' };

const UNPOSTED = systemDefinition(PRODUCTION.unposted);

/**
 * Answers one request's questions about figures, all at one position of the log. The present is answered from stored
 * contributions; the past from the same facts, folded and judged in memory.
 */
export class FigureDesk {
  private pinned: Promise<{ pos: number; stored: boolean }> | null = null;
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

  /** Whose facts the figures of a scope are over: never both. */
  originOf(scope: Scope | null | undefined): Promise<DataOrigin> {
    return this.origins(scope, KINDS);
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
      cursors: this.cursors,
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
    return this.keep(JSON.stringify(['byPlant', definition.id, asking]), async () => {
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
    const byPlant = await this.keep(JSON.stringify(['oldest', asking]), () => this.readOldestUnposted(asking));
    const instants =
      part === null ? [...byPlant.values()] : [...byPlant].filter(([id]) => id === part.plantId).map(([, at]) => at);
    return instants.sort(compareInstants)[0] ?? null;
  }

  private async readOldestUnposted(asking: Asking): Promise<ReadonlyMap<string | null, string>> {
    const { population } = await this.rows(asking, UNPOSTED);
    const { pos, stored } = await this.pin();
    if (stored && isPresent(asking.instant))
      return this.context.read((manager) => oldestUnpostedByPlant(manager, population, pos));
    const oldest = new Map<string | null, string>();
    for (const row of await this.foldedRows(pos, asking.instant)) {
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
    const plantIds = scope?.plantIds ?? null;
    const origin = await this.originOf(scope);
    return this.keep(JSON.stringify(['freshness', plantIds, origin]), async () => {
      const flows = await this.context.read((manager) =>
        readFlows(manager, { kinds: KINDS, sourceSystemIds: null, plantIds, origin }),
      );
      return freshnessOf(flows, this.context.call.instant.now);
    });
  }

  private pin(): Promise<{ pos: number; stored: boolean }> {
    this.pinned ??= this.context.read(readPositions).then(({ visible, derived }) => {
      if (derived >= visible) return { pos: visible, stored: true };
      // Stored contributions follow the log by a moment.
      return visible <= FOLDED_EVENTS ? { pos: visible, stored: false } : { pos: derived, stored: true };
    });
    return this.pinned;
  }

  private async sourceFor(instant: RequestInstant): Promise<ContributionSource> {
    const { pos, stored } = await this.pin();
    return stored && isPresent(instant) ? this.storedAt(pos) : this.foldedAt(pos, instant);
  }

  private sourceAt(pin: Pin, asked: RequestInstant): ContributionSource | Promise<ContributionSource> {
    const { pos, kind } = pin;
    if (typeof pos !== 'number') throw new CursorRefused();
    return kind === 'stored' ? this.storedAt(pos) : this.foldedAt(pos, instantOfPin(pin, asked));
  }

  private storedAt(pos: number): ContributionSource {
    // Facts of imports enter the contributions when their import is sealed, so the position alone decides.
    const { services, tenancy } = this.context;
    return rememberedSource((work) => this.context.read(work), {
      pos,
      dimensions: WORK_ORDER_DIMENSIONS,
      database: services.database,
      tenancy,
      remember: rememberFor(services.database, tenancy),
    });
  }

  private async foldedAt(pos: number, instant: RequestInstant): Promise<ContributionSource> {
    return memorySource(await this.foldedRows(pos, instant), foldedPin(pos, instant));
  }

  private foldedRows(pos: number, instant: RequestInstant): Promise<readonly Contribution[]> {
    return this.keep(JSON.stringify(['folded', foldedPin(pos, instant)]), () =>
      this.context.read(async (manager) => {
        const known =
          instant.knownBy === 'PLATFORM' ? Math.min(pos, await positionVisibleAt(manager, instant.knownAt)) : pos;
        const histories = await historiesAt(manager, known);
        // The present includes everything visible, also what a source dates a moment ahead of our clock: exactly what the
        // stored contributions include.
        const orders = [...histories.values()].flatMap(
          (events) => foldWorkOrder(isPresent(instant) ? events : factsKnown(events, instant)) ?? [],
        );
        const contextOf = await judgeContexts(manager, orders);
        return orders.flatMap((order) => judgeOrder(order, contextOf(order)));
      }),
    );
  }

  private keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept as Promise<T>;
    const made = make();
    this.kept.set(key, made);
    return made;
  }
}

/** Where orders are known and none has a gap, it is known that nothing waits: 0, and not unknown. */
const knownNothing = (aggregate: Aggregate): Aggregate =>
  aggregate.n === 0 && aggregate.exclusions.length > 0 ? { ...aggregate, numerator: '0' } : aggregate;

const foldedPin = (pos: number, instant: RequestInstant): Record<string, string | number> =>
  isPresent(instant)
    ? { kind: 'folded', pos, asOf: '', knownAt: '', knownBy: 'SOURCE' }
    : { kind: 'folded', pos, asOf: instant.asOf, knownAt: instant.knownAt, knownBy: instant.knownBy };

/** The instant for which a pinned figure was folded. An empty one was the present: everything up to the position. */
function instantOfPin(pin: Pin, asked: RequestInstant): RequestInstant {
  const { asOf, knownAt, knownBy } = pin;
  if (typeof asOf !== 'string' || typeof knownAt !== 'string' || (knownBy !== 'SOURCE' && knownBy !== 'PLATFORM'))
    throw new CursorRefused();
  return asOf === ''
    ? { now: asked.now, asOf: asked.now, knownAt: asked.now, knownBy }
    : { now: asked.now, asOf, knownAt, knownBy };
}
