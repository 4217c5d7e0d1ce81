import type { FlowKind } from '../flow-kinds';
import type { LogEvent } from './envelope';

/**
 * Marks about a flow or an import. `operations` takes them in; each subgraph that records facts of the flow repeats the
 * mark in its own log, behind those facts, so that whoever reads that log meets the mark only after everything it covers.
 */
export const HEARTBEAT_REPORTED_V1 = 'operations.heartbeat.reported.v1';
export const IMPORT_SEALED_V1 = 'operations.import.sealed.v1';
export const IMPORT_DROPPED_V1 = 'operations.import.dropped.v1';

export interface HeartbeatPayload {
  sourceSystemId: string;
  flow: string;
  plantId: string | null;
  /** Null in the log of `operations`, which takes heartbeats of any flow; set by the subgraph that records the flow's facts. */
  kind: FlowKind | null;
  /** RFC 3339. Everything that the flow recorded up to here has been sent. */
  completeThrough: string;
  lastSequence: string | null;
  /** The flow is finished: an archive that will not grow. */
  closed: boolean;
}

export interface ImportMarkPayload {
  importId: string;
  sourceSystemId: string;
  reason: string | null;
}

export type HeartbeatReportedV1 = LogEvent<typeof HEARTBEAT_REPORTED_V1, HeartbeatPayload>;
export type ImportSealedV1 = LogEvent<typeof IMPORT_SEALED_V1, ImportMarkPayload>;
export type ImportDroppedV1 = LogEvent<typeof IMPORT_DROPPED_V1, ImportMarkPayload>;
