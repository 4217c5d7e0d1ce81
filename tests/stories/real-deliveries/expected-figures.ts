import { readFileSync } from 'node:fs';
import { realData } from '../../testkit/real-data';

/** What another program computed from the same file; see its `definitions`. */
export interface ExpectedGroup {
  lines: number;
  orders: number;
  shipments: number;
  value_usd: number;
  lead_time_po_to_delivery_days: ExpectedSpread & { zero_day_lines: number };
  on_time_lines: ExpectedRate & { late: number; early: number; on_the_day: number };
  on_time_usaid_window_minus14_plus7: { n: number; in_window: number; rate: number };
  on_time_shipments: ExpectedRate;
  slip_delivered_minus_scheduled_days: ExpectedSpread;
  recorded_lag_days: ExpectedSpread & { lines_over_7_days: number };
}
interface ExpectedRate {
  n: number;
  on_time: number;
  rate: number;
}
interface ExpectedSpread {
  n: number;
  mean?: number;
  median?: number;
  min?: number;
  max?: number;
  p10_linear?: number;
  p90_linear?: number;
  p95_linear?: number;
  p99_linear?: number;
  excluded?: Record<string, number>;
}

export interface ExpectedFigures {
  overall: ExpectedGroup & Record<string, ExpectedSpread>;
  suppliers_only: ExpectedGroup & Record<string, ExpectedSpread>;
  by_fulfil_via: Record<string, ExpectedGroup>;
  by_vendor: Record<string, ExpectedGroup>;
  by_shipment_mode: Record<string, ExpectedGroup>;
  by_incoterm: Record<string, ExpectedGroup>;
  by_country: Record<string, ExpectedGroup>;
  by_product_group: Record<string, ExpectedGroup>;
  by_manufacturing_site: Record<string, ExpectedGroup>;
  by_delivered_year: Record<string, ExpectedGroup>;
  as_of: (Record<string, number> & { as_of: string })[];
}

export const readExpected = (): ExpectedFigures =>
  JSON.parse(readFileSync(realData('expected/scms_open.json')!, 'utf8')) as ExpectedFigures;

/** One group's figures in our API; the same fields stand in SupplierPerformance and PerformanceGroup. */
export const GROUP_FIELDS = `
  volume { lines orders shipments value { value unitCode } }
  leadTime { n mean median min max p90 zero: countAbove(than: 0) excluded { code count } }
  onTime { n value numerator }
  usaid: onTime(definitionId: "onTime.window14_7@1") { n value numerator }
  byShipment: onTime(definitionId: "onTime.shipment@1") { n value numerator }
  lateness { n mean median min max p10 p90 late: countAbove(than: 0) notEarly: countAbove(than: -1) }
  recordedLag { n mean median min max p90 p95 p99 over7: countAbove(than: 7) excluded { code count } }`;

interface Spread {
  n: number;
  mean: number | null;
  median: number | null;
  min: number | null;
  max: number | null;
  p10?: number | null;
  p90: number | null;
  p95?: number | null;
  p99?: number | null;
  excluded?: { code: string; count: number }[];
}
interface Rate {
  n: number;
  value: number | null;
  numerator: string | null;
}
export interface GroupFigures {
  volume: { lines: number; orders: number; shipments: number; value: { value: number; unitCode: string } };
  leadTime: Spread & { zero: number };
  onTime: Rate;
  usaid: Rate;
  byShipment: Rate;
  lateness: Spread & { late: number; notEarly: number };
  recordedLag: Spread & { over7: number };
}

const CODES: Readonly<Record<string, string>> = {
  no_po_date_not_captured: 'PO_DATE_NOT_CAPTURED',
  no_po_date_from_rdc: 'TRANSFER_WITHOUT_PO_DATE',
  delivered_before_po_sent: 'DELIVERED_BEFORE_PO_SENT',
  recorded_before_delivered: 'RECORDED_BEFORE_RECEIVED',
};

export const round = (value: number | null | undefined): number | null =>
  value == null ? null : Math.round(value * 1e4) / 1e4;

/** The expected figures, in the shape and under the rules of our answer: too few rows give null. */
export function expectedAnswer(group: ExpectedGroup): object {
  const spread = (expected: ExpectedSpread): object => ({
    n: expected.n,
    mean: round(expected.mean),
    median: round(expected.median),
    min: expected.min ?? null,
    max: expected.max ?? null,
  });
  const percentile = (expected: ExpectedSpread, value: number | undefined, minimum: number): number | null =>
    expected.n >= minimum ? round(value) : null;
  const excluded = (expected: ExpectedSpread): object =>
    Object.fromEntries(
      Object.entries(expected.excluded ?? {}).flatMap(([code, count]) => (count === 0 ? [] : [[CODES[code], count]])),
    );
  const rate = (expected: { n: number; rate: number | null }, passed: number): object => ({
    n: expected.n,
    value: expected.rate === null ? null : round(expected.rate * 100),
    passed,
  });
  const leadTime = group.lead_time_po_to_delivery_days;
  const slip = group.slip_delivered_minus_scheduled_days;
  const lag = group.recorded_lag_days;
  return {
    volume: { lines: group.lines, orders: group.orders, shipments: group.shipments, value: round(group.value_usd) },
    leadTime: {
      ...spread(leadTime),
      p90: percentile(leadTime, leadTime.p90_linear, 10),
      zeroDays: leadTime.zero_day_lines,
      excluded: excluded(leadTime),
    },
    onTime: rate(group.on_time_lines, group.on_time_lines.on_time),
    usaid: rate(group.on_time_usaid_window_minus14_plus7, group.on_time_usaid_window_minus14_plus7.in_window),
    byShipment: rate(group.on_time_shipments, group.on_time_shipments.on_time),
    lateness: {
      ...spread(slip),
      p10: percentile(slip, slip.p10_linear, 10),
      p90: percentile(slip, slip.p90_linear, 10),
      late: group.on_time_lines.late,
      early: group.on_time_lines.early,
    },
    recordedLag: {
      ...spread(lag),
      p90: percentile(lag, lag.p90_linear, 10),
      p95: percentile(lag, lag.p95_linear, 20),
      p99: percentile(lag, lag.p99_linear, 100),
      over7: lag.lines_over_7_days,
      excluded: excluded(lag),
    },
  };
}

/** Our answer in the same shape, rounded as the expected figures are. */
export function actualAnswer(figures: GroupFigures): object {
  const { volume, leadTime, onTime, usaid, byShipment, lateness, recordedLag } = figures;
  const spread = (actual: Spread): object => ({
    n: actual.n,
    mean: round(actual.mean),
    median: round(actual.median),
    min: actual.min,
    max: actual.max,
  });
  const excluded = (actual: Spread): object =>
    Object.fromEntries((actual.excluded ?? []).map(({ code, count }) => [code, count]));
  const rate = (actual: Rate): object => ({
    n: actual.n,
    value: round(actual.value),
    passed: Number(actual.numerator),
  });
  return {
    volume: {
      lines: volume.lines,
      orders: volume.orders,
      shipments: volume.shipments,
      value: round(volume.value.value),
    },
    leadTime: {
      ...spread(leadTime),
      p90: round(leadTime.p90),
      zeroDays: leadTime.n - leadTime.zero,
      excluded: excluded(leadTime),
    },
    onTime: rate(onTime),
    usaid: rate(usaid),
    byShipment: rate(byShipment),
    lateness: {
      ...spread(lateness),
      p10: round(lateness.p10),
      p90: round(lateness.p90),
      late: lateness.late,
      early: lateness.n - lateness.notEarly,
    },
    recordedLag: {
      ...spread(recordedLag),
      p90: round(recordedLag.p90),
      p95: round(recordedLag.p95),
      p99: round(recordedLag.p99),
      over7: recordedLag.over7,
      excluded: excluded(recordedLag),
    },
  };
}
