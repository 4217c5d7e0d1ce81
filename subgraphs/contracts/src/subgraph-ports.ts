import type { LogEntry } from './events/envelope';
import type { FlowKind } from './flow-kinds';
import type { LagExclusion, LagPart, LagStamps } from './lag-parts';
import type { SubgraphName } from './subgraph-names';

/** Asks for the log of a subgraph, after a position. */
export interface FeedRequest {
  after: number;
  limit: number;
  /** Only these event types; positions in between are still reported as read (`through`). */
  types: readonly string[];
  /** How long to wait for something new before answering with nothing, in milliseconds. */
  waitMs: number;
}

export interface FeedPage {
  epoch: number;
  /** Position up to which the log was searched: ask next after it. */
  through: number;
  entries: readonly LogEntry[];
}

/** Asks how far a subgraph has come with what it records. */
export interface ProgressRequest {
  /** Lag of events that became visible in this interval, both RFC 3339; null: no lag wanted. */
  visibleFrom: string | null;
  visibleTo: string | null;
  /** Is this import counted here? */
  importId: string | null;
  /** Only lags of events up to this position of the log, so that an earlier answer can be had again. Left out: all. */
  upTo?: number | null;
  /** False: the flows are not wanted. Left out: they are. */
  flows?: boolean;
  /** With more live events than this in the interval, lags are answered by sketches. Left out: always one by one. */
  sketchAbove?: number;
  /** End-to-end lag of these flows by bucket: sketches between consecutive bounds, RFC 3339, in order. */
  buckets?: { flowIds: readonly string[]; bounds: readonly string[] };
  /** One page of the events behind a lag, in the order of their ids; instead of all of them. */
  page?: LagPageRequest;
}

export interface LagPageRequest {
  flowIds: readonly string[];
  /** Only events with a greater id. */
  after: string | null;
  first: number;
  /** Also counts the events of the whole selection whose lag is above this. */
  above?: { part: LagPart; seconds: number };
}

/**
 * Lags of many events, with a bounded relative error; sketches of several flows or hours add up. `bins` holds pairs: index
 * of a bin and how many values lie in it.
 */
export interface LagSketch {
  n: number;
  min: number | null;
  max: number | null;
  sum: number;
  sumOfSquares: number;
  zeros: number;
  bins: readonly number[];
  /** Events left out, by reason. */
  leftOut: Readonly<Partial<Record<LagExclusion, number>>>;
}

export interface FlowSketches {
  flowId: string;
  parts: Readonly<Record<LagPart, LagSketch>>;
}

/** One flow as a subgraph has it. */
export interface FlowReport {
  id: string;
  sourceSystemId: string;
  flow: string;
  plantId: string | null;
  kind: FlowKind;
  /** RFC 3339: everything the flow recorded up to here is visible in this subgraph. Null: cannot be said. */
  watermark: string | null;
  closed: boolean;
  /** Live facts and facts of history. */
  facts: number;
  backfilled: number;
  duplicates: number;
  /** Numbers of the source's sequence that should have come and did not. */
  gaps: number;
  /** Facts that should have come by the source's sequence; null when it has none. */
  expected: number | null;
  lastEventAt: string | null;
  lastHeartbeatAt: string | null;
  backlog: number;
  oldestBacklogAt: string | null;
  /** Age that the flow promises to stay under: as registered, else the default of what it carries. */
  budgetSeconds: number;
  /** Seconds by which the source's clock ran ahead of ours in its latest facts; null when it did not noticeably. */
  skewSeconds: number | null;
}

/** The four stamps of one live event. */
export interface LagObservation extends LagStamps {
  eventId: string;
  flowId: string;
  type: string;
  subjectType: string;
  subjectId: string;
}

export interface ProgressReport {
  subgraph: SubgraphName;
  /** Position of the log's end, and up to where it is visible. */
  head: number;
  projected: number;
  /** Only flows whose facts this subgraph records itself. */
  flows: readonly FlowReport[];
  /** Every live event of the interval, or those of the page; none when sketches stand for them. */
  lags: readonly LagObservation[];
  /** In the place of lags, when there are too many of them. */
  sketches?: readonly FlowSketches[] | null;
  /** End-to-end lag by bucket, when asked. */
  buckets?: readonly LagSketch[] | null;
  /** Events in the selection of a page, and how many of them lie above the threshold asked for. */
  page?: { totalCount: number; hasNextPage: boolean; above: number | null } | null;
  /** Null when no import was asked about. */
  importSealed: boolean | null;
  /** The import's facts will never count here, and its keys are free again. */
  importDropped: boolean | null;
}

/** The subgraphs that take facts of file imports: an import is visible when all of them count it. */
export const IMPORTING_SUBGRAPHS: readonly SubgraphName[] = ['suppliers', 'inventory'];
