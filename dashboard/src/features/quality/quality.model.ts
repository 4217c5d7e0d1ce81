import { daysBetween, formatBucket, type Day } from '../../format/date';
import { formatPercentTile } from '../../format/percent';
import { countOf, formatExact, formatTile } from '../../format/quantity';
import type {
  Disposition,
  InspectionDecision,
  InspectionLotFilter,
  InspectionLotOrder,
  InspectionLotStatus,
  InspectionStage,
} from '../../gql/graphql';
import type { GlyphShape } from '../../ui/glyph';

/** Ways to count defects; each is a definition `defectRate.NAME@1` of the platform. */
export const CONVENTIONS = ['found', 'sorted', 'lot', 'inspected', 'estimated'] as const;
export type Convention = (typeof CONVENTIONS)[number];

/** What a tile of a convention is called, and what it counts, in one line. */
export const CONVENTION_WORDS: Readonly<Record<Convention, { name: string; counts: string }>> = {
  found: { name: 'Found in samples', counts: 'defectives in samples, per million delivered' },
  sorted: { name: 'After sorting', counts: 'defectives after sorting whole lots, per million delivered' },
  lot: { name: 'Whole lots', counts: 'every unit of a lot not accepted, per million delivered' },
  inspected: { name: 'Per inspected unit', counts: 'defectives in samples, per million units in those samples' },
  estimated: { name: 'Estimated', counts: 'of everything delivered, with the interval that the samples allow' },
};

/** Which lots the list holds; in the address as `tab`. */
export const LOT_TABS = ['open', 'rejected', 'all'] as const;
export type LotTab = (typeof LOT_TABS)[number];

export const LOT_TAB_NAMES: Readonly<Record<LotTab, string>> = {
  open: 'Open',
  rejected: 'Not accepted',
  all: 'All',
};

export const LOT_TAB_MEANINGS: Readonly<Record<LotTab, string>> = {
  open: 'Nobody has decided on them yet, whenever they came.',
  rejected: 'Rejected, or accepted only in part; opened in the window of this page.',
  all: 'Every inspection lot opened in the window of this page.',
};

/** Reads the address; what it does not understand is the first. */
export const parseLotTab = (value: unknown): LotTab => LOT_TABS.find((tab) => tab === value) ?? 'open';

/** How the list is ordered; in the address as `by`. */
export const LOT_ORDERS = ['newest', 'defects'] as const;
export type LotOrder = (typeof LOT_ORDERS)[number];

export const parseLotOrder = (value: unknown): LotOrder => LOT_ORDERS.find((one) => one === value) ?? 'newest';

/** The order as the platform calls it. */
export const orderByOf = (order: LotOrder): InspectionLotOrder =>
  order === 'newest' ? 'CREATED_DESC' : 'DEFECTS_DESC';

const OPEN: readonly InspectionLotStatus[] = ['CREATED', 'SAMPLED', 'IN_PROGRESS', 'RESULTS_COMPLETE', 'REOPENED'];

/** What the platform is asked for on a tab; open lots whatever their day, because an old one is the worst. */
export function filterOf(tab: LotTab, span: { from: Day; to: Day }): InspectionLotFilter {
  const opened = { createdFrom: span.from, createdTo: span.to };
  switch (tab) {
    case 'open':
      return { statuses: [...OPEN] };
    case 'rejected':
      return { decisions: ['REJECTED', 'PARTIALLY_ACCEPTED'], ...opened };
    case 'all':
      return opened;
  }
}

const STATUS_WORDS: Readonly<Record<InspectionLotStatus, string>> = {
  CREATED: 'Opened',
  SAMPLED: 'Sample drawn',
  IN_PROGRESS: 'Being inspected',
  RESULTS_COMPLETE: 'Results in',
  DECIDED: 'Decided',
  DISPOSITIONED: 'Disposition settled',
  CLOSED: 'Closed',
  REOPENED: 'Reopened',
  CANCELLED: 'Cancelled',
};

const DECISION_WORDS: Readonly<Record<InspectionDecision, string>> = {
  ACCEPTED: 'Accepted',
  REJECTED: 'Rejected',
  PARTIALLY_ACCEPTED: 'Accepted in part',
  SKIPPED: 'Skipped',
};

const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  USE_AS_IS: 'Used as they are',
  REWORK: 'Reworked by us',
  SORT: 'Sorted',
  RETURN: 'Sent back',
  SCRAP: 'Scrapped',
};

const STAGE_WORDS: Readonly<Record<InspectionStage, string>> = {
  PRE_PRODUCTION: 'Before production',
  DURING_PRODUCTION: 'During production',
  PRE_SHIPMENT: 'Before shipment',
  RECEIVING: 'On receipt',
  IN_PROCESS: 'In our production',
  FINAL: 'Final',
};

/** States, decisions and stages as people say them. */
export const statusWords = (status: InspectionLotStatus): string => STATUS_WORDS[status];
export const decisionWords = (decision: InspectionDecision | null): string =>
  decision === null ? 'Not decided' : DECISION_WORDS[decision];
export const dispositionWords = (disposition: Disposition | null): string =>
  disposition === null ? '—' : DISPOSITION_WORDS[disposition];
export const stageWords = (stage: InspectionStage): string => STAGE_WORDS[stage];

/** The steps that an inspection takes, in order; reopened and cancelled lots leave the way. */
export const LOT_STEPS: readonly InspectionLotStatus[] = [
  'CREATED',
  'SAMPLED',
  'IN_PROGRESS',
  'RESULTS_COMPLETE',
  'DECIDED',
  'DISPOSITIONED',
  'CLOSED',
];

/** An open lot older than this wants somebody's look, and older than that is late. Days since it was opened. */
const OPEN_WATCH_DAYS = 3;
const OPEN_RISK_DAYS = 10;

/** What the list has to know of a lot to judge how it stands. */
export interface LotStanding {
  status: InspectionLotStatus;
  decision: InspectionDecision | null;
  createdOn: Day;
}

/** How a lot stands, in a shape and words: the decision where there is one, else for how long it has been open. */
export function standingOf(lot: LotStanding, today: Day): { shape: GlyphShape; words: string } {
  if (lot.status === 'CANCELLED') return { shape: 'none', words: 'Cancelled' };
  const open = OPEN.includes(lot.status);
  if (!open && lot.decision !== null) {
    const shape: Readonly<Record<InspectionDecision, GlyphShape>> = {
      ACCEPTED: 'ok',
      PARTIALLY_ACCEPTED: 'watch',
      REJECTED: 'risk',
      SKIPPED: 'none',
    };
    return { shape: shape[lot.decision], words: DECISION_WORDS[lot.decision] };
  }
  const days = Math.max(0, daysBetween(lot.createdOn, today));
  const words = days === 0 ? 'Open since today' : `Open for ${days.toLocaleString('en-GB')} d`;
  return { shape: days > OPEN_RISK_DAYS ? 'risk' : days > OPEN_WATCH_DAYS ? 'watch' : 'counted', words };
}

/** The screen's first sentence, made of its own figures; null while nothing is known. */
export function headlineOf(figures: {
  found: number | null;
  lot: number | null;
  rejected: { value: number | null; n: number };
}): string | null {
  const { found, lot, rejected } = figures;
  const parts: string[] = [];
  if (rejected.value !== null) {
    parts.push(`${formatPercentTile(rejected.value)} of ${countOf(rejected.n, 'inspected lot')} were not accepted`);
  }
  if (found !== null && lot !== null && found !== lot) {
    parts.push(
      `of a million units delivered ${formatTile(found)} were found defective in samples, ${formatTile(lot)} lay in lots not accepted`,
    );
  } else if (found !== null) {
    parts.push(`of a million units delivered ${formatTile(found)} were found defective`);
  }
  const sentence = parts.join('; ');
  return sentence === '' ? null : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** "1,020 to 3,400 ppm", the interval of an estimate; null without one. */
export function intervalWords(lower: number | null, upper: number | null): string | null {
  return lower === null || upper === null ? null : `${formatExact(lower)} to ${formatExact(upper)} ppm`;
}

/** A bucket of the series; nulls where nothing was delivered or inspected. */
export interface DefectPoint {
  start: Day;
  defectPpm: number | null;
  inspected: number;
  deliveredQuantity: string;
  defectiveQuantity: string;
}

export type BucketName = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER';

/** The bucket that gives a readable number of points. */
export function bucketFor(from: Day, to: Day): BucketName {
  const days = daysBetween(from, to);
  return days <= 31 ? 'DAY' : days <= 200 ? 'WEEK' : days <= 1_100 ? 'MONTH' : 'QUARTER';
}

/** Points without the empty ones before the first and after the last that has anything; gaps in between stay gaps. */
export function trimSeries(points: readonly DefectPoint[]): readonly DefectPoint[] {
  const has = (point: DefectPoint): boolean => point.inspected > 0 || Number(point.deliveredQuantity) > 0;
  const first = points.findIndex(has);
  return first < 0 ? [] : points.slice(first, points.findLastIndex(has) + 1);
}

/** What the chart says, for those who do not see it. */
export function seriesSummary(points: readonly DefectPoint[], bucket: BucketName): string {
  const known = points.filter((point) => point.defectPpm !== null);
  if (known.length === 0) return 'No defect rate is known in this window.';
  const most = known.reduce((worst, point) => ((point.defectPpm ?? 0) > (worst.defectPpm ?? 0) ? point : worst));
  const last = known.at(-1);
  return (
    `Most defects in ${formatBucket(most.start, bucket)}: ${formatTile(most.defectPpm)} ppm` +
    (last && last !== most
      ? `; last known ${formatTile(last.defectPpm)} ppm in ${formatBucket(last.start, bucket)}.`
      : '.')
  );
}
