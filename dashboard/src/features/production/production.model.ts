import type { WorkOrderFilter, WorkOrderStatus } from '../../gql/graphql';
import { formatPercentTile } from '../../format/percent';
import { countOf } from '../../format/quantity';
import { formatDuration } from '../../format/duration';
import type { GlyphShape } from '../../ui/glyph';
import { verdictOf, type Verdict } from '../../ui/limits';

/** Which orders the list holds; in the address as `tab`. */
export const WORK_ORDER_TABS = ['unposted', 'running', 'planned', 'all'] as const;
export type WorkOrderTab = (typeof WORK_ORDER_TABS)[number];

export const TAB_NAMES: Readonly<Record<WorkOrderTab, string>> = {
  unposted: 'Made, not posted',
  running: 'Running',
  planned: 'To be started',
  all: 'All',
};

export const TAB_MEANINGS: Readonly<Record<WorkOrderTab, string>> = {
  unposted: 'MES reports more complete than ERP has posted: stock and cost are wrong until it has.',
  running: 'Work has begun and is not complete.',
  planned: 'Released or handed to the shop floor, and not begun.',
  all: 'Every work order, earliest planned start first.',
};

/** Reads the address; what it does not understand is the first tab. */
export const parseTab = (value: unknown): WorkOrderTab => WORK_ORDER_TABS.find((tab) => tab === value) ?? 'unposted';

/** What the platform is asked for on a tab. */
export function filterOf(tab: WorkOrderTab): WorkOrderFilter {
  switch (tab) {
    case 'unposted':
      return { unposted: true };
    case 'running':
      return { statuses: ['STARTED', 'PAUSED'] };
    case 'planned':
      return { statuses: ['PLANNED', 'FIRM', 'RELEASED', 'DISPATCHED'] };
    case 'all':
      return {};
  }
}

const STATUS_WORDS: Readonly<Record<WorkOrderStatus, string>> = {
  PLANNED: 'Planned',
  FIRM: 'Firm',
  RELEASED: 'Released',
  DISPATCHED: 'On the shop floor',
  STARTED: 'Running',
  PAUSED: 'Paused',
  COMPLETED_MES: 'Complete in MES',
  POSTED_ERP: 'Posted in ERP',
  CLOSED: 'Closed',
  SHORT_CLOSED: 'Closed short',
  CANCELLED: 'Cancelled',
};

/** The status as people say it. */
export const statusWords = (status: WorkOrderStatus): string => STATUS_WORDS[status];

/** A state in the words of the system that told it, "IN_PROGRESS" read as "In progress"; others as they are. */
export function toldState(state: string | null): string | null {
  if (state === null || !/^[A-Z][A-Z_]+$/.test(state)) return state;
  return `${state.charAt(0)}${state.slice(1).toLowerCase().replaceAll('_', ' ')}`;
}

/** What the list has to know of an order to judge how it stands. */
export interface Standing {
  status: WorkOrderStatus;
  plannedFinish: string;
  frozenFinish: string;
  unpostedSeconds: number | null;
}

/** How long a completion waits to be posted, as a state; null: nothing waits. */
export const waitingShape = (seconds: number | null): Verdict['shape'] =>
  verdictOf('unpostedSeconds', seconds ?? 0).shape;

const DONE: ReadonlySet<WorkOrderStatus> = new Set<WorkOrderStatus>([
  'COMPLETED_MES',
  'POSTED_ERP',
  'CLOSED',
  'SHORT_CLOSED',
  'CANCELLED',
]);

/**
 * How an order stands, in a shape and words. An order is late when the finish frozen at its release is past and it is not
 * done; it has slipped when its plan now ends after that finish.
 *
 * @param now  milliseconds since 1970
 */
export function standingOf(order: Standing, now: number): { shape: GlyphShape; words: string } {
  if (order.status === 'CANCELLED') return { shape: 'none', words: 'Cancelled' };
  const waiting = order.unpostedSeconds;
  if (waitingShape(waiting) === 'risk') return { shape: 'risk', words: 'Not posted in time' };
  if (waitingShape(waiting) === 'watch') return { shape: 'watch', words: 'Waits to be posted' };
  if (DONE.has(order.status)) return { shape: 'ok', words: 'Done' };
  if (Date.parse(order.frozenFinish) < now) return { shape: 'risk', words: 'Late' };
  if (Date.parse(order.plannedFinish) > Date.parse(order.frozenFinish)) return { shape: 'watch', words: 'Slipped' };
  return { shape: 'ok', words: 'On plan' };
}

/** Orders by how long they wait to be posted, the longest first; those of which that is not known last. */
export function longestWaitingFirst<Order extends { id: string; unpostedSeconds: number | null }>(
  orders: readonly Order[],
): Order[] {
  return [...orders].sort((a, b) => (b.unpostedSeconds ?? -1) - (a.unpostedSeconds ?? -1) || a.id.localeCompare(b.id));
}

/** The screen's first sentence, made of its own figures; null while nothing is known. */
export function headlineOf(figures: {
  adherence: { value: number | null; n: number };
  unpostedOrders: number | null;
  oldestUnpostedSeconds: number | null;
}): string | null {
  const { adherence, unpostedOrders, oldestUnpostedSeconds } = figures;
  const parts: string[] = [];
  if (unpostedOrders !== null) {
    parts.push(
      unpostedOrders === 0
        ? 'Everything made is posted'
        : `${countOf(unpostedOrders, 'work order')} made and not posted${oldestUnpostedSeconds === null ? '' : `, the oldest for ${formatDuration(oldestUnpostedSeconds)}`}`,
    );
  }
  if (adherence.value !== null) {
    parts.push(
      `${formatPercentTile(adherence.value)} of ${countOf(adherence.n, 'order')} due were complete by their day`,
    );
  }
  return parts.length === 0 ? null : `${parts.join('; ')}.`;
}

/** A bucket of the series; nulls where nothing was due or made. */
export interface ProductionPoint {
  start: string;
  scheduleAdherencePercent: number | null;
  dueOrders: number;
  firstPassYieldPercent: number | null;
  completedOrders: number;
}

/** Points without the empty ones before the first and after the last that has anything; gaps in between stay gaps. */
export function trimSeries(points: readonly ProductionPoint[]): readonly ProductionPoint[] {
  const has = (point: ProductionPoint): boolean => point.dueOrders > 0 || point.completedOrders > 0;
  const first = points.findIndex(has);
  return first < 0 ? [] : points.slice(first, points.findLastIndex(has) + 1);
}

/** Days, weeks, months or quarters, so that a series has a readable number of points. */
export function bucketFor(from: string, to: string): 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days <= 31 ? 'DAY' : days <= 200 ? 'WEEK' : days <= 1_100 ? 'MONTH' : 'QUARTER';
}
