import type { FlowKind } from '@sightline/contracts/flow-kinds';

import { compareInstants, toUtcMs, type Instant } from '../time/instant';

export type FreshnessStatus = 'CLOSED' | 'FRESH' | 'AGEING' | 'STALE' | 'NEVER' | 'UNKNOWN';

/** How far one flow of one source has come, as the log that recorded its facts tells it. */
export interface FlowProgressRow {
  sourceSystemId: string;
  sourceName: string;
  kind: FlowKind;
  flow: string;
  /** Null: the flow is not tied to a plant. */
  plantId: string | null;
  /** RFC 3339: everything the source recorded up to here is visible. Null: nothing ever arrived, or no source said an instant. */
  watermark: Instant | null;
  /** The flow is finished: an archive that will not grow. */
  closed: boolean;
  /** The age this source promises to stay under. */
  budgetSeconds: number;
  /** Facts that arrived; where the source declares what to expect, those of them that its declaration covers. */
  received: number;
  /** By sequence or control total; null when the source declares neither. */
  expected: number | null;
  /** Seconds by which the source's clock ran ahead of ours in its latest facts, when that was more than tolerated. */
  skewSeconds?: number | null;
}

/** As the schema shows it. */
export interface Freshness {
  asOf: Instant | null;
  ageSeconds: number | null;
  budgetSeconds: number | null;
  status: FreshnessStatus;
  weakestSource: { id: string; name: string } | null;
  sources: number;
  completeness: number | null;
}

/** No flow is registered for the figure, or the subgraph can't say. */
export const UNKNOWN_FRESHNESS: Freshness = {
  asOf: null,
  ageSeconds: null,
  budgetSeconds: null,
  status: 'UNKNOWN',
  weakestSource: null,
  sources: 0,
  completeness: null,
};

/** A source whose clock runs further ahead than this can't say how old its facts are (design/metrics.md 3.6). */
export const TOLERATED_SKEW_SECONDS = 60;

/** From harmless to grave. A flow that never delivered outranks all, then a clock that can't be believed. */
const GRAVITY: readonly FreshnessStatus[] = ['CLOSED', 'FRESH', 'AGEING', 'STALE', 'UNKNOWN', 'NEVER'];

function statusOf(flow: FlowProgressRow, nowMs: number): FreshnessStatus {
  // Facts known only to the day say that a flow lives, and not up to which instant it is complete.
  if (flow.watermark === null) return flow.received > 0 ? 'UNKNOWN' : 'NEVER';
  if (flow.closed) return 'CLOSED';
  // A watermark written by a clock that runs ahead promises what has not been sent.
  if ((flow.skewSeconds ?? 0) > TOLERATED_SKEW_SECONDS) return 'UNKNOWN';
  const age = (nowMs - toUtcMs(flow.watermark)) / 1000;
  if (age < -TOLERATED_SKEW_SECONDS) return 'UNKNOWN';
  if (age <= flow.budgetSeconds) return 'FRESH';
  return age <= 2 * flow.budgetSeconds ? 'AGEING' : 'STALE';
}

/** Oldest first; flows that never delivered before all; then by name, so that the answer doesn't depend on the order given. */
function byAge(left: FlowProgressRow, right: FlowProgressRow): number {
  if (left.watermark === null || right.watermark === null) {
    if (left.watermark !== right.watermark) return left.watermark === null ? -1 : 1;
  } else {
    const order = compareInstants(left.watermark, right.watermark);
    if (order !== 0) return order;
  }
  const [a, b] = [`${left.sourceName}\0${left.sourceSystemId}`, `${right.sourceName}\0${right.sourceSystemId}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The age of a figure over the flows that feed it, read at `now`.
 *
 * A figure is as old as its oldest input, so asOf is the least watermark of the open flows, and unknown while one of
 * them never delivered. Each flow is judged against its own budget (FRESH up to once, AGEING up to twice, STALE beyond);
 * the gravest status is the figure's, and the weakest source is the oldest of that status. A closed flow never ages a
 * figure: closed flows decide only when there is no open one. The age keeps its sign: a clock ahead of ours shows.
 */
export function freshnessOf(flows: readonly FlowProgressRow[], now: Instant): Freshness {
  if (flows.length === 0) return UNKNOWN_FRESHNESS;
  const nowMs = toUtcMs(now);
  const open = flows.filter((flow) => !flow.closed);
  const decisive = (open.length > 0 ? open : [...flows]).sort(byAge);

  let weakest = decisive[0]!;
  let status = statusOf(weakest, nowMs);
  for (const flow of decisive) {
    const next = statusOf(flow, nowMs);
    if (GRAVITY.indexOf(next) > GRAVITY.indexOf(status)) [weakest, status] = [flow, next];
  }

  const asOf = decisive[0]!.watermark;
  return {
    asOf,
    ageSeconds: asOf === null ? null : Math.floor((nowMs - toUtcMs(asOf)) / 1000),
    // A finished archive promises nothing more.
    budgetSeconds: weakest.closed ? null : weakest.budgetSeconds,
    status,
    weakestSource: { id: weakest.sourceSystemId, name: weakest.sourceName },
    sources: flows.length,
    completeness: completenessOf(flows),
  };
}

/** Received / expected over the flows that declare what to expect, at most 1; null when none does. */
function completenessOf(flows: readonly FlowProgressRow[]): number | null {
  let received = 0;
  let expected = 0;
  for (const flow of flows) {
    if (flow.expected === null) continue;
    // What one flow has too much does not make up for what another lacks.
    received += Math.min(flow.received, flow.expected);
    expected += flow.expected;
  }
  return expected === 0 ? null : received / expected;
}
