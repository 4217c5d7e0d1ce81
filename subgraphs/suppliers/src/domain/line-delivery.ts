import type { ClockEvent, MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { add, compare, isNegative, isZero, max, subtract, sum } from '@sightline/kit/decimal/decimal';
import type { Movement, PurchaseOrderLine } from './purchase-order-line';

/** A line before its status is known: everything that follows from its facts. */
type Line = Omit<PurchaseOrderLine, 'status'>;

/** What follows from a line. Lines never change, and some twenty metrics ask the same of each: it is worked out once. */
interface Derived {
  ordered: string;
  nothingOrdered: boolean;
  whollyCancelled: boolean;
  completions: Map<ClockEvent, Movement | null>;
}
const derivedByLine = new WeakMap<Line, Derived>();

function derivedOf(line: Line): Derived {
  let derived = derivedByLine.get(line);
  if (derived === undefined) {
    const { cancelledQuantity, buyerCancelledQuantity } = line;
    const ordered =
      buyerCancelledQuantity === '0'
        ? line.terms.quantity
        : max(subtract(line.terms.quantity, buyerCancelledQuantity), '0');
    derived = {
      ordered,
      nothingOrdered: isZero(ordered),
      whollyCancelled: compare(cancelledQuantity, line.terms.quantity) >= 0,
      completions: new Map(),
    };
    derivedByLine.set(line, derived);
  }
  return derived;
}

/** Ordered less what the buyer cancelled: what the supplier owes. In the order unit. */
export const orderedQuantity = (line: Line): string => derivedOf(line).ordered;

/** True when nothing of the line is owed any more because it was cancelled, by whomever, or set to zero. */
export const isWhollyCancelled = (line: Line): boolean => derivedOf(line).whollyCancelled;

/** True when the buyer asked for nothing of it any more: such a line is judged by no measure of the supplier. */
export const isCancelledByBuyer = (line: Line): boolean => derivedOf(line).nothingOrdered;

/** Received so far, in the order unit; null when a receipt says nothing of how much. */
export const receivedQuantity = (line: Line): string | null => total(line.received);

/** Sent back so far, in the order unit. */
export const returnedQuantity = (line: Line): string => total(line.returned) ?? '0';

/** Ordered less received, returned and cancelled; 0 once nothing more is expected; null when the received quantity is unknown. */
export function openQuantity(line: Line): string | null {
  if (line.closed || line.finalDelivery || isWhollyCancelled(line)) return '0';
  const received = receivedQuantity(line);
  if (received === null) return isDelivered(line) ? '0' : null;
  const open = subtract(subtract(add(line.terms.quantity, returnedQuantity(line)), received), line.cancelledQuantity);
  return max(open, '0');
}

/** Sum of what moved; null when one movement's quantity is unknown. */
export function total(movements: readonly Movement[]): string | null {
  const quantities: string[] = [];
  for (const { quantity } of movements) {
    if (quantity === null) return null;
    quantities.push(quantity);
  }
  return sum(quantities);
}

/** The movements that a clock event stands for, oldest first. */
export function movementsOf(line: Line, clock: ClockEvent): readonly Movement[] {
  switch (clock) {
    case 'SHIPPED':
      return line.shipped;
    case 'HANDED_OVER':
      return line.handedOver;
    case 'ARRIVED':
      return line.arrived;
    case 'RECEIVED':
      return line.received;
    case 'ACCEPTED':
      return line.accepted;
    case 'AVAILABLE':
      return line.available;
  }
}

/**
 * The movement with which the line is complete: it brings the quantity to what is needed, or its source calls it final,
 * or it came without a quantity (then it is all that will ever be known). Null while the line is not complete.
 * A line closed short is complete with its last movement.
 */
export function completion(line: Line, clock: ClockEvent): Movement | null {
  const { completions } = derivedOf(line);
  const known = completions.get(clock);
  if (known !== undefined) return known;
  const found = findCompletion(line, clock);
  completions.set(clock, found);
  return found;
}

function findCompletion(line: Line, clock: ClockEvent): Movement | null {
  const movements = movementsOf(line, clock);
  const last = movements.at(-1);
  if (last === undefined) return null;
  const needed = neededQuantity(line, clock);
  let moved = '0';
  for (const movement of movements) {
    if (movement.quantity === null || movement.final) return movement;
    moved = add(moved, movement.quantity);
    if (compare(moved, needed) >= 0) return movement;
  }
  return clock === 'RECEIVED' && (line.closed || line.finalDelivery) ? last : null;
}

/**
 * What must move for a line to be complete at an anchor: the ordered quantity, or, once delivery has ended short, what
 * was delivered; of that, what went back can never become accepted or available.
 */
function neededQuantity(line: Line, clock: ClockEvent): string {
  const ordered = orderedQuantity(line);
  if (clock === 'RECEIVED' || completion(line, 'RECEIVED') === null) return ordered;
  const received = receivedQuantity(line);
  if (received === null) return ordered;
  const delivered = compare(received, ordered) < 0 ? received : ordered;
  if (clock !== 'ACCEPTED' && clock !== 'AVAILABLE') return delivered;
  const kept = subtract(received, returnedQuantity(line));
  if (isNegative(kept) || isZero(kept)) return delivered;
  return compare(kept, delivered) < 0 ? kept : delivered;
}

/** True when the delivery is complete, in full or ended short. */
export const isDelivered = (line: Line): boolean => completion(line, 'RECEIVED') !== null;

/** The first receipt, complete or not. */
export const firstReceipt = (line: Line): Movement | null => line.received[0] ?? null;

/** True when something is still to come: not delivered, not cancelled, not closed. */
export const isOpen = (line: Line): boolean => !isDelivered(line) && !isWhollyCancelled(line) && !line.closed;

/** True when the line is open and was due, by its last commit, before the day. */
export const isOverdue = (line: Line, asOfDay: string): boolean =>
  line.currentCommitDate !== null && line.currentCommitDate < asOfDay && isOpen(line);

/**
 * The day a line is due by a definition; null when that date is not known.
 * By the original commit, a date that the buyer moved counts in place of the first (when the definition rebases on the
 * buyer); one that the supplier moved does not, unless the definition says so.
 */
export function dueDay(
  line: Line,
  definition: Pick<MetricDefinition, 'dueBasis' | 'buyerReschedule' | 'supplierReschedule'>,
): string | null {
  switch (definition.dueBasis) {
    case 'REQUESTED':
      return line.terms.requestedDate;
    case 'LAST_COMMIT':
      return line.currentCommitDate;
    case 'ORIGINAL_COMMIT': {
      if (definition.supplierReschedule === 'REBASE') return line.currentCommitDate;
      const byBuyer =
        definition.buyerReschedule === 'REBASE' ? line.commits.findLast((commit) => commit.by === 'BUYER') : undefined;
      return byBuyer?.date ?? line.originalCommitDate;
    }
    case 'NEED_DATE': // what needs the line is known to inventory's netting alone
    case null:
      return null;
  }
}
