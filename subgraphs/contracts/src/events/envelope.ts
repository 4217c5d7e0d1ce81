/** Where a fact came from, as its source said it; null on events that the platform itself produces. */
export interface FactSource {
  sourceSystemId: string;
  flow: string;
  plantId: string | null;
  idempotencyKey: string;
  /** Position in the source's own sequence, when it has one. */
  sequence: string | null;
  correlationId: string | null;
  /** History loaded after the fact: no transport or processing lag is taken from it. */
  backfill: boolean;
  /** Id of the event that this one corrects. */
  correctionOf: string | null;
  /** The import to which the fact belongs: it counts in figures once that import is sealed. */
  importId: string | null;
  /** Only on facts that a simulated source made up as history: the platform's two stamps as they would have been. */
  simulated?: { ingestedAt: string; visibleAt: string };
}

/** When: the instant with its offset as the source wrote it, and the calendar day at the site. Only the day when that is all the source knows. */
export interface When {
  /** RFC 3339 with offset; null when only the day is known. */
  at: string | null;
  /** YYYY-MM-DD at the site concerned. */
  on: string;
}

/**
 * One event of a subgraph's log. Four stamps: occurred, recorded and ingested are here; visible is the instant at which
 * the projection that contains its position was committed, kept by the reader of the log.
 */
export interface LogEvent<Type extends string = string, Payload = unknown> {
  eventId: string;
  type: Type;
  subjectType: string;
  subjectId: string;
  /** Version of the subject after this event, from 1. */
  subjectVersion: number;
  /** Supplier that may see this event; null: buyer side only. */
  tenant: string | null;
  source: FactSource | null;
  occurred: When;
  recorded: When;
  /** RFC 3339, UTC: durably accepted by the platform. */
  ingestedAt: string;
  payload: Payload;
}

/** An event with its place in the log. Positions are contiguous from 1 within an epoch. */
export interface LogEntry<Type extends string = string, Payload = unknown> extends LogEvent<Type, Payload> {
  pos: number;
  epoch: number;
}
