import { formatDay, type Day } from '../../format/date';
import type { NoValueReason } from '../../ui/figure';
import { countOf, formatCount } from '../../format/quantity';

/** A count and, when there is none, nothing: null is not zero. */
type Count = number | null;

/** A count of the order book as the platform gives it. */
interface BookCount {
  value: Count;
  reason: NoValueReason | null;
}

/**
 * A count of lines out of the book. Over no row at all the platform gives no value; but where the book itself holds
 * lines, none of which is in this count, the count is known, and it is 0. An empty book stays unknown.
 */
export function countIn(book: { ordered: BookCount }, count: BookCount): Count {
  if (count.value !== null) return count.value;
  return count.reason === 'NO_DATA' && book.ordered.value !== null ? 0 : null;
}

/**
 * What the books said on a day and what was true, in one sentence:
 * "On 30 Sep 2014 the books called 9 lines overdue; 9 of them had already been delivered."
 * Null when the books themselves are not known.
 */
export function orderBookSentence(day: Day, overdue: Count, falselyOverdue: Count): string | null {
  if (overdue === null) return null;
  const on = `On ${formatDay(day)} the books called`;
  if (overdue === 0) return `${on} no line overdue.`;
  if (falselyOverdue === null) return `${on} ${countOf(overdue, 'line')} overdue.`;
  const delivered =
    falselyOverdue === 0
      ? overdue === 1
        ? 'it had not been delivered'
        : 'none of them had been delivered'
      : overdue === 1
        ? 'it had already been delivered'
        : `${formatCount(falselyOverdue)} of them had already been delivered`;
  return `${on} ${countOf(overdue, 'line')} overdue; ${delivered}.`;
}

/** Books less truth, with its sign: "+10", "−3", "0"; "—" when either is unknown. */
export function differenceWords(books: Count, truth: Count): string {
  if (books === null || truth === null) return '—';
  const difference = books - truth;
  return difference > 0 ? `+${formatCount(difference)}` : formatCount(difference);
}
