import type { FlowKind } from '../flow-kinds';
import type { SubgraphName } from '../subgraph-names';
import type { LogEvent } from './envelope';

/**
 * Marks about a flow or an import. `operations` takes them in; each subgraph that records facts of the flow repeats the
 * mark in its own log, behind those facts, so that whoever reads that log meets the mark only after everything it covers.
 */
export const HEARTBEAT_REPORTED_V1 = 'operations.heartbeat.reported.v1';
export const FLOW_REGISTERED_V1 = 'operations.flow.registered.v1';
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
  /** Set in the log of a subgraph that did not record the flow itself, but heard the mark from the one that did. */
  heardFrom?: SubgraphName;
}

/** What a source says of itself and of one of its flows, whether or not the flow has ever sent anything. */
export interface FlowRegisteredPayload {
  sourceSystemId: string;
  /** The name under which people know the source. */
  sourceName: string;
  flow: string;
  plantId: string | null;
  /** Null in the log of `operations`; set by the subgraph that records the flow's facts. */
  kind: FlowKind | null;
  /** Age in seconds that the flow promises to stay under; null: the default of its kind. */
  budgetSeconds: number | null;
  /** Set in the log of a subgraph that did not record the flow itself, but heard the mark from the one that did. */
  heardFrom?: SubgraphName;
}

export interface ImportMarkPayload {
  importId: string;
  sourceSystemId: string;
  reason: string | null;
}

export type HeartbeatReportedV1 = LogEvent<typeof HEARTBEAT_REPORTED_V1, HeartbeatPayload>;
export type FlowRegisteredV1 = LogEvent<typeof FLOW_REGISTERED_V1, FlowRegisteredPayload>;
export type ImportSealedV1 = LogEvent<typeof IMPORT_SEALED_V1, ImportMarkPayload>;
export type ImportDroppedV1 = LogEvent<typeof IMPORT_DROPPED_V1, ImportMarkPayload>;
