import { shipmentIdOf } from '@sightline/contracts/identities';
import type { ClockEvent, MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { add, compare, isZero, min, multiply, subtract, sum } from '@sightline/kit/decimal/decimal';
import {
  contributionOf,
  leftOut,
  lineDates,
  shipmentNumberOf,
  type Judge,
  type JudgeContext,
  type Verdict,
} from './contribution-of-line';
import { completion, dueDay, isCancelledByBuyer, movementsOf, orderedQuantity, total } from './line-delivery';
import type { Movement, PurchaseOrderLine } from './purchase-order-line';
import { shiftDay, siteDay } from './site-day';

/**
 * On time, and on time in full: a line that is due is judged by what its clock event brought within the window around
 * the due date. Population: due and not cancelled by the buyer; what is due and never came is a failure.
 */
export const judgeOnTime: Judge = (line, definition, context) => {
  const due = dueDay(line, definition);
  const clock = clockOf(definition);
  const occurred = completion(line, clock)?.when ?? movementsOf(line, clock).at(-1)?.when ?? null;
  // A line whose due date by this definition is unknown is found by the next best date, so that its being left out shows.
  const dates = lineDates(line, context, due ?? line.currentCommitDate ?? line.terms.requestedDate);
  const verdict = verdictOn(line, definition, context, clock, due);
  return contributionOf(line, definition, context, dates, occurred, verdict, unitKeyOf(line, definition));
};

function clockOf(definition: MetricDefinition): ClockEvent {
  if (definition.clockEvent === null || definition.dueBasis === null) {
    throw new Error(`${definition.id} names no clock event or no due date: no line can be judged by it`);
  }
  if (definition.dayMode !== null && definition.dayMode !== 'CALENDAR') {
    throw new Error(`${definition.id} counts in ${definition.dayMode} days, which is not built`);
  }
  return definition.clockEvent;
}

/** Rows of one shipment or order are judged as one when the definition's grain says so. */
function unitKeyOf(line: PurchaseOrderLine, definition: MetricDefinition): string | null {
  if (definition.grain === 'ORDER') return line.terms.orderNumber;
  if (definition.grain !== 'SHIPMENT') return null;
  const number = shipmentNumberOf(line);
  return number === null ? null : shipmentIdOf(line.source?.sourceSystemId ?? '', number);
}

function verdictOn(
  line: PurchaseOrderLine,
  definition: MetricDefinition,
  context: JudgeContext,
  clock: ClockEvent,
  due: string | null,
): Verdict {
  if (isCancelledByBuyer(line)) return leftOut('CANCELLED_BY_BUYER');
  if (due === null) return leftOut('DUE_DATE_UNKNOWN');
  const span: Span = {
    from: definition.earlyDays === null ? null : shiftDay(due, -definition.earlyDays),
    to: definition.lateDays === null ? null : definition.lateDays === 0 ? due : shiftDay(due, definition.lateDays),
    due,
    missed: () => shiftDay(due, (definition.lateDays ?? 0) + 1),
  };
  const movements = movementsOf(line, clock);
  if (movements.length === 0) {
    if (definition.undelivered === 'EXCLUDE') return leftOut('NOT_DELIVERED', span.missed());
    return failed(`NOT_${clock}_WHEN_DUE`, span.missed(), shareOf(line, definition, '0'));
  }
  return definition.quantityLowPercent === null && definition.quantityHighPercent === null
    ? onTimeVerdict(line, definition, context, clock, span)
    : inFullVerdict(line, definition, context, clock, span);
}

/** The days that count, both included; null: no bound. */
interface Span {
  from: string | null;
  to: string | null;
  due: string;
  /** The first day on which "not there" is a failure. */
  missed: () => string;
}

const isEarly = (day: string, span: Span): boolean => span.from !== null && day < span.from;
const isLate = (day: string, span: Span): boolean => span.to !== null && day > span.to;

interface Share {
  numerator: string;
  denominator: string;
  unitCode: string | null;
}

/** What a line counts for: 0 or 1 of 1, or, pro rata, the quantity in time of the quantity ordered (never more). */
function shareOf(line: PurchaseOrderLine, definition: MetricDefinition, inTime: string): Share | null {
  if (definition.partialRule !== 'PRO_RATA') return null;
  const ordered = orderedQuantity(line);
  return { numerator: min(inTime, ordered), denominator: ordered, unitCode: line.terms.unitOfMeasure };
}

const judged = (rule: string, countsFrom: string, share: Share): Verdict => ({
  included: true,
  rule,
  numerator: share.numerator,
  denominator: share.denominator,
  unitCode: share.unitCode,
  countsFrom,
});

const WHOLE: Share = { numerator: '1', denominator: '1', unitCode: null };
const NOTHING: Share = { numerator: '0', denominator: '1', unitCode: null };

const passed = (rule: string, countsFrom: string, share: Share | null): Verdict =>
  judged(rule, countsFrom, share ?? WHOLE);

const failed = (rule: string, countsFrom: string, share: Share | null): Verdict =>
  judged(rule, countsFrom, share ?? NOTHING);

const passingRule = (clock: ClockEvent, definition: MetricDefinition): string =>
  definition.earlyDays === null && definition.lateDays === 0 ? `${clock}_BY_DUE` : `${clock}_IN_WINDOW`;

/** Without limits on quantity a line is judged by the day it was complete. */
function onTimeVerdict(
  line: PurchaseOrderLine,
  definition: MetricDefinition,
  context: JudgeContext,
  clock: ClockEvent,
  span: Span,
): Verdict {
  const done =
    definition.partialRule === 'FIRST_RECEIPT' ? (movementsOf(line, clock)[0] ?? null) : completion(line, clock);
  if (done === null) return failed(`PARTLY_${clock}_WHEN_DUE`, span.missed(), null);
  const day = siteDay(done.when, context);
  if (isEarly(day, span)) return failed('TOO_EARLY', span.due, null);
  if (isLate(day, span)) return failed(`${clock}_LATE`, span.due, null);
  return passed(passingRule(clock, definition), span.due, null);
}

/** With limits on quantity, what came within the window must lie between them. */
function inFullVerdict(
  line: PurchaseOrderLine,
  definition: MetricDefinition,
  context: JudgeContext,
  clock: ClockEvent,
  span: Span,
): Verdict {
  const movements = countedMovements(line, definition, clock);
  const unknown = movements.find((movement) => movement.quantity === null);
  if (unknown !== undefined) {
    return leftOut(unknown.otherUnit === null ? 'QUANTITY_NOT_REPORTED' : 'QUANTITY_IN_OTHER_UNIT');
  }
  const dayOf = (movement: Movement): string => siteDay(movement.when, context);
  const inTime = movements.filter((movement) => !isEarly(dayOf(movement), span) && !isLate(dayOf(movement), span));
  const got = amountOf(inTime, definition);
  const limits = limitsOf(line, definition);
  const share = shareOf(line, definition, got);
  if (limits.reached(got) && !limits.exceeded(got)) return passed(passingRule(clock, definition), span.due, share);
  if (limits.exceeded(got)) return failed('OVER', span.due, share);
  if (limits.reached(quantityOf(movements.filter((movement) => !isLate(dayOf(movement), span))))) {
    return failed('TOO_EARLY', span.due, share);
  }
  if (limits.reached(quantityOf(movements))) return failed(`${clock}_LATE`, span.due, share);
  if (completion(line, clock) !== null) return failed('SHORT', span.due, share);
  return failed(`PARTLY_${clock}_WHEN_DUE`, span.missed(), share);
}

/** How partial deliveries add up: all of them, the first alone, or only one that would do by itself. */
function countedMovements(
  line: PurchaseOrderLine,
  definition: MetricDefinition,
  clock: ClockEvent,
): readonly Movement[] {
  const movements = movementsOf(line, clock);
  return definition.partialRule === 'FIRST_RECEIPT' ? movements.slice(0, 1) : movements;
}

const quantityOf = (movements: readonly Movement[]): string => total(movements) ?? '0';

function amountOf(inTime: readonly Movement[], definition: MetricDefinition): string {
  if (definition.partialRule !== 'ALL_OR_NOTHING') return quantityOf(inTime);
  // The largest single delivery: several that only add up to the order do not count.
  return inTime.reduce(
    (largest, { quantity }) => (compare(quantity ?? '0', largest) > 0 ? (quantity ?? '0') : largest),
    '0',
  );
}

interface Limits {
  reached: (quantity: string) => boolean;
  exceeded: (quantity: string) => boolean;
}

/** Limits in percent of the ordered quantity, compared times 100 so that nothing is rounded. A missing limit is no limit. */
function limitsOf(line: PurchaseOrderLine, definition: MetricDefinition): Limits {
  const ordered = orderedQuantity(line);
  const low = definition.quantityLowPercent;
  const high = definition.quantityHighPercent;
  const atLeast = low === null ? null : multiply(ordered, subtract('100', String(low)));
  const atMost = high === null ? null : multiply(ordered, add('100', String(high)));
  return {
    reached: (quantity) =>
      atLeast === null ? !isZero(sum([quantity])) : compare(multiply(quantity, '100'), atLeast) >= 0,
    exceeded: (quantity) => atMost !== null && compare(multiply(quantity, '100'), atMost) > 0,
  };
}
