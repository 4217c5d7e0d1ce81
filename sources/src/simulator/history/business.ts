import { type DirtCounts, noDirt } from '../dirt/dirt-kinds';
import type { Network } from '../network/network';
import type { Ms } from '../network/site-time';
import type { BusinessFact } from './business-facts';
import { EventQueue } from './event-queue';
import { StockRooms } from './stock-rooms';

/** How large the business is, and where its history ends. */
export interface BusinessOptions {
  network: Network;
  /** When the books begin. */
  from: Ms;
  /** When the simulator was first started: from then on things are told in more detail. */
  anchor: Ms;
  /** 1 for the whole demo; smaller for tests, larger for the bench. */
  scale: number;
}

/** What the rooms of the business share: the clock, what is to come, what is in stock, and what has been said. */
export class Business {
  readonly queue = new EventQueue();
  readonly stock = new StockRooms();
  /** Counts what was done wrong on purpose. */
  readonly dirt: DirtCounts = noDirt();
  readonly network: Network;
  now: Ms;
  private said: BusinessFact[] = [];
  private readonly waiting = new Map<string, Set<() => void>>();

  constructor(readonly options: BusinessOptions) {
    this.network = options.network;
    this.now = options.from;
  }

  /** Tells what just happened. */
  say(fact: BusinessFact): void {
    this.said.push(fact);
  }

  /** Lets something happen later, or now when that instant is past. */
  later(at: Ms, happen: () => void): void {
    this.queue.add(Math.max(at, this.now), happen);
  }

  /** Calls when goods of an item come into stock at a plant, until it is told to stop. */
  whenStocked(item: number, plant: number, look: () => void): () => void {
    const place = `${item}|${plant}`;
    const looking = this.waiting.get(place) ?? new Set();
    this.waiting.set(place, looking);
    looking.add(look);
    return () => looking.delete(look);
  }

  /** Puts goods into stock and tells those who wait for them, in the order in which they began to wait. */
  stocked(item: number, plant: number, quantity: number, lot: string | null, consigned = false): void {
    if (quantity <= 0) return;
    this.stock.put(item, plant, quantity, lot, consigned);
    for (const look of this.waiting.get(`${item}|${plant}`) ?? []) look();
  }

  /** Facts up to an instant, in the order in which they happen. Business goes on where the last call ended. */
  *until(end: Ms): Generator<BusinessFact, void> {
    for (;;) {
      const next = this.queue.nextAt;
      if (next === null || next > end) break;
      const event = this.queue.take();
      this.now = event.at;
      event.happen();
      if (this.said.length > 0) {
        const said = this.said;
        this.said = [];
        yield* said;
      }
    }
    this.now = Math.max(this.now, end);
  }
}
