import { Draws } from '../network/draws';
import { LATE_KEYING_PLANT, shiftWorkingDays } from '../network/plants';
import { DAY_MS, dayAt, MINUTE_MS, type Ms } from '../network/site-time';
import type { Business } from './business';
import { keyOf, type LineTerms, type MilestoneFact, type ReceiptFact } from './business-facts';
import type { Factory } from './factory';
import type { Delivery, LinePlan } from './line-plan';
import type { Receiving } from './receiving';

/** A line on its way, as far as things may still change. */
interface OpenLine {
  plan: LinePlan;
  /** Grows when what is to come is planned anew: older plans then do nothing. */
  version: number;
  shipped: number;
  received: number;
  ended: boolean;
}

/** For so many days before the simulator was first started suppliers have told in the portal what they ship. */
const PORTAL_DAYS = 125;
/** Days in which arrivals were told at the yard's gate, before that gate fell idle. */
const GATE_DAYS = 100;
/** Index of the plant that has the gate. */
const GATE_PLANT = 1;

/** Carries order lines from their sending to their last receipt. */
export class Deliveries {
  private readonly open = new Map<LineTerms, OpenLine>();

  constructor(
    private readonly business: Business,
    private readonly receiving: Receiving,
    private readonly factory: Factory,
  ) {}

  /** An order line goes out. */
  sent(plan: LinePlan): void {
    const { business } = this;
    const { terms } = plan;
    const key = keyOf(terms);
    business.say({
      kind: 'LINE',
      key: `line/${key}`,
      at: terms.sentAt,
      system: 'ERP',
      plant: terms.plant,
      line: terms,
    });
    business.dirt[business.network.plants[terms.plant]!.currency === 'EUR' ? 'CURRENCY_EUR' : 'CURRENCY_USD'] += 1;
    const line: OpenLine = { plan, version: 0, shipped: 0, received: 0, ended: false };
    this.open.set(terms, line);
    if (plan.acknowledgedAt !== null) {
      business.later(plan.acknowledgedAt, () =>
        this.milestone(terms, `ack/${key}`, { milestone: 'ACKNOWLEDGED', by: 'SUPPLIER' }),
      );
    }
    const { cancelled } = plan;
    plan.redates.forEach((redate, index) => {
      if (cancelled !== null && redate.at >= cancelled.at) return;
      business.later(redate.at, () => {
        if (line.version > 0 || line.ended) return;
        business.dirt[redate.by === 'BUYER' ? 'REDATES_BY_BUYER' : 'REDATES_BY_SUPPLIER'] += 1;
        this.milestone(terms, `redate/${key}/${index}`, {
          milestone: 'COMMITTED',
          by: redate.by,
          day: redate.day,
          reason: redate.reason,
        });
      });
    });
    if (cancelled !== null) {
      business.later(cancelled.at, () => {
        if (line.ended || line.shipped > 0) return;
        this.end(line);
        if (cancelled.by === 'BUYER') business.dirt.BUYER_CANCELLATIONS += 1;
        this.milestone(terms, `cancel/${key}`, {
          milestone: 'CANCELLED',
          by: cancelled.by,
          reason: cancelled.by === 'BUYER' ? 'demand gone' : 'discontinued',
        });
      });
    } else {
      this.factory.peg(plan);
    }
    if (plan.deliveries.length > 1 && cancelled === null) business.dirt.PARTIAL_DELIVERIES += 1;
    this.planDeliveries(line, 0);
  }

  /**
   * The supplier cannot keep its promises: everything of it that has not left is promised anew, so many working days
   * later, and comes then.
   *
   * @returns how many lines slipped
   */
  slip(supplier: number, workingDays: number, reason: string, name: string): number {
    let slipped = 0;
    for (const line of this.open.values()) {
      const { terms } = line.plan;
      if (terms.supplier !== supplier || line.ended || line.shipped > 0 || line.plan.cancelled !== null) continue;
      const plant = this.business.network.plants[terms.plant]!;
      const today = dayAt(plant.timeZone, this.business.now);
      const promised = line.plan.redates.at(-1)?.day ?? terms.committedDay;
      const day = shiftWorkingDays(plant, Math.max(promised, today), workingDays);
      line.plan = {
        ...line.plan,
        redates: [...line.plan.redates, { at: this.business.now, day, by: 'SUPPLIER', reason }],
        deliveries: line.plan.deliveries.map((delivery) => ({
          ...delivery,
          shipAt: delivery.shipAt + workingDays * 1.4 * DAY_MS,
          receiveAt: delivery.receiveAt + workingDays * 1.4 * DAY_MS,
        })),
      };
      line.version += 1;
      this.business.dirt.REDATES_BY_SUPPLIER += 1;
      this.milestone(terms, `${name}/${keyOf(terms)}`, { milestone: 'COMMITTED', by: 'SUPPLIER', day, reason });
      this.planDeliveries(line, line.version);
      slipped += 1;
    }
    return slipped;
  }

  /**
   * The next line on its way from the supplier comes now, to a plant that keys what it receives at once.
   *
   * @returns the line; null when none is on its way
   */
  hurry(supplier: number): LineTerms | null {
    let next: OpenLine | null = null;
    const due = (line: OpenLine): number => line.plan.deliveries[line.received]?.receiveAt ?? Infinity;
    for (const line of this.open.values()) {
      const { terms } = line.plan;
      if (terms.supplier !== supplier || terms.plant === LATE_KEYING_PLANT || line.plan.cancelled !== null) continue;
      if (this.business.network.items[terms.item]!.unit !== 'C62') continue;
      if (next === null || due(line) < due(next)) next = line;
    }
    if (next === null) return null;
    this.comeNow(next, MINUTE_MS);
    return next.plan.terms;
  }

  /**
   * Everything of the supplier that is overdue, or due by tomorrow, is promised anew for today and comes today, in full: on
   * time by the last promise, late by the first.
   *
   * @returns how many lines
   */
  deliverOnNewPromise(supplier: number, most: number, reason: string, name: string): number {
    const { business } = this;
    const late = [...this.open.values()]
      .filter(
        ({ plan }) =>
          plan.terms.supplier === supplier && plan.terms.plant !== LATE_KEYING_PLANT && plan.cancelled === null,
      )
      .sort((one, other) => one.plan.terms.committedDay - other.plan.terms.committedDay)
      .slice(0, most);
    for (const line of late) {
      const { terms } = line.plan;
      const day = dayAt(business.network.plants[terms.plant]!.timeZone, business.now);
      line.plan = { ...line.plan, redates: [...line.plan.redates, { at: business.now, day, by: 'SUPPLIER', reason }] };
      business.dirt.REDATES_BY_SUPPLIER += 1;
      this.milestone(terms, `${name}/${keyOf(terms)}`, { milestone: 'COMMITTED', by: 'SUPPLIER', day, reason });
      this.comeNow(line, 5 * MINUTE_MS);
    }
    return late.length;
  }

  private comeNow(line: OpenLine, within: Ms): void {
    const { now } = this.business;
    line.version += 1;
    line.plan = {
      ...line.plan,
      deliveries: line.plan.deliveries.map((delivery, index) =>
        index < line.received ? delivery : { ...delivery, shipAt: now, receiveAt: now + within },
      ),
    };
    this.planDeliveries(line, line.version);
  }

  private planDeliveries(line: OpenLine, version: number): void {
    line.plan.deliveries.forEach((delivery, index) => {
      if (index >= line.shipped)
        this.business.later(delivery.shipAt, () => {
          if (line.version === version && !line.ended) this.ship(line, delivery, index);
        });
      if (index >= line.received)
        this.business.later(delivery.receiveAt, () => {
          if (line.version === version && !line.ended) this.receive(line, delivery, index);
        });
    });
  }

  private ship(line: OpenLine, delivery: Delivery, index: number): void {
    if (line.shipped > index) return;
    line.shipped = index + 1;
    if (this.business.now < this.business.options.anchor - PORTAL_DAYS * DAY_MS) return;
    this.milestone(line.plan.terms, `ship/${keyOf(line.plan.terms)}/${index}`, {
      milestone: 'SHIPPED',
      by: 'SUPPLIER',
      quantity: delivery.quantity,
      shipment: shipmentOf(line.plan.terms, index),
    });
  }

  private receive(line: OpenLine, delivery: Delivery, index: number): void {
    const { business } = this;
    const { terms } = line.plan;
    if (line.shipped <= index) this.ship(line, delivery, index);
    line.received = index + 1;
    if (delivery.final) {
      this.end(line);
      this.countQuantity(line);
    }
    const key = `receipt/${keyOf(terms)}/${index}`;
    const draws = new Draws(business.network.seed, key);
    const shipment = shipmentOf(terms, index);
    if (terms.plant === GATE_PLANT && business.now < business.options.from + GATE_DAYS * DAY_MS && draws.chance(0.02)) {
      business.say({
        ...this.milestoneFact(terms, `gate/${keyOf(terms)}/${index}`, {
          milestone: 'ARRIVED',
          by: 'THIRD_PARTY',
          quantity: delivery.quantity,
          shipment,
        }),
        system: 'GATE',
      });
    }
    const item = business.network.items[terms.item]!;
    const consigns = business.network.suppliers[terms.supplier]!.consigns && draws.chance(0.3);
    const consignment = consigns && !this.receiving.spoiled.has(terms.supplier);
    // A lot of which everybody waits to see the inspection is inspected.
    const dockToStock = !this.receiving.spoiled.has(terms.supplier) && (consignment || draws.chance(0.23));
    const twice = draws.chance(0.015);
    const receipt: ReceiptFact = {
      kind: 'RECEIPT',
      key,
      at: business.now,
      system: 'WMS',
      plant: terms.plant,
      line: terms,
      quantity: delivery.quantity,
      shipment,
      lot: item.byLot ? `L${terms.order.slice(4)}-${terms.number}-${index}` : null,
      supplierLot: item.byLot ? `SL${draws.whole(100_000, 999_999)}` : null,
      final: delivery.final,
      dockToStock,
      consignment,
      reverses: null,
      document: twice ? `SIM-MD-${terms.order.slice(4)}-${terms.number}-${index}` : null,
      keyedDaysLate: draws.chance(0.013) ? draws.whole(1, 6) : 0,
    };
    if (draws.chance(0.006) && !item.byLot) this.postInError(receipt, draws);
    business.say(receipt);
    if (twice) {
      business.dirt.RECEIPTS_TOLD_TWICE += 1;
      business.say({ ...receipt, key: `${key}/erp`, system: 'ERP', keyedDaysLate: 0 });
    }
    if (receipt.keyedDaysLate > 0) business.dirt.BACKDATED += 1;
    if (consignment) business.dirt.CONSIGNMENT_RECEIPTS += 1;
    if (terms.perUnit > 1) business.dirt.PACK_CONVERSIONS += 1;
    this.receiving.received(receipt);
  }

  /** A receipt of ten times as much is posted and taken back; the right one follows at once. */
  private postInError(receipt: ReceiptFact, draws: Draws): void {
    const { business } = this;
    const wrong: ReceiptFact = {
      ...receipt,
      key: `${receipt.key}/error`,
      at: receipt.at - 5 * MINUTE_MS,
      quantity: receipt.quantity * 10,
      dockToStock: true,
      consignment: false,
      final: false,
      document: null,
      keyedDaysLate: 0,
    };
    business.dirt.REVERSED_RECEIPTS += 1;
    business.say(wrong);
    business.say({
      ...wrong,
      key: `${receipt.key}/reversal`,
      // Reversals say when the original happened; when it was taken back is when they were recorded.
      at: receipt.at - MINUTE_MS + draws.whole(0, 50) * 1_000,
      quantity: 0,
      reverses: wrong.key,
    });
  }

  private countQuantity({ plan, received }: OpenLine): void {
    const total = plan.deliveries.slice(0, received).reduce((sum, { quantity }) => sum + quantity, 0);
    if (total > plan.terms.ordered) this.business.dirt.OVER_DELIVERIES += 1;
    else if (total < plan.terms.ordered) this.business.dirt.SHORT_DELIVERIES += 1;
  }

  private end(line: OpenLine): void {
    line.ended = true;
    this.open.delete(line.plan.terms);
  }

  private milestone(terms: LineTerms, key: string, told: Told): void {
    this.business.say(this.milestoneFact(terms, key, told));
  }

  private milestoneFact(terms: LineTerms, key: string, told: Told): MilestoneFact {
    return {
      kind: 'MILESTONE',
      key,
      at: this.business.now,
      system: told.by === 'BUYER' ? 'ERP' : 'PORTAL',
      plant: terms.plant,
      line: terms,
      quantity: null,
      day: null,
      reason: null,
      shipment: null,
      ...told,
    };
  }
}

type Told = Pick<MilestoneFact, 'milestone' | 'by'> &
  Partial<Pick<MilestoneFact, 'quantity' | 'day' | 'reason' | 'shipment'>>;

const shipmentOf = (terms: LineTerms, index: number): string =>
  `SIM-ASN-${terms.order.slice(4)}-${terms.number}-${index}`;
