import { daysBetween, isDay, type Day } from '../../format/date';

/** What an order line must tell to be judged. Decimals are exact strings, days YYYY-MM-DD; null is unknown. */
export interface ExceptionLine {
  id: string;
  status: string;
  /** Value of what has not come; null when the source gives no value. */
  atStake: { amount: string; currency: string } | null;
  /** Days by which the platform weighs it: the longer of late and slipped. */
  impactDays: number;
  originalCommitDate: string | null;
  currentCommitDate: string | null;
}

/** Why a line needs somebody. */
export type ExceptionKind = 'overdue' | 'slipped' | 'partial';

/** A line with what it is about and how much hangs on it. */
export interface Exception<Line extends ExceptionLine> {
  line: Line;
  kinds: ExceptionKind[];
  /** Days past the current commit; 0 while it is not due. Null when no date was committed to. */
  daysLate: number | null;
  /** Days by which the commit has moved from the first one; below 0 is earlier. Null when either is unknown. */
  slippedDays: number | null;
  /** What the platform ranks it by: value at stake times days. For display, a float. Null without a value. */
  impact: number | null;
}

const day = (text: string | null): Day | null => (text !== null && isDay(text) ? text : null);

/** Lines in these states wait for nothing any more. */
const FINISHED = new Set(['RECEIVED', 'CLOSED', 'CANCELLED']);

/** Judges one line on a day. */
export function exceptionOf<Line extends ExceptionLine>(line: Line, today: Day): Exception<Line> {
  const due = day(line.currentCommitDate);
  const first = day(line.originalCommitDate);
  const open = !FINISHED.has(line.status);
  const daysLate = due === null ? null : open ? Math.max(0, daysBetween(due, today)) : 0;
  const slippedDays = due === null || first === null ? null : daysBetween(first, due);
  const kinds: ExceptionKind[] = [];
  if (open && (daysLate ?? 0) > 0) kinds.push('overdue');
  if (open && (slippedDays ?? 0) > 0) kinds.push('slipped');
  if (line.status === 'PARTIALLY_RECEIVED') kinds.push('partial');
  return {
    line,
    kinds,
    daysLate,
    slippedDays,
    impact: line.atStake === null ? null : Number(line.atStake.amount) * line.impactDays,
  };
}

/** "12 d late, slipped 5 d, partly received". */
export function exceptionWords({ kinds, daysLate, slippedDays }: Exception<ExceptionLine>): string {
  const words = kinds.map((kind) => {
    switch (kind) {
      case 'overdue':
        return `${(daysLate ?? 0).toLocaleString('en-GB')} d late`;
      case 'slipped':
        return `slipped ${(slippedDays ?? 0).toLocaleString('en-GB')} d`;
      case 'partial':
        return 'partly received';
    }
  });
  return words.length === 0 ? 'on its way' : words.join(', ');
}

/** The states in which a line still waits for goods. */
export const OPEN_STATUSES = ['SENT', 'ACKNOWLEDGED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'PARTIALLY_RECEIVED'] as const;

export const ORDER_TABS = ['overdue', 'slipped', 'partial', 'open'] as const;
export type OrderTab = (typeof ORDER_TABS)[number];

/** What only the orders screen understands of the address. */
export interface OrdersSearch {
  tab: OrderTab;
  supplier: string | null;
  item: string | null;
  /** Only orders whose number begins so. */
  orderNumber: string | null;
}

/** Reads it; what it does not understand is the default. */
export function parseOrdersSearch(raw: Record<string, unknown>): OrdersSearch {
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return {
    tab: ORDER_TABS.find((one) => one === raw['tab']) ?? 'overdue',
    supplier: text(raw['supplier']),
    item: text(raw['item']),
    // A number of digits alone comes out of the address as a number.
    orderNumber: text(typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']),
  };
}
