import { canonical, compare, divide, isZero, multiply } from '@sightline/kit/decimal/decimal';
import { daysBetween } from '@sightline/kit/time/calendar-day';
import { isOverdue, openQuantity } from './line-delivery';
import type { PurchaseOrderLine } from './purchase-order-line';

/** Lines in these states wait for nothing any more. */
const FINISHED: ReadonlySet<string> = new Set(['RECEIVED', 'CLOSED', 'CANCELLED']);

/** Decimals of a share of a value: far below any currency's smallest coin. */
const SCALE = 6;

/**
 * Value of what has not come, exact to a millionth of the currency unit. The share is of quantities: of a line half received
 * half of its value is at stake, and all of it where receipts have no quantities. Null when the source gives no value.
 */
export function atStake(line: PurchaseOrderLine): { amount: string; currency: string } | null {
  const { value, currency, quantity } = line.terms;
  if (value === null || currency === null) return null;
  const open = openQuantity(line);
  if (open === null) return { amount: value, currency };
  if (isZero(open)) return { amount: '0', currency };
  if (compare(open, quantity) >= 0) return { amount: value, currency };
  // Less is open than was ordered, so that something was ordered and there is a share.
  return { amount: canonical(divide(multiply(value, open), quantity, SCALE)!), currency };
}

/** Days from the first commit to the current one, below 0 when it is earlier; null when either is not known. */
export const slippedDays = ({ originalCommitDate, currentCommitDate }: PurchaseOrderLine): number | null =>
  originalCommitDate !== null && currentCommitDate !== null ? daysBetween(originalCommitDate, currentCommitDate) : null;

/** Days that weigh on a line whatever the day: those by which its promise slipped, and one when only part of it came. */
export function standingDays(line: PurchaseOrderLine): number {
  if (FINISHED.has(line.status)) return 0;
  return Math.max(slippedDays(line) ?? 0, line.status === 'PARTIALLY_RECEIVED' ? 1 : 0);
}

/** Days that weigh on a line: the longer of late and slipped, at least one for any exception, 0 for a line on its way. */
export const impactDays = (line: PurchaseOrderLine, today: string): number =>
  Math.max(standingDays(line), isOverdue(line, today) ? daysBetween(line.currentCommitDate!, today) : 0);

/**
 * Currencies as lists by impact have them: sums in two of them cannot be compared, so that of most lines comes first and
 * each is ranked by itself. Equals by code.
 *
 * @param lines  how many lines have their value in each; null: how many have none, of which no place is decided
 */
export const currenciesByLines = (lines: ReadonlyMap<string | null, number>): string[] =>
  [...lines]
    .flatMap(([currency, count]) => (currency === null ? [] : [{ currency, count }]))
    .sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1))
    .map(({ currency }) => currency);
