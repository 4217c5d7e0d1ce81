import type { WorkOrderFilter, WorkOrderStatus } from '../../gql/graphql';
import type { GlyphShape } from '../../ui/glyph';

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

/** What the list has to know of an order to judge how it stands. */
export interface Standing {
  status: WorkOrderStatus;
  plannedFinish: string;
  frozenFinish: string;
  unpostedSeconds: number | null;
}

/** Thresholds of alert A03: completed in MES, not posted in ERP. */
const UNPOSTED_WATCH_SECONDS = 30 * 60;
const UNPOSTED_RISK_SECONDS = 4 * 3600;

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
  if (waiting !== null && waiting > UNPOSTED_RISK_SECONDS) return { shape: 'risk', words: 'Not posted for hours' };
  if (waiting !== null && waiting > UNPOSTED_WATCH_SECONDS) return { shape: 'watch', words: 'Waits to be posted' };
  if (DONE.has(order.status)) return { shape: 'ok', words: 'Done' };
  if (Date.parse(order.frozenFinish) < now) return { shape: 'risk', words: 'Late' };
  if (Date.parse(order.plannedFinish) > Date.parse(order.frozenFinish)) return { shape: 'watch', words: 'Slipped' };
  return { shape: 'ok', words: 'On plan' };
}

/** Days, weeks, months or quarters, so that a series has a readable number of points. */
export function bucketFor(from: string, to: string): 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days <= 31 ? 'DAY' : days <= 200 ? 'WEEK' : days <= 1_100 ? 'MONTH' : 'QUARTER';
}
