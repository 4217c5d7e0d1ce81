import { Draws } from '../network/draws';
import { afterShiftHours, type Plant, shiftWorkingDays } from '../network/plants';
import { DAY_MS, dayAt, HOUR_MS, instantAt, MINUTE_MS, type Ms, weekdayOf } from '../network/site-time';
import type { Business } from './business';
import { keyOf, type MovementFact, type WorkOrderEventFact, type WorkOrderTerms } from './business-facts';
import type { LinePlan } from './line-plan';
import type { Receiving } from './receiving';

interface Component {
  item: number;
  /** In thousandths of the item's base unit. */
  need: number;
}

interface Job {
  order: WorkOrderTerms;
  components: readonly Component[];
  hours: number;
  draws: Draws;
}

/** A work order takes what so many order lines bring. */
const LINES_PER_JOB = 2;
/** Share of the order lines that are ordered for a work order; the others fill the shelves. */
const PEGGED_SHARE = 0.72;
/** What a work order needs, of what was ordered for it: the rest comes from the shelves. */
const NEED_OF_ORDERED = 1.05;
/** What was finished so long before the simulator was first started is told by its completion alone. */
const LONG_FINISHED_MS = 3 * DAY_MS;

/**
 * Builds what the order lines were ordered for. A work order begins when all its components are there; one that lacks
 * something slips, and says so. Nothing is taken out that has not come in.
 */
export class Factory {
  private readonly pegged: LinePlan[][];
  private readonly jobs: number[];
  /** Until when ERP hears nothing from a plant's MES, by index of the plant; set by an incident. */
  readonly deafUntil = new Map<number, Ms>();
  /** What is being made, each with the way to have it complete now, in the order in which it was begun. */
  private readonly running = new Map<WorkOrderTerms, () => void>();

  constructor(
    private readonly business: Business,
    private readonly receiving: Receiving,
  ) {
    this.pegged = business.network.plants.map(() => []);
    this.jobs = business.network.plants.map(() => 0);
  }

  begin(): void {
    const { network, options } = this.business;
    this.business.later(options.from + HOUR_MS, () => this.openTheBooks());
    for (const plant of network.plants) this.countStock(plant, dayAt(plant.timeZone, options.from) + 1);
  }

  /** How many work orders of a plant are being worked on. */
  runningAt(plant: number): number {
    return [...this.running.keys()].filter((order) => order.plant === plant).length;
  }

  /** A plant completes what it works on, all at once; answers how many work orders that were. */
  completeAll(plant: number): number {
    const ending = [...this.running].filter(([order]) => order.plant === plant);
    for (const [, complete] of ending) complete();
    return ending.length;
  }

  /** Remembers what a line is for; when enough of them are together, a work order is planned. */
  peg(plan: LinePlan): void {
    const { network } = this.business;
    const plant = network.plants[plan.terms.plant]!;
    if (!new Draws(network.seed, 'pegged', keyOf(plan.terms)).chance(PEGGED_SHARE)) return;
    const waiting = this.pegged[plant.index]!;
    waiting.push(plan);
    const number = this.jobs[plant.index]!;
    if (waiting.length < LINES_PER_JOB) return;
    this.pegged[plant.index] = [];
    this.jobs[plant.index] = number + 1;
    this.plan(plant, number + 1, waiting);
  }

  private plan(plant: Plant, number: number, lines: readonly LinePlan[]): void {
    const { business } = this;
    const { network } = business;
    const draws = new Draws(network.seed, 'job', plant.index, number);
    const needs = new Map<number, number>();
    for (const { terms } of lines) {
      const need = Math.max(1, Math.floor((terms.ordered * terms.perUnit * NEED_OF_ORDERED) / 1_000)) * 1_000;
      needs.set(terms.item, (needs.get(terms.item) ?? 0) + need);
    }
    const day = shiftWorkingDays(plant, Math.max(...lines.map(({ terms }) => terms.committedDay)), draws.whole(2, 4));
    const plannedStart = instantAt(plant.timeZone, day, draws.whole(6 * 60, 20 * 60));
    const hours = 4 + 26 * draws.next() ** 1.5;
    const plannedFinish = afterShiftHours(plant, plannedStart, hours * 1.15 + 3);
    const order: WorkOrderTerms = {
      number: `SIM-W${plant.index + 1}${String(number).padStart(6, '0')}`,
      plant: plant.index,
      item: draws.pick(network.made).index,
      quantity: 10_000 * draws.whole(2, 40),
      plannedStart,
      plannedFinish,
      dueAt: plannedFinish + 2 * DAY_MS,
    };
    const job: Job = { order, hours, draws, components: [...needs].map(([item, need]) => ({ item, need })) };
    business.later(instantAt(plant.timeZone, shiftWorkingDays(plant, day, -draws.whole(4, 7)), 8 * 60), () => {
      business.say({
        kind: 'WORK_ORDER',
        key: `release/${order.number}`,
        at: business.now,
        system: 'ERP',
        plant: order.plant,
        order,
      });
      business.later(plannedStart, () => this.due(job));
    });
  }

  private due(job: Job): void {
    if (this.lacking(job, 1).length === 0) this.start(job, 1);
    else this.wait(job);
  }

  private lacking({ order, components }: Job, part: number): readonly Component[] {
    return components.filter(({ item, need }) => this.business.stock.available(item, order.plant) < need * part);
  }

  /** Waits for what is missing; helps itself from another plant, makes less, or gives up when it takes too long. */
  private wait(job: Job): void {
    const { business } = this;
    const { order } = job;
    const plant = business.network.plants[order.plant]!;
    let slips = 0;
    let over = false;
    const stops: (() => void)[] = [];
    const leave = (): void => {
      over = true;
      stops.forEach((stop) => stop());
    };
    const look = (): void => {
      if (over || this.lacking(job, 1).length > 0) return;
      leave();
      this.start(job, 1);
    };
    const slip = (): void => {
      if (over) return;
      const day = shiftWorkingDays(plant, dayAt(plant.timeZone, business.now), 3);
      const missing = this.lacking(job, 1).map(({ item }) => business.network.items[item]!.sku);
      slips += 1;
      const plannedStart = instantAt(plant.timeZone, day, 6 * 60);
      this.tell(job, `slip/${order.number}/${slips}`, 'RESCHEDULED', 'ERP', {
        plannedStart,
        plannedFinish: afterShiftHours(plant, plannedStart, job.hours * 1.15 + 3),
        reason: `short of ${missing.slice(0, 3).join(', ')}`,
      });
      business.later(plannedStart, () => {
        if (over) return;
        if (slips === 1) this.fetch(job);
        look();
        if (over) return;
        if (slips < 4) return slip();
        leave();
        // Half of what was wanted is better than nothing.
        if (this.lacking(job, 0.5).length === 0) this.start(job, 0.5);
        else
          this.tell(job, `cancel/${order.number}`, 'CANCELLED', 'ERP', {
            reason: `short of ${missing[0] ?? 'components'}`,
          });
      });
    };
    for (const { item } of job.components) stops.push(business.whenStocked(item, order.plant, look));
    slip();
  }

  /** Brings what another plant can spare. */
  private fetch(job: Job): void {
    const { business } = this;
    const { order } = job;
    for (const { item, need } of this.lacking(job, 1)) {
      const known = business.network.items[item]!;
      const consigned = known.supplier !== null && business.network.suppliers[known.supplier]!.consigns;
      if (known.byLot || consigned) continue;
      const missing = need - business.stock.available(item, order.plant);
      const from = business.network.plants.find(
        ({ index }) => index !== order.plant && business.stock.available(item, index) >= missing,
      );
      if (from === undefined) continue;
      business.stock.take(item, from.index, missing);
      business.dirt.TRANSFERS += 1;
      this.move(`transfer/${order.number}/${item}`, from.index, 'TRANSFER', item, missing, {
        toPlant: order.plant,
        reason: `for ${order.number}`,
      });
      business.stocked(item, order.plant, missing, null);
    }
  }

  private start(job: Job, part: number): void {
    const { business } = this;
    const { order, draws } = job;
    job.components.forEach(({ item, need }, place) => {
      const quantity = part === 1 ? need : Math.floor((need * part) / 1_000) * 1_000;
      business.stock.take(item, order.plant, quantity).forEach((taken, index) => {
        const key = `${order.number}/${place}/${index}`;
        if (taken.consigned) {
          business.dirt.CONSIGNMENT_WITHDRAWALS += 1;
          this.move(`withdraw/${key}`, order.plant, 'CONSIGNMENT_WITHDRAWAL', item, taken.quantity, { lot: taken.lot });
        }
        this.move(`issue/${key}`, order.plant, 'ISSUE', item, taken.quantity, { lot: taken.lot, workOrder: order });
      });
    });
    const plant = business.network.plants[order.plant]!;
    // What runs when the simulator goes live is told as it goes.
    const detailed = business.now > business.options.anchor - 1.5 * DAY_MS;
    const spoiling = job.components.some(({ item }) => this.receiving.hasHiddenDefects(item, order.plant));
    const units = Math.floor((order.quantity * part) / 1_000);
    const scrapped = Math.min(
      units - 1,
      draws.howMany(units, (spoiling ? 0.05 : 0) + 0.002 + 0.02 * draws.next() ** 2),
    );
    const good = units - scrapped;
    const hours = job.hours * (0.85 + 0.45 * draws.next() ** 2);
    const reports = detailed ? Math.min(12, 3 + Math.floor(hours / 2)) : draws.chance(0.1) ? 1 : 0;
    const finishAt = afterShiftHours(plant, business.now, hours);
    if (finishAt > business.options.anchor - LONG_FINISHED_MS)
      this.tell(job, `start/${order.number}`, 'STARTED', 'MES', {});
    let told = 0;
    for (let index = 1; index <= reports; index += 1) {
      const quantity = Math.floor(good / (reports + 1));
      if (quantity === 0) continue;
      business.later(afterShiftHours(plant, business.now, (hours * index) / (reports + 1)), () => {
        if (!this.running.has(order)) return;
        told += quantity;
        this.tell(job, `report/${order.number}/${index}`, 'REPORTED', 'MES', {
          quantity: quantity * 1_000,
          scrapped: 0,
        });
      });
    }
    const complete = (): void => {
      // An incident may have had it complete before its time.
      if (!this.running.delete(order)) return;
      this.tell(job, `complete/${order.number}`, 'COMPLETED', 'MES', {
        quantity: (good - told) * 1_000,
        scrapped: scrapped * 1_000,
      });
      this.post(job, good, part);
    };
    this.running.set(order, complete);
    business.later(finishAt, complete);
  }

  /** ERP follows minutes later; in a few cases only after days, or with a little less than was made. */
  private post(job: Job, good: number, part: number): void {
    const { business } = this;
    const { order, draws } = job;
    const forgotten = draws.chance(0.022);
    if (forgotten) business.dirt.UNPOSTED += 1;
    const delay = forgotten ? draws.whole(26, 150) * HOUR_MS : draws.whole(4, 40) * MINUTE_MS;
    const less = draws.chance(0.008) ? Math.min(good - 1, draws.whole(1, 5)) : 0;
    business.later(Math.max(business.now + delay, this.deafUntil.get(order.plant) ?? 0), () => {
      const posted = (good - less) * 1_000;
      this.tell(job, `post/${order.number}`, 'POSTED', 'ERP', { quantity: posted });
      this.move(
        `produce/${order.number}`,
        order.plant,
        'PRODUCTION_RECEIPT',
        order.item,
        posted,
        { workOrder: order },
        'ERP',
      );
      if (part < 1) this.tell(job, `short/${order.number}`, 'SHORT_CLOSED', 'ERP', { reason: 'components ran out' });
      business.stocked(order.item, order.plant, posted, null);
      if (draws.chance(0.35)) business.later(business.now + draws.whole(20, 80) * HOUR_MS, () => this.sell(order));
    });
  }

  /** Customers take most of what was made. */
  private sell(order: WorkOrderTerms): void {
    const { business } = this;
    const quantity = Math.floor((business.stock.available(order.item, order.plant) * 0.9) / 1_000) * 1_000;
    if (quantity <= 0) return;
    business.stock.take(order.item, order.plant, quantity);
    this.move(`sell/${order.number}`, order.plant, 'ISSUE', order.item, quantity, { reason: 'shipped to customers' });
  }

  /** Stock that was there when the books begin. */
  private openTheBooks(): void {
    const { business } = this;
    for (const item of business.network.items) {
      const draws = new Draws(business.network.seed, 'opening', item.index);
      if (item.made || !draws.chance(0.6)) continue;
      const plant = draws.whole(0, business.network.plants.length - 1);
      const quantity = Math.ceil(item.usual * (0.3 + draws.next())) * 1_000;
      const lot = item.byLot ? 'OPENING' : null;
      this.move(`opening/${item.sku}`, plant, 'OPENING', item.index, quantity, { lot }, 'ERP');
      business.stocked(item.index, plant, quantity, lot);
    }
  }

  /** On Saturdays before dawn a few shelves are counted, and the books adjusted. */
  private countStock(plant: Plant, day: number): void {
    const { business } = this;
    business.later(instantAt(plant.timeZone, day, 5 * 60), () => {
      this.countStock(plant, day + 1);
      if (weekdayOf(day) !== 6) return;
      const draws = new Draws(business.network.seed, 'count', plant.index, day);
      for (let index = Math.ceil(5 * business.options.scale); index > 0; index -= 1) {
        const item = draws.pick(business.network.items);
        const there = business.stock.available(item.index, plant.index);
        const consigned = item.supplier !== null && business.network.suppliers[item.supplier]!.consigns;
        if (there < 100_000 || item.byLot || consigned) continue;
        const found = draws.whole(-12, 4) * 1_000;
        if (found === 0) continue;
        if (found < 0) business.stock.take(item.index, plant.index, -found);
        this.move(`count/${plant.index}/${day}/${index}`, plant.index, 'ADJUSTMENT', item.index, found, {
          reason: 'cycle count',
        });
        if (found > 0) business.stocked(item.index, plant.index, found, null);
      }
    });
  }

  private move(
    key: string,
    plant: number,
    movement: MovementFact['movement'],
    item: number,
    quantity: number,
    said: Partial<Pick<MovementFact, 'lot' | 'toPlant' | 'workOrder' | 'reason'>>,
    system: 'WMS' | 'ERP' = 'WMS',
  ): void {
    this.business.say({
      kind: 'MOVEMENT',
      key,
      at: this.business.now,
      system,
      plant,
      movement,
      item,
      quantity,
      lot: null,
      fromStatus: null,
      toPlant: null,
      workOrder: null,
      line: null,
      reason: null,
      ...said,
    });
  }

  private tell(
    { order }: Job,
    key: string,
    event: WorkOrderEventFact['event'],
    system: 'MES' | 'ERP',
    said: Partial<Pick<WorkOrderEventFact, 'quantity' | 'scrapped' | 'plannedStart' | 'plannedFinish' | 'reason'>>,
  ): void {
    this.business.say({
      kind: 'WORK_ORDER_EVENT',
      key,
      at: this.business.now,
      system,
      plant: order.plant,
      order,
      event,
      quantity: null,
      scrapped: null,
      plannedStart: null,
      plannedFinish: null,
      reason: null,
      ...said,
    });
  }
}
