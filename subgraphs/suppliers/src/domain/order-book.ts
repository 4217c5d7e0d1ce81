import { ORDER_BOOK } from '@sightline/contracts/metric-definitions/system-definitions';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { Contribution } from '@sightline/kit/figures/contribution';
import type { KnownUpTo } from '@sightline/kit/facts/facts-known';
import { maxDay } from '@sightline/kit/time/calendar-day';
import { contributionOf, leftOut, type JudgeContext, type Verdict } from './contribution-of-line';
import { factsKnown, factsOccurred } from './facts-known';
import { foldLine } from './fold-line';
import { notCaptured } from './lead-time';
import { completion, isDelivered, isOpen, isWhollyCancelled } from './line-delivery';
import type { PurchaseOrderLine, PurchaseOrderLineEvent } from './purchase-order-line';
import { shiftDay, siteDay, siteDayOrNull } from './site-day';

/** One line as of an instant, seen twice: as it was, by all that is known today, and as the books had it. Null: not there. */
export interface LineViews {
  truth: PurchaseOrderLine | null;
  books: PurchaseOrderLine | null;
}

export interface OrderBookContext extends JudgeContext {
  /** Also lines whose sent date is not known; otherwise they are left out and counted. */
  includeUndatedOrders: boolean;
}

/**
 * Both views of a line.
 *
 * @param visible what was readable here at `knownAt`, for the basis PLATFORM; the same facts when not given
 */
export function viewsOf(
  events: readonly PurchaseOrderLineEvent[],
  instant: KnownUpTo,
  visible: readonly PurchaseOrderLineEvent[] = events,
): LineViews {
  const occurred = factsOccurred(events, instant.asOf);
  const known = factsKnown(visible, instant);
  const truth = foldLine(occurred);
  // What is known is part of what occurred, so equally many facts are the same facts: true of nearly every line.
  return { truth, books: known.length === occurred.length && visible === events ? truth : foldLine(known) };
}

/**
 * A line in one figure of the order book; null when the figure is not about it. Which day is asked enters only through
 * the views and through `countsFrom`: a line is overdue from the day after its due date.
 */
export function judgeOrderBook(
  views: LineViews,
  definition: MetricDefinition,
  context: OrderBookContext,
): Contribution | null {
  const line = views.books ?? views.truth;
  if (line === null) return null;
  const verdict = verdictOn(views, definition);
  if (verdict === null) return null;
  const delivered = completion(line, 'RECEIVED') ?? (views.truth && completion(views.truth, 'RECEIVED'));
  const dates = {
    DUE: line.currentCommitDate,
    SENT: siteDayOrNull(line.sent, context),
    RECEIVED: siteDayOrNull(delivered?.when ?? null, context),
    RECORDED: siteDay(line.recorded, context),
  };
  return contributionOf(
    line,
    definition,
    context,
    dates,
    delivered?.when ?? line.sent,
    inUniverse(line, verdict, context),
  );
}

/** Lines sent; those of an unknown day only when asked for, and otherwise counted among the rows left out. */
function inUniverse(line: PurchaseOrderLine, verdict: Verdict, context: OrderBookContext): Verdict {
  const sent = siteDayOrNull(line.sent, context);
  if (sent === null && !context.includeUndatedOrders)
    return leftOut(notCaptured(line, 'SENT'), verdict.countsFrom ?? null);
  return {
    included: verdict.included,
    rule: verdict.rule,
    numerator: verdict.numerator,
    denominator: verdict.denominator,
    value: verdict.value,
    unitCode: verdict.unitCode,
    countsFrom: maxDay(sent, verdict.countsFrom),
  };
}

const counted = (rule: string, countsFrom: string | null = null): Verdict => ({
  included: true,
  rule,
  numerator: '1',
  countsFrom,
});

function verdictOn({ truth, books }: LineViews, definition: MetricDefinition): Verdict | null {
  switch (definition.id) {
    case ORDER_BOOK.ordered:
      return books && (cancelledVerdict(books) ?? counted('ORDERED'));
    case ORDER_BOOK.delivered:
      return books && isDelivered(books) && !isWhollyCancelled(books) ? counted('DELIVERED') : null;
    case ORDER_BOOK.open:
      return books && isOpen(books) ? counted('OPEN') : null;
    case ORDER_BOOK.overdue:
      return overdueVerdict(books);
    case ORDER_BOOK.deliveredUnrecorded:
      return isUnrecorded(truth, books) ? counted('DELIVERED_NOT_RECORDED') : null;
    case ORDER_BOOK.deliveredUnrecordedValue:
      return isUnrecorded(truth, books) ? valueVerdict(truth) : null;
    case ORDER_BOOK.falselyOverdue:
      return truth && isDelivered(truth) && books && isOpen(books) ? overdueVerdict(books) : null;
    default:
      throw new Error(`${definition.id} is no figure of the order book`);
  }
}

/** A cancelled line is no order any more; it is counted among the rows left out. */
function cancelledVerdict(line: PurchaseOrderLine): Verdict | null {
  return isWhollyCancelled(line) ? leftOut(`CANCELLED_BY_${line.cancelledBy ?? 'BUYER'}`) : null;
}

function overdueVerdict(books: PurchaseOrderLine | null): Verdict | null {
  if (books === null || !isOpen(books) || books.currentCommitDate === null) return null;
  return counted('OVERDUE', shiftDay(books.currentCommitDate, 1));
}

const isUnrecorded = (truth: PurchaseOrderLine | null, books: PurchaseOrderLine | null): truth is PurchaseOrderLine =>
  truth !== null && isDelivered(truth) && !isWhollyCancelled(truth) && (books === null || isOpen(books));

function valueVerdict(truth: PurchaseOrderLine): Verdict {
  const { value, currency } = truth.terms;
  if (value === null) return leftOut('VALUE_NOT_REPORTED');
  return { included: true, rule: 'DELIVERED_NOT_RECORDED', numerator: value, unitCode: currency };
}
