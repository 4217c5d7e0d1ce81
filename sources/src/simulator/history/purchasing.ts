import { Draws } from '../network/draws';
import type { Item } from '../network/items';
import { isWorkingDay, type Plant } from '../network/plants';
import { DAY_MS, type Day, dayAt, instantAt, MINUTE_MS } from '../network/site-time';
import { EQUAL_RATES, type Supplier } from '../network/suppliers';
import type { Business } from './business';
import { planLine } from './line-plan';
import type { Deliveries } from './deliveries';

/** Order lines a day of a plant that works, at scale 1. */
const LINES_A_DAY = 69;
const MEAN_LINES_OF_ORDER = 2.75;
/** A small supplier gets its few lines in so many days. */
export const HISTORY_DAYS = 245;

/** Places orders, day by day: every working day of a plant, its buyers order what they need. */
export class Purchasing {
  private readonly weighted: readonly { supplier: Supplier; upTo: number }[];

  constructor(
    private readonly business: Business,
    private readonly deliveries: Deliveries,
  ) {
    let upTo = 0;
    this.weighted = business.network.suppliers
      .filter(({ share }) => share > 0)
      .map((supplier) => ({ supplier, upTo: (upTo += supplier.share) }));
  }

  begin(): void {
    const { plants } = this.business.network;
    for (const plant of plants) this.day(plant, dayAt(plant.timeZone, this.business.options.from) + 1);
  }

  private day(plant: Plant, day: Day): void {
    this.business.later(instantAt(plant.timeZone, day, 5), () => {
      if (isWorkingDay(plant, day)) this.order(plant, day);
      this.day(plant, day + 1);
    });
  }

  private order(plant: Plant, day: Day): void {
    const { network, options } = this.business;
    const draws = new Draws(network.seed, 'orders', plant.index, day);
    const orders = draws.around((LINES_A_DAY * options.scale) / MEAN_LINES_OF_ORDER);
    for (let index = 0; index < orders; index += 1) {
      const own = new Draws(network.seed, 'order', plant.index, day, index);
      const drawn = own.next();
      const supplier = (this.weighted.find(({ upTo }) => drawn < upTo) ?? this.weighted.at(-1)!).supplier;
      const lines = supplier.index === EQUAL_RATES ? 4 : 1 + Math.floor(4.5 * own.next() ** 1.3);
      this.place(plant, day, index, supplier, lines, own, 0);
    }
    this.orderOfSmallOnes(plant, day);
  }

  /** The small ones get their few lines on days spread over the history, each from one plant. */
  private orderOfSmallOnes(plant: Plant, day: Day): void {
    const { network, options } = this.business;
    const begin = dayAt(plant.timeZone, options.from) + 1;
    const end = dayAt(plant.timeZone, options.anchor);
    for (const supplier of network.suppliers) {
      if (supplier.lines === 0 || supplier.index % network.plants.length !== plant.index) continue;
      const draws = new Draws(network.seed, 'small', supplier.index, day);
      if (supplier.story === 'NOTHING_DUE') {
        // New: ordered from for the first time in the last days, for weeks from now; never again.
        if (day > end - 8 && day < end) this.place(plant, day, 900 + supplier.index, supplier, 1, draws, 40);
        continue;
      }
      const every = HISTORY_DAYS / supplier.lines;
      const place = (day - begin) / every;
      // The day on which its next line is due; a day off passes it on to the next one.
      const last = lastWorkingDayBefore(plant, day);
      if (Math.floor(place) === Math.floor((last - begin) / every)) continue;
      this.place(plant, day, 900 + supplier.index, supplier, 1, draws, 0);
    }
  }

  private place(
    plant: Plant,
    day: Day,
    index: number,
    supplier: Supplier,
    lines: number,
    draws: Draws,
    laterDays: number,
  ): void {
    const { network } = this.business;
    const catalogue = network.catalogues[supplier.index]!;
    const order = `SIM-${plant.index + 1}${String(day % 100_000).padStart(5, '0')}${String(index).padStart(4, '0')}`;
    const minute = draws.whole(7 * 60, 17 * 60);
    const sentAt = instantAt(plant.timeZone, day, minute) + draws.whole(0, 59) * 1_000;
    for (let line = 0; line < lines; line += 1) {
      const item: Item = draws.pick(catalogue);
      const plan = planLine(network.seed, supplier, item, plant, {
        order,
        number: String((line + 1) * 10),
        place: line,
        sentAt,
        laterDays,
      });
      // The lines of an order go out together, a moment apart.
      this.business.later(sentAt, () => this.deliveries.sent(plan));
    }
  }
}

function lastWorkingDayBefore(plant: Plant, day: Day): Day {
  let last = day - 1;
  while (!isWorkingDay(plant, last)) last -= 1;
  return last;
}

/** When the books of a history that ends at an instant begin. */
export const beginOfHistory = (anchor: number): number =>
  Math.floor((anchor - HISTORY_DAYS * DAY_MS) / MINUTE_MS) * MINUTE_MS;
