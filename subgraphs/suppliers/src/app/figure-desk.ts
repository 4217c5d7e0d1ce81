import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { Contribution, ContributionSource, Population } from '@sightline/kit/figures/contribution';
import {
  audienceOf,
  contributionCursors,
  CursorRefused,
  type ContributionCursors,
} from '@sightline/kit/figures/contribution-cursor';
import {
  distribution,
  metricValue,
  populationOf,
  type DistributionFigure,
  type FigureQuestion,
  type MetricValueFigure,
} from '@sightline/kit/figures/figure';
import { emptyAggregate } from '@sightline/kit/figures/aggregate-sums';
import { definitionById, ORDER_BOOK } from '@sightline/contracts/metric-definitions/system-definitions';
import { groupedFigures, type GroupedFigures } from '@sightline/kit/figures/grouped-figures';
import { memorySource } from '@sightline/kit/figures/memory-source';
import { rememberedSource, rememberFor } from '@sightline/kit/figures/remembered-source';
import { freshnessOf, type Freshness } from '@sightline/kit/freshness/freshness';
import { originReader, type OriginReader } from '@sightline/kit/freshness/origin';
import { readFlows } from '@sightline/kit/freshness/progress';
import { positionVisibleAt, readPositions } from '@sightline/kit/outbox/projector';
import type { RequestContext } from '@sightline/kit/server/manifest';
import type { ResolvedWindow, WindowRequest } from '@sightline/kit/time/window';
import { dayAsWritten } from '@sightline/kit/facts/facts-known';
import { compareInstants } from '@sightline/kit/time/instant';
import { isAnyFactBeyond } from '../data/fact-ahead.query';
import { judgeContexts } from '../data/judge-contexts';
import { historiesAt, type LineHistories } from '../data/line-history';
import { STORED_DEFINITIONS } from '../data/projector';
import { LINE_DIMENSIONS, originOfLine, type JudgeContext } from '../domain/contribution-of-line';
import { exclusionLabel } from '../domain/exclusion-labels';
import { factsKnown } from '../domain/facts-known';
import { foldLine } from '../domain/fold-line';
import { judgeLine } from '../domain/judge-line';
import { judgeOrderBook, viewsOf } from '../domain/order-book';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import { windowOf, type Scope } from '@sightline/kit/figures/question';
import { bookSource } from './book-source';
import { dimsOf, ORIGIN_KINDS } from './question';
import { SharedFolds } from './shared-folds';

/** What a question about figures is over. */
export interface Asking {
  scope: Scope | null | undefined;
  window: WindowRequest | null | undefined;
  instant: RequestInstant;
}

type Pin = ContributionSource['pin'];
const STORED = new Set(STORED_DEFINITIONS.map((definition) => definition.id));
/** Where a request's figures stand in the log, and whether stored contributions answer there. */
interface Pinned {
  pos: number;
  stored: boolean;
}

/** Events that are folded in a moment, in about a tenth of a second for ten thousand. */
const FOLDED_EVENTS = 200_000;
/** No window: the order book is about a day, and every line is in it. */
const ALWAYS: WindowRequest = { from: '0001-01-01', to: '9999-12-31' };

/**
 * Answers one request's questions about figures, all at one position of the log. The present is answered from stored
 * contributions; the past, and definitions that are not stored, from the same facts, folded and judged in memory.
 */
export class FigureDesk {
  private pinned: Promise<Pinned> | null = null;
  private readonly kept = new Map<string, Promise<unknown>>();
  private readonly origins: OriginReader;
  readonly cursors: ContributionCursors;

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

  private async dims(scope: Scope | null | undefined): Promise<Population['dims']> {
    return dimsOf(scope, await this.originOf(scope));
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
      source: await this.sourceFor(definition, asking.instant),
      population: populationOf(definition, window, await this.dims(asking.scope)),
      window,
    };
  }

  /** The figures of a definition split by a dimension; read once however many groups and fields are asked for. */
  grouped(asking: Asking, definition: MetricDefinition, dimension: string): Promise<GroupedFigures> {
    return this.keep(JSON.stringify(['grouped', dimension, definition.id, asking]), async () => {
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
    return this.keep(JSON.stringify(['distinct', dimension, splitBy, definition.id, asking]), async () => {
      const { source, population } = await this.rows(asking, definition);
      return source.countDistinct(
        population,
        dimension,
        splitBy === null ? null : { by: 'dimension', dimension: splitBy },
      );
    });
  }

  async freshness(scope: Scope | null | undefined): Promise<Freshness> {
    const sources = scope?.sourceSystemIds ?? null;
    const plants = scope?.plantIds ?? null;
    const origin = await this.originOf(scope);
    return this.keep(JSON.stringify(['freshness', sources, plants, origin]), async () => {
      const flows = await this.context.read((manager) =>
        readFlows(manager, {
          kinds: ['PURCHASE_ORDER_LINES', 'GOODS_RECEIPTS'],
          sourceSystemIds: sources,
          plantIds: plants,
          origin,
        }),
      );
      return freshnessOf(flows, this.context.call.instant.now);
    });
  }

  /** The lines in a scope, as they were and as the books had them at an instant. */
  async linesAt(asking: Asking): Promise<{ line: PurchaseOrderLine; context: JudgeContext }[]> {
    const lines = await this.foldedLines(await this.position(), asking.instant);
    const dims = await this.dims(asking.scope);
    return lines.filter(({ line, context }) => inScope(line, context, dims));
  }

  /** One figure of the order book: about a day, and about what the books held on it. */
  async orderBookFigure(
    asking: Pick<Asking, 'scope' | 'instant'>,
    definition: MetricDefinition,
    includeUndatedOrders: boolean,
  ): Promise<MetricValueFigure> {
    const window = windowOf(ALWAYS, definition.defaultBasis, asking.instant.asOf);
    const source = await this.orderBookSource(definition, asking.instant, includeUndatedOrders);
    const population = populationOf(definition, window, await this.dims(asking.scope));
    return metricValue({
      ...this.common(asking, definition, window),
      source,
      aggregate: async () => {
        const [all = emptyAggregate(null)] = await source.aggregate(population, null);
        if (all.n > 0) return all;
        // Of a book that holds lines it is known that none of them is overdue; of an empty one nothing is known.
        const ordered = definitionById(ORDER_BOOK.ordered)!;
        const lines = await this.orderBookSource(ordered, asking.instant, includeUndatedOrders);
        const [book] = await lines.aggregate({ ...population, definitionId: ordered.id }, null);
        return book === undefined || book.n === 0 ? all : { ...all, numerator: '0' };
      },
      sourceAt: (pin) =>
        pin['kind'] === 'stored'
          ? bookSource(this.storedAt(positionOf(pin)), definition.id)
          : this.foldedBook(positionOf(pin), definition, instantOfPin(pin, asking.instant), pin['undated'] === 1),
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
  ): Pick<
    FigureQuestion,
    'definition' | 'window' | 'instant' | 'freshness' | 'cursors' | 'exclusionLabel' | 'unitType'
  > {
    return {
      definition,
      window,
      instant: asking.instant,
      freshness: () => this.freshness(asking.scope),
      cursors: this.cursors,
      exclusionLabel,
      ...(definition.grain === 'SHIPMENT' ? { unitType: 'Shipment' } : {}),
    };
  }

  private async sourceFor(definition: MetricDefinition, instant: RequestInstant): Promise<ContributionSource> {
    const { pos, stored } = await this.pin();
    return stored && STORED.has(definition.id) && isPresent(instant)
      ? this.storedAt(pos)
      : this.foldedSource(pos, definition, instant);
  }

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
      dimensions: LINE_DIMENSIONS,
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
      for (const { line, context } of await this.foldedLines(pos, instant))
        rows.push(...judgeLine(line, definition, context));
      return memorySource(rows, pin);
    });
  }

  private async orderBookSource(
    definition: MetricDefinition,
    instant: RequestInstant,
    includeUndatedOrders: boolean,
  ): Promise<ContributionSource> {
    const { pos, stored } = await this.pin();
    return stored && !includeUndatedOrders && (await this.isAllKnownBy(instant))
      ? bookSource(this.storedAt(pos), definition.id)
      : this.foldedBook(pos, definition, instant, includeUndatedOrders);
  }

  /** Everything that is known today had happened, and was in the books, by an instant: it is the present by another name. */
  private async isAllKnownBy(instant: RequestInstant): Promise<boolean> {
    if (isPresent(instant)) return true;
    const { asOf, knownAt, knownBy, now } = instant;
    if (knownBy === 'PLATFORM' || compareInstants(asOf, now) < 0 || compareInstants(knownAt, now) < 0) return false;
    // A fact of which only the day is known is compared with the day as the instant writes it.
    const least = [asOf, knownAt, ...[asOf, knownAt].map((at) => `${dayAsWritten(at)}T23:59:59.999Z`)].sort(
      compareInstants,
    )[0]!;
    return this.keep(JSON.stringify(['allKnownBy', least]), () =>
      this.context.read(async (manager) => !(await isAnyFactBeyond(manager, least))),
    );
  }

  private foldedBook(
    pos: number,
    definition: MetricDefinition,
    instant: RequestInstant,
    includeUndatedOrders: boolean,
  ): Promise<ContributionSource> {
    const pin = { ...foldedPin(pos, instant), undated: includeUndatedOrders ? 1 : 0 };
    return this.keep(JSON.stringify(['orderBook', definition.id, pin]), async () => {
      const views = await this.orderBookViews(pos, instant);
      const rows = views.flatMap(({ views: both, context }) => {
        const row = judgeOrderBook(both, definition, { ...context, includeUndatedOrders });
        return row === null ? [] : [row];
      });
      return memorySource(rows, pin);
    });
  }

  private orderBookViews(
    pos: number,
    instant: RequestInstant,
  ): Promise<{ views: ReturnType<typeof viewsOf>; context: JudgeContext }[]> {
    return this.share(
      ['views', foldedPin(pos, instant)],
      (made) => made.length,
      async () => {
        const all = await this.histories(pos);
        const visible = instant.knownBy === 'PLATFORM' ? await this.visibleHistories(pos, instant) : all;
        const both = [...all].map(([id, events]) => {
          if (!isPresent(instant)) return viewsOf(events, instant, visible.get(id) ?? []);
          // The present is everything visible, whoever asks and when: what is kept for others must not hold a clock.
          const line = foldLine(events);
          return { truth: line, books: line };
        });
        const lines = both.flatMap((views) => views.books ?? views.truth ?? []);
        const contextOf = await this.context.read((manager) => judgeContexts(manager, lines));
        return both.flatMap((views) => {
          const line = views.books ?? views.truth;
          return line === null ? [] : [{ views, context: contextOf(line) }];
        });
      },
    );
  }

  private foldedLines(
    pos: number,
    instant: RequestInstant,
  ): Promise<{ line: PurchaseOrderLine; context: JudgeContext }[]> {
    return this.share(
      ['lines', foldedPin(pos, instant)],
      (made) => made.length,
      async () => {
        const histories =
          instant.knownBy === 'PLATFORM' ? await this.visibleHistories(pos, instant) : await this.histories(pos);
        const lines: PurchaseOrderLine[] = [];
        for (const events of histories.values()) {
          // The present includes everything visible, also what a source dates a moment ahead of our clock: exactly what
          // the stored contributions include.
          const line = foldLine(isPresent(instant) ? events : factsKnown(events, instant));
          if (line !== null) lines.push(line);
        }
        const contextOf = await this.context.read((manager) => judgeContexts(manager, lines));
        return lines.map((line) => ({ line, context: contextOf(line) }));
      },
    );
  }

  /** Who owns a line is decided where the log stands now, so the same stretch may be another's to see later. */
  private async histories(pos: number): Promise<LineHistories> {
    return this.share(
      ['histories', pos, await this.position()],
      (made) => made.size,
      () => this.context.read((manager) => historiesAt(manager, pos, null)),
    );
  }

  private async visibleHistories(pos: number, instant: RequestInstant): Promise<LineHistories> {
    const visible = await this.context.read((manager) => positionVisibleAt(manager, instant.knownAt));
    return this.histories(Math.min(pos, visible));
  }

  /** Keeps for other requests of callers who may see the same. */
  private share<T>(what: readonly unknown[], sizeOf: (made: T) => number, make: () => Promise<T>): Promise<T> {
    const key = JSON.stringify([this.context.tenancy, ...what]);
    return this.keep(key, () => SharedFolds.of(this.context.services).get(key, make, sizeOf));
  }

  private keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept as Promise<T>;
    const made = make();
    this.kept.set(key, made);
    return made;
  }
}

/** One group of a split: the dimension and its value. */
export interface Group {
  dimension: string;
  key: string | null;
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

function inScope(line: PurchaseOrderLine, context: JudgeContext, dims: Population['dims']): boolean {
  const { terms } = line;
  const values: Record<string, string | null> = {
    supplierId: terms.supplierId,
    plantId: terms.plantId,
    itemId: terms.itemId,
    supplierTier: context.supplierTier,
    sourceSystemId: line.source?.sourceSystemId ?? null,
    shipmentMode: terms.shipmentMode,
    destinationCountry: terms.destinationCountry,
    sourcing: terms.sourcing,
    origin: originOfLine(line),
  };
  return Object.entries(dims).every(([name, allowed]) => allowed.includes(values[name] ?? null));
}
