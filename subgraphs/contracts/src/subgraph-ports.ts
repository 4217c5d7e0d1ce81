import type { LogEntry } from './events/envelope';
import type { FlowKind } from './flow-kinds';
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
}

/** The four stamps of one live event, as RFC 3339; occurred and recorded are null when the source knows only the day. */
export interface LagObservation {
  eventId: string;
  flowId: string;
  type: string;
  subjectType: string;
  subjectId: string;
  occurredAt: string | null;
  recordedAt: string | null;
  ingestedAt: string;
  visibleAt: string;
}

export interface ProgressReport {
  subgraph: SubgraphName;
  /** Position of the log's end, and up to where it is visible. */
  head: number;
  projected: number;
  /** Only flows whose facts this subgraph records itself. */
  flows: readonly FlowReport[];
  lags: readonly LagObservation[];
  /** Null when no import was asked about. */
  importSealed: boolean | null;
  /** The import's facts will never count here, and its keys are free again. */
  importDropped: boolean | null;
}

/** The subgraphs that take facts of file imports: an import is visible when all of them count it. */
export const IMPORTING_SUBGRAPHS: readonly SubgraphName[] = ['suppliers', 'inventory'];
