import type { ToldFact } from '../habits/telling';
import { idOf } from '../habits/source-systems';
import {
  type InspectionFact,
  keyOf,
  type LineTerms,
  type MovementFact,
  type ReceiptFact,
  type WorkOrderTerms,
} from '../history/business-facts';
import { PLANTS } from '../network/plants';
import { type Day, dayAt, type Ms } from '../network/site-time';

/** Something that moved, with its day at the plant. */
export interface Moved {
  day: Day;
  quantity: number;
  final: boolean;
}

/** An order line as its books have it. */
export interface BookedLine {
  terms: LineTerms;
  sentDay: Day;
  /** Promises after the first, in the order in which they were made. */
  promises: { day: Day; by: 'SUPPLIER' | 'BUYER' }[];
  shipped: Moved[];
  received: Moved[];
  cancelledBy: 'SUPPLIER' | 'BUYER' | null;
}

/** Goods that came, with what is known of their inspection. */
export interface BookedReceipt {
  fact: ReceiptFact;
  day: Day;
  recordedDay: Day;
  /** In thousandths of the item's base unit. */
  quantity: number;
  inspection: InspectionFact | null;
}

export interface BookedOrder {
  terms: WorkOrderTerms;
  finishDay: Day;
  completedDay: Day | null;
  good: number;
  scrapped: number;
  posted: number;
  cancelled: boolean;
}

/** One fact of a flow, with the seconds between its stamps. */
export interface BookedLag {
  flow: string;
  visibleDay: Day;
  entry: number;
  transport: number;
  processing: number;
}

/**
 * What was told, put together by plain bookkeeping. Nothing here is shared with the platform: where both come to the same
 * figures, two programs have agreed.
 */
export class Books {
  readonly lines = new Map<string, BookedLine>();
  readonly receipts = new Map<string, BookedReceipt>();
  readonly orders = new Map<string, BookedOrder>();
  /** By item, plant, status and owner, in thousandths of the base unit. */
  readonly stock = new Map<string, number>();
  readonly lags: BookedLag[] = [];
  /** Receipts by the name that WMS and ERP share. */
  private readonly documents = new Map<string, string>();

  /** Enters one fact. Those of one subject must come in the order in which they happened. */
  enter(told: ToldFact, stamps: { ingestedAt: Ms; visibleAt: Ms }): void {
    const { fact } = told;
    const { timeZone } = PLANTS[fact.plant]!;
    const day = dayAt(timeZone, told.happenedAt);
    this.lags.push({
      flow: `${idOf(fact.system, fact.plant)}/${fact.plant}/${fact.kind}`,
      visibleDay: Math.floor(stamps.visibleAt / 86_400_000),
      entry: (told.recordedAt - told.happenedAt) / 1_000,
      transport: (stamps.ingestedAt - told.recordedAt) / 1_000,
      processing: (stamps.visibleAt - stamps.ingestedAt) / 1_000,
    });
    switch (fact.kind) {
      case 'LINE':
        this.lines.set(keyOf(fact.line), {
          terms: fact.line,
          sentDay: dayAt(timeZone, fact.line.sentAt),
          promises: [],
          shipped: [],
          received: [],
          cancelledBy: null,
        });
        return;
      case 'MILESTONE': {
        const line = this.lineOf(fact.line);
        if (fact.milestone === 'COMMITTED' && fact.day !== null && fact.by !== 'THIRD_PARTY')
          line.promises.push({ day: fact.day, by: fact.by });
        if (fact.milestone === 'SHIPPED') line.shipped.push({ day, quantity: fact.quantity ?? 0, final: false });
        if (fact.milestone === 'CANCELLED') line.cancelledBy = fact.by === 'BUYER' ? 'BUYER' : 'SUPPLIER';
        return;
      }
      case 'RECEIPT':
        return this.receipt(told, fact, day);
      case 'INSPECTION':
        return this.inspection(fact);
      case 'MOVEMENT':
        return this.movement(fact);
      case 'WORK_ORDER':
        this.orders.set(fact.order.number, {
          terms: fact.order,
          finishDay: dayAt(timeZone, fact.order.plannedFinish),
          completedDay: null,
          good: 0,
          scrapped: 0,
          posted: 0,
          cancelled: false,
        });
        return;
      case 'WORK_ORDER_EVENT': {
        const order = this.orders.get(fact.order.number);
        if (order === undefined) throw new Error(`${fact.key}: nobody has released ${fact.order.number}`);
        if (fact.event === 'POSTED') order.posted += fact.quantity ?? 0;
        else order.good += fact.quantity ?? 0;
        order.scrapped += fact.scrapped ?? 0;
        if (fact.event === 'COMPLETED') order.completedDay = day;
        if (fact.event === 'CANCELLED') order.cancelled = true;
        return;
      }
    }
  }

  /** Of one position, in thousandths of the base unit. */
  stockOf(item: number, plant: number, status: string, owner: string): number {
    return this.stock.get(`${item}|${plant}|${status}|${owner}`) ?? 0;
  }

  private lineOf(terms: LineTerms): BookedLine {
    const line = this.lines.get(keyOf(terms));
    if (line === undefined) throw new Error(`nobody has ordered ${keyOf(terms)}`);
    return line;
  }

  private receipt(told: ToldFact, fact: ReceiptFact, day: Day): void {
    const line = this.lineOf(fact.line);
    if (fact.reverses !== null) {
      const original = this.receipts.get(fact.reverses);
      if (original === undefined) throw new Error(`${fact.key}: ${fact.reverses} was never posted`);
      this.receipts.delete(fact.reverses);
      line.received.splice(
        line.received.findIndex(({ day: on, quantity }) => on === original.day && quantity === original.fact.quantity),
        1,
      );
      this.put(
        original.fact.line.item,
        fact.plant,
        original.fact.dockToStock ? 'RELEASED' : 'IN_INSPECTION',
        'OWN',
        -original.quantity,
      );
      return;
    }
    if (fact.document !== null) {
      // The second telling of one receipt adds nothing.
      const other = this.documents.get(fact.document);
      if (other !== undefined) return;
      this.documents.set(fact.document, fact.key);
    }
    const quantity = fact.quantity * fact.line.perUnit;
    const recordedDay = dayAt(PLANTS[fact.plant]!.timeZone, told.recordedAt);
    this.receipts.set(fact.key, { fact, day, recordedDay, quantity, inspection: null });
    line.received.push({ day, quantity: fact.quantity, final: fact.final });
    const owner = fact.consignment ? 'SUPPLIER' : 'OWN';
    this.put(fact.line.item, fact.plant, fact.dockToStock ? 'RELEASED' : 'IN_INSPECTION', owner, quantity);
  }

  private inspection(fact: InspectionFact): void {
    if (fact.event !== 'DECIDED') return;
    const receipt = this.receipts.get(fact.receipt);
    if (receipt === undefined) throw new Error(`${fact.key}: ${fact.receipt} has not come`);
    receipt.inspection = fact;
    const { item } = fact.line;
    this.put(item, fact.plant, 'IN_INSPECTION', 'OWN', -fact.lotQuantity);
    this.put(item, fact.plant, 'RELEASED', 'OWN', fact.accepted ?? 0);
    this.put(item, fact.plant, fact.disposition === 'RETURN' ? 'RETURNS' : 'BLOCKED', 'OWN', fact.rejected ?? 0);
  }

  private movement({ movement, item, plant, quantity, fromStatus, toPlant }: MovementFact): void {
    const status = fromStatus ?? 'RELEASED';
    switch (movement) {
      case 'OPENING':
      case 'PRODUCTION_RECEIPT':
      case 'ADJUSTMENT':
        return this.put(item, plant, status, 'OWN', quantity);
      case 'ISSUE':
      case 'SCRAP':
      case 'RETURN_TO_SUPPLIER':
        return this.put(item, plant, status, 'OWN', -quantity);
      case 'TRANSFER':
        this.put(item, plant, status, 'OWN', -quantity);
        return this.put(item, toPlant ?? plant, status, 'OWN', quantity);
      case 'CONSIGNMENT_WITHDRAWAL':
        this.put(item, plant, status, 'SUPPLIER', -quantity);
        return this.put(item, plant, status, 'OWN', quantity);
    }
  }

  private put(item: number, plant: number, status: string, owner: string, quantity: number): void {
    const position = `${item}|${plant}|${status}|${owner}`;
    this.stock.set(position, (this.stock.get(position) ?? 0) + quantity);
  }
}
