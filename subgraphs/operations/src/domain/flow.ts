import type { FlowKind } from '@sightline/contracts/flow-kinds';
import { flowIdOf } from '@sightline/contracts/identities';
import { originOf, type DataOrigin } from '@sightline/contracts/simulated';
import type { FlowReport, ProgressReport } from '@sightline/contracts/subgraph-ports';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { compareInstants } from '@sightline/kit/time/instant';

/** One flow as the platform knows it: as the subgraph that records it reports, or by its heartbeats alone. */
export interface Flow {
  id: string;
  sourceSystemId: string;
  flow: string;
  plantId: string | null;
  subgraph: SubgraphName;
  /** Null while no fact has come: the door through which facts come decides it. */
  kind: FlowKind | null;
  /** RFC 3339: everything recorded up to here is visible. Null: cannot be said. */
  watermark: string | null;
  closed: boolean;
  /** Facts taken in, live and history. Null: the subgraph that would know did not answer. */
  facts: number | null;
  duplicates: number;
  gaps: number;
  expected: number | null;
  backlog: number;
  oldestBacklogAt: string | null;
  lastEventAt: string | null;
  lastHeartbeatAt: string | null;
  origin: DataOrigin;
  /** The name under which people know the source: as registered, else its id. */
  sourceName: string;
  /** Age in seconds that the flow promises to stay under; null while neither its source nor its kind says one. */
  budgetSeconds: number | null;
  /** Seconds by which the source's clock runs ahead of ours, when that is more than tolerated. */
  skewSeconds: number | null;
}

/** A flow as its source registered it. */
export interface RegisteredFlow {
  id: string;
  sourceSystemId: string;
  sourceName: string;
  flow: string;
  plantId: string | null;
  budgetSeconds: number | null;
}

/** A flow as its heartbeats tell of it. */
export interface HeartbeatFlow {
  id: string;
  sourceSystemId: string;
  flow: string;
  plantId: string | null;
  /** When its latest heartbeat was taken in; null when none was believed. */
  lastHeartbeatAt: string | null;
}

const laterOf = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : compareInstants(a, b) >= 0 ? a : b;

/**
 * Every flow once: those that subgraphs record, and those of which nothing but a registration or heartbeats is known. The
 * latter have delivered nothing, whatever their heartbeats say; unless a subgraph did not answer, which may be the one
 * that knows.
 *
 * @param complete  every subgraph has reported
 */
export function mergeFlows(
  reports: readonly ProgressReport[],
  heartbeats: readonly HeartbeatFlow[],
  registered: readonly RegisteredFlow[] = [],
  complete = true,
): Flow[] {
  const beating = new Map(heartbeats.map((flow) => [flow.id, flow]));
  const registrations = new Map(registered.map((flow) => [flow.id, flow]));
  const nameOf = new Map(registered.map((flow) => [flow.sourceSystemId, flow.sourceName]));
  const flows = new Map<string, Flow>();
  for (const { subgraph, flows: reported } of reports) {
    for (const report of reported) {
      const known = flows.get(report.id);
      const next = reportedFlow(subgraph, report, beating.get(report.id) ?? null);
      // Two doors took facts under one name of a flow: it is as old as the older of the two.
      flows.set(report.id, known === undefined ? next : combine(known, next));
    }
  }
  const silent = registered.map((flow) => ({ ...flow, lastHeartbeatAt: null }));
  for (const flow of [...heartbeats, ...silent])
    if (!flows.has(flow.id)) flows.set(flow.id, silentFlow(flow, complete));
  return [...flows.values()].map((flow) => ({
    ...flow,
    sourceName: nameOf.get(flow.sourceSystemId) ?? flow.sourceName,
    // What a source promises holds from the moment of the promise, wherever its marks are on their way.
    budgetSeconds: registrations.get(flow.id)?.budgetSeconds ?? flow.budgetSeconds,
  }));
}

const reportedFlow = (subgraph: SubgraphName, report: FlowReport, heartbeat: HeartbeatFlow | null): Flow => ({
  id: flowIdOf(report.sourceSystemId, report.flow, report.plantId),
  sourceSystemId: report.sourceSystemId,
  flow: report.flow,
  plantId: report.plantId,
  subgraph,
  kind: report.kind,
  watermark: report.watermark,
  closed: report.closed,
  facts: report.facts + report.backfilled,
  duplicates: report.duplicates,
  gaps: report.gaps,
  expected: report.expected,
  backlog: report.backlog,
  oldestBacklogAt: report.oldestBacklogAt,
  lastEventAt: report.lastEventAt,
  lastHeartbeatAt: laterOf(report.lastHeartbeatAt, heartbeat?.lastHeartbeatAt ?? null),
  origin: originOf(report.sourceSystemId),
  sourceName: report.sourceSystemId,
  budgetSeconds: report.budgetSeconds,
  skewSeconds: report.skewSeconds,
});

const silentFlow = (
  { id, sourceSystemId, flow, plantId, lastHeartbeatAt }: HeartbeatFlow,
  complete: boolean,
): Flow => ({
  id,
  sourceSystemId,
  flow,
  plantId,
  subgraph: 'operations',
  kind: null,
  watermark: null,
  closed: false,
  facts: complete ? 0 : null,
  duplicates: 0,
  gaps: 0,
  expected: null,
  backlog: 0,
  oldestBacklogAt: null,
  lastEventAt: null,
  lastHeartbeatAt,
  origin: originOf(sourceSystemId),
  sourceName: sourceSystemId,
  budgetSeconds: null,
  skewSeconds: null,
});

const earlierOf = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : compareInstants(a, b) <= 0 ? a : b;

const leastOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
const greatestOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

function combine(one: Flow, other: Flow): Flow {
  const isOlder =
    one.watermark === null || (other.watermark !== null && compareInstants(one.watermark, other.watermark) <= 0);
  return {
    ...(isOlder ? one : other),
    closed: one.closed && other.closed,
    facts: one.facts === null || other.facts === null ? null : one.facts + other.facts,
    duplicates: one.duplicates + other.duplicates,
    gaps: one.gaps + other.gaps,
    expected: one.expected === null ? other.expected : one.expected + (other.expected ?? 0),
    backlog: one.backlog + other.backlog,
    oldestBacklogAt: earlierOf(one.oldestBacklogAt, other.oldestBacklogAt),
    lastEventAt: laterOf(one.lastEventAt, other.lastEventAt),
    lastHeartbeatAt: laterOf(one.lastHeartbeatAt, other.lastHeartbeatAt),
    budgetSeconds: leastOf(one.budgetSeconds, other.budgetSeconds),
    skewSeconds: greatestOf(one.skewSeconds, other.skewSeconds),
  };
}

/** The freshness of a flow, as far as its order among others goes. */
export interface FlowAge {
  status: string;
  ageSeconds: number | null;
  budgetSeconds: number | null;
}

const RANK: readonly string[] = ['NEVER', 'UNKNOWN', 'STALE', 'AGEING', 'FRESH', 'CLOSED'];

/** Never synced first, then worst first: by status, then by how many times the budget is used up, then by name. */
export function worstFirst<Row extends { flow: Flow; age: FlowAge }>(rows: readonly Row[]): Row[] {
  const overBudget = ({ ageSeconds, budgetSeconds }: FlowAge): number =>
    ageSeconds === null || budgetSeconds === null ? 0 : ageSeconds / budgetSeconds;
  const nameOf = ({ flow }: Row): string => [flow.sourceSystemId, flow.flow, flow.plantId ?? ''].join('\0');
  return [...rows].sort(
    (a, b) =>
      RANK.indexOf(a.age.status) - RANK.indexOf(b.age.status) ||
      overBudget(b.age) - overBudget(a.age) ||
      (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}
