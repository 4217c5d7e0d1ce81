import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { definitionById, ORDER_BOOK } from '@sightline/contracts/metric-definitions/system-definitions';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import { dayAsWritten } from '@sightline/kit/facts/facts-known';
import { emptyAggregate } from '@sightline/kit/figures/aggregate-sums';
import type { Aggregate, ContributionSource, Population } from '@sightline/kit/figures/contribution';
import type { FigureGround } from '@sightline/kit/figures/figure-ground';
import { instantOfPin, positionOf } from '@sightline/kit/figures/figure-pin';
import { compareInstants } from '@sightline/kit/time/instant';
import { isAnyFactBeyond } from '../data/fact-ahead.query';
import { bookSource } from './book-source';
import type { FoldedLines } from './folded-lines';

/** Answers questions about the order book: about a day, and about what the books held on it. */
export class OrderBookDesk {
  constructor(
    private readonly ground: FigureGround,
    private readonly lines: FoldedLines,
  ) {}

  /** The rows of one figure of the book. */
  async source(
    definition: MetricDefinition,
    instant: RequestInstant,
    includeUndatedOrders: boolean,
  ): Promise<ContributionSource> {
    const { pos, stored } = await this.ground.pin();
    return stored && !includeUndatedOrders && (await this.isAllKnownBy(instant))
      ? bookSource(await this.ground.storedAt(pos), definition.id)
      : this.lines.book(pos, definition, instant, includeUndatedOrders);
  }

  /** The same at the fixed point of a figure that was given out. */
  async sourceAt(
    definition: MetricDefinition,
    pin: ContributionSource['pin'],
    asked: RequestInstant,
  ): Promise<ContributionSource> {
    const pos = positionOf(pin);
    return pin['kind'] === 'stored'
      ? bookSource(await this.ground.storedAt(pos), definition.id)
      : this.lines.book(pos, definition, instantOfPin(pin, asked), pin['undated'] === 1);
  }

  /** What a figure comes to. Of a book that holds lines it is known that none is overdue; of an empty one nothing is known. */
  async aggregate(
    source: ContributionSource,
    population: Population,
    instant: RequestInstant,
    includeUndatedOrders: boolean,
  ): Promise<Aggregate> {
    const [all = emptyAggregate(null)] = await source.aggregate(population, null);
    if (all.n > 0) return all;
    const ordered = definitionById(ORDER_BOOK.ordered)!;
    const lines = await this.source(ordered, instant, includeUndatedOrders);
    const [book] = await lines.aggregate({ ...population, definitionId: ordered.id }, null);
    return book === undefined || book.n === 0 ? all : { ...all, numerator: '0' };
  }

  /** Everything that is known today had happened, and was in the books, by an instant: it is the present by another name. */
  private async isAllKnownBy(instant: RequestInstant): Promise<boolean> {
    if (isPresent(instant)) return true;
    const { asOf, knownAt, knownBy, now } = instant;
    if (knownBy === 'PLATFORM') return false;
    // A fact of which only the day is known is compared with the day as the instant writes it.
    const least = [asOf, knownAt, ...[asOf, knownAt].map((at) => `${dayAsWritten(at)}T23:59:59.999Z`)].sort(
      compareInstants,
    )[0]!;
    // With an offset that day can end before now does, and facts of today would be overlooked.
    if (compareInstants(least, now) < 0) return false;
    return this.ground.keep(JSON.stringify(['allKnownBy', least]), () =>
      this.ground.context.read(async (manager) => !(await isAnyFactBeyond(manager, least))),
    );
  }
}
