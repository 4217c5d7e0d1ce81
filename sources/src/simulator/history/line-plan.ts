import { Draws } from '../network/draws';
import { BOX_UNIT, type Item } from '../network/items';
import { NIGHTLY_PLANT, type Plant, shiftWorkingDays, workingDayFrom } from '../network/plants';
import { DAY_MS, type Day, dayAt, HOUR_MS, instantAt, MINUTE_MS, type Ms } from '../network/site-time';
import type { Supplier } from '../network/suppliers';
import type { LineTerms } from './business-facts';

/** A promise moved to another day. */
export interface Redate {
  at: Ms;
  day: Day;
  by: 'SUPPLIER' | 'BUYER';
  reason: string;
}

/** A part of a line on its way. */
export interface Delivery {
  shipAt: Ms;
  receiveAt: Ms;
  quantity: number;
  final: boolean;
}

/** What will become of an order line if nothing comes between. */
export interface LinePlan {
  terms: LineTerms;
  /** When the supplier answered; null: it never does. */
  acknowledgedAt: Ms | null;
  redates: readonly Redate[];
  cancelled: { at: Ms; by: 'BUYER' | 'SUPPLIER' } | null;
  deliveries: readonly Delivery[];
}

export interface LinePlace {
  order: string;
  number: string;
  /** Place of the line in its order; only the supplier with equal rates minds. */
  place: number;
  sentAt: Ms;
  /** Promised that many working days later than usual; for the supplier that has nothing due. */
  laterDays: number;
}

/**
 * The spread of lead times about the supplier's median: with the suppliers' own differences it gives the coefficient of
 * variation of the real rows, 0.7 (`docs/decisions/0008-simulated-network.md`).
 */
const LEAD_TIME_SPREAD = 0.6;
const LONGEST_LEAD_TIME_DAYS = 150;

/** Draws the fate of one line. Depends on nothing but the arguments. */
export function planLine(seed: number, supplier: Supplier, item: Item, plant: Plant, at: LinePlace): LinePlan {
  const draws = new Draws(seed, 'line', at.order, at.number);
  const sentDay = dayAt(plant.timeZone, at.sentAt);
  const even = supplier.story === 'EQUAL_RATES';
  // Its lines must fall due together, so their lead time is drawn for the order.
  const spread = Math.exp(LEAD_TIME_SPREAD * (even ? new Draws(seed, 'order', at.order) : draws).normal());
  const days = even
    ? 16 + Math.round(8 * spread)
    : Math.min(LONGEST_LEAD_TIME_DAYS, Math.max(2, Math.round(supplier.leadTimeDays * spread)));
  const committedDay = shiftWorkingDays(plant, sentDay + days, at.laterDays);
  // The plant whose orders come a night late orders in pieces: its boxes could arrive before anybody knows of them.
  const boxOf = plant.index === NIGHTLY_PLANT ? null : item.boxOf;
  const amount = orderedOf(draws, item, boxOf, even);
  const terms: LineTerms = {
    order: at.order,
    number: at.number,
    supplier: supplier.index,
    item: item.index,
    plant: plant.index,
    ordered: amount.ordered,
    unit: boxOf === null ? item.unit : BOX_UNIT,
    perUnit: boxOf ?? 1,
    valueCents: amount.baseUnits * item.priceCents,
    createdDay: sentDay - draws.whole(0, 3),
    sentAt: at.sentAt,
    // One line in seven is promised later than it was asked for.
    requestedDay: draws.chance(0.14) ? shiftWorkingDays(plant, committedDay, -draws.whole(1, 8)) : committedDay,
    committedDay,
  };
  if (even) return equalRates(draws, supplier, plant, terms, at.place);
  return usualFate(draws, supplier, plant, terms);
}

/** Whole boxes, tens of pieces, or half kilograms. */
function orderedOf(
  draws: Draws,
  item: Item,
  boxOf: number | null,
  hundreds: boolean,
): { ordered: number; baseUnits: number } {
  const wanted = item.usual * (0.5 + draws.next());
  if (boxOf !== null) {
    const boxes = Math.max(2, Math.round(wanted / boxOf));
    return { ordered: boxes * 1_000, baseUnits: boxes * boxOf };
  }
  if (hundreds) {
    const pieces = 100 * Math.max(1, Math.round(wanted / 100));
    return { ordered: pieces * 1_000, baseUnits: pieces };
  }
  const units = item.unit === 'KGM' ? Math.round(wanted * 2) / 2 : Math.max(20, 10 * Math.round(wanted / 10));
  return { ordered: units * 1_000, baseUnits: Math.round(units) };
}

const REASONS = ['capacity', 'raw material late', 'tool repair', 'carrier delay', 'quality hold at supplier'];

/** Exactly on the promise, early, or late; moved or not; in one part or several. */
function usualFate(draws: Draws, supplier: Supplier, plant: Plant, terms: LineTerms): LinePlan {
  const acknowledgedAt = draws.chance(0.15) ? terms.sentAt + draws.whole(2, 70) * HOUR_MS : null;
  const redates: Redate[] = [];
  let lastCommit = terms.committedDay;
  const span = Math.max(1, terms.committedDay - dayAt(plant.timeZone, terms.sentAt));
  const moveTo = (day: Day, by: 'SUPPLIER' | 'BUYER', reason: string): void => {
    // Somewhere in the second half of the time that was left.
    const at = terms.sentAt + Math.floor(span * DAY_MS * (0.45 + 0.4 * draws.next()));
    redates.push({ at, day, by, reason });
    lastCommit = day;
  };
  if (draws.chance(0.02)) moveTo(shiftWorkingDays(plant, lastCommit, draws.whole(3, 10)), 'BUYER', 'demand moved');

  let receivedDay: Day;
  if (draws.chance(supplier.lateShare)) {
    const late = 1 + Math.floor(9 * draws.next() ** 2);
    receivedDay = shiftWorkingDays(plant, lastCommit, late);
    if (late > 4 && draws.chance(0.6))
      moveTo(shiftWorkingDays(plant, lastCommit, late - 2), 'SUPPLIER', draws.pick(REASONS));
  } else if (draws.chance(0.14)) {
    moveTo(shiftWorkingDays(plant, lastCommit, draws.whole(2, 12)), 'SUPPLIER', draws.pick(REASONS));
    receivedDay = lastCommit;
  } else if (draws.chance(0.24)) {
    receivedDay = shiftWorkingDays(plant, lastCommit, -Math.min(span - 1, 1 + Math.floor(6 * draws.next() ** 2)));
  } else {
    receivedDay = lastCommit;
  }
  const sentDay = dayAt(plant.timeZone, terms.sentAt);
  receivedDay = Math.max(receivedDay, workingDayFrom(plant, sentDay + 1));
  return {
    terms,
    acknowledgedAt,
    redates,
    cancelled: cancellation(draws, terms, span),
    deliveries: deliveriesOf(draws, supplier, plant, terms, receivedDay),
  };
}

function cancellation(draws: Draws, terms: LineTerms, span: number): LinePlan['cancelled'] {
  const drawn = draws.next();
  if (drawn >= 0.026) return null;
  const at = terms.sentAt + Math.floor(span * DAY_MS * (0.2 + 0.3 * draws.next()));
  return { at, by: drawn < 0.022 ? 'BUYER' : 'SUPPLIER' };
}

/** One receipt in most cases; sometimes two or three, one too small, or one too large. */
function deliveriesOf(draws: Draws, supplier: Supplier, plant: Plant, terms: LineTerms, day: Day): Delivery[] {
  const shape = draws.next();
  const parts = shape < 0.13 ? (shape < 0.03 ? [0.4, 0.3, 0.3] : [0.6, 0.4]) : [1];
  const amount = draws.next();
  // Beyond the order, a little short, far short; otherwise exactly as ordered.
  const brought =
    amount < 0.025
      ? 1 + 0.01 * draws.whole(1, 8)
      : amount < 0.045
        ? 1 - 0.001 * draws.whole(5, 20)
        : amount < 0.058
          ? 1 - 0.01 * draws.whole(5, 30)
          : 1;
  // At least one unit more or less, or it would be no deviation.
  const total = brought === 1 ? terms.ordered : deviating(terms.ordered, brought);
  const quantities = parts.map((part) => Math.floor((terms.ordered * part) / 1_000) * 1_000);
  quantities[quantities.length - 1] = total - quantities.slice(0, -1).reduce((sum, one) => sum + one, 0);
  let received = day;
  let shipped = 0;
  return quantities
    .filter((quantity) => quantity > 0)
    .map((quantity, index, all): Delivery => {
      if (index > 0) received = shiftWorkingDays(plant, received, draws.whole(1, 6));
      const way = onTheWay(draws, supplier, plant, terms, received);
      // A later part does not leave before an earlier one.
      shipped = Math.max(shipped, way.shipAt);
      return { ...way, shipAt: shipped, quantity, final: index === all.length - 1 };
    });
}

const deviating = (ordered: number, factor: number): number => {
  const whole = Math.round((ordered * factor) / 1_000) * 1_000;
  if (whole !== ordered) return Math.max(1_000, whole);
  return factor > 1 ? ordered + 1_000 : Math.max(1_000, ordered - 1_000);
};

/** When a part that is received on a day was shipped; goods come between 06:05 and 17:30, most of them in the morning. */
function onTheWay(
  draws: Draws,
  supplier: Supplier,
  plant: Plant,
  terms: LineTerms,
  day: Day,
): Pick<Delivery, 'shipAt' | 'receiveAt'> {
  const receiveAt = Math.max(
    instantAt(plant.timeZone, day, 365 + Math.floor(685 * draws.next() ** 1.4)),
    terms.sentAt + 4 * HOUR_MS,
  );
  const road = supplier.transitDays * DAY_MS * (0.6 + 0.6 * draws.next());
  const shipAt = Math.max(terms.sentAt + HOUR_MS, Math.floor((receiveAt - road) / MINUTE_MS) * MINUTE_MS);
  return { receiveAt, shipAt };
}

/**
 * Two kinds of line in turn, due on the same day: one is exact and a week early, which "on or before, exactly" lets pass
 * and "at most five days early" does not; the other is on the day and one percent short, which is the other way about.
 * So the two definitions give equal rates over different lines, whatever the window.
 */
function equalRates(draws: Draws, supplier: Supplier, plant: Plant, terms: LineTerms, place: number): LinePlan {
  const early = place % 4 === 2;
  const short = place % 4 === 3;
  const day = early ? workingDayFrom(plant, terms.committedDay - 10) : terms.committedDay;
  return {
    terms,
    acknowledgedAt: null,
    redates: [],
    cancelled: null,
    deliveries: [
      {
        ...onTheWay(draws, supplier, plant, terms, day),
        quantity: short ? (terms.ordered / 100) * 99 : terms.ordered,
        final: true,
      },
    ],
  };
}
